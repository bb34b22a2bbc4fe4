import FixturePack
package import QuestionnaireModel
import RecommendationCore
package import WalkthroughCore

extension Walkthrough.State {
  /// A walkthrough of the fixture pack that stands on a screen, not drawn yet.
  package static func fixture(
    _ screen: Walkthrough.Screen = .welcome, answers: [Item.ID: Answer] = [:]
  ) -> Self {
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", suggestedFile: "thing.txt", start: screen)
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: FixturePack.pack)
    return state
  }

  /// On a question, with an ordinary answer to every item before it.
  package static func question(_ id: Item.ID, answers: [Item.ID: Answer] = [:]) -> Self {
    fixture(
      .question(id, isChange: false),
      answers: FixturePack.answers(before: id).merging(answers) { _, new in new })
  }
}

extension FixturePack {
  /// The ordinary answers to the items that come before this one.
  package static func answers(before id: Item.ID) -> [Item.ID: Answer] {
    let items = pack.questionnaire.items.prefix { $0.id != id }
    return ordinaryAnswers.filter { answer in items.contains { $0.id == answer.key } }
  }
}
