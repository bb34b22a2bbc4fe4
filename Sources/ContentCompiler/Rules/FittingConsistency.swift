import QuestionnaireModel
import RecommendationCore

/// A consistency rule looks at every item that it offers to change, and offers at least one.
struct FittingConsistency: ContentRule {
  static func check(_ draft: Draft) {
    for rule in draft.consistency {
      if rule.items.isEmpty {
        draft.report.error(
          name, at: rule.place(of: "items"), "consistency rule '\(rule.id)' has no items",
          "name the items whose answers do not fit")
      }
      if rule.when == .always || rule.when == .never {
        draft.report.error(
          name, at: rule.place(of: "when"),
          "consistency rule '\(rule.id)' \(rule.when == .always ? "always" : "never") holds",
          "write when the answers do not fit")
        continue
      }
      let looked = Set(rule.when.subjects.map(\.item))
      for item in rule.items
      where !looked.contains(item) && draft.names(of: .item).contains(item.rawValue) {
        draft.report.error(
          name, at: rule.place(of: "items"),
          "consistency rule '\(rule.id)' names '\(item)' and does not look at it",
          "look at it in 'when', or take it out")
      }
    }
  }
}
