import FixturePack
import Foundation
internal import Glibc
import PrintTestKit
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The printer of a real kiosk, with programs in the place of those of CUPS.
@Suite(.serialized) struct KioskPrintTests {
  private let words = FixturePack.pack.wording

  private func settings(_ fake: FakeClient, _ more: String = "") -> String {
    "hand-over = screen, print\nprinter = desk\nprinter-programs = \(fake.folder)\n\(more)"
  }

  /// A visit at its end, where the pages are handed over, with that text on page two.
  private func atEnd(
    _ fake: FakeClient, typing canary: String, _ more: String = ""
  ) throws -> (kiosk: Kiosk, visit: KioskVisit) {
    let kiosk = try Kiosk.started(settings(fake, more))
    let visit = try KioskVisit(on: kiosk, typing: [canary])
    kiosk.terminal.send(
      """
      2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 2 3 <end> <enter> 3 <end> <enter>
      1 1 2 2 <end> <enter>
      """ as Keys)
    try #require(kiosk.terminal.wait(for: "Show me the result"), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("<enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "A visit: this is the action line."))
    for _ in 0..<8 { kiosk.terminal.send("<right>" as Keys) }
    let isThere = kiosk.terminal.wait(for: words[.formPrint])
    try #require(isThere, "\(kiosk.terminal.screenText)")
    return (kiosk, visit)
  }

  private func broker(of kiosk: Kiosk) throws -> Int32 {
    try #require(Kiosk.children(of: kiosk.terminal.process).last)
  }

