import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// R20-R24, R26, R29: what somebody typed is nowhere when the visit is over.
@Suite(.serialized) struct KioskPrivacyTests {
  @Test(
    .enabled(
      if: Kiosk.canReadMemory, "memory may not be read here, so nothing is looked for in it"),
    arguments: KioskVisit.End.allCases)
  func `what was typed is gone with the visit`(end: KioskVisit.End) throws {
    let canaries = KioskVisit.canaries(Kiosk.isInFull ? 50 : 5)
    let start = try Program.file("start", "")
    let kiosk = try Kiosk.started(end.settings)
    let visit = try KioskVisit(on: kiosk, typing: canaries)
    try visit.finish(end)
    let next = end == .terminalGone ? try Kiosk.started() : kiosk
    try #require(next.waitForNext(after: visit.visitor), "\(next.terminal.screenText)")
    let visitor = try #require(next.visitor)
    for canary in canaries {
      #expect(Kiosk.count(canary, in: visitor) == 0)
      #expect(Kiosk.count(canary, in: next.terminal.process) == 0)
      #expect(!next.terminal.screenText.contains(canary))
    }
    // No title of a window, no clipboard; nothing of the crash.
    let output = String(decoding: kiosk.terminal.output, as: UTF8.self)
    #expect(!output.contains("\u{1B}]") && !output.contains("Fatal") && !output.contains("Thread"))
    #expect(try KioskVisit.files(holding: canaries, newerThan: start) == [])
    next.expectToEnd()
  }

  /// R24: whatever a signal does to a visitor, nothing is said and no picture of it is kept.
  @Test(arguments: Kiosk.isInFull ? Array(1...31) : [SIGQUIT, SIGSEGV, SIGABRT, SIGSYS])
  func `no signal shows what was typed`(number: Int32) throws {
    let canaries = KioskVisit.canaries(5)
    let start = try Program.file("start", "")
    let kiosk = try Kiosk.started()
    let visit = try KioskVisit(on: kiosk, typing: canaries)
    let limits = try String(contentsOfFile: "/proc/\(visit.visitor)/limits", encoding: .utf8)
    #expect(limits.contains(/Max core file size +0 +0/))
    kiosk.terminal.wait(milliseconds: 100) { false }
    let before = kiosk.terminal.output.count
    kill(visit.visitor, number)
    // One that is ignored, or only stops it, leaves it to the next.
    kiosk.terminal.wait(milliseconds: 300) { !Kiosk.isAlive(visit.visitor) }
    kill(visit.visitor, SIGKILL)
    #expect(kiosk.waitForNext(after: visit.visitor), "\(kiosk.terminal.screenText)")
    let after = String(decoding: kiosk.terminal.output[before...], as: UTF8.self)
    for text in canaries + ["Fatal", "Crash", "Thread", "0x"] { #expect(!after.contains(text)) }
    #expect(try KioskVisit.files(holding: canaries, newerThan: start) == [])
    kiosk.expectToEnd()
  }

  @Test func `the terminal is wiped between two visits`() throws {
    let kiosk = try Kiosk.started()
    let visitor = kiosk.visitor
    kiosk.terminal.send("<enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    let before = kiosk.terminal.output.count
    kiosk.terminal.send("q" as Keys)
    #expect(kiosk.waitForNext(after: visitor))
    let between = String(decoding: kiosk.terminal.output[before...], as: UTF8.self)
    let wipe = try #require(between.firstRange(of: "\u{1B}c"))
    for half in ["\u{1B}[3J", "\u{1B}[2J", "\u{1B}[?1049l"] {
      #expect(between[..<wipe.lowerBound].contains(half))
    }
    kiosk.expectToEnd()
  }

  /// R23: some wait when the visitor dies, others come while the terminal is wiped.
  @Test func `keys typed ahead are not for the next`() throws {
    let kiosk = try Kiosk.started()
    let terminal = kiosk.terminal
    terminal.wait(milliseconds: 100) { false }
    let (attract, cursor) = (terminal.screenText, terminal.cursor.place)
    let visitor = try #require(kiosk.visitor)
    kill(visitor, SIGSTOP)
    let some = Keys(String(repeating: "<enter> 1 0 <down> 6 ", count: 20))
    terminal.sendUnread(some)
    kill(visitor, SIGKILL)
    terminal.sendUnread(some)
    try #require(kiosk.waitForNext(after: visitor))
    terminal.wait(milliseconds: 300) { false }
    #expect(terminal.screenText == attract && terminal.cursor.place == cursor)
    kiosk.expectToEnd()
  }
}

/// R22, in a terminal that keeps what has scrolled away.
@Suite(
  .serialized, .enabled(if: Tmux.isThere, "tmux is not installed, so no scrollback is looked at"))
struct KioskScrollbackTests {
  @Test(arguments: [KioskVisit.End.stopped, .killed, .crashed])
  func `nothing of a visit can be scrolled back to`(end: KioskVisit.End) throws {
    let canary = KioskVisit.canaries(1)[0]
    let tmux = try Tmux(running: [Program.path(), "kiosk", "--config", try Kiosk.settings()])
    defer { tmux.end() }
    try #require(tmux.wait(for: Kiosk.attract), "\(tmux.everything)")
    for keys in [["Enter"], ["0", "Enter"], ["67", "Enter"], ["1"], ["Enter"], ["170", "Enter"]] {
      tmux.type(keys)
    }
    tmux.type(["80.5", "Enter"])
    try #require(tmux.wait(for: "What else should be known?"), "\(tmux.everything)")
    tmux.type([canary])
    try #require(tmux.wait(for: canary), "\(tmux.everything)")
    let supervisor = try #require(tmux.process)
    let visitor = try #require(Kiosk.children(of: supervisor).first)
    switch end {
    case .stopped:
      tmux.type(["C-c"])
      try #require(tmux.wait(for: FixturePack.pack.wording[.kioskLeaveHeading]))
      tmux.type(["2"])
      try #require(tmux.wait(for: FixturePack.pack.wording[.thanksKept]))
      // They take no key at first.
      usleep(600_000)
      tmux.type(["x"])
    case .killed: kill(visitor, SIGKILL)
    default: kill(visitor, SIGSEGV)
    }
    try #require(tmux.wait(for: Kiosk.attract), "\(tmux.everything)")
    #expect(Kiosk.children(of: supervisor).first != visitor)
    #expect(!tmux.everything.contains("Q7n"), "\(tmux.everything)")
  }
}
