import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import QuestionnaireModel
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// What a kiosk writes down: how it does, and sums.
@Suite(.serialized) struct KioskRecordTests {
  private let words = FixturePack.pack.wording
  private let folder: String

  init() throws {
    folder = Program.newPath("record")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func settings(_ more: String = "", pack: String? = nil) throws -> String {
    try Kiosk.settings(
      "state-folder = \(folder)\nstatus-folder = \(folder)\n\(more)", pack: pack)
  }

  private func status(_ settings: String) throws -> Program.Run {
    try Program.run("kiosk", "--config", settings, "--status")
  }

  /// Begins a walk and stops it at its first question.
  private func visit(_ kiosk: Kiosk, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let visitor = kiosk.visitor
    kiosk.terminal.send("<enter>" as Keys)
    try #require(
      kiosk.terminal.wait(for: "Do you have any of these signs now?"),
      sourceLocation: sourceLocation)
    kiosk.terminal.send("q" as Keys)
    try #require(kiosk.waitForNext(after: visitor), sourceLocation: sourceLocation)
  }

  @Test func `its status is that of the supervisor, and gone with it`() throws {
    let settings = try settings("retry-seconds = 2")
    try status(settings).expectOneLine(status: 69, "no kiosk runs")
    let kiosk = try Kiosk.started(with: settings)
    func expect(_ status: Int32, _ lines: String..., in text: (String) -> Void = { _ in }) throws {
      var run = try self.status(settings)
      // It is written after the screen was drawn.
      kiosk.terminal.wait(milliseconds: 2000) {
        run = (try? self.status(settings)) ?? run
        return run.status == status && lines.allSatisfy { run.output.contains($0) }
      }
      #expect(run.status == status, "\(run.error)")
      for line in lines { #expect(run.output.contains(line), "\(run.output)") }
    }
    try expect(
      0, "state=serving\nreason=-\nversion=0.1.0\nsettings=ok\npack=fixture\npack-version=1.2.3\n",
      "signed-off=yes\nlast-visit-finished=-\ncrashes=0\n", "days-to-review=")
    let path = folder + "/status"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o644)
    try visit(kiosk)
    try expect(0, "\nlast-visit-finished=\(Clinic.day(in: 0)) ")
    // The hour, and nothing finer.
    #expect(try status(settings).output.contains(/last-visit-finished=[-0-9]+ [0-9]{2}h\n/))
    for death in 1...5 {
      let visitor = try #require(kiosk.visitor)
      kill(visitor, SIGKILL)
      if death < 5 { try #require(kiosk.waitForNext(after: visitor)) }
    }
    try #require(kiosk.terminal.wait(for: words[.outOfOrder], milliseconds: 3000))
    try expect(69, "state=out-of-order\nreason=5 visitors died within a minute\n", "crashes=5\n")
    try #require(kiosk.waitForNext(after: nil, milliseconds: 6000))
    try expect(0, "state=serving\nreason=-\n")
    kiosk.expectToEnd()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// A monitor need not be let to the settings.
  @Test func `the status is found without settings that can be read`() throws {
    try status("/nonexistent/kiosk.conf").expectOneLine(
      status: 69, "into /run/kneeguide; ", "/nonexistent/kiosk.conf: No such file")
    let right = try settings()
    let kiosk = try Kiosk.started(with: right)
    let wrong = try settings("bell = maybe")
    var run = try status(wrong)
    kiosk.terminal.wait {
      run = (try? self.status(wrong)) ?? run
      return run.status == 0
    }
    run.expectOneLine(status: 0, "'bell' is 'maybe'", "; this is the status in \(folder)")
    #expect(run.output.hasPrefix("state=serving\n"))
    kiosk.expectToEnd()
  }

  @Test func `content that may not be shown is its reason`() throws {
    let old = try Program.file(
      "old.pack", Clinic.pack(due: Clinic.day(in: -2), reviewed: Clinic.day(in: -400)))
    let settings = try settings(pack: old)
    let kiosk = try Kiosk.started(with: settings, waitingFor: words[.outOfOrder])
    var run = try status(settings)
    kiosk.terminal.wait {
      run = (try? self.status(settings)) ?? run
      return run.output.hasPrefix("state=out-of-order")
    }
    #expect(run.status == 69)
    #expect(
      run.output.hasPrefix(
        "state=out-of-order\nreason=the review of the content was due 2 days ago")
    )
    #expect(run.output.contains("\ndays-to-review=-2\n"), "\(run.output)")
    kiosk.expectToEnd()
  }

  @Test func `its status tells of the review from thirty days before on`() throws {
    let soon = try Program.file(
      "soon.pack", Clinic.pack(due: Clinic.day(in: 30), reviewed: Clinic.day(in: -300)))
    let settings = try settings(pack: soon)
    let kiosk = try Kiosk.started(with: settings)
    let told =
      "\ndays-to-review=30\nreview=the review of the content is due in 30 days; ask for a newer"
    // It is written after the screen was drawn.
    #expect(kiosk.terminal.wait { (try? status(settings))?.output.contains(told) == true })
    kiosk.expectToEnd()
  }

  private var counts: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("counts-") }
  }

  /// R25: nothing before ten, then sums of the day, and no row for a visit.
  @Test func `ten visits become sums of a day, and nine nothing`() throws {
    let settings = try settings("counts = yes")
    let kiosk = try Kiosk.started(with: settings)
    // A page that was opened, and nobody who began a walk.
    let first = kiosk.visitor
    kiosk.terminal.send("?" as Keys)
    #expect(kiosk.terminal.wait(for: words[.helpHeading]))
    kiosk.terminal.send("q" as Keys)
    try #require(kiosk.waitForNext(after: first))

    for _ in 1...8 { try visit(kiosk) }
    // One dies on the walk: nobody can say where.
    let visitor = try #require(kiosk.visitor)
    kiosk.terminal.send("<enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.wait(milliseconds: 200) { false }
    kill(visitor, SIGKILL)
    try #require(kiosk.waitForNext(after: visitor))
    #expect(counts == [])
    let none = try Program.run("kiosk", "--config", settings, "--counts")
    #expect(none.status == 0 && none.output.hasPrefix("nothing is counted yet"))

    let last = kiosk.visitor
    kiosk.terminal.send(TerminalTests.wholeWalk)
    try #require(kiosk.terminal.wait(for: "Show me the result"), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("<enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "A visit: this is the action line."))
    kiosk.terminal.send("q" as Keys)
    try #require(kiosk.terminal.wait(for: words[.kioskLeaveHeading]))
    kiosk.terminal.send("2" as Keys)
    try #require(kiosk.terminal.wait(for: words[.thanksCounted]), "\(kiosk.terminal.screenText)")
    kiosk.closeThanks()
    try #require(kiosk.waitForNext(after: last))
    let name = "counts-\(try Clinic.day(in: 0)).txt"
    #expect(counts == [name])
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let section = try #require(FixturePack.pack.questionnaire.sections.first).id
    #expect(
      text == """
        kneeguide-counts 1
        day \(try Clinic.day(in: 0))
        finished 1
        language._ 1
        language.en 9
        left._ 1
        left.\(section) 8
        level._ 9
        level.routine 1
        minutes.0-4 10
        started 10
        end

        """, "\(text)")
    let run = try Program.run("kiosk", "--config", settings, "--counts")
    #expect(run.output.contains("\nstarted 10\n") && run.error.isEmpty, "\(run.output)")
    kiosk.expectToEnd()
  }

  @Test func `nothing is counted unless the clinic wants it`() throws {
    let settings = try settings()
    let kiosk = try Kiosk.started(with: settings)
    for _ in 1...10 { try visit(kiosk) }
    #expect(counts == [])
    let run = try Program.run("kiosk", "--config", settings, "--counts")
    #expect(run.error.contains("nothing is counted now"))
    kiosk.expectToEnd()
  }
}
