import RecommendationCore

/// A condition for which the ladder is not meant has first steps of its own.
struct FirstStepsOffLadder: ContentRule {
  static func check(_ draft: Draft) {
    for condition in draft.conditions where !condition.isOnLadder && condition.firstSteps.isEmpty {
      draft.report.error(
        name, at: condition.place(of: "on-ladder"),
        "condition '\(condition.id)' is off the ladder and has no 'first-steps'",
        "add what a person with it can do first")
    }
  }
}
