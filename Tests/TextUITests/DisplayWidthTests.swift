import CCursesWidth
import CPseudoTerminal
import Foundation
import Testing
import TextUI

/// ncurses has one screen at a time.
@Suite(.serialized) struct DisplayWidthTests {
  /// ncurses places its cursor by the libc's table; ours must never differ for what is drawn.
  @Test func `every scalar is as wide as the libc says`() {
    #expect(pty_set_utf8_locale() != 0)
    var wrong: [String] = []
    for value in UInt32(1)...0x3_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ours = scalar.displayWidth
      let libc = Int(pty_wcwidth(Int32(bitPattern: value)))
      // A libc of a later Unicode knows more: that is drawn as U+FFFD here.
      if ours == libc || (ours == -1 && value >= 0xA0) { continue }
      wrong.append("\(String(value, radix: 16)): \(ours), not \(libc)")
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  /// The other way round: nothing is unknown here that this libc knows.
  @Test func `no scalar of Unicode 14 is unknown`() {
    #expect(pty_set_utf8_locale() != 0)
    let unknown = (UInt32(0xA0)...0x3_FFFF).compactMap(Unicode.Scalar.init).filter {
      guard let age = $0.properties.age, age.major <= 14 else { return false }
      return $0.displayWidth == -1 && pty_wcwidth(Int32(bitPattern: $0.value)) >= 0
    }
    #expect(unknown.isEmpty)
  }

  /// R60: for every character that stands in the content, and for every other there is.
  @Test func `ncurses moves its cursor as far as we count`() throws {
    var wrong: [String] = []
    func compare(_ scalars: [Unicode.Scalar], _ width: Int) {
      let advance = Int(curses_advance(scalars.map(\.value), Int32(scalars.count)))
      if advance != width { wrong.append("\(scalars): \(width), but ncurses \(advance)") }
    }
    let content = try contentScalars()
    #expect(content.count > 60)
    for scalar in content {
      #expect(scalar.displayWidth > 0, "\(scalar) cannot be drawn")
      #expect(!scalar.properties.isEmojiPresentation, "no terminal is sure of \(scalar)")
      compare([scalar], scalar.displayWidth)
      // With marks on it, and beside a wide one.
      compare([scalar, "\u{301}", "\u{327}"], scalar.displayWidth)
      compare(["漢", scalar, "ü"], 3 + scalar.displayWidth)
    }
    // An ESC or a mark alone is not drawn as itself.
    for value in UInt32(0x20)...0x3_FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.displayWidth > 0 else { continue }
      compare([scalar], scalar.displayWidth)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  /// R60: what a text becomes in a frame, marks, joiners and halves of emoji and all.
  ///
  /// `Scripts/soak` asks for a million of them.
  @Test func `ncurses moves its cursor as far as we count, for graphemes made at random`() {
    let wanted = ProcessInfo.processInfo.environment["KNEEGUIDE_GRAPHEMES"].flatMap { Int($0) }
    var random = SeededGenerator(state: 60)
    var wrong: [String] = []
    var marked = 0
    for _ in 0..<((wanted ?? 50_000) / 10) {
      let text = (1...10).map { _ in grapheme(&random) }.joined()
      var frame = Frame(size: Size(width: 60, height: 1), style: .footer)
      let end = frame.put(text, at: Point(x: 0, y: 0), style: .body)
      let cells = (0..<end).map { frame[Point(x: $0, y: 0)] }.filter { !$0.isContinuation }
      let scalars = cells.flatMap(\.character.unicodeScalars).map(\.value)
      if scalars.count > cells.count { marked += 1 }
      let advance = Int(curses_advance(scalars, Int32(scalars.count)))
      if advance != end || end != displayWidth(text) {
        let hex = text.unicodeScalars.map { String($0.value, radix: 16) }
        wrong.append("\(hex): \(end), but ncurses \(advance)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(marked > 1000)
  }

  /// A scalar of any kind, and often what may stand on it or join it.
  private func grapheme(_ random: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x36F, 0x370...0x1FFF, 0x2000...0x2BFF, 0x3040...0x9FFF, 0xAC00...0xD7FB,
      0xFE00...0xFFFD, 0x1F1E6...0x1FAFF, 0x10000...0x3_FFFF,
    ]
    let joining: [ClosedRange<UInt32>] = [
      0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x1160...0x11FF,
    ]
    func one(_ ranges: [ClosedRange<UInt32>]) -> Unicode.Scalar {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\u{FFFD}"
    }
    var scalars = String.UnicodeScalarView([one(ranges)])
    for _ in 0..<Int.random(in: 0...3, using: &random) { scalars.append(one(joining)) }
    return String(scalars)
  }

  /// Every character of the content's files but the ends of lines.
  private func contentScalars() throws -> Set<Unicode.Scalar> {
    let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let folder = root.appendingPathComponent("Content")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var found: Set<Unicode.Scalar> = []
    for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      found.formUnion(text.unicodeScalars)
    }
    return found.subtracting(["\n", "\t", "\r"])
  }

  @Test(arguments: [
    ("", 0), ("knee", 4), ("café", 4), ("cafe\u{301}", 4), ("漢字", 4), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("a\tb", 3), ("\u{1B}[A", 3), ("\u{200B}", 0), ("👍", 2),
    // Of a sequence the first emoji is drawn; a flag not at all.
    ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 1), ("\u{301}", 0),
  ])
  func `a text is as wide as what is drawn of it`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `a control has no width`() {
    #expect(displayWidth("\u{7}" as Character) == -1)
    #expect(displayWidth("\u{9B}" as Character) == -1)
    #expect(displayWidth("x" as Character) == 1)
    #expect(displayWidth("漢" as Character) == 2)
    #expect(displayWidth("e\u{301}" as Character) == 1)
  }

  @Test func `a text is as wide as the cells it fills`() {
    var random = SeededGenerator(state: 1)
    for _ in 0..<2000 {
      let text = random.text(upTo: 20)
      var frame = Frame(size: Size(width: 200, height: 1), style: .footer)
      let end = frame.put(text, at: Point(x: 0, y: 0), style: .body)
      #expect(end == displayWidth(text))
      let written = (0..<200).filter { frame[Point(x: $0, y: 0)].style == .body }
      #expect(written.count == end)
    }
  }
}
