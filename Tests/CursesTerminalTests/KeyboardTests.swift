import TerminalTestKit
import Testing
import TextUI

struct KeyboardTests {
  /// None of these ends, stops or freezes the program, and none opens what the Swift runtime would
  /// show on SIGQUIT.
  @Test(arguments: ["\\", "c", "z", "s", "q", "v", "d", "@", "]", "^", "_"])
  func `a control key is a key and nothing else`(name: Character) throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    terminal.send(Keys([.control(name)]))
    #expect(terminal.wait(for: "control("))
    #expect(terminal.line(23) == "last: control(\"\(name == "\\" ? "\\\\" : String(name))\")")
  }

  /// R78.
  @Test func `a lone escape is a key after the timeout`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    terminal.send("\u{1B}")
    #expect(terminal.wait(for: "last: escape"))
  }

  /// R78.
  @Test func `a sequence that comes in pieces is one key`() throws {
    let terminal = try probe(environment: ["ESCDELAY": "500"])
    #expect(terminal.wait(for: "last: nothing"))
    for byte in "\u{1B}[6~".utf8 {
      terminal.send([byte])
      terminal.wait(milliseconds: 20) { false }
    }
    #expect(terminal.wait(for: "last: pageDown"))
  }

  @Test func `letters beyond ASCII arrive whole`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    terminal.send("ü")
    #expect(terminal.wait(for: "last: character(\"ü\")"))
    terminal.send("漢")
    #expect(terminal.wait(for: "last: character(\"漢\")"))
  }

  /// R77.
  @Test func `a large paste is one key, in good time`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    // Letters that would end or crash the probe if they came as keys.
    let text = String(repeating: "qtao\n", count: 1 << 20 / 5)
    terminal.send(Keys([.paste(text)]))
    #expect(terminal.wait(for: "last: paste of 65536"))
    #expect(terminal.exit == nil)
  }
}
