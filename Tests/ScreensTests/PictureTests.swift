import FixturePack
import Golden
import QuestionnaireModel
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// R81: the screens of the fixture pack as pictures, each with the place of its cursor.
struct PictureTests {
  /// Those that show all components and kinds of screens between them: pictured in a large window,
  /// in ASCII and without colour too.
  private static let shown: Set<String> = [
    "welcome", "help", "why", "words", "emergency-help", "leave", "page-list", "page-short",
    "page-long", "page-claims", "page-figures", "sources", "claim", "question-each-some",
    "question-each-fault", "question-number-fault", "question-choice", "question-choice-picked",
    "question-size-us", "question-text-typed", "question-date", "question-scale-picked",
    "question-yes-no", "question-choices-marked", "question-choices-fault", "question-zones-picked",
    "question-zones-mirrored", "question-rows", "stop", "stop-two", "check", "check-open",
    "result-now-flags", "result-now-emergency", "result-now-open", "result-sooner",
    "result-patterns", "result-ladder", "result-cautions", "result-surgery", "result-handOver",
    "treatment", "save-fault", "hand-over-choice", "codes",
    "ladder-middle", "ladder-article", "step", "step-article", "grounds-flags",
  ]

  @Test(arguments: Case.all)
  func `at home size`(one: Case) {
    expectPicture(one, Size(width: 80, height: 24))
  }

  /// R59: large letters leave room for no more.
  @Test(arguments: Case.all.filter { !$0.hasCode })
  func `in a small window`(one: Case) {
    expectPicture(one, Size(width: 40, height: 12))
  }

  @Test(arguments: Case.all.filter { shown.contains($0.name) })
  func `in a large window`(one: Case) {
    expectPicture(one, Size(width: 120, height: 40))
  }

  /// R55.
  @Test(arguments: Case.all.filter { shown.contains($0.name) && !$0.hasCode })
  func `in ASCII`(one: Case) {
    expectPicture(one, Size(width: 80, height: 24), glyphs: .ascii)
  }

  /// R55: what is bold (B), reversed (R), both (X) or underlined (U), which is all that a terminal
  /// without colour shows.
  @Test(arguments: Case.all.filter { shown.contains($0.name) })
  func `without colour`(one: Case) {
    let size = Size(width: 80, height: 24)
    var state = one.state
    let frame = draw(&state, size).frame
    expectGolden(
      frame.attributeMap + "\n", named: "\(one.name)-\(size.name)-monochrome", extension: "look")
  }

  @Test func `every screen of the list is there`() {
    #expect(Self.shown.isSubset(of: Set(Case.all.map(\.name))))
  }

  /// The end of what does not fit is pictured too.
  @Test(
    arguments: Case.all.filter {
      ["page-long", "check", "check-set-aside", "stop-two", "change-effect"].contains($0.name)
    })
  func `scrolled to the end`(one: Case) {
    let size = Size(width: 40, height: 12)
    var state = one.state
    _ = draw(&state, size)
    _ = reduce(&state, .moved(.last), in: FixturePack.pack)
    expectPicture(Case(one.name + "-end", state), size)
  }

  /// R75.
  @Test(arguments: [Size(width: 39, height: 24), Size(width: 80, height: 11)])
  func `too small a window`(size: Size) {
    expectPicture(Case("too-small", .question("place")), size)
  }

  private func expectPicture(_ one: Case, _ size: Size, glyphs: Glyphs = .unicode) {
    var state = one.state
    let drawn = draw(&state, size, glyphs: glyphs)
    let cursor = drawn.frame.cursor.map { "cursor at column \($0.x), line \($0.y)" } ?? "no cursor"
    let name = "\(one.name)-\(size.name)" + (glyphs == .ascii ? "-ascii" : "")
    expectGolden(drawn.frame.text + "\n" + cursor + "\n", named: name, extension: "screen")
  }
}
