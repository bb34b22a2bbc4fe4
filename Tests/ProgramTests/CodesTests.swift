import FixturePack
import Foundation
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// Codes for a phone, with the real program on a terminal.
///
/// That another program reads them from there is tested by Scripts/lib/qr_screen.py.
@Suite(.serialized) struct CodesTests {
  private let words = FixturePack.pack.wording

  /// From the first screen to the end of the result.
  private func goToEnd(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    terminal.send(TerminalTests.wholeWalk)
    try #require(terminal.wait(for: "Show me the result"), sourceLocation: sourceLocation)
    terminal.send("<enter>" as Keys)
    try #require(terminal.wait(for: "A visit: this is the action line."))
    for _ in 1...9 where !terminal.screenText.contains(words[.formQr]) {
      terminal.send("<right>" as Keys)
      terminal.waitUntilRead()
      terminal.wait(milliseconds: 100) { terminal.screenText.contains(words[.formQr]) }
    }
    try #require(
      terminal.wait(for: words[.formQr]), "\(terminal.screenText)", sourceLocation: sourceLocation)
  }

  /// The right part of the window, where the code stands.
  private func codeRows(_ terminal: PseudoTerminal) -> [String] {
    (0..<24).map { String(terminal.line($0).dropFirst(35)) }
  }

  private func expectCode(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // The last line of the words.
    #expect(terminal.wait(for: "Esc hide"), sourceLocation: sourceLocation)
    let rows = codeRows(terminal)
    // Four light modules, then the finders at both ends.
    #expect(
      rows[2].hasPrefix("    █▀▀▀▀▀█") && rows[2].hasSuffix("█▀▀▀▀▀█"),
      "\(terminal.screenText)", sourceLocation: sourceLocation)
    #expect(rows[0].isEmpty && rows[1].isEmpty, sourceLocation: sourceLocation)
  }

  private func hasCode(_ terminal: PseudoTerminal) -> Bool {
    terminal.screenText.contains { "▀▄█".contains($0) }
  }

  @Test func `a code is shown, turned, refused where it is cut, and hidden by one key`() throws {
    let terminal = try Program.start("walk")
    #expect(terminal.wait(for: "> [ Start ]"))
    try goToEnd(terminal)
    for _ in 1...6 where !terminal.screenText.contains("> " + words[.formQr]) {
      terminal.send("<down>" as Keys)
      terminal.wait(milliseconds: 300) { terminal.screenText.contains("> " + words[.formQr]) }
    }
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Code 1 of "), "\(terminal.screenText)")
    expectCode(terminal)
    let first = codeRows(terminal)
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "Code 2 of "))
    expectCode(terminal)
    #expect(codeRows(terminal) != first)
    terminal.resize(Size(width: 40, height: 12))
    #expect(terminal.wait(for: words[.codesNone]), "\(terminal.screenText)")
    #expect(!hasCode(terminal))
    terminal.resize(Size(width: 80, height: 24))
    #expect(terminal.wait(for: "Code 1 of "))
    expectCode(terminal)
    let start = ContinuousClock.now
    terminal.send("<esc>" as Keys)
    #expect(terminal.wait(milliseconds: 1000) { !codeRows(terminal).joined().contains("▀") })
    // R27: within 100 ms on a machine that does nothing else.
    #expect(ContinuousClock.now - start < .milliseconds(1000))
    #expect(terminal.wait(for: words[.formQrReaders]))
    terminal.send("q2" as Keys)
    #expect(terminal.waitForExit() == .code(0))
    #expect(terminal.lineModes == terminal.lineModesBefore)
  }

  @Test func `lines say that a code is a picture, and offer the page`() throws {
    let toEnd = LineFaceTests.wholeWalk + Array(repeating: "", count: 8)
    func walk(_ more: [String]) throws -> Program.Run {
      try Program.run("walk", input: (toEnd + more).map { $0 + "\n" }.joined())
    }
    let lines = try walk([]).output.split(separator: "\n")
    let line = try #require(lines.last { $0.contains(words[.formQr]) })
    let number = line.drop { !$0.isNumber }.prefix { $0.isNumber }
    let run = try walk([String(number), "1"])
    let said = try #require(run.output.range(of: words[.codesInLines]))
    #expect(run.output[said.upperBound...].contains(words[.shownHeading]), "\(run.output)")
    #expect(!run.output.contains("▀") && run.status == 0, "\(run.error)")
  }

  /// In the sandbox of a visitor, by keys and by a finger.
  @Test(arguments: ["", "touch = yes"])
  func `a kiosk that allows it shows a code and takes it away`(more: String) throws {
    let start = more.isEmpty ? Kiosk.attract : "Start"
    let kiosk = try Kiosk.started("hand-over = screen, qr\n" + more, waitingFor: start)
    let terminal = kiosk.terminal
    let visitor = try #require(kiosk.visitor)
    try goToEnd(terminal)
    terminal.send("2" as Keys)
    // It may come in two pieces: the buttons and the keys are in the last.
    #expect(
      terminal.wait {
        [words[.codesHideNow], words[.kioskDoesLeave]].allSatisfy(terminal.screenText.contains)
      }, "\(terminal.screenText)")
    #expect(terminal.screenText.contains("Code 1 of "))
    let rows = codeRows(terminal)
    #expect(rows[2].hasPrefix("    █▀▀▀▀▀█"), "\(terminal.screenText)")
    if more.isEmpty {
      terminal.send("*" as Keys)
    } else {
      let row = (0..<24).first { terminal.line($0).contains(words[.codesHideNow]) }
      terminal.send(Keys("<click:6,\(try #require(row))>"))
    }
    #expect(terminal.wait(for: words[.formQr]), "\(terminal.screenText)")
    #expect(!codeRows(terminal).joined().contains("█▀▀▀▀▀█"))
    #expect(kiosk.visitor == visitor)
    kiosk.expectToEnd()
  }

  @Test func `a kiosk that does not allow it offers none`() throws {
    let kiosk = try Kiosk.started()
    kiosk.terminal.send(TerminalTests.wholeWalk)
    #expect(kiosk.terminal.wait(for: "Show me the result"))
    kiosk.terminal.send("<enter>" as Keys)
    kiosk.terminal.send("<right> <right> <right> <right> <right> <right> <right> <right>" as Keys)
    #expect(kiosk.terminal.wait(for: words[.formScreen]), "\(kiosk.terminal.screenText)")
    #expect(!kiosk.terminal.screenText.contains(words[.formQr]))
    kiosk.expectToEnd()
  }
}
