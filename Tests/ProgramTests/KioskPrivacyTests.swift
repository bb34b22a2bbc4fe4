import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// R20-R22, R26: what somebody typed is nowhere when the visit is over.
@Suite(.serialized) struct KioskPrivacyTests {
  enum End: CaseIterable { case stopped, killed, crashed }

  @Test(
    .enabled(if: getuid() == 0, "only root may read the memory of a process"),
    arguments: End.allCases)
  func `what was typed is gone with the visit`(end: End) throws {
    let canary = "Q7\(end)\(UInt32.random(in: 100_000...999_999))zebra"
    let start = try Program.file("start", "")
    let kiosk = try Kiosk.started()
    let terminal = kiosk.terminal
    let visitor = try #require(kiosk.visitor)
    terminal.send("<enter> 0 <enter> 67 <enter> 1 <enter> 170 <enter> 80.5 <enter>" as Keys)
    #expect(terminal.wait(for: "What else should be known?"), "\(terminal.screenText)")
    terminal.send(Keys([.paste(canary)]))
    #expect(terminal.wait(for: canary))
    // What is looked for can be found.
    #expect(Kiosk.count(canary, in: visitor) > 0)
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Since when do you have the thing?"))
    switch end {
    case .stopped:
      terminal.send("<ctrl-c>" as Keys)
      #expect(terminal.wait(for: FixturePack.pack.wording[.kioskLeaveHeading]))
      terminal.send("2" as Keys)
      #expect(terminal.wait(for: FixturePack.pack.wording[.thanksKept]))
      terminal.send("x" as Keys)
    case .killed: kill(visitor, SIGKILL)
    case .crashed: kill(visitor, SIGSEGV)
    }
    #expect(kiosk.waitForNext(after: visitor), "\(terminal.screenText)")
    #expect(Kiosk.count(canary, in: try #require(kiosk.visitor)) == 0)
    #expect(Kiosk.count(canary, in: terminal.process) == 0)
    #expect(!terminal.screenText.contains(canary))
    // No title of a window, no clipboard; nothing of the crash.
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(!output.contains("\u{1B}]") && !output.contains("Fatal") && !output.contains("Thread"))
    #expect(try files(holding: canary, newerThan: start) == [])
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

  /// R23.
  @Test func `keys typed ahead are not for the next`() throws {
    let kiosk = try Kiosk.started()
    let visitor = try #require(kiosk.visitor)
    kill(visitor, SIGSTOP)
    kiosk.terminal.sendUnread("<enter> <enter> 1 0 <enter> 6 7 <enter>" as Keys)
    kill(visitor, SIGKILL)
    #expect(kiosk.waitForNext(after: visitor))
    kiosk.terminal.wait(milliseconds: 300) { false }
    #expect(kiosk.terminal.screenText.contains(Kiosk.attract), "\(kiosk.terminal.screenText)")
    kiosk.expectToEnd()
  }

  private func files(holding text: String, newerThan start: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      #"find /tmp /var/tmp /var/log /run /dev/shm -xdev -type f -newer "$1" -size -4096k -print0 2>/dev/null"#
        + #" | xargs -0 -r grep -lF -e "$2" 2>/dev/null"#,
      "find", start, text,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
