internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// The real program on a real terminal, by mouse and by finger.
@Suite(.serialized) struct PointerTests {
  /// Clicks on a text when it is there; then rests for longer than a double click takes.
  private func click(
    _ text: String, _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.wait(for: text), "\(terminal.screenText)", sourceLocation: sourceLocation)
    for y in 0..<terminal.size.height {
      let line = terminal.line(y)
      guard let range = line.firstRange(of: text) else { continue }
      let x = line.distance(from: line.startIndex, to: range.lowerBound)
      terminal.send(Keys("<click:\(x),\(y)>"))
      break
    }
    terminal.wait(milliseconds: 400) { false }
  }

  private func modes(_ terminal: PseudoTerminal) -> [Bool] {
    [1000, 1002, 1003, 1005, 1006, 1015].map { terminal.mode($0) == true }
  }
  private let on = [true, false, false, false, true, false]
  private let off = [false, false, false, false, false, false]

  @Test func `questions are answered by clicks alone`() throws {
    let terminal = try Program.start("walk", "--touch")
    click("Start", terminal)
    click("None of these", terminal)
    for key in ["│  6   │", "│  7   │"] { click(key, terminal) }
    click("Continue", terminal)
    click("In the cellar", terminal)
    click("my answers", terminal)
    #expect(terminal.wait(for: "67 years"), "\(terminal.screenText)")
    #expect(terminal.screenText.contains("In the cellar"))
    click("leave", terminal)
    click("Yes", terminal)
    #expect(terminal.waitForExit() == .code(0), "\(terminal.screenText)")
    #expect(modes(terminal) == off)
  }

  @Test func `a mouse presses the lines of the usual screens`() throws {
    let terminal = try Program.start("walk", "--mouse")
    click("[ Start ]", terminal)
    click("None of these", terminal)
    #expect(terminal.wait(for: "How old are you?"), "\(terminal.screenText)")
    click("Not sure", terminal)
    click("Q leave", terminal)
    #expect(terminal.wait(for: "Your answers will be gone."), "\(terminal.screenText)")
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
  }

  @Test func `letting go elsewhere answers nothing`() throws {
    let terminal = try Program.start("walk", "--touch")
    #expect(terminal.wait(for: "Start"))
    let before = terminal.screenText
    for y in 0..<24 where terminal.line(y).contains("Start") {
      terminal.send(Keys("<press:5,\(y)><release:70,1>"))
    }
    terminal.wait(milliseconds: 300) { false }
    #expect(terminal.screenText == before)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
  }

  @Test(arguments: ["--mouse", "--touch"], [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
  func `reports end on every way out`(flag: String, number: Int32) throws {
    let terminal = try Program.start("walk", flag)
    #expect(terminal.wait(for: "Start"))
    #expect(modes(terminal) == on)
    terminal.signal(number)
    #expect(terminal.waitForExit() != nil)
    #expect(modes(terminal) == off)
  }

  @Test func `without the word no report is asked for`() throws {
    let terminal = try Program.start("walk")
    #expect(terminal.wait(for: "[ Start ]"))
    terminal.send("<click:4,12> q" as Keys)
    #expect(terminal.waitForExit() == .code(0))
    let written = String(decoding: terminal.output, as: UTF8.self)
    for mode in ["1000", "1002", "1003", "1005", "1006", "1015"] {
      #expect(!written.contains("?\(mode)"))
      #expect(!written.contains(";\(mode)"))
    }
  }
}
