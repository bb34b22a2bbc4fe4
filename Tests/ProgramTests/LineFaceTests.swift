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
