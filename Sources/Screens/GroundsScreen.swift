import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// One thing that the result says: the rule, the answers that made it so, and the sources.
private struct Ground {
  let says: String
  /// The rule, and which part of the result it helps to make; `nil` where there is no rule.
  var rule: (id: String, what: ScreenWord)?
  var because: [Subject] = []
  var sources: [Reference.ID] = []
  /// It holds whatever was answered.
  var isForEveryone = false
}

/// What something in the result rests on, from the answers to the sources.
///
/// Private answers are never shown, only that they count.
func groundsScreen(_ scene: Scene, _ grounds: Walkthrough.Grounds) -> ScreenContent {
  guard let result = scene.result else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.result), heading: scene.word(.grounds))
  let found = all(grounds, result, scene)
  for ground in found { say(ground, scene, &content) }
  saySources(found.flatMap(\.sources), scene, &content)
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

private func say(_ ground: Ground, _ scene: Scene, _ content: inout ScreenContent) {
  content.gap()
  content.blocks.append(.subheading(ground.says))
  if let rule = ground.rule {
    content.say(scene.word(.rule, ["id": rule.id, "what": scene.word(rule.what)]), .hint)
  }
  let shown = ground.because.filter { scene.questionnaire[$0.item]?.isPrivate != true }
  sayReasons(shown, scene, &content)
  let isPrivate = { (subject: Subject) in
    scene.questionnaire[subject.item]?.isPrivate == true
      && scene.answers.response[subject.item] != nil
  }
  if ground.because.contains(where: isPrivate) { content.say(scene.word(.unshown)) }
  if ground.isForEveryone { content.say(scene.word(.everyone)) }
  let names = ground.sources.compactMap { scene.pack[reference: $0]?.name }
  if !names.isEmpty {
    content.say(scene.word(.sources) + ": " + names.joined(separator: "; "), .hint)
  }
}

private func all(
  _ grounds: Walkthrough.Grounds, _ result: Recommendation, _ scene: Scene
) -> [Ground] {
  switch grounds {
  case .part(let part): ofPart(part, result, scene)
  case .flag(let id): result.redFlags.filter { $0.id == id }.compactMap { of($0, scene) }
  case .pattern(let id): result.conditions.filter { $0.id == id }.compactMap { of($0, scene) }
  case .step(let id): of(id, scene).map { [$0] } ?? []
  case .treatment(let id):
    result.treatments.first { $0.id == id }.map { of($0, result, scene) } ?? []
  }
}

private func ofPart(
  _ part: Walkthrough.ResultPart, _ result: Recommendation, _ scene: Scene
) -> [Ground] {
  let rules = scene.pack.rules
  func advice(_ kind: Advice.Kind) -> [Ground] {
    result.advice.filter { $0.kind == kind }.map { of($0, scene) }
  }
  let flags = result.redFlags.compactMap { of($0, scene) }
  switch part {
  case .now: return (flags.isEmpty ? [ofLevel(result, scene)] : flags) + advice(.do)
  case .sooner:
    let patterns = result.conditions.filter { fitting in
      rules.conditions.contains { $0.id == fitting.id && !$0.getHelpSooner.isEmpty }
    }
    return flags + advice(.sooner) + patterns.compactMap { of($0, scene) }
  case .patterns: return result.conditions.compactMap { of($0, scene) }
  case .ladder:
    let shown = Ground(
      says: scene.word(.partLadder), rule: ("ladder", .changesTreatments),
      because: scene.answers.reasons(for: rules.ladder.shownWhen, reading: .safety),
      sources: rules.ladder.sources)
    return [shown] + (result.ladder.step.flatMap { of($0, scene) }.map { [$0] } ?? [])
  case .cautions:
    return result.treatmentsWithCaution.flatMap { id in
      result.treatments.first { $0.id == id }.map { of($0, result, scene) } ?? []
    }
  case .surgery: return ofSurgery(result, scene)
  case .questions: return result.questions.map { of($0, scene) }
  case .readMore: return [Ground(says: scene.word(.picked))]
  case .handOver:
    let scores = result.scores.compactMap { value in rules.scores.first { $0.id == value.id } }
    return scores.isEmpty
      ? [Ground(says: scene.word(.kept))]
      : scores.map { score in
        Ground(
          says: scene.fill(score.name), rule: (score.id.rawValue, .changesClinicianPage),
          because: score.items.map { Subject($0) }, sources: score.sources)
      }
  }
}

