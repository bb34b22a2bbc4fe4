import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// How screens look: what is urgent, what is said by colour, how wide text is.
struct LookTests {
  private let pack = FixturePack.pack
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 120, height: 40),
  ]

  /// By words, a sign and an attribute, so that no colour is needed.
  @Test(arguments: Case.all, sizes) func `what is urgent or wrong shows without colour`(
    one: Case, size: Size
  ) {
    let content = screenContent(Scene(one.state, in: pack))
    var state = one.state
    let frame = draw(&state, Size(width: size.width, height: 600)).frame
    for case .text(let text, let tone) in content.blocks where tone == .urgent || tone == .warning {
      expect(text, in: frame, isReversed: tone == .urgent)
    }
    if let fault = content.fault { expect(fault, in: frame, isReversed: false) }
  }

  private func expect(_ text: String, in frame: Frame, isReversed: Bool) {
    let start = "! " + text.prefix(12)
    guard let y = (0..<frame.size.height).first(where: { frame.line($0).contains(start) }) else {
      Issue.record("no line has \(start)")
      return
    }
    let sign = frame.area.points.first { $0.y == y && frame[$0].character == "!" }
    let style = sign.map { frame[$0].style }
    #expect(style?.bold == true && style?.reverse == isReversed, "\(text)")
    guard isReversed else { return }
    // A band, from edge to edge of the text.
    let reversed = frame.area.points.filter { $0.y == y && frame[$0].style == .urgent }
    #expect(reversed.count >= Spacing.textWidth(frame.size) - 2, "\(text)")
  }

  /// One thing at most is reversed besides the header: the focus, or what is urgent.
  @Test(arguments: Case.all) func `what is reversed has the focus`(one: Case) throws {
    var state = one.state
    let drawn = draw(&state, Size(width: 80, height: 24))
    let focused = drawn.frame.area.points.filter { drawn.frame[$0].style == .focus }
    guard let top = focused.map(\.y).min(), let bottom = focused.map(\.y).max() else { return }
    if drawn.metrics.showsPicture { return }
    let cursor = try #require(drawn.frame.cursor)
    #expect(bottom - top < drawn.metrics.entries[state.visit.focus].count)
    #expect((top...bottom).contains(cursor.y))
  }

  @Test func `a picked number is reversed while it has the focus, else bold`() throws {
    var state = Walkthrough.State.question("level-week")
    for action in [Walkthrough.Action.digitPressed(7), .moved(.last)] {
      let isFocused = action != .moved(.last)
      _ = reduce(&state, action, in: pack)
      let frame = draw(&state, Size(width: 80, height: 24)).frame
      let place = try #require(
        frame.area.points.first { frame.line($0.y).contains("[7]") && frame[$0].character == "7" })
      #expect(frame[place].style == (isFocused ? .focus : .chosen))
    }
  }

  @Test(arguments: Case.all, sizes + [Size(width: 200, height: 60)])
  func `text stands in 72 columns`(one: Case, size: Size) {
    var state = one.state
    let frame = draw(&state, size).frame
    let isBesideCode = frame.area.points.contains { frame[$0].style == .code }
    let margin = isBesideCode ? Spacing.marginBesideCode : Spacing.margin(size)
    // The line at the top, and the lines around the body, go from edge to edge.
    for point in frame.area.points where point.y > 0 && frame[point].character != "─" {
      if frame[point].character == " " || frame[point].style == .code { continue }
      #expect(point.x >= margin && point.x < margin + Spacing.widestText, "\(frame.line(point.y))")
    }
  }

  @Test func `more than is seen is said in words too`() {
    var state = Walkthrough.State.fixture(.page("about-things"))
    let size = Size(width: 80, height: 18)
    #expect(draw(&state, size).frame.text.contains(" more below ─"))
    #expect(!draw(&state, size).frame.text.contains("more above"))
    _ = reduce(&state, .moved(.last), in: pack)
    let end = draw(&state, size).frame
    #expect(end.line(1).contains(" more above ─") && !end.text.contains("more below"))
    var short = Walkthrough.State.fixture(.leave)
    #expect(!draw(&short, size).frame.text.contains("more "))
  }

  /// R56.
  @Test func `a problem is called one, and stands apart where there is room`() throws {
    let one = try #require(Case.all.first { $0.name == "question-number-fault" })
    var state = one.state
    let frame = draw(&state, Size(width: 80, height: 24)).frame
    #expect(frame.line(2) == "  ! A problem: Type a whole number.")
    #expect(frame.line(3) == "" && frame.line(4) == "  How old are you?")
    let small = draw(&state, Size(width: 40, height: 12)).frame
    #expect(small.line(1) == "! A problem: Type a whole number." && small.line(2) != "")
  }
}
