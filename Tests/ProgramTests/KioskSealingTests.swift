import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// Visits to the real kiosk whose pages are kept for the clinic.
@Suite(.serialized) struct KioskSealingTests {
  private let words = FixturePack.pack.wording
  private let clinic: SealedClinic

  init() throws { clinic = try SealedClinic() }

  private func visit(
    _ more: String = "", typing canaries: [String] = ["nothing"]
  ) throws -> KioskVisit {
    let visit = try KioskVisit(
      on: Kiosk.started(clinic.settings + "\n" + more), typing: canaries)
    try visit.kiosk.terminal.reachHandOver()
    return visit
  }

  private func kept(_ code: String) -> String { words(.sealKept, ["code": code]) }

  /// R20: 50 texts that were typed stand nowhere in clear, and the clinic reads what the screen
  /// shows.
  @Test func `a visit ends in a sealed page, which the clinic opens`() throws {
    let canaries = KioskVisit.canaries(50)
    let start = try Program.file("start", "")
    let visit = try visit(typing: canaries)
    let terminal = visit.kiosk.terminal
    let keeper = try #require(visit.keeper)
    if Kiosk.hasSandbox {
      let status = try String(contentsOfFile: "/proc/\(keeper)/status", encoding: .utf8)
      #expect(status.contains("\nSeccomp:\t2\n") && status.contains("\nNoNewPrivs:\t1\n"))
    }
    #expect(!Kiosk.descriptors(of: keeper).contains { $0.hasPrefix("/dev/pts/") })
    // With the private answers, among them what was typed.
    terminal.send("3" as Keys)
    try #require(terminal.wait(for: words[.privateToo]))
    terminal.send("4 <esc>" as Keys)
    try #require(terminal.wait(for: words[.formSealed]))
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: kept("4711"))
    #expect(clinic.names == [try clinic.name("4711")])
    // Who keeps it has never had it in clear.
    if Kiosk.canReadMemory {
      for canary in canaries { #expect(Kiosk.count(canary, in: keeper) == 0) }
    }

    terminal.resize(Size(width: 100, height: 300))
    terminal.send("<esc>" as Keys)
    try #require(terminal.wait(for: words[.sealHandOverAbout]))
    terminal.send("1" as Keys)
    try #require(terminal.wait(for: words[.shownHeading]))
    let shown = Self.words(terminal.screenText)

    terminal.resize(Size(width: 80, height: 24))
    terminal.send("q" as Keys)
    try #require(terminal.wait(for: words[.leaveSealed]), "\(terminal.screenText)")
    terminal.send("2" as Keys)
    let days: KeyValuePairs = ["days": "7"]
    try #require(terminal.wait(for: words(.thanksSealed, days)), "\(terminal.screenText)")
    #expect(!terminal.screenText.contains(words[.thanksKept]))
    visit.kiosk.closeThanks()
    #expect(visit.kiosk.waitForNext(after: visit.visitor))
    #expect(!Kiosk.isAlive(keeper))
    #expect(try KioskVisit.files(holding: canaries, newerThan: start) == [])
    visit.kiosk.expectToEnd()

    let opened = try clinic.open(clinic.name("4711"))
    #expect(opened.status == 0 && opened.error.hasSuffix(": visit 4711\n"), "\(opened.error)")
    #expect(opened.output.contains(canaries[49]))
    let lines = opened.output.split(separator: "\n").map { Self.words(String($0)) }
    // Numbers stand in another order in a table.
    let missing = lines.filter { $0.contains(where: \.isLetter) && !shown.contains($0) }
    #expect(missing == [])
  }

  /// Words alone, with one blank between.
  private static func words(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// H3: the pages of two visits never meet in one file.
  @Test func `two visits with one code are two pages`() throws {
    let first = try visit()
    try first.kiosk.terminal.seal(for: "0042", waitingFor: kept("0042"))
    kill(first.visitor, SIGKILL)
    try #require(first.kiosk.waitForNext(after: first.visitor))
    let second = try KioskVisit(on: first.kiosk, typing: ["Q7nprivate"])
    try second.kiosk.terminal.reachHandOver()
    try second.kiosk.terminal.seal(for: "0042", waitingFor: kept("0042"))
    #expect(clinic.names == [try clinic.name("0042", 1), try clinic.name("0042", 2)])
    // A private answer, which nobody has let in.
    let opened = try clinic.open(clinic.name("0042", 2))
    #expect(opened.status == 0 && !opened.output.contains("Q7nprivate"))
    second.kiosk.expectToEnd()
  }

  @Test func `without a code, or with a short one, nothing is kept`() throws {
    let visit = try visit()
    let digits: KeyValuePairs = ["least": "4", "most": "8"]
    for code in ["", "123", "ab cd"] {
      try visit.kiosk.terminal.seal(for: code, waitingFor: words(.visitCodeBad, digits))
      visit.kiosk.terminal.send("<esc>" as Keys)
      try #require(visit.kiosk.terminal.wait(for: words[.formSealed]))
    }
    #expect(clinic.names.isEmpty)
    visit.kiosk.expectToEnd()
  }

  @Test func `where the drive is out nothing is written below it`() throws {
    let visit = try visit("keep-mount = yes")
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: words[.sealGone])
    #expect(clinic.names.isEmpty)
    visit.kiosk.expectToEnd()
  }

