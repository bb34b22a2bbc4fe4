import RecommendationCore

/// A result holds one to seven questions for the visit.
struct QuestionLimit: ContentRule {
  /// Nobody gets through more in one visit.
  private static let range = 1...7

  static func check(_ draft: Draft) {
    guard let dispositions = draft.dispositions, !range.contains(dispositions.questionsShown) else {
      return
    }
    draft.report.error(
      name, at: dispositions.place(of: "questions-shown"),
      "'questions-shown' is \(dispositions.questionsShown)",
      "choose \(range.lowerBound) to \(range.upperBound)")
  }
}
