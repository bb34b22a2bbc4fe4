import TerminalTestKit
import Testing
import TextUI

/// What terminals send, and the keys it means.
private let sequences: [(String, [Key])] = [
  ("", []), ("a", [.character("a")]), (" ", [.character(" ")]), ("é", [.character("é")]),
  ("漢", [.character("漢")]), ("👍", [.character("👍")]), ("\r", [.enter]), ("\n", [.enter]),
  ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\0", [.control("@")]),
  ("\u{1}", [.control("a")]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
  ("\u{1C}", [.control("\\")]), ("\u{1D}", [.control("]")]), ("\u{1F}", [.control("_")]),
  // xterm, normal and application mode; tmux, screen.
  ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}[D", [.left]),
  ("\u{1B}OA", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}OC", [.right]), ("\u{1B}OD", [.left]),
  ("\u{1B}[H", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}OH", [.home]), ("\u{1B}OF", [.end]),
  ("\u{1B}[1~", [.home]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]),
  ("\u{1B}[4~", [.end]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]),
  ("\u{1B}[7~", [.home]), ("\u{1B}[8~", [.end]), ("\u{1B}[Z", [.backTab]),
  ("\u{1B}OP", [.function(1)]), ("\u{1B}OS", [.function(4)]), ("\u{1B}[11~", [.function(1)]),
  ("\u{1B}[15~", [.function(5)]), ("\u{1B}[17~", [.function(6)]), ("\u{1B}[21~", [.function(10)]),
  ("\u{1B}[24~", [.function(12)]), ("\u{1B}[25~", [.function(13)]),
  ("\u{1B}[29~", [.function(16)]), ("\u{1B}[34~", [.function(20)]),
  // With Shift, Alt or Control.
  ("\u{1B}[1;5A", [.up]), ("\u{1B}[3;5~", [.delete]), ("\u{1B}[1;2P", [.function(1)]),
  // Linux console.
  ("\u{1B}[[A", [.function(1)]), ("\u{1B}[[E", [.function(5)]),
  // rxvt.
  ("\u{1B}[a", [.up]), ("\u{1B}Od", [.left]), ("\u{1B}[3$", [.delete]), ("\u{1B}[5^", [.pageUp]),
  ("\u{1B}\u{1B}[B", [.down]),
  // The keypad in application mode.
  ("\u{1B}OM", [.enter]), ("\u{1B}Oq", [.character("1")]), ("\u{1B}Ok", [.character("+")]),
  ("\u{1B}x", [.alt("x")]), ("\u{1B}\r", [.escape, .enter]),
  ("\u{1B}é", [.escape, .character("é")]),
  ("\u{1B}\u{1B}\u{1B}[A", [.escape, .up]),
  // Not known: nothing, to the last letter.
  ("\u{1B}[99;5u", []), ("\u{1B}[I", []), ("\u{1B}[?62;22c", []), ("\u{1B}[>0;95;0c", []),
  ("\u{1B}[24;80R", []), ("\u{1B}[?2026;1$y", []), ("\u{1B}[99~", []), ("\u{1B}[201~", []),
  ("\u{1B}[1;2;3;4;5;6;7;8;9;99999999999999999999z", []), ("\u{1B}Oz", []),
  ("\u{1B}]11;rgb:0000/0000/0000\u{7}", []), ("\u{1B}]0;title\u{1B}\\", []),
  ("\u{1B}P1$r0m\u{1B}\\", []), ("\u{1B}_Gi=1;OK\u{1B}\\", []), ("\u{1B}^x\u{18}", []),
  // A sequence that another breaks off.
  ("\u{1B}[1\u{1B}[A", [.up]), ("\u{1B}[1\r", [.enter]), ("\u{1B}]0;x\u{1B}[A", [.up]),
  ("\u{1B}O\u{1B}OA", [.up]), ("\u{1B}[1é", [.character("é")]),
  // Mouse: SGR (1006) alone.
  ("\u{1B}[<0;11;6M", [.pointer(Pointer(.press, at: Point(x: 10, y: 5)))]),
  ("\u{1B}[<0;11;6m", [.pointer(Pointer(.release, at: Point(x: 10, y: 5)))]),
  ("\u{1B}[<4;1;1M", [.pointer(Pointer(.press, at: Point(x: 0, y: 0)))]),
  ("\u{1B}[<0;0;0M", [.pointer(Pointer(.press, at: Point(x: 0, y: 0)))]),
  ("\u{1B}[<64;3;4M", [.pointer(Pointer(.wheelUp, at: Point(x: 2, y: 3)))]),
  ("\u{1B}[<65;3;4M", [.pointer(Pointer(.wheelDown, at: Point(x: 2, y: 3)))]),
  ("\u{1B}[<0;99999999999999999999;2M", [.pointer(Pointer(.press, at: Point(x: 99_998, y: 1)))]),
  // Not the left button, moved with a button down or without, the wheel let go.
  ("\u{1B}[<2;3;4M", []), ("\u{1B}[<32;3;4M", []), ("\u{1B}[<35;3;4M", []), ("\u{1B}[<64;3;4m", []),
  // Too few numbers, too many, none, an end that is not known.
  ("\u{1B}[<0;3M", []), ("\u{1B}[<0;3;4;5M", []), ("\u{1B}[<M", []), ("\u{1B}[<0;3;4A", []),
  ("\u{1B}[<0;3;4$M", []), ("\u{1B}[<0;\u{7F}", [.backspace]),
  // The forms that are not asked for: X10, urxvt.
  ("\u{1B}[M +&", []), ("\u{1B}[M#+&", []), ("\u{1B}[M`+&", []), ("\u{1B}[32;11;6M", []),
  ("\u{1B}[M\u{0}\u{0}\u{0}", []),
  // Paste.
  ("\u{1B}[200~knee\u{1B}[201~", [.paste("knee")]), ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
  ("\u{1B}[200~a\r\nb\rc\nd\te\u{1B}[201~q", [.paste("a\nb\nc\nd e"), .character("q")]),
  ("\u{1B}[200~a\u{1B}[31mb\u{7}\u{0}\u{9B}é\u{202E}\u{1B}[201~", [.paste("a[31mbé")]),
  ("\u{1B}[200~x\u{1B}[20\u{1B}\u{1B}[201~", [.paste("x[20")]),
  ("\u{1B}[200~x\u{1B}[20\u{1B}[201~", [.paste("x[20")]),
  ("\u{1B}[200~\u{1B}[200~y\u{1B}[201~", [.paste("[200~y")]),
]

