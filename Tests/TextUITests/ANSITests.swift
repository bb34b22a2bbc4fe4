import Testing
import TextUI

struct ANSITests {
  private func frame(_ style: Style) -> Frame {
    var frame = Frame(size: Size(width: 9, height: 2))
    frame.put("go", at: Point(x: 1, y: 0), style: style)
    return frame
  }

  @Test(arguments: [
    (Style.body, "high-contrast", ColorDepth.none, " go"),
    (.warning, "default", .none, " \u{1B}[1mgo\u{1B}[0m"),
    (.urgent, "monochrome", .many, " \u{1B}[1;7mgo\u{1B}[0m"),
    (.warning, "default", .many, " \u{1B}[1;38;5;220;48;5;232mgo\u{1B}[0m"),
    (.warning, "default", .direct, " \u{1B}[1;38;2;255;215;0;48;2;8;8;8mgo\u{1B}[0m"),
    (.link, "default", .sixteen, " \u{1B}[4;96;40mgo\u{1B}[0m"),
  ])
  func `a look is turned on and off again`(
    style: Style, theme: String, depth: ColorDepth, line: String
  ) throws {
    let theme = try #require(Theme(named: theme))
    #expect(frame(style).ansi(theme, depth) == line + "\n")
  }

  @Test func `a painted ground reaches to the edge`() {
    let text = frame(.body).ansi(.light, .sixteen)
    let line = "\u{1B}[30;47m go      \u{1B}[0m"
    #expect(text == line + "\n" + "\u{1B}[30;47m" + blanks(9) + "\u{1B}[0m")
  }

  @Test func `a map of looks has a letter for each`() {
    #expect(frame(.urgent).attributeMap == ".XX\n")
    #expect(frame(.link).attributeMap == ".UU\n")
    #expect(frame(.focus).attributeMap == ".RR\n")
    #expect(frame(.heading).attributeMap == ".BB\n")
    #expect(frame(Style(dim: true)).attributeMap == ".??\n")
  }

  @Test(arguments: [
    (30, 30, 0), (43, 43, 0), (44, 42, 1), (76, 72, 2), (80, 72, 2), (99, 72, 2), (100, 72, 14),
    (120, 72, 24), (200, 72, 64),
  ])
  func `text is never wider than can be read`(width: Int, text: Int, margin: Int) {
    let size = Size(width: width, height: 24)
    #expect(Spacing.textWidth(size) == text)
    #expect(Spacing.margin(size) == margin)
    #expect(Spacing.margin(size) + Spacing.textWidth(size) <= width)
  }
}
