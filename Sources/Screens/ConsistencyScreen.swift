import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Answers that do not fit together: a friendly question, the answers to change, and the way on.
func consistencyScreen(_ scene: Scene, _ id: ConsistencyRule.ID) -> ScreenContent {
  guard let rule = scene.pack[consistency: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.check), heading: scene.fill(rule.ask))
  content.say(scene.word(.consistencyAbout))
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    guard case .change(let id) = entry, let item = scene.questionnaire[id] else { continue }
    let answer = scene.state.response[id].map { shortAnswer($0, to: item, scene) }
    content.add(
      entry,
      .item(scene.fill(item.summary), detail: answer.map(scene.fill) ?? scene.word(.notAnswered)))
  }
  content.gap()
  content.add(.continue, .button(scene.word(.bothAreRight)))
  return content
}