struct KeyDecoderTests {
  @Test(arguments: sequences)
  func `a sequence means its keys`(sequence: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(sequence.utf8)) == keys)
    #expect(!decoder.isWaiting)
    #expect(decoder.flush() == [])
    // And the next key is itself again.
    #expect(decoder.decode("x".utf8) == [.character("x")])
  }

  /// R78.
  @Test(arguments: sequences)
  func `a sequence in two pieces means the same`(sequence: String, keys: [Key]) {
    let bytes = Array(sequence.utf8)
    for split in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes[..<split]) + decoder.decode(bytes[split...]) == keys)
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == keys)
  }

  @Test(
    arguments: [
      ([0x1B], [.escape]), ([0x1B, 0x1B], [.escape, .escape]), ([0x1B, 0x5B], []),
      ([0x1B, 0x5B, 0x31, 0x3B], []), ([0x1B, 0x4F], []), ([0x1B, 0x5D, 0x30], []), ([0xC3], []),
      ([0x1B, 0x5B, 0x4D, 0x20], []), (Array("\u{1B}[200~knee".utf8), [.paste("knee")]),
    ] as [([UInt8], [Key])])
  func `a beginning that nothing follows ends with the wait`(bytes: [UInt8], keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == keys)
    #expect(!decoder.isWaiting)
    #expect(decoder.decode("x".utf8) == [.character("x")])
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "a"), ([0xC3, 0x61], "a"), ([0x80, 0x61], "a"), ([0xC0, 0xAF, 0x61], "a"),
      ([0xE0, 0x80, 0xAF, 0x61], "a"), ([0xED, 0xA0, 0x80, 0x61], "a"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"), ([0xF0, 0x9F, 0x61], "a"), ([0xC3, 0xC3, 0xA9], "é"),
      ([0xC2, 0x9B, 0x61], "a"), ([0xE2, 0x80, 0xAE, 0x61], "a"), ([0xEF, 0xBF, 0xBF, 0x61], "a"),
    ] as [([UInt8], Character)])
  func `invalid UTF-8 and what commands a terminal is dropped`(bytes: [UInt8], rest: Character) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes) == [.character(rest)])
  }

  /// R77.
  @Test func `a paste holds no more than 64 KiB`() {
    var decoder = KeyDecoder()
    let text = String(repeating: "é", count: 1 << 19)
    let keys = decoder.decode("\u{1B}[200~\(text)\u{1B}[201~q".utf8)
    #expect(keys.count == 2)
    #expect(keys.first == .paste(String(repeating: "é", count: 32_768)))
    #expect(keys.last == .character("q"))
  }

  /// R78.
  @Test func `random bytes never end the program, and it types on after them`() {
    var random = SeededGenerator(state: 4)
    let likely = Array("\u{1B}[O]P<;M~AmZ019$?\u{7}\\".utf8) + [0x1B, 0x1B, 0x9B, 0xC3, 0xA9, 0xFF]
    var decoder = KeyDecoder()
    for _ in 0..<100_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      let keys = decoder.decode(bytes) + decoder.flush()
      // No key without a byte for it: nothing is kept from round to round.
      #expect(keys.count <= bytes.count)
      #expect(!decoder.isWaiting)
    }
    #expect(decoder.decode("ok".utf8) == [.character("o"), .character("k")])
  }

  @Test func `a string that never ends takes no memory`() {
    var decoder = KeyDecoder()
    for start in ["\u{1B}]", "\u{1B}P", "\u{1B}["] {
      #expect(decoder.decode(start.utf8) == [])
      for _ in 0..<200 { #expect(decoder.decode(repeatElement(0x31, count: 1000)) == []) }
      #expect(decoder.flush() == [])
    }
  }
}
