import Testing
import TextUI

struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]), ("knee", 10, ["knee"]), ("a knee that hurts", 7, ["a knee", "that", "hurts"]),
    ("a  b", 10, ["a b"]), ("one\ntwo\n", 10, ["one", "two", ""]), ("a\r\nb", 5, ["a", "b"]),
    ("abcdef", 4, ["abcd", "ef"]), ("x abcdef y", 4, ["x", "abcd", "ef y"]),
    ("abc", 1, ["a", "b", "c"]), ("abc", 0, ["a", "b", "c"]), ("漢字仮名", 5, ["漢字", "仮名"]),
    ("漢字", 1, ["漢", "字"]), ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("no\u{A0}break here", 9, ["no\u{A0}break", "here"]),
  ])
  func `a text breaks between words`(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width: width) == lines)
  }

  @Test func `a hanging line stands beneath the text of the first`() {
    let lines = wrap("Stand up from a chair ten times", width: 16, first: "• ", rest: "  ")
    #expect(lines == ["• Stand up from", "  a chair ten", "  times"])
    #expect(wrap("", width: 9, first: "• ", rest: "  ") == ["•"])
    #expect(wrap("ab", width: 1, first: "• ", rest: "  ") == ["• a", "  b"])
  }

  @Test func `no line is too long, none ends in a blank, and no word is lost`() {
    var random = SeededGenerator(state: 3)
    for _ in 0..<2000 {
      let text = random.text(upTo: 60)
      let width = Int.random(in: 1...20, using: &random)
      let lines = wrap(text, width: width)
      for line in lines {
        #expect(
          displayWidth(line) <= width || line.filter { displayWidth($0) > 0 }.count == 1,
          "\(width): \(line.unicodeScalars.map { String($0.value, radix: 16) })")
        #expect(line.last != " ")
      }
      func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
      }
      #expect(letters(lines.joined(separator: " ")) == letters(text))
    }
  }

  @Test func `a text of ASCII breaks where another breaks`() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<2000 {
      let letters = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Int.random(in: 0..<5, using: &random) == 0 ? " " : "a" as Character
      }
      let width = Int.random(in: 0...20, using: &random)
      let plain = wrap(String(letters), width: width, first: "- ", rest: "  ")
      let other = wrap(
        String(letters.map { $0 == "a" ? "á" : $0 }), width: width, first: "- ", rest: "  ")
      #expect(plain == other.map { $0.replacing("á", with: "a") })
    }
  }

  @Test(arguments: [
    ("knee", 4, "knee"), ("kneecap", 4, "kne…"), ("a knee", 3, "a…"), ("漢字漢", 4, "漢…"),
    ("kneecap", 1, "k"), ("kneecap", 0, ""), ("kneecap", -3, ""),
  ])
  func `a text that is too long ends in an ellipsis`(text: String, width: Int, result: String) {
    #expect(truncated(text, to: width) == result)
  }

  @Test func `padding fills up and never cuts`() {
    #expect(padded("ab", to: 4) == "ab  ")
    #expect(padded("漢", to: 4) == "漢  ")
    #expect(padded("abcde", to: 4) == "abcde")
    #expect(padded("", to: -1) == "")
    #expect(padded("", to: .max).count == 1_000)
  }

  @Test(arguments: [
    ("plain", "plain"), ("“knee” – it’s…", "\"knee\" - it's..."), ("Häßlich ÉÑ", "Hasslich EN"),
    ("ăşŁőẽ", "asLoe"), ("cafe\u{301}", "cafe"), ("≤ 30 × ½", "<= 30 x 1/2"), ("漢", "?"),
    ("a\u{200B}b", "ab"), ("→ ✓ •", "> x *"),
  ])
  func `a text comes out in ASCII`(text: String, ascii: String) {
    #expect(transliterated(text) == ascii)
  }

  @Test func `the glyphs of ASCII are ASCII and differ where the others do`() {
    let glyphs = Glyphs.ascii
    let texts =
      [
        glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.bullet, glyphs.ellipsis,
        glyphs.dash,
        glyphs.focus, glyphs.radioOn, glyphs.radioOff, glyphs.checkOn, glyphs.checkOff, glyphs.full,
        glyphs.empty, glyphs.dot, glyphs.ring, glyphs.ladderUp,
      ] + [glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.teeLeft].map { String($0) }
    #expect(texts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(glyphs.dot != glyphs.ring && glyphs.full != glyphs.empty)
    #expect(glyphs.radioOn != glyphs.radioOff && glyphs.checkOn != glyphs.checkOff)
    #expect(glyphs.text("é…") == "e..." && Glyphs.unicode.text("é…") == "é…")
  }
}
