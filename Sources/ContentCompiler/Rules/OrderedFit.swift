import RecommendationCore

/// The thresholds of a condition go down from strong over some to weak, stay above 0, and can be
/// reached.
struct OrderedFit: ContentRule {
  static func check(_ draft: Draft) {
    for condition in draft.conditions {
      let fit = condition.fit
      let place = condition.place(of: "fit")
      if !(fit.strong > fit.some && fit.some > fit.weak && fit.weak > 0) {
        draft.report.error(
          name, at: place, "the thresholds of condition '\(condition.id)' are out of order",
          "write strong above some, some above weak, and weak above 0")
        continue
      }
      let most = condition.features.reduce(0) { $0 + max(0, $1.points) }
      if most < fit.strong, !condition.features.isEmpty {
        draft.report.error(
          name, at: place,
          "condition '\(condition.id)' can never be strong: its features give at most \(most) points",
          "lower the thresholds, or give the features more points")
      }
    }
  }
}