  @Test func `a folder that goes away is said to be gone`() throws {
    let visit = try visit()
    rmdir(clinic.folder)
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: words[.sealGone])
    visit.kiosk.expectToEnd()
  }

  /// A drive is mounted while nobody is there: who waits is started anew, with a keeper that may
  /// write to it.
  @Test func `a folder that comes while nobody is there counts from then on`() throws {
    rmdir(clinic.folder)
    let kiosk = try Kiosk.started(clinic.settings)
    let first = try #require(kiosk.visitor)
    mkdir(clinic.folder, 0o700)
    try #require(kiosk.waitForNext(after: first), "\(kiosk.terminal.screenText)")
    let visit = try KioskVisit(on: kiosk, typing: ["nothing"])
    try kiosk.terminal.reachHandOver()
    try kiosk.terminal.seal(for: "4711", waitingFor: kept("4711"))
    #expect(clinic.names.count == 1 && Kiosk.isAlive(visit.visitor))
    kiosk.expectToEnd()
  }

  @Test func `who keeps it may be killed, and nothing half is left`() throws {
    let visit = try visit()
    let keeper = try #require(visit.keeper)
    kill(keeper, SIGSTOP)
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: words[.sealWait])
    kill(keeper, SIGKILL)
    try #require(visit.kiosk.terminal.wait(for: words[.sealUnsure], milliseconds: 3000))
    #expect(clinic.names.isEmpty && Kiosk.isAlive(visit.visitor))
    visit.kiosk.terminal.send("1" as Keys)
    try #require(visit.kiosk.terminal.wait(for: words[.sealFailed]))
    visit.kiosk.expectToEnd()
  }

  /// A slow drive: keys go on working, nobody is held up for long, and the truth may come late.
  @Test func `after ten seconds without an answer nobody knows, until there is one`() throws {
    let visit = try visit()
    let keeper = try #require(visit.keeper)
    kill(keeper, SIGSTOP)
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: words[.sealWait])
    let before = visit.kiosk.terminal.output.count
    visit.kiosk.terminal.wait(milliseconds: 3000) { false }
    // R51: it waits in silence.
    #expect(visit.kiosk.terminal.output.count == before)
    visit.kiosk.terminal.send("?" as Keys)
    try #require(visit.kiosk.terminal.wait(for: words[.helpHeading]))
    visit.kiosk.terminal.send("<esc>" as Keys)
    try #require(visit.kiosk.terminal.wait(for: words[.sealUnsure], milliseconds: 12_000))
    kill(keeper, SIGCONT)
    try #require(visit.kiosk.terminal.wait(for: kept("4711")))
    #expect(clinic.names.count == 1 && Kiosk.isAlive(visit.visitor))
    visit.kiosk.expectToEnd()
  }

  /// A page that is under way when somebody ends the visit gets the time that it needs.
  @Test func `what was begun is ended, though the visit is over`() throws {
    let visit = try visit()
    let keeper = try #require(visit.keeper)
    kill(keeper, SIGSTOP)
    try visit.kiosk.terminal.seal(for: "4711", waitingFor: words[.sealWait])
    visit.kiosk.terminal.send("q" as Keys)
    try #require(visit.kiosk.terminal.wait(for: words[.leaveSealed]))
    visit.kiosk.terminal.send("2" as Keys)
    let days: KeyValuePairs = ["days": "7"]
    try #require(visit.kiosk.terminal.wait(for: words(.thanksUnsure, days)))
    visit.kiosk.closeThanks()
    visit.kiosk.terminal.wait(milliseconds: 300) { false }
    kill(keeper, SIGCONT)
    #expect(visit.kiosk.waitForNext(after: visit.visitor))
    #expect(clinic.names == [try clinic.name("4711")] && !Kiosk.isAlive(keeper))
    visit.kiosk.expectToEnd()
  }

  @Test func `without a key that can be read the visit goes on, and offers none`() throws {
    try Data("no key".utf8).write(to: URL(fileURLWithPath: clinic.publicKey))
    let time: KeyValuePairs = ["time": "3 minutes"]
    let kiosk = try Kiosk.started(clinic.settings, waitingFor: words(.attractKept, time))
    #expect(!kiosk.terminal.screenText.contains(words(.attractKeptUnless, time)))
    kiosk.expectToEnd()
  }

  /// R41: the visitor alone has the text, and writes nothing; who writes has the sealed page alone.
  @Test(.enabled(if: KioskTrace.works, KioskTrace.why))
  func `the visitor writes nothing while its page is kept`() throws {
    let trace = Program.newPath("trace")
    let terminal = try PseudoTerminal(
      KioskTrace.strace,
      ["-f", "-o", trace, "-e", "trace=" + KioskTrace.watched]
        + [Program.path(), "kiosk", "--config", try Kiosk.settings(clinic.settings)])
    try #require(terminal.wait(for: Kiosk.attract, milliseconds: 15_000), "\(terminal.screenText)")
    let supervisor = try #require(Kiosk.children(of: terminal.process).first)
    terminal.send("<enter> 0 <enter> 67 <enter> 1 <enter> 170 <enter> 80.5 <enter>" as Keys)
    try #require(terminal.wait(for: "What else should be known?"), "\(terminal.screenText)")
    terminal.send("a <enter>" as Keys)
    try #require(terminal.wait(for: "Since when do you have the thing?"))
    terminal.waitUntilRead()
    try terminal.reachHandOver()
    try terminal.seal(for: "4711", waitingFor: kept("4711"))
    kill(supervisor, SIGTERM)
    #expect(terminal.waitForExit(milliseconds: 10_000) == .code(128 + SIGTERM))
    let found = try KioskTrace(of: trace)
    #expect(found.forbidden == [] && found.insides == found.visitors)
    #expect(found.kept.count == 2 && found.kept.last?.hasPrefix("linkat(") == true, "\(found.kept)")
    #expect(clinic.names.count == 1)
  }
}
