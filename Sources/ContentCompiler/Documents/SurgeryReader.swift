import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/surgery.yaml`.
  func readSurgery(_ folder: Folder) {
    guard let document = document("rules/surgery.yaml", in: folder),
      let map = MapReader(document, "surgery", in: self)
    else { return }
    let reasons = map.maps("reasons", "surgery reason", isRequired: true).compactMap(reason)
    let entries = map.maps("advice", "surgery advice", isRequired: true)
    let advice = entries.enumerated().compactMap { number, entry in
      self.advice(entry, isLast: number == entries.count - 1)
    }
    map.finish()
    if entries.isEmpty, map.has("advice") {
      report.error(
        "FinalSurgeryAdvice", at: map.places["advice"] ?? map.place, "surgery has no advice",
        "add advice without 'when'")
    }
    surgery = Surgery(reasons: reasons, advice: advice)
  }

  private func reason(_ map: MapReader) -> Surgery.Reason? {
    let id = map.id(declaring: .surgeryReason)
    let name = map.text("name")
    let when = map.criterion("when")
    let met = map.text("met")
    let missing = map.text("missing")
    let isOfArticle = map.flag("article")
    let page = map.page()
    let sources = map.sources()
    map.finish()
    guard let id else { return nil }
    let reason = Surgery.Reason(
      id: Surgery.Reason.ID(id), name: name ?? "", when: when ?? .unreadable, met: met ?? "",
      missing: missing ?? "",
      isOfArticle: isOfArticle, page: page, sources: sources)
    surgeryReasons.append(map.placed(reason))
    return reason
  }

  /// The first advice whose `when` holds is said, so the last one has none and every other has one.
  private func advice(_ map: MapReader, isLast: Bool) -> Surgery.Advice? {
    let id = map.id(declaring: .surgeryAdvice)
    let hasWhen = map.has("when")
    let when = map.optionalCriterion("when")
    let text = map.text("text")
    map.finish()
    if hasWhen == isLast {
      report.error(
        "FinalSurgeryAdvice", at: map.place,
        isLast
          ? "the last surgery advice has a 'when'"
          : "\(map.name) has no 'when' and is not the last",
        isLast
          ? "add a last advice without 'when', for everybody else"
          : "add 'when', or move it to the end")
    }
    guard let id, let text else { return nil }
    return Surgery.Advice(id: Identifier(id), when: when, text: text)
  }
}
