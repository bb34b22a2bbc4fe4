import FixturePack
import QuestionnaireModel
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

extension Walkthrough.Codes {
  /// Codes of so many modules a side that say nothing.
  static func sample(_ count: Int, side: Int = 45) -> Self {
    let modules = (0..<side).map { y in
      (0..<side).map { x in
        let isInside = (4..<side - 4).contains(x) && (4..<side - 4).contains(y)
        return isInside && (x * x + x * y + 3 * y) % 5 < 2
      }
    }
    return Self(
      room: Walkthrough.CodeRoom(modules: side, isInHalves: true),
      pages: Array(repeating: Walkthrough.Code(modules: modules), count: count))
  }
}

/// A code beside the words of its screen.
struct CodeScreenTests {
  private let pack = FixturePack.pack

  private func showing(_ codes: Walkthrough.Codes) -> Walkthrough.State {
    var state = Walkthrough.State.fixture(
      .result(.handOver), answers: FixturePack.fullAnswers)
    _ = reduce(&state, .codesMade(codes), in: pack)
    return state
  }

  /// The modules as they are seen: what is light where a cell is light.
  private func seen(_ frame: Frame, isInHalves: Bool) -> [[Bool]] {
    var rows: [[Bool?]] = []
    for y in 0..<frame.size.height {
      var (upper, lower): ([Bool?], [Bool?]) = ([], [])
      for x in 0..<frame.size.width {
        let cell = frame[Point(x: x, y: y)]
        // Light is the ink of a reversed cell of this role.
        let paper: Bool? = cell.style.color == .code ? !cell.style.reverse : nil
        let ink = paper.map { !$0 }
        upper.append(["▀", "█"].contains(cell.character) ? ink : paper)
        lower.append(["▄", "█"].contains(cell.character) ? ink : paper)
      }
      rows += isInHalves ? [upper, lower] : [upper]
    }
    let lines = rows.map { $0.compactMap(\.self) }.filter { !$0.isEmpty }
    return isInHalves
      ? lines
      : lines.map { line in
        stride(from: 0, to: line.count, by: 2).map { line[$0] }
      }
  }

  @Test(arguments: [(80, 24, 45), (100, 30, 57), (120, 40, 77), (200, 60, 117), (64, 15, 29)])
  func `a code is drawn whole, with its light edge`(width: Int, height: Int, side: Int) {
    let codes = Walkthrough.Codes.sample(1, side: side)
    let size = Size(width: width, height: height)
    #expect(Walkthrough.CodeRoom(in: size, glyphs: .unicode).modules >= side)
    var state = showing(codes)
    let frame = draw(&state, size).frame
    var expected = codes.pages[0].modules
    // Two modules share a line, and the light of the last has one more.
    expected.append(Array(repeating: false, count: side))
    #expect(seen(frame, isInHalves: true) == expected)
  }

  /// Two blanks a module where there are no half blocks.
  @Test func `in ASCII a module takes two columns`() {
    let codes = Walkthrough.Codes.sample(1, side: 29)
    let size = Size(width: 93, height: 29)
    #expect(Walkthrough.CodeRoom(in: size, glyphs: .ascii).modules == 29)
    #expect(Walkthrough.CodeRoom(in: Size(width: 92, height: 29), glyphs: .ascii).modules == 28)
    var state = showing(codes)
    let frame = draw(&state, size, glyphs: .ascii).frame
    #expect(seen(frame, isInHalves: false) == codes.pages[0].modules)
    #expect(frame.inASCII.text == frame.text)
  }

  @Test(arguments: [(79, 24), (80, 22), (63, 24), (40, 12)])
  func `a part of a code is never drawn`(width: Int, height: Int) {
    var state = showing(.sample(3))
    let frame = draw(&state, Size(width: width, height: height)).frame
    #expect(seen(frame, isInHalves: true).isEmpty)
    #expect(!frame.text.contains("▀") && !frame.text.contains("█"))
  }

  /// R27: black on white, whatever the colours are; and none of it faint.
  @Test(arguments: Theme.all) func `it is dark on light in every theme`(theme: Theme) {
    #expect(Style.code.reverse && !Style.code.dim && !Style.code.bold)
    for depth in ColorDepth.allCases {
      let paint = theme[.code, depth]
      if depth == .none || theme.name == "monochrome" {
        #expect(paint == Paint())
      } else {
        // Reversed, the ink is the ground.
        #expect([.black, .deepBlack].contains(paint.background))
        #expect([.white, .brightWhite, .pureWhite].contains(paint.foreground))
      }
    }
  }

  /// What is said and pressed is seen without scrolling, in the smallest window for a useful code.
  @Test(arguments: [PointerUse.none, .mouse, .touch])
  func `all words stand beside it`(pointer: PointerUse) {
    for place in 0..<3 {
      var state = showing(.sample(3))
      for _ in 0..<place { _ = reduce(&state, .moved(.right), in: pack) }
      let drawn = draw(&state, Size(width: 80, height: 24), pointer: pointer)
      #expect(drawn.metrics.scrollLimit == 0, "\(drawn.frame.text)")
      #expect(drawn.frame.text.contains("Code \(place + 1) of 3"))
      #expect(drawn.metrics.codeRoom?.modules == 45)
      if pointer == .none { continue }
      let places = drawn.targets.flatMap(\.areas).map(\.right)
      #expect(places.allSatisfy { $0 <= 35 } && !places.isEmpty)
    }
  }

  @Test func `a window says what it lacks`() {
    let small = Walkthrough.CodeRoom(in: Size(width: 40, height: 12), glyphs: .unicode)
    func text(_ codes: Walkthrough.Codes) -> String {
      screenContent(Scene(showing(codes), in: pack)).texts.joined(separator: " ")
    }
    #expect(text(.init(room: small, needed: 45)).contains("A code needs 80 by 23."))
    let ascii = Walkthrough.CodeRoom(in: Size(width: 80, height: 24), glyphs: .ascii)
    #expect(text(.init(room: ascii, needed: 45)).contains("A code needs 125 by 45."))
    #expect(text(.init(room: small)).contains("Too much for codes."))
    #expect(text(.init(room: nil)).contains("A code is a picture."))
  }
}
