import FixturePack
import Foundation
internal import Glibc
import PrintTestKit
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI
import WalkthroughTestKit

/// Printing at home, with programs in the place of those of CUPS.
@Suite(.serialized) struct PrintTests {
  private static let answers = """
    { "on": "2026-11-22", "signs": {"one": false, "two": false, "three": false}, "age": 67,
      "place": "attic", "size": "declined", "note": "It squeaks.", "since": "2020-05", "level": 8,
      "level-week": 5, "broken": false, "parts": ["beta", "gamma"], "map": ["inner"],
      "tried": {"thing-a": "no-help", "thing-b": "no-help"} }
    """
  private let words = FixturePack.pack.wording

  private func path(_ fake: FakeClient) -> [String: String] {
    ["PATH": "\(fake.folder):/usr/bin:/bin"]
  }

  private func recommend(
    _ arguments: String..., state: FakeClient.State, environment: [String: String] = [:]
  ) throws -> (run: Program.Run, fake: FakeClient) {
    let fake = FakeClient(state)
    let run = try Program.run(
      ["recommend", "--answers", "-"] + arguments, input: Self.answers,
      environment: path(fake).merging(environment) { _, new in new })
    return (run, fake)
  }

  @Test func `recommend prints both pages, each on a sheet of its own`() throws {
    let (run, fake) = try recommend("--print", "--printer", "desk", state: .prints)
    defer { fake.remove() }
    #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty, "\(run.error)")
    let sheets = fake.text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    #expect(sheets.count == 2)
    #expect(sheets.allSatisfy { $0.hasPrefix("=====") && $0.hasSuffix("\n") })
    #expect(!fake.text.contains("It squeaks."))
    let text = try Program.run("recommend", "--answers", "-", input: Self.answers).output
    let kept = { (text: String) in text.split(separator: "\n").filter { !$0.isEmpty } }
    #expect(kept(fake.text.replacingOccurrences(of: "\u{0C}", with: "")) == kept(text))
    #expect(fake.calls.contains { $0.hasPrefix("lp -d desk -t KneeGuide ") })
    #expect(!(fake.calls + fake.environment).contains { $0.contains("67") || $0.contains("attic") })
  }

  @Test func `recommend prints to the printer of the environment, or the usual one`() throws {
    let (_, fake) = try recommend(
      "--print", state: .prints, environment: ["KNEEGUIDE_PRINTER": "desk"])
    defer { fake.remove() }
    #expect(fake.calls.contains { $0.hasPrefix("lp -d desk ") })
    let (_, other) = try recommend("--print", state: .prints, environment: ["LPDEST": "desk"])
    defer { other.remove() }
    #expect(other.calls.contains { $0.hasPrefix("lp -t ") })
    #expect(other.environment.contains("LPDEST=desk"))
  }

  @Test(arguments: [
    (FakeClient.State.rejects, ExportWord.printRejecting), (.noService, .printNoService),
    (.unknown, .printUnknownPrinter), (.stopped, .printStopped),
  ])
  func `recommend says why it has not printed`(state: FakeClient.State, word: ExportWord) throws {
    let (run, fake) = try recommend("--print", "--printer", "desk", state: state)
    defer { fake.remove() }
    run.expectOneLine(status: 75, words[word], words[.printInstead])
    #expect(fake.jobs.isEmpty)
  }

  @Test(arguments: [
    (["--print", "--format", "json"], "--print prints the text"),
    (["--print", "--output", "/tmp/x"], "--print prints the text"),
    (["--printer", "desk"], "give --print too"),
    (["--print", "--printer", "a b"], "is no name of a printer"),
  ])
  func `recommend takes nothing else with it`(arguments: [String], words: String) throws {
    try Program.run(["recommend", "--answers", "-"] + arguments, input: Self.answers)
      .expectOneLine(status: 64, words)
  }

