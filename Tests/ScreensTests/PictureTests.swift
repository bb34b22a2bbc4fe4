import FixturePack
import Golden
import QuestionnaireModel
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The screens of the fixture pack as pictures, each with the place of its cursor.
struct PictureTests {
  private static let wide: Set<String> = [
    "welcome", "question-each-some", "question-choice", "question-size-us", "question-scale-picked",
    "stop", "check", "result-now-flags", "result-ladder", "ladder-article", "step-article",
    "grounds-flags", "result-cautions", "treatment",
    "page-long",
  ]
  private static let plain: Set<String> = [
    "question-each-some", "question-choice-picked", "question-choices-marked", "stop", "check",
    "result-ladder", "ladder-middle", "step", "page-long", "page-figures", "question-zones-picked",
    "question-zones-mirrored",
  ]

  @Test(arguments: Case.all)
  func `at home size`(one: Case) {
    expectPicture(one, Size(width: 80, height: 24))
  }

  @Test(arguments: Case.all)
  func `in a small window`(one: Case) {
    expectPicture(one, Size(width: 40, height: 12))
  }

  @Test(arguments: Case.all.filter { wide.contains($0.name) })
  func `in a large window`(one: Case) {
    expectPicture(one, Size(width: 120, height: 40))
  }

  @Test(arguments: Case.all.filter { plain.contains($0.name) })
  func `in ASCII`(one: Case) {
    expectPicture(one, Size(width: 80, height: 24), glyphs: .ascii)
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
