import TerminalTestKit
import Testing
import TextUI

struct KeysTests {
  @Test func `a script names keys`() {
    let keys: Keys =
      "1 <enter> yes <down> <ctrl-c> <alt-x> <f10> <b> <lt> <space> <paste:a b> <wheelup:1,2>"
    #expect(
      keys.keys == [
        .character("1"), .enter, .character("y"), .character("e"), .character("s"), .down,
        .control("c"), .alt("x"), .function(10), .character("b"), .character("<"), .character(" "),
        .paste("a b"), .pointer(Pointer(.wheelUp, at: Point(x: 1, y: 2))),
      ])
    #expect(("" as Keys).keys.isEmpty)
    #expect(("<x" as Keys).keys == [.character("<"), .character("x")])
  }

  @Test func `what a script sends decodes to its keys`() {
    let keys: Keys =
      "a <enter> <tab> <backtab> <backspace> <delete> <insert> <up> <down> <left> <right> <home> <end> <pageup> <pagedown> <f1> <f4> <f5> <f12> <f20> <ctrl-c> <ctrl-\\> <alt-x> <paste:knee pain> <click:10,4> <wheeldown:0,0>"
    var decoder = KeyDecoder()
    #expect(decoder.decode(keys.bytes) == keys.keys)
  }

  @Test func `a scripted terminal plays its events and is gone`() {
    var terminal = ScriptedTerminal(
      size: Size(width: 80, height: 24),
      events: [.key(.enter), .resized(Size(width: 40, height: 12))])
    terminal.present(Frame(size: terminal.size))
    #expect(terminal.wait(milliseconds: nil) == .key(.enter))
    #expect(terminal.wait(milliseconds: 5) == .resized(Size(width: 40, height: 12)))
    #expect(terminal.size == Size(width: 40, height: 12))
    #expect(terminal.wait(milliseconds: nil) == .closed)
    #expect(terminal.wait(milliseconds: nil) == .closed)
    #expect(terminal.last?.size == Size(width: 80, height: 24))
  }
}