  /// At the end of a walk on the screen, with these keys sent there.
  private func atEnd(
    _ fake: FakeClient, _ arguments: String..., in path: String? = nil,
    waitingFor word: ScreenWord = .formPrint
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Program.path(), ["walk"] + arguments,
      environment: [
        "PATH": path ?? "\(fake.folder):/usr/bin:/bin", "KNEEGUIDE_PACK": try Program.pack(),
      ])
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send(TerminalTests.wholeWalk)
    #expect(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "A visit: this is the action line."))
    for _ in 0..<8 { terminal.send("<right>" as Keys) }
    let isThere = terminal.wait(for: words[word])
    try #require(isThere, "\(terminal.screenText)")
    return terminal
  }

  /// Goes to the entry, which stands as many lines below the focus as it is entries away.
  private func print(on terminal: PseudoTerminal) throws {
    var steps: Int?
    let isThere = terminal.wait {
      let rows = terminal.screenText.split(separator: "\n", omittingEmptySubsequences: false)
      let focus = rows.firstIndex { $0.hasPrefix("  > ") }
      let entry = rows.firstIndex { $0.contains(words[.formPrint]) }
      steps = focus.flatMap { focus in entry.map { $0 - focus } }
      return steps != nil
    }
    try #require(isThere, "\(terminal.screenText)")
    for _ in 0..<(steps ?? 0) { terminal.send("<down>" as Keys) }
    terminal.send("<enter>" as Keys)
  }

  @Test func `the screen says that it prints, and then that it has`() throws {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let terminal = try atEnd(fake, "--printer", "desk")
    try print(on: terminal)
    #expect(terminal.wait(for: words[.printUnderway]), "\(terminal.screenText)")
    #expect(terminal.wait(for: words[.printDone]), "\(terminal.screenText)")
    #expect(fake.text.contains("A visit: this is the action line."))
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: words[.formPrint]))
    #expect(terminal.screenText.contains(words[.printDone]))
    terminal.send("q2")
    #expect(terminal.waitForExit(milliseconds: 3000) == .code(0))
  }

  /// R100: keys are served while it waits, and the words come within ten seconds.
  @Test func `the screen says why it has not printed, and prints again when told to`() throws {
    let fake = FakeClient(.outOfPaper)
    defer { fake.remove() }
    let terminal = try atEnd(fake)
    try print(on: terminal)
    #expect(terminal.wait(for: words[.printUnderway]))
    terminal.send("<esc>" as Keys)
    #expect(terminal.wait(for: words[.formPrint]), "\(terminal.screenText)")
    let isTold = terminal.wait(for: words[.printOutOfPaper], milliseconds: 10_000)
    #expect(isTold, "\(terminal.screenText)")
    #expect(fake.jobs.isEmpty)
    fake.put(.prints)
    try print(on: terminal)
    #expect(terminal.wait(for: words[.printDone], milliseconds: 5000), "\(terminal.screenText)")
    terminal.send("q2")
    #expect(terminal.waitForExit(milliseconds: 3000) == .code(0))
  }

  @Test func `who leaves before the end hears of it, and a terminal that goes takes the job along`()
    throws
  {
    let fake = FakeClient(.outOfPaper)
    defer { fake.remove() }
    let terminal = try atEnd(fake)
    try print(on: terminal)
    #expect(terminal.wait(for: words[.printUnderway]))
    terminal.send("q2")
    #expect(terminal.waitForExit(milliseconds: 10_000) == .code(0))
    #expect(terminal.screenText.contains(words[.printOutOfPaper]), "\(terminal.screenText)")
    let other = FakeClient(.prints4ever)
    defer { other.remove() }
    let gone = try atEnd(other)
    try print(on: gone)
    #expect(gone.wait(milliseconds: 5000) { !other.jobs.isEmpty })
    gone.hangUp()
    #expect(gone.waitForExit(milliseconds: 4000) == .code(128 + SIGHUP))
    #expect(other.jobs.isEmpty, "\(other.calls)")
  }

  @Test func `without a client and without a name nobody is offered paper`() throws {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    unlink(fake.folder + "/cancel")
    let terminal = try atEnd(fake, in: fake.folder, waitingFor: .formScreen)
    #expect(terminal.wait(for: words[.formScreen]), "\(terminal.screenText)")
    #expect(!terminal.screenText.contains(words[.formPrint]))
    terminal.send("q2")
    #expect(terminal.waitForExit(milliseconds: 3000) == .code(0))
  }

  @Test func `the line face says both`() throws {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let end = LineFaceTests.wholeWalk + Array(repeating: "", count: 8)
    func walk(_ lines: [String]) throws -> Program.Run {
      try Program.run(
        ["walk", "--line", "--printer", "desk"], input: lines.map { $0 + "\n" }.joined(),
        environment: path(fake))
    }
    let seen = try walk(end).output
    let row = seen.split(separator: "\n").last { $0.contains(words[.formPrint]) }
    let number = try #require(row?.split(separator: ".").first, "\(seen)")
    let run = try walk(end + [String(number.filter(\.isNumber)), "b", "q", "2"])
    #expect(run.status == 0, "\(run.error)")
    let said = try #require(run.output.range(of: words[.printUnderway]), "\(run.output)")
    #expect(run.output[said.upperBound...].contains(words[.printDone]))
    #expect(fake.text.contains("A visit: this is the action line."))
  }
}
