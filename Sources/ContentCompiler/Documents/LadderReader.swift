import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/ladder.yaml`.
  func readLadder(_ folder: Folder) {
    guard let document = document("rules/ladder.yaml", in: folder, declaring: [.step]),
      let map = MapReader(document, "the ladder", in: self)
    else { return }
    let shownWhen = map.criterion("shown-when")
    let judgedWhen = map.optionalCriterion("judged-when")
    let hiddenBecause = map.text("hidden-because")
    let steps = map.maps("steps", "step", isRequired: true).compactMap(step)
    let stages = map.maps("article-stages", "stage", isRequired: true).compactMap(stage)
    let sources = map.sources()
    map.finish()
    articleStages = stages.map(\.number)
    ladder = map.placed(
      Ladder(
        shownWhen: shownWhen ?? .unreadable, judgedWhen: judgedWhen,
        hiddenBecause: hiddenBecause ?? "", steps: steps,
        articleStages: stages,
        sources: sources))
  }

  private func step(_ map: MapReader) -> Ladder.Step? {
    let id = map.id(declaring: .step)
    let name = map.text("name")
    let about = map.text("about")
    let reached = map.criterion("reached-when")
    map.finish()
    guard let id else { return nil }
    return Ladder.Step(
      id: Ladder.Step.ID(id), name: name ?? "", about: about ?? "",
      reachedWhen: reached ?? .unreadable)
  }

  private func stage(_ map: MapReader) -> Ladder.ArticleStage? {
    let number = map.whole("id")
    let name = map.text("name")
    let about = map.text("about")
    map.finish()
    guard let number else { return nil }
    return Ladder.ArticleStage(number: number, name: name ?? "", about: about ?? "")
  }
}
