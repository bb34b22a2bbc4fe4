import FixturePack
import QuestionnaireModel
import RecommendationCore
import Rehearsal
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// R53: the same answers by keys on the screen and by lines.
///
/// `kneeguide-soak` does the same with the content itself, for as long as it is given.
struct BothWaysTests {
  private let pack = FixturePack.pack

  private func rehearsal(_ seed: UInt64) -> (Rehearsal, Size) {
    var random = SeededGenerator(seed: seed)
    var answers: [Item.ID: Answer] = [:]
    for item in pack.questionnaire.items { answers[item.id] = random.answer(to: item) }
    let size = random.bool() ? Size(width: 80, height: 24) : Size(width: 40, height: 12)
    return (
      Rehearsal(answers, stopsAtEmergency: seed % 4 == 0, on: FixturePack.answerDay, in: pack), size
    )
  }

  @Test(arguments: 1...100) func `lead to the same screens and the same result`(seed: UInt64) {
    let (rehearsal, size) = rehearsal(seed)
    #expect(faultOfFaces(rehearsal, size: size) == nil)
  }

  /// R50, R53: none of the screens has a text that the lines lack, and it is read from its top.
  @Test(arguments: Case.all) func `say every text of a screen in its order`(one: Case) {
    // What comes before the place that was picked is not said.
    if one.state.visit.passage != nil { return }
    let content = screenContent(Scene(one.state, in: pack))
    #expect(unsaidText(of: content, in: linesSaid(on: one.state, in: pack)) == nil)
  }

  @Test func `a text that is not said, or said too late, is found`() {
    var content = ScreenContent(section: "Section", heading: "Heading")
    content.say("first")
    content.say("second")
    #expect(unsaidText(of: content, in: ["Section", "Heading", "first", "second"]) == nil)
    #expect(unsaidText(of: content, in: ["Section", "Heading", "first"]) == "second")
    #expect(unsaidText(of: content, in: ["Section", "Heading", "second", "first"]) == "second")
  }

  @Test func `a face that leads elsewhere is found`() {
    let (rehearsal, size) = rehearsal(1)
    // Without an answer to the last question neither way comes to its end.
    var answers = rehearsal.answers
    answers["tried"] = nil
    let broken = Rehearsal(answers, on: FixturePack.answerDay, in: pack)
    #expect(faultOfFaces(broken, size: size)?.hasPrefix("by keys: no answer") == true)
    #expect(broken.byLines().fault?.hasPrefix("no answer") == true)
  }
}
