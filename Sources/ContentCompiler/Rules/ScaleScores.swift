import QuestionnaireModel
import RecommendationCore

/// A score is made of scale items; `combine: value` takes exactly one.
struct ScaleScores: ContentRule {
  static func check(_ draft: Draft) {
    let kinds = Dictionary(draft.items.map { ($0.id, $0.kind) }, uniquingKeysWith: { a, _ in a })
    for score in draft.scores {
      for item in score.items {
        guard let kind = kinds[item], !draft.unclearItems.contains(item) else { continue }
        if case .scale = kind { continue }
        draft.report.error(
          name, at: score.place(of: "items"),
          "score '\(score.id)' counts '\(item)', which is no scale",
          "name items of 'kind: scale' alone")
      }
      if score.items.isEmpty || score.combine == .value && score.items.count != 1 {
        draft.report.error(
          name, at: score.place(of: "items"), "score '\(score.id)' has \(score.items.count) items",
          score.combine == .value ? "name one item, or write 'combine: mean'" : "name its items")
      }
    }
  }
}
