import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// What a changed answer does, before it is kept: the level first, then the questions, then the
/// rest.
func changeEffectScreen(_ scene: Scene, _ id: Item.ID, _ answer: Answer) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.check), heading: scene.word(.changeHeading))
  guard let item = scene.questionnaire[id] else { return content }
  content.say(scene.fill(item.summary), .strong)
  if let old = scene.state.response[id] {
    content.say(
      scene.word(.changeOld, ["answer": scene.fill(shortAnswer(old, to: item, scene))]), .hint)
  }
  content.say(
    scene.word(.changeNew, ["answer": scene.fill(shortAnswer(answer, to: item, scene))]), .hint)
  content.gap()
  let effect = scene.state.effect(of: answer, to: id, in: scene.pack)
  content.blocks +=
    (urgencyLines(effect, scene) + questionLines(effect, scene) + adviceLines(effect, scene))
    .map { .bullet($0) }
  content.gap()
  content.add(.keepChange, .button(scene.word(.keepChange)))
  content.add(.dropChange, .button(scene.word(.dropChange)))
  return content
}

private func urgencyLines(_ effect: ChangeEffect, _ scene: Scene) -> [String] {
  let level = effect.disposition.flatMap { scene.pack.rules.dispositions[$0]?.title }
  func title(_ id: RedFlag.ID) -> String? { scene.pack[flag: id].map { scene.fill($0.title) } }
  return (level.map { [scene.word(.changeLevel, ["advice": scene.fill($0)])] } ?? [])
    + effect.raised.compactMap { flag in
      title(flag.id).map {
        flag.isUnsure
          ? scene.word(.unsureAbout, ["sign": $0]) : scene.word(.changeFlagNew, ["sign": $0])
      }
    }
    + effect.cleared.compactMap { title($0).map { scene.word(.changeFlagGone, ["sign": $0]) } }
}

private func questionLines(_ effect: ChangeEffect, _ scene: Scene) -> [String] {
  func line(_ items: [Item.ID], _ one: ScreenWord, _ many: ScreenWord) -> [String] {
    guard !items.isEmpty else { return [] }
    let names = items.compactMap { scene.questionnaire[$0] }.map { scene.fill($0.summary) }
    return [
      scene.word(
        items.count == 1 ? one : many,
        ["n": String(items.count), "names": names.joined(separator: "; ")])
    ]
  }
  return line(effect.hidden, .changeHidesOne, .changeHides)
    + line(effect.opened, .changeAsksOne, .changeAsks)
    + line(effect.returned, .changeReturnsOne, .changeReturns)
}

private func adviceLines(_ effect: ChangeEffect, _ scene: Scene) -> [String] {
  let rules = scene.pack.rules
  var lines = effect.verdicts.compactMap { becomes in
    rules.treatments.first { $0.id == becomes.treatment }.map {
      scene.word(
        .changeVerdict,
        ["treatment": scene.fill($0.name), "verdict": scene.word(becomes.verdict.word)])
    }
  }
  switch effect.ladder {
  case .shown: lines.append(scene.word(.changeLadderShown))
  case .hidden: lines.append(scene.word(.changeLadderHidden))
  case .step(let id):
    if let step = rules.ladder.steps.first(where: { $0.id == id }) {
      lines.append(scene.word(.changeStep, ["step": scene.fill(step.name)]))
    }
  case nil: break
  }
  func patterns(_ ids: [ConditionPattern.ID], _ word: ScreenWord) -> [String] {
    ids.compactMap { rules[pattern: $0] }
      .map { scene.word(word, ["pattern": scene.fill($0.name)]) }
  }
  lines += patterns(effect.newPatterns, .changePatternNew)
  lines += patterns(effect.gonePatterns, .changePatternGone)
  if effect.changesSurgery { lines.append(scene.word(.changeSurgery)) }
  if effect.changesAdvice { lines.append(scene.word(.changeAdvice)) }
  return lines
}
