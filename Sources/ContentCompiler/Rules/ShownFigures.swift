import QuestionnaireModel
import RecommendationCore

/// Every figure is shown by a page.
struct ShownFigures: ContentRule {
  static func check(_ draft: Draft) {
    // A page that cannot be read may show any figure.
    if draft.incompleteKinds.contains(.page) { return }
    let shown = Set(draft.mentions.filter { $0.kind == .figure }.map(\.name))
    for figure in draft.figures where !shown.contains(figure.id.rawValue) {
      draft.report.error(
        name, at: figure.place(of: "id"), "no page shows the figure '\(figure.id)'",
        "show it with a paragraph '[figure](figure:\(figure.id))', or remove it")
    }
  }
}
