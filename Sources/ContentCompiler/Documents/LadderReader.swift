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
    let tried = map.list("tried").compactMap { map.triedRow($0) }
    map.finish()
    guard let id else { return nil }
    return Ladder.Step(
      id: Ladder.Step.ID(id), name: name ?? "", about: about ?? "",
      reachedWhen: reached ?? .unreadable, tried: tried)
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

extension MapReader {
  /// `item.row`, a row that tells whether something was tried; it must be there.
  fileprivate func triedRow(_ value: YAMLValue) -> Subject? {
    guard let text = read(word: value, "tried") else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var remedy = "write it as item.row, such as 'tried.exercise'"
    switch parts.count == 2 ? draft.scope.shapes[parts[0]] : .text {
    case .unclear: return nil
    case nil where !draft.scope.isComplete: return nil
    case nil:
      remedy = suggestion(for: parts[0], among: draft.scope.shapes.keys, otherwise: remedy)
    case .rows(let rows, _):
      if rows.contains(parts[1]) {
        return Subject(Item.ID(parts[0]), .row(AnswerOption.ID(parts[1])))
      }
      remedy = suggestion(for: parts[1], among: rows, otherwise: oneOf(rows))
    default: break
    }
    report.error(
      "KnownNames", at: value.place,
      "'tried' of \(name) names '\(text)', which is no row of an item",
      remedy)
    return nil
  }
}
