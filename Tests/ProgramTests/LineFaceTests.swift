import Foundation
import TerminalTestKit
import Testing

/// The walk in lines: through pipes, and where the terminal can do no more.
struct LineFaceTests {
  static let wholeWalk = [
    "", "0", "67", "1", "170", "80.5", "It squeaks.", "2020-05", "8", "5", "2", "2 3", "3", "2",
    "2",
    "",
  ]

  private func input(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// R53.
  @Test func `a whole walk through pipes, to a file`() throws {
    let path = Program.newPath("page.txt")
    let run = try Program.run("walk", "--export", path, input: input(Self.wholeWalk))
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.isEmpty)
    #expect(run.output.contains("Do you have any of these signs now?"))
    #expect(run.output.contains("A visit: this is the action line."))
    let page = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(page.contains("A visit: this is the action line.") && page.contains("67 years"))
    // Nothing but text and line ends, also where the person typed something else.
    #expect(run.bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func `answers are taken back and brought back by lines`() throws {
    let run = try Program.run(
      "walk", input: input(["", "0", "67", "undo", "undo", "redo", "redo"]))
    let said = ["Undone: Age", "Undone: Signs", "Done again: Signs", "Done again: Age"]
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.filter(said.contains) == said)
    #expect(run.output.hasSuffix("> \n") && run.status == 65)
  }

  @Test func `what a person types comes back without its control characters`() throws {
    let run = try Program.run("--line", input: "\u{1B}[2J\n\u{7}\n\n")
    #expect(run.status == 65)
    #expect(run.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    #expect(run.output.contains("[2J"))
  }

  @Test(arguments: [0, 1, 2, 5, 15])
  func `input that ends early is an error`(lines: Int) throws {
    let run = try Program.run("walk", input: input(Array(Self.wholeWalk.prefix(lines))))
    run.expectOneLine(status: 65, "the input ended before the result")
  }

  @Test func `input that ends in the middle of a line is taken as a line`() throws {
    let run = try Program.run("walk", input: "\n0\n67")
    #expect(run.output.contains("Where do you keep the thing?"))
    #expect(run.status == 65)
  }

  @Test func `leaving is done, not broken off`() throws {
    #expect(try Program.run("walk", input: "q\n").status == 0)
    let run = try Program.run("walk", input: "\n0\nq\n2\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Your answers will be gone."))
  }

  @Test func `a file that is there is not written over, and the walk says so`() throws {
    let path = try Program.file("page.txt", "mine")
    let run = try Program.run("walk", "--export", path, input: input(Self.wholeWalk))
    run.expectOneLine(status: 73, path)
    #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
    // Who leaves is asked for another name first, and the answers are still there.
    let other = Program.newPath("other.txt")
    let again = try Program.run(
      "walk", "--export", path, input: input(Self.wholeWalk + ["q", "2", other, "q", "2"]))
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.contains("Not kept: there is a file at"))
    #expect(FileManager.default.contents(atPath: other)?.isEmpty == false)
  }

  /// R53: with the screen hidden, by the lines alone, to the very same page.
  @Test(arguments: [
    // Height without weight, none of the parts, an age in months.
    (
      """
      <enter> 0 <enter> u 804 <enter> 1 <enter> 170 <enter> <enter> <paste:It squeaks.> <enter>
      2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 0 <enter> 3 <end> <enter>
      1 1 2 2 <end> <enter>
      """,
      "Show me the result", "<enter>", "A visit: this is the action line.",
      [
        "", "0", "804 months", "1", "170", "0", "It squeaks.", "2020-05", "8", "5", "2", "0", "3",
        "2", "2", "", "q", "2",
      ]
    ),
    // Stopped by an emergency, and left there.
    ("<enter>", "Do you have any", "1 0 <enter>", "Call 111 now.", ["", "1", "0", "q", "2"]),
  ]) func `the same page as on the screen`(
    keys: String, then: String, more: String, last: String, lines: [String]
  ) throws {
    let (shown, said) = (Program.newPath("shown.txt"), Program.newPath("said.txt"))
    let run = try Program.run("walk", "--export", said, input: input(lines))
    #expect(run.status == 0, "\(run.error)")
    let terminal = try Program.start("walk", "--export", shown)
    #expect(terminal.wait(for: "> [ Start ]"))
    // A line break would be a key too.
    terminal.send(Keys(keys.split(separator: "\n").joined(separator: " ")))
    #expect(terminal.wait(for: then), "\(terminal.screenText)")
    terminal.send(Keys(more))
    #expect(terminal.wait(for: last), "\(terminal.screenText)")
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0), "\(terminal.screenText)")
    let pages = try [shown, said].map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(!pages[0].isEmpty)
    #expect(pages[0].split(separator: "\n") == pages[1].split(separator: "\n"))
  }

  /// A script that gives the answers and hangs up where an emergency stops it has its page too.
  @Test(arguments: [[], ["q", "2"], ["1"]])
  func `an emergency where nothing was chosen leaves its page`(after: [String]) throws {
    let path = Program.newPath("page.txt")
    let run = try Program.run("walk", "--export", path, input: input(["", "1", "0"] + after))
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("Call 111 now."))
    let page = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(page.contains("Call 111 now."), "\(page)")
  }

  @Test func `lines in ASCII where it is asked for`() throws {
    let run = try Program.run("walk", "--line", "--ascii", input: "Größe 膝\n")
    #expect(run.bytes.allSatisfy { $0 < 0x80 })
    #expect(run.output.contains("\"Grosse ?\""), "\(run.output)")
  }

  @Test func `an emergency stops the lines too`() throws {
    let run = try Program.run("walk", input: "\n1\n0\n1\n")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("Call 111 now."))
    #expect(!run.output.contains("Thing A"))
  }

  /// R53.
  @Test func `on a terminal it writes not one escape byte either`() throws {
    let terminal = try Program.start("walk", "--line")
    #expect(terminal.wait(for: "Get ready to talk about the thing"))
    terminal.send("\n0\n67\n")
    #expect(terminal.wait(for: "Where do you keep the thing?"))
    terminal.send("q\n2\n")
    #expect(terminal.waitForExit() == .code(0))
    #expect(!terminal.output.contains(0x1B))
  }

  /// R53.
  @Test func `a terminal that cannot do more gets lines`() throws {
    let terminal = try Program.start("walk", environment: ["TERM": "dumb"])
    #expect(terminal.wait(for: "In an emergency call 111."), "\(terminal.screenText)")
    #expect(terminal.screenText.contains("Press Enter to go on, or type a number"))
    // One line says why.
    let line = terminal.screenText.split(separator: "\n").first ?? ""
    #expect(line.hasPrefix("kneeguide: ") && line.contains("terminal"))
    terminal.send("q\n")
    #expect(terminal.waitForExit() == .code(0))
    #expect(!terminal.output.contains(0x1B))
  }
}
