import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// The ladder, a line for each step from the bottom up; drawn, the lowest stands at the bottom.
func sayLadder(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  content.say(scene.word(.ladderAbout))
  content.gap()
  let steps = scene.pack.rules.ladder.steps
  let here = steps.firstIndex { $0.id == result.ladder.step }
  for (index, step) in steps.enumerated() {
    let isNext = here.map { index == $0 + 1 } ?? false
    let place: ScreenWord? = index == here ? .youAreHere : isNext ? .next : nil
    let judged = result.treatments(on: step.id, in: scene.pack)
    var notes = triedText(step, scene).map { [$0] } ?? []
    if scene.state.showsArticle { notes += stageLists(judged, scene) }
    content.add(
      .open(.step(step.id)),
      .rung(
        Rung(
          number: index + 1, name: scene.fill(step.name), isHere: index == here,
          place: place.map { scene.word($0) } ?? "", tallies: tallies(judged, scene), notes: notes))
    )
  }
  if scene.state.showsArticle { sayStages(scene, &content) }
}

/// One step: what it is, what was tried of it, and each of its treatments with its reasons.
func stepScreen(_ scene: Scene, _ id: Ladder.Step.ID) -> ScreenContent {
  let steps = scene.pack.rules.ladder.steps
  guard let index = steps.firstIndex(where: { $0.id == id }), let result = scene.result else {
    return ScreenContent(section: "")
  }
  let step = steps[index]
  var content = ScreenContent(
    section: scene.word(.partLadder),
    heading: scene.word(.ladderStep, ["n": String(index + 1), "name": scene.fill(step.name)]))
  if id == result.ladder.step { content.say(scene.word(.youAreHere), .strong) }
  content.say(scene.pack.attributing(scene.fill(step.about), to: scene.pack.rules.ladder.sources))
  if let tried = triedText(step, scene) { content.say(tried) }
  content.gap()
  for judged in result.treatments(on: id, in: scene.pack) {
    guard let treatment = scene.pack[treatment: judged.id] else { continue }
    var notes: [String] = []
    for reason in judged.reasons {
      let text = reasonText(reason, scene)
      if !notes.contains(text) { notes.append(text) }
    }
    if scene.state.showsArticle { notes.append(articleText(treatment, scene)) }
    content.add(
      .open(.treatment(judged.id)),
      .described(
        scene.fill(treatment.name), mark: judged.verdict, detail: verdictText(judged, scene),
        notes: notes))
  }
  if scene.state.showsArticle { sayStages(scene, &content) }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// What was tried of a step and how it helped; `nil` where nothing was said of it.
private func triedText(_ step: Ladder.Step, _ scene: Scene) -> String? {
  let texts = step.tried.compactMap { subject -> String? in
    guard case .row(let id) = subject.part, let item = scene.questionnaire[subject.item],
      let row = item.rows.first(where: { $0.id == id })
    else { return nil }
    switch scene.answers.status(of: subject) {
    case .answered(let answer):
      return scene.fill(row.text) + ": " + answerText(answer, of: item, wording: scene.words)
    case .unsure: return scene.fill(row.text) + ": " + scene.words[.notSure]
    case .open, .hidden: return nil
    }
  }
  return texts.isEmpty ? nil : scene.word(.tried, ["list": texts.joined(separator: "; ")])
}

/// How many of the treatments have each verdict, in the order in which they stand.
private func tallies(
  _ judged: [Recommendation.JudgedTreatment], _ scene: Scene
) -> [Rung.Tally] {
  var seen: [Verdict] = []
  for one in judged where !seen.contains(one.verdict) { seen.append(one.verdict) }
  return seen.map { verdict in
    let count = judged.count { $0.verdict == verdict }
    return Rung.Tally(verdict: verdict, text: scene.word(verdict.word) + ": " + String(count))
  }
}

/// The article's stages, each with the treatments of a step that it puts there, and then those that
/// it leaves out.
private func stageLists(
  _ judged: [Recommendation.JudgedTreatment], _ scene: Scene
) -> [String] {
  let treatments = judged.compactMap { scene.pack[treatment: $0.id] }
  let stages: [Int?] = scene.pack.rules.ladder.articleStages.map(\.number) + [nil]
  return stages.compactMap { stage in
    let names = treatments.filter { $0.articleStage == stage }.map { scene.fill($0.name) }
    return names.isEmpty
      ? nil : stageText(stage, scene) + " (" + names.joined(separator: "; ") + ")"
  }
}

/// Where the article puts a treatment, and its note where that differs.
func articleText(_ treatment: Treatment, _ scene: Scene) -> String {
  let stage = stageText(treatment.articleStage, scene)
  return treatment.articleNote.map { stage + ". " + scene.fill($0) } ?? stage
}

private func stageText(_ stage: Int?, _ scene: Scene) -> String {
  stage.map { scene.word(.stage, ["n": String($0)]) } ?? scene.word(.unstaged)
}

/// What the article calls its stages.
private func sayStages(_ scene: Scene, _ content: inout ScreenContent) {
  content.gap()
  content.blocks.append(.subheading(scene.word(.articleView)))
  for stage in scene.pack.rules.ladder.articleStages {
    content.blocks.append(
      .bullet(
        stageText(stage.number, scene) + ": " + scene.fill(stage.name) + ". "
          + scene.fill(stage.about)))
  }
}
