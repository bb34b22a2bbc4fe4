import QuestionnaireModel
import RecommendationCore

/// Every source is named by a rule, a figure, a page or a claim.
struct UsedReferences: ContentRule {
  static func check(_ draft: Draft) {
    // A file that cannot be read may name any source.
    let kinds: Set<NameKind> = [.redFlag, .condition, .treatment, .advice, .figure, .page]
    guard draft.incompleteKinds.isDisjoint(with: kinds) else { return }
    let used = Set(draft.mentions.filter { $0.kind == .source }.map(\.name))
    for reference in draft.references where !used.contains(reference.id.rawValue) {
      draft.report.error(
        name, at: reference.place(of: "id"), "nothing uses the source '\(reference.id)'",
        "name it where it is drawn on, or remove it")
    }
  }
}
