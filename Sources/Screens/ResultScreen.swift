import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// One part of the result.
func resultScreen(_ scene: Scene, _ part: Walkthrough.ResultPart) -> ScreenContent {
  guard let result = scene.result else { return ScreenContent(section: "") }
  let parts = scene.state.parts(in: scene.pack)
  var content = ScreenContent(section: scene.word(.result), heading: scene.word(part.word))
  content.place = scene.word(
    .part,
    [
      "n": String((parts.firstIndex(of: part) ?? 0) + 1), "total": String(parts.count),
    ])
  switch part {
  case .now: sayNow(result, scene, &content)
  case .sooner: saySooner(result, scene, &content)
  case .patterns: sayPatterns(result, scene, &content)
  case .ladder: sayLadder(result, scene, &content)
  case .cautions: sayCautions(result, scene, &content)
  case .surgery: saySurgery(result, scene, &content)
  case .questions:
    content.say(scene.word(.questionsAbout))
    content.blocks += result.questions.map { .bullet(scene.fill($0.text)) }
  case .readMore:
    content.say(scene.word(.readMoreAbout))
    content.gap()
    for page in result.pages {
      content.add(
        .open(.page(page)), .link(scene.pack[page: page].map { scene.fill($0.title) } ?? ""))
    }
    content.add(.open(.pageList), .link(scene.word(.allPages)))
  case .handOver: sayHandOver(result, scene, &content)
  }
  content.gap()
  let onward = scene.state.entries(in: scene.pack).last
  if onward == .continue, let next = parts.first(where: { $0.rawValue > part.rawValue }) {
    content.add(.continue, .button(scene.word(.nextPart, ["part": scene.word(next.word)])))
  } else {
    content.add(.leave, .button(scene.word(.leave)))
  }
  return content
}

extension Walkthrough.ResultPart {
  var word: ScreenWord {
    switch self {
    case .now: .partNow
    case .sooner: .partSooner
    case .patterns: .partPatterns
    case .ladder: .partLadder
    case .cautions: .partCautions
    case .surgery: .partSurgery
    case .questions: .partQuestions
    case .readMore: .partReadMore
    case .handOver: .partHandOver
    }
  }
}

private func sayNow(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  let level = result.disposition
  let text = scene.pack.rules.dispositions[level]
  content.heading = [text?.symbol ?? "", scene.fill(text?.title ?? "")].filter { !$0.isEmpty }
    .joined(separator: " ")
  let first = result.redFlags.first.flatMap { $0.disposition == level ? $0 : nil }
  content.say(
    scene.fill(action(of: first, level: level, scene)), level.hidesTreatments ? .urgent : .strong)
  if level.isEmergency { sayDesk(scene, &content) }
  // From same-day up the action line says when.
  if let first, !first.isUnsure, !level.hidesTreatments, let rule = scene.pack[flag: first.id] {
    content.say(scene.word(.deadline, ["within": scene.fill(rule.within)]))
  }
  if !result.isComplete {
    content.say(scene.fill(scene.pack.rules.dispositions.incomplete), .warning)
  }
  let steps = result.advice.filter { $0.kind == .do }
  if !result.redFlags.isEmpty {
    content.gap()
    content.blocks.append(.subheading(scene.word(.because)))
    for flag in result.redFlags {
      guard let rule = scene.pack[flag: flag.id] else { continue }
      let title = scene.fill(rule.title)
      let text = flag.isUnsure ? scene.word(.unsureAbout, ["sign": title]) : title
      content.add(
        .open(.flag(flag.id)), .item(scene.pack.attributing(text, to: rule.sources), detail: ""))
    }
  }
  sayDoNots(result.redFlags, scene, &content)
  if !steps.isEmpty {
    content.gap()
    content.blocks.append(.subheading(scene.word(.firstSteps)))
    content.blocks += steps.map { .bullet(adviceText($0, scene)) }
  }
  content.gap()
  content.say(scene.word(.emergencyHelpCall), .hint)
  content.say(scene.fill(scene.pack.manifest.notADiagnosis), .hint)
  content.say(scene.word(.holdsFor, ["day": result.day.description]), .hint)
}

private func saySooner(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  content.say(scene.word(.soonerAbout))
  let nets = result.safetyNets(of: result.redFlags, in: scene.pack.rules)
  content.blocks += nets.map {
    .bullet(scene.pack.attributing(scene.fill($0.text), to: $0.sources, atMost: 1))
  }
  content.blocks += result.advice.filter { $0.kind == .sooner }
    .map { .bullet(adviceText($0, scene)) }
  for fitting in result.conditions {
    let pattern = scene.pack[pattern: fitting.id]
    guard let pattern, !pattern.getHelpSooner.isEmpty else { continue }
    content.gap()
    content.blocks.append(
      .subheading(scene.word(.soonerIfItIs, ["pattern": scene.fill(pattern.name)])))
    content.blocks += pattern.getHelpSooner.map {
      .bullet(scene.pack.attributing(scene.fill($0), to: pattern.sources, atMost: 1))
    }
  }
}

private func adviceText(_ advice: Recommendation.GivenAdvice, _ scene: Scene) -> String {
  scene.pack.attributing(scene.fill(advice.text), to: scene.pack.sources(of: advice))
}

private func sayPatterns(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  content.say(scene.word(.patternsAbout))
  content.gap()
  for pattern in result.conditions {
    let rule = scene.pack[pattern: pattern.id]
    let word: ScreenWord =
      switch pattern.fit {
      case .strong: .fitStrong
      case .some: .fitSome
      case .weak: .fitWeak
      }
    let features: [(ScreenWord, [String])] = [
      (.fits, pattern.supporting.map(\.text)), (.doesNotFit, pattern.against.map(\.text)),
    ]
    content.add(
      .open(.pattern(pattern.id)),
      .described(
        scene.fill(rule?.name ?? ""), mark: nil,
        detail: scene.pack.attributing(scene.word(word), to: rule?.sources ?? []),
        notes: features.filter { !$1.isEmpty }.map { heading, texts in
          scene.word(heading) + ": " + texts.map(scene.fill).joined(separator: "; ")
        }))
  }
}

private func saySurgery(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  let surgery = scene.pack.rules.surgery
  if let advice = surgery.advice.first(where: { $0.id == result.surgery.advice }) {
    content.say(scene.fill(advice.text), .strong)
  }
  for (ids, heading, isMet) in [
    (result.surgery.met, ScreenWord.surgeryMet, true),
    (result.surgery.missing, .surgeryMissing, false),
  ] where !ids.isEmpty {
    content.gap()
    content.blocks.append(.subheading(scene.word(heading)))
    for reason in surgery.reasons where ids.contains(reason.id) {
      let text = scene.fill(isMet ? reason.met : reason.missing)
      content.blocks.append(.bullet(scene.pack.attributing(text, to: reason.sources)))
    }
  }
  content.gap()
  for page in surgery.pages { content.add(.open(.page(page)), .link(pageLink(page, scene))) }
}
