import Foundation
internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// What the kiosk says before it stands.
struct KioskCommandTests {
  @Test func `it needs a terminal`() throws {
    try Program.run("kiosk", "--config", Kiosk.settings())
      .expectOneLine(status: 78, "needs a terminal")
  }

  @Test func `a visitor is never started by hand`() throws {
    try Program.run("kiosk-visitor")
      .expectOneLine(status: 64, "run kneeguide kiosk")
    #expect(try !Program.run("--help").output.contains("kiosk-visitor"))
  }

  @Test func `settings that are not there, or not right, are named all at once`() throws {
    try Program.run("kiosk", "--check", "--config", "/nonexistent/kiosk.conf")
      .expectOneLine(status: 78, "/nonexistent/kiosk.conf", "--config")
    let run = try Program.run(
      "kiosk", "--check", "--config", Kiosk.settings("bell = 1\ntouch = 2"))
    #expect(run.status == 78 && run.output.isEmpty)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("kneeguide: ") })
    #expect(run.error.contains("line 2: 'bell'") && run.error.contains("line 3: 'touch'"))
  }

  @Test func `wrong settings give the terminal back`() throws {
    let terminal = try PseudoTerminal(
      Program.path(), ["kiosk", "--config", Kiosk.settings("bell = 1")])
    #expect(terminal.waitForExit() == .code(78))
    #expect(terminal.lineModes == terminal.lineModesBefore)
    #expect(terminal.screenText.contains("write yes or no"))
  }

  @Test func `what is ready is said, and what is not with its remedy`() throws {
    let run = try Program.run(
      "kiosk", "--check", "--config",
      Kiosk.settings("capital-height-mm = 5\nviewing-distance-mm = 500"))
    #expect(run.status == 78)
    #expect(run.output.contains("\nready: the content fixture"), "\(run.output)")
    #expect(run.output.contains("not ready: the terminal: "))
    #expect(run.output.contains("has to be 6.2 mm; take a larger console font"))
  }

  @Test(arguments: [
    (80, 24, "ready: codes for phones"), (80, 22, "to do: codes for phones: 80x22 has hardly room"),
    (40, 12, "to do: codes for phones: 40x12 has hardly room"),
  ])
  func `whether codes have room is said where they are allowed`(
    width: Int, height: Int, line: String
  ) throws {
    let terminal = try PseudoTerminal(
      Program.path(),
      ["kiosk", "--check", "--config", Kiosk.settings("hand-over = screen, qr")],
      size: Size(width: width, height: height))
    _ = terminal.waitForExit()
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains(line), "\(output)")
    let run = try Program.run("kiosk", "--check", "--config", Kiosk.settings())
    #expect(!run.output.contains("codes for phones"))
  }

  @Test(arguments: ["region = nowhere", "languages = xx"])
  func `content that does not fit is not ready`(line: String) throws {
    let run = try Program.run("kiosk", "--check", "--config", Kiosk.settings(line))
    #expect(run.output.contains("not ready: the content"), "\(run.output)")
    #expect(run.output.contains("take one of"))
    #expect(run.status == 65)
  }

  @Test(arguments: [
    ("/bin/true", "ready", "\n"), ("/nowhere/espeak-ng", "not ready", ": it is not there"),
    ("/etc/passwd", "not ready", ": it cannot be run"), ("/bin", "not ready", ": it cannot be run"),
  ])
  func `the program that reads aloud is there or not`(
    program: String, state: String, how: String
  ) throws {
    let run = try Program.run(
      "kiosk", "--check", "--config",
      Kiosk.settings("speech = on\nspeech-program = \(program)"))
    #expect(
      run.output.contains("\n\(state): the program that reads aloud, \(program)\(how)"),
      "\(run.output)")
    #expect(run.output.contains("\nnot checked: what is heard: "))
    let silent = try Program.run(
      "kiosk", "--check", "--config", Kiosk.settings("speech-program = \(program)"))
    #expect(!silent.output.contains("aloud"))
  }

  @Test(.enabled(if: Kiosk.hasSandbox, "the kernel lacks a layer of the sandbox"))
  func `on its own screen all is ready`() throws {
    let settings = try Kiosk.settings("capital-height-mm = 6.2\nviewing-distance-mm = 500")
    let terminal = try PseudoTerminal(
      Program.path(), ["kiosk", "--check", "--config", settings],
      size: Size(width: 200, height: 24))
    #expect(terminal.waitForExit() == .code(0), "\(terminal.screenText)")
    let lines = terminal.screenText.split(separator: "\n")
    // That nobody signs the content is the clinic's choice.
    // Whether the machine has the kiosk's user is the machine's.
    let others = lines.filter {
      !$0.hasPrefix("ready: ") && !$0.hasPrefix("not checked: what the kiosk's user may")
    }
    #expect(
      others.map { $0.prefix { $0 != ";" && $0 != "." } }.map(String.init).sorted() == [
        "not checked: the example patients: they are not beside the pack",
        "not checked: who answers for the content: packs are not verified",
      ],
      "\(terminal.screenText)")
    #expect(
      terminal.screenText.contains("ready: sandbox, system calls: the kernel can filter them"))
    let small = try PseudoTerminal(
      Program.path(), ["kiosk", "--check", "--config", settings],
      size: Size(width: 39, height: 30), environment: ["TERM": "no-such-type"])
    #expect(small.waitForExit() == .code(78))
    let text = small.screenText.replacing("\n", with: "")
    #expect(text.contains("too small") && text.contains("no-such-type"))
  }
}