/// The level without a red flag.
private func ofLevel(_ result: Recommendation, _ scene: Scene) -> Ground {
  let rules = scene.pack.rules.dispositions
  return Ground(
    says: scene.fill(
      result.isComplete ? rules[result.disposition]?.title ?? "" : rules.incomplete),
    rule: (result.disposition.rawValue, .changesUrgency),
    because: scene.answers.reasons(for: rules.selfCareWhen, reading: .safety))
}

private func of(_ raised: Recommendation.RaisedFlag, _ scene: Scene) -> Ground? {
  scene.pack[flag: raised.id].map { flag in
    let title = scene.fill(flag.title)
    return Ground(
      says: raised.isUnsure ? scene.word(.unsureAbout, ["sign": title]) : title,
      rule: (flag.id.rawValue, .changesUrgency), because: raised.because, sources: flag.sources)
  }
}

private func of(_ fitting: Recommendation.FittingPattern, _ scene: Scene) -> Ground? {
  scene.pack[pattern: fitting.id].map { pattern in
    Ground(
      says: scene.fill(pattern.name), rule: (pattern.id.rawValue, .changesPatterns),
      because: (fitting.supporting + fitting.against).flatMap(\.because).eachOnce(),
      sources: pattern.sources)
  }
}

private func of(_ given: Recommendation.GivenAdvice, _ scene: Scene) -> Ground {
  Ground(
    says: scene.fill(given.text), rule: (given.id.rawValue, .changesAdvice),
    because: given.because, sources: scene.pack.sources(of: given),
    isForEveryone: given.because.isEmpty)
}

private func of(_ id: Ladder.Step.ID, _ scene: Scene) -> Ground? {
  scene.pack.rules.ladder.steps.first { $0.id == id }.map { step in
    let because = scene.answers.reasons(for: step.reachedWhen, reading: .plain)
    return Ground(
      says: scene.fill(step.name), rule: (step.id.rawValue, .changesTreatments), because: because,
      sources: scene.pack.rules.ladder.sources, isForEveryone: because.isEmpty)
  }
}

/// The verdict, then what speaks for it, a reason each.
///
/// What is suggested, or is for later, rests on whom it suits, on all that does not speak against
/// it, and on the step where the person is.
private func of(
  _ judged: Recommendation.JudgedTreatment, _ result: Recommendation, _ scene: Scene
) -> [Ground] {
  guard let treatment = scene.pack[treatment: judged.id] else { return [] }
  let isGiven = judged.verdict == .suggest || judged.verdict == .later
  var because: [Subject] = []
  if isGiven {
    because = scene.answers.reasons(for: treatment.suits, reading: .plain)
    for gate in treatment.stop + treatment.askFirst {
      because += scene.answers.reasons(for: gate.when, reading: .safety)
    }
  } else if judged.reasons.allSatisfy(\.because.isEmpty), treatment.notAdvised == nil {
    because = scene.answers.reasons(for: treatment.suits, reading: .plain)
  }
  let verdict = Ground(
    says: scene.fill(treatment.name) + ": " + scene.word(judged.verdict.word),
    rule: (treatment.id.rawValue, .changesTreatments), because: because.eachOnce(),
    sources: scene.pack.sources(of: judged),
    isForEveryone: isGiven
      ? because.isEmpty : judged.verdict == .notAdvised && treatment.notAdvised != nil)
  let reasons = judged.reasons.filter { $0.text != treatment.about }.map { reason in
    Ground(says: reasonText(reason, scene), because: reason.because, sources: reason.sources)
  }
  let here = isGiven && result.ladder.isShown ? result.ladder.step : nil
  return [verdict] + reasons + (here.flatMap { of($0, scene) }.map { [$0] } ?? [])
}

private func ofSurgery(_ result: Recommendation, _ scene: Scene) -> [Ground] {
  let surgery = scene.pack.rules.surgery
  let advice = surgery.advice.first { $0.id == result.surgery.advice }.map { advice in
    Ground(
      says: scene.fill(advice.text), rule: (advice.id.rawValue, .changesSurgery),
      because: advice.when.map { scene.answers.reasons(for: $0, reading: .plain) } ?? [])
  }
  return (advice.map { [$0] } ?? [])
    + surgery.reasons.map { reason in
      let isMet = result.surgery.met.contains(reason.id)
      return Ground(
        says: scene.fill(isMet ? reason.met : reason.missing),
        rule: (reason.id.rawValue, .changesSurgery),
        because: scene.answers.reasons(for: reason.when, reading: .plain), sources: reason.sources)
    }
}