  @Test func `the pages are printed by another process, and who leaves is told of the paper`()
    throws
  {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let canary = KioskVisit.canaries(1)[0]
    let folder = Program.newPath("status")
    mkdir(folder, 0o755)
    let (kiosk, visit) = try atEnd(fake, typing: canary, "status-folder = \(folder)")
    let broker = try broker(of: kiosk)
    #expect(broker != visit.visitor)
    // Its channel, and nothing of the terminal.
    #expect(Kiosk.descriptors(of: broker).filter { $0.hasPrefix("/dev/pts/") }.isEmpty)
    if Kiosk.canReadMemory {
      #expect(Kiosk.descriptors(of: visit.visitor).count { $0.hasPrefix("socket:") } == 1)
    }
    func status() -> String {
      (try? String(contentsOfFile: folder + "/status", encoding: .utf8)) ?? ""
    }
    #expect(kiosk.terminal.wait { status().contains("\nprinter=unknown\nprinter-fault=-\n") })
    // Its private answers too.
    kiosk.terminal.send("3" as Keys)
    #expect(kiosk.terminal.wait(for: words[.privateToo]), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("4" as Keys)
    #expect(kiosk.terminal.wait(for: "4 [x]"), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("<esc>" as Keys)
    #expect(kiosk.terminal.wait(for: words[.formPrint]), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("2" as Keys)
    #expect(
      kiosk.terminal.wait(for: words[.printDone], milliseconds: 8000),
      "\(kiosk.terminal.screenText)")
    #expect(fake.text.contains(canary) && fake.text.contains("A visit: this is the action line."))
    #expect(!(fake.calls + fake.environment).contains { $0.contains(canary) })
    #expect(
      kiosk.terminal.wait { status().contains("\nprinter=ready\nprinter-fault=-\n") }, "\(status())"
    )
    kiosk.terminal.send("q" as Keys)
    #expect(kiosk.terminal.wait(for: words[.kioskLeaveHeading]))
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(for: words[.printTake]), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("x" as Keys)
    #expect(kiosk.waitForNext(after: visit.visitor))
    #expect(kiosk.terminal.wait { !Kiosk.isAlive(broker) })
    #expect(fake.jobs.isEmpty && fake.livingProcesses.isEmpty)
    kiosk.expectToEnd()
  }

  /// R100: what is wrong is said within ten seconds, and the visit goes on meanwhile.
  @Test(arguments: [
    (FakeClient.State.outOfPaper, ExportWord.printOutOfPaper, "out-of-paper"),
    (.hangs, .printNoService, "no-service"), (.calling, .printOffline, "offline"),
  ])
  func `a printer that cannot print is said to be so`(
    state: FakeClient.State, word: ExportWord, reason: String
  ) throws {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let folder = Program.newPath("status")
    mkdir(folder, 0o755)
    let (kiosk, visit) = try atEnd(fake, typing: "zebra", "status-folder = \(folder)")
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(for: words[.printUnderway]), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("<esc> <left>" as Keys)
    #expect(kiosk.terminal.wait { !kiosk.terminal.screenText.contains(words[.printUnderway]) })
    let isTold = kiosk.terminal.wait(for: words[word], milliseconds: 10_000)
    #expect(isTold, "\(kiosk.terminal.screenText)")
    let isNoted = kiosk.terminal.wait {
      let status = try? String(contentsOfFile: folder + "/status", encoding: .utf8)
      return status?.contains("\nprinter=failed\nprinter-fault=\(reason)\n") == true
    }
    #expect(isNoted)
    #expect(fake.jobs.isEmpty && kiosk.visitor == visit.visitor)
    kiosk.expectToEnd()
    #expect(fake.livingProcesses.isEmpty)
  }

  /// Nobody is there to take the paper.
  @Test(arguments: [KioskVisit.End.stopped, .idle, .killed, .crashed, .terminalGone])
  func `a job that is not over ends with the visit`(end: KioskVisit.End) throws {
    let fake = FakeClient(.prints4ever)
    defer { fake.remove() }
    let (kiosk, visit) = try atEnd(fake, typing: "zebra", end.settings)
    let broker = try broker(of: kiosk)
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(for: words[.printUnderway]), "\(kiosk.terminal.screenText)")
    #expect(kiosk.terminal.wait(milliseconds: 5000) { !fake.jobs.isEmpty })
    try visit.finish(end)
    let isOver = kiosk.terminal.wait(milliseconds: 5000) {
      fake.jobs.isEmpty && !Kiosk.isAlive(broker) && fake.livingProcesses.isEmpty
    }
    #expect(isOver, "\(fake.calls.suffix(3)) \(fake.livingProcesses)")
    if end != .terminalGone { kiosk.expectToEnd() }
  }

  @Test func `a client that hangs dies with the visit`() throws {
    let fake = FakeClient(.submissionHangs)
    defer { fake.remove() }
    let (kiosk, visit) = try atEnd(fake, typing: "zebra")
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(milliseconds: 5000) { !fake.jobs.isEmpty })
    kill(visit.visitor, SIGKILL)
    #expect(kiosk.waitForNext(after: visit.visitor))
    #expect(kiosk.terminal.wait { fake.jobs.isEmpty && fake.livingProcesses.isEmpty })
    kiosk.expectToEnd()
  }

  @Test func `a client dies with the process that runs it, and the visit goes on`() throws {
    let fake = FakeClient(.submissionHangs)
    defer { fake.remove() }
    let (kiosk, visit) = try atEnd(fake, typing: "zebra")
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(milliseconds: 5000) { !fake.jobs.isEmpty })
    kill(try broker(of: kiosk), SIGKILL)
    #expect(kiosk.terminal.wait { fake.livingProcesses.isEmpty })
    #expect(kiosk.terminal.wait(for: words[.printNoClient]), "\(kiosk.terminal.screenText)")
    #expect(kiosk.visitor == visit.visitor)
    kiosk.expectToEnd()
  }

  @Test(arguments: [
    (FakeClient.State.prints, "ready: the printer desk\n"),
    (.stopped, "not ready: the printer desk: it is paused; "),
    (.rejects, "not ready: the printer desk: it takes no jobs; run cupsaccept\n"),
    (.unknown, "not ready: the printer desk: there is none of that name; "),
    (.noService, "not ready: the printer desk: the print service does not run; "),
  ])
  func `the check says whether a printer is ready`(state: FakeClient.State, line: String) throws {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let run = try Program.run("kiosk", "--check", "--config", Kiosk.settings(settings(fake)))
    #expect(run.output.contains("\n" + line), "\(run.output)")
    #expect(run.output.contains("what the print service keeps"))
  }

  @Test func `without a client the check says what to install, and nobody without print is asked`()
    throws
  {
    let lines = "hand-over = screen, print\nprinter = desk\nprinter-programs = /nowhere"
    let run = try Program.run("kiosk", "--check", "--config", Kiosk.settings(lines))
    #expect(
      run.output.contains(
        "not ready: the printer desk: lp, lpstat and cancel are not in /nowhere; install"))
    let none = try Program.run("kiosk", "--check", "--config", Kiosk.settings())
    #expect(!none.output.contains("print"))
  }
}
