import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

func sayCautions(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  content.say(scene.word(.cautionsAbout))
  for verdict in [Verdict.avoid, .askFirst, .notAdvised] {
    let judged = result.treatments.filter { $0.verdict == verdict }
    guard !judged.isEmpty else { continue }
    content.gap()
    content.blocks.append(.subheading(scene.word(verdict.word)))
    for one in judged {
      guard let treatment = scene.pack[treatment: one.id] else { continue }
      content.add(
        .open(.treatment(one.id)),
        .described(
          scene.fill(treatment.name), mark: verdict,
          detail: one.reasons.first.map { attributedText($0, scene) } ?? verdictText(one, scene),
          notes: []))
    }
  }
}

/// A reason that is not known is said as a question, never as a fact.
func reasonText(_ reason: Recommendation.JudgedTreatment.Reason, _ scene: Scene) -> String {
  let text = scene.fill(reason.text)
  return reason.isUnknown ? scene.word(.notKnown, ["fact": text]) : text
}

func attributedText(
  _ reason: Recommendation.JudgedTreatment.Reason, _ scene: Scene
) -> String {
  scene.pack.attributing(reasonText(reason, scene), to: reason.sources)
}

/// The verdict with whose it is.
func verdictText(_ judged: Recommendation.JudgedTreatment, _ scene: Scene) -> String {
  scene.pack.attributing(scene.word(judged.verdict.word), to: scene.pack.sources(of: judged))
}

/// One treatment: the verdict, its reasons, what each guideline says, where the article puts it.
func treatmentScreen(_ scene: Scene, _ id: Treatment.ID) -> ScreenContent {
  guard let treatment = scene.pack[treatment: id],
    let judged = scene.result?.treatments.first(where: { $0.id == id })
  else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.treatment), heading: scene.fill(treatment.name))
  content.say(verdictText(judged, scene), .strong)
  content.say(scene.fill(treatment.about))
  let reasons = judged.reasons.filter { $0.text != treatment.about }
  if !reasons.isEmpty {
    content.gap()
    content.blocks.append(.subheading(scene.word(.because)))
    for reason in reasons {
      content.blocks.append(.bullet(attributedText(reason, scene)))
      let said = reason.because.compactMap {
        subjectText($0, in: scene.answers, wording: scene.words)
      }
      if !said.isEmpty {
        content.say(
          "  " + scene.word(.youSaid) + " " + said.map(scene.fill).joined(separator: "; "), .hint)
      }
    }
  }
  content.gap()
  content.blocks.append(.subheading(scene.word(.guidelines)))
  for view in treatment.guidelines { content.blocks.append(.bullet(guidelineText(view, scene))) }
  content.gap()
  content.blocks.append(.subheading(scene.word(.articleView)))
  content.say(articleText(treatment, scene))
  saySources(
    treatment.sources + treatment.guidelines.map(\.guideline) + reasons.flatMap(\.sources), scene,
    &content)
  content.gap()
  if let page = treatment.page { content.add(.open(.page(page)), .link(pageLink(page, scene))) }
  content.add(.back, .button(scene.word(.back)))
  return content
}

private func guidelineText(_ view: GuidelineView, _ scene: Scene) -> String {
  let name = scene.pack[reference: view.guideline]?.name ?? view.guideline.rawValue
  let direction: ScreenWord =
    switch view.direction {
    case .for: .guidelineFor
    case .against: .guidelineAgainst
    case .neither: .guidelineNeither
    case .notCovered: .guidelineNotCovered
    }
  let strength: ScreenWord? =
    switch view.strength {
    case .strong: .strengthStrong
    case .moderate: .strengthModerate
    case .conditional: .strengthConditional
    case .limited: .strengthLimited
    case .none: nil
    }
  var text = name + ": " + scene.word(direction)
  if let strength, view.direction != .notCovered { text += ", " + scene.word(strength) }
  return view.isUnverified ? text + " " + scene.word(.fromMemory) : text
}
