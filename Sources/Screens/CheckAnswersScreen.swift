import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// All answers by section, each of which can be changed.
func checkAnswersScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.check), heading: scene.word(.checkHeading))
  let open = scene.answers.unanswered
  content.say(
    open.isEmpty
      ? scene.word(.checkAbout) : scene.word(.checkOpen, ["n": String(open.count)]),
    open.isEmpty ? .body : .warning)
  content.add(.continue, .button(scene.word(open.isEmpty ? .toResult : .toOpenQuestions)))
  for section in scene.questionnaire.sections {
    let items = section.items.filter { scene.answers.isAsked($0.id) }
    guard !items.isEmpty else { continue }
    content.gap()
    content.blocks.append(.subheading(scene.fill(section.title)))
    for item in items {
      let answer = scene.state.response[item.id].map { shortAnswer($0, to: item, scene) }
      content.add(
        .change(item.id),
        .item(scene.fill(item.summary), detail: answer.map(scene.fill) ?? scene.word(.notAnswered)))
    }
  }
  let parked = scene.answers.parked.compactMap { scene.questionnaire[$0] }
  if !parked.isEmpty {
    content.gap()
    content.blocks.append(.subheading(scene.word(.parkedHeading)))
    content.say(scene.word(.parkedAbout), .hint)
    content.blocks += parked.map { .bullet(parkedText($0, scene)) }
  }
  return content
}

/// A parked answer in words; of a private item only that there is one, since somebody else may
/// answer now.
private func parkedText(_ item: Item, _ scene: Scene) -> String {
  let name = scene.fill(item.summary)
  guard !item.isPrivate, let answer = scene.state.response[item.id] else { return name }
  return name + ": " + scene.fill(shortAnswer(answer, to: item, scene))
}

/// The answer in words; of many rows only those that are not "no", and how the rest was answered.
func shortAnswer(_ answer: Answer, to item: Item, _ scene: Scene) -> String {
  guard case .rows(let rows) = answer else {
    return answerText(answer, of: item, wording: scene.words)
  }
  let telling = rows.filter { $0.value != .option(.no) }
  if telling.isEmpty { return scene.word(.noToAll) }
  let isYesNo = item.options.isEmpty
  let texts = item.rows.compactMap { row in
    telling[row.id].map { answer in
      isYesNo && answer == .option(.yes)
        ? scene.fill(row.text)
        : scene.fill(row.text) + ": " + answerText(answer, of: item, wording: scene.words)
    }
  }
  let rest = telling.count == item.rows.count ? [] : [scene.word(.noToTheRestShort)]
  return (texts + rest).joined(separator: "; ")
}
