import Testing
import TextUI

struct FrameTests {
  @Test func `an empty frame is blank lines`() {
    #expect(Frame(size: Size(width: 3, height: 2)).text == "\n")
    #expect(Frame(size: Size(width: 0, height: 0)).text == "")
    #expect(Frame(size: Size(width: -5, height: -5)).size == Size(width: 0, height: 0))
  }

  @Test func `a text is clipped at the frame`() {
    var frame = Frame(size: Size(width: 5, height: 1))
    #expect(frame.put("abcdefgh", at: Point(x: -2, y: 0)) == 6)
    #expect(frame.text == "cdefg")
    #expect(frame.put("x", at: Point(x: 0, y: 7)) == 1)
    #expect(frame.text == "cdefg")
  }

  @Test func `a text is clipped at an area`() {
    var frame = Frame(size: Size(width: 8, height: 1))
    frame.put("abcdefgh", at: Point(x: 0, y: 0), in: Area(x: 2, y: 0, width: 3, height: 1))
    #expect(frame.text == "  cde")
  }

  @Test func `half a wide character is a blank`() {
    var frame = Frame(size: Size(width: 3, height: 1))
    frame.put("漢字", at: Point(x: 0, y: 0))
    #expect(frame.text == "漢")
    frame.put("漢字", at: Point(x: -1, y: 0))
    #expect(frame.text == " 字")
    frame.put("x", at: Point(x: 2, y: 0))
    #expect(frame.text == "  x")
    frame.put("字", at: Point(x: 1, y: 0))
    frame.put("y", at: Point(x: 1, y: 0))
    #expect(frame.text == " y")
    #expect(!frame[Point(x: 2, y: 0)].isContinuation)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\nb\r\nc", "a\u{FFFD}b\u{FFFD}\u{FFFD}c"),
    ("\u{9B}A", "\u{FFFD}A"), ("a\u{202E}b\u{200D}c\u{FEFF}", "abc"), ("❤️", "❤"),
    ("👍🏽!", "👍!"), ("👨‍👩‍👧!", "👨!"), ("🇩🇪", "\u{FFFD}\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"),
    ("\u{301}a", "a"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
  ])
  func `what terminals disagree on, or obey, is not drawn`(text: String, drawn: String) {
    var frame = Frame(size: Size(width: 20, height: 1))
    frame.put(text, at: Point(x: 0, y: 0))
    #expect(frame.text == drawn)
  }

  @Test func `frames that look alike are equal however they came about`() {
    var first = Frame(size: Size(width: 9, height: 1))
    var second = first
    first.put("e\u{301}", at: Point(x: 0, y: 0))
    first.put("o\u{302}", at: Point(x: 1, y: 0))
    second.put("o\u{302}", at: Point(x: 1, y: 0))
    #expect(first != second)
    second.put("e\u{301}", at: Point(x: 0, y: 0))
    #expect(first == second)
    second.cursor = Point(x: 1, y: 0)
    #expect(first != second)
  }

  @Test func `a box has corners, and none without room`() {
    var frame = Frame(size: Size(width: 4, height: 3))
    frame.box(frame.area, glyphs: .unicode)
    #expect(frame.text == "┌──┐\n│  │\n└──┘")
    var ascii = Frame(size: Size(width: 4, height: 3))
    ascii.box(Area(x: 0, y: 0, width: 4, height: 1), glyphs: .ascii)
    #expect(ascii.text == "\n\n")
    ascii.box(ascii.area, glyphs: .ascii)
    #expect(ascii.text == "+--+\n|  |\n+--+")
  }

  @Test func `rows of a taller frame are shown with their cursor`() {
    var tall = Frame(size: Size(width: 4, height: 10))
    for y in 0..<10 { tall.put("row\(y)", at: Point(x: 0, y: y), style: .hint) }
    tall.put("漢字", at: Point(x: 0, y: 5))
    tall.put("e\u{301}", at: Point(x: 0, y: 6))
    tall.cursor = Point(x: 1, y: 6)
    var frame = Frame(size: Size(width: 6, height: 4))
    frame.copy(tall, rows: 4..<20, to: Area(x: 1, y: 1, width: 3, height: 3))
    #expect(frame.text == "\n row\n 漢\n e\u{301}ow")
    #expect(frame.cursor == Point(x: 2, y: 3))
    #expect(frame[Point(x: 1, y: 1)].style == .hint)
  }

  @Test func `restyling keeps the characters`() {
    var frame = Frame(size: Size(width: 4, height: 1))
    frame.put("abcd", at: Point(x: 0, y: 0))
    frame.restyle(Area(x: 1, y: 0, width: 2, height: 9), .focus)
    #expect(frame.text == "abcd")
    #expect(frame[Point(x: 1, y: 0)].style == .focus)
    #expect(frame[Point(x: 3, y: 0)].style == .body)
  }

  @Test func `an ASCII frame keeps every place`() {
    var frame = Frame(size: Size(width: 12, height: 1))
    frame.put("│é漢e\u{301}…• x", at: Point(x: 0, y: 0))
    #expect(frame.inASCII.text == "|e? e.* x")
  }

  /// A wide character always has its right half beside it, and a right half its character; nothing
  /// ends the program.
  @Test func `random drawing at random sizes leaves every cell whole`() {
    var random = SeededGenerator(state: 2)
    let far = [Int.min, Int.max, -1_000_000, 1_000_000]
    func number(_ random: inout SeededGenerator) -> Int {
      Int.random(in: 0..<20, using: &random) == 0
        ? far.randomElement(using: &random) ?? 0 : Int.random(in: -5...30, using: &random)
    }
    for _ in 0..<1500 {
      let size = Size(width: number(&random) % 40, height: number(&random) % 12)
      var frame = Frame(size: size)
      for _ in 0..<12 {
        let area = Area(
          x: number(&random), y: number(&random), width: number(&random), height: number(&random))
        let point = Point(x: number(&random), y: number(&random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: frame.put(random.text(upTo: 12), at: point)
        case 1: frame.put(random.text(upTo: 12), at: point, style: .focus, in: area)
        case 2: frame.fill(area, with: random.text(upTo: 1).first ?? "x", style: .hint)
        case 3: frame.box(area, glyphs: .unicode)
        case 4: frame.restyle(area, .urgent)
        default: frame.copy(frame, rows: 0..<max(0, number(&random)), to: area)
        }
      }
      let isWhole = (0..<frame.size.height).allSatisfy { y in
        (0..<frame.size.width).allSatisfy { x in
          let cell = frame[Point(x: x, y: y)]
          let next = frame[Point(x: x + 1, y: y)]
          if cell.isContinuation, x == 0 { return false }
          let isWide = !cell.isContinuation && displayWidth(cell.character) == 2
          return isWide == next.isContinuation && (!isWide || x + 1 < frame.size.width)
        }
      }
      #expect(isWhole)
      #expect(frame.inASCII.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(arguments: [Size(width: 500, height: 300), Size(width: 1 << 40, height: 1 << 40)])
  func `a huge frame is no trouble`(size: Size) {
    var frame = Frame(size: Size(width: size.width, height: min(size.height, 300)))
    frame.fill(frame.area, with: "x")
    #expect(frame.size.width <= 1_000)
    #expect(frame.line(299).count == frame.size.width)
  }
}
