import RecommendationCore

/// A red flag says what would make it more urgent.
///
/// One of an emergency says it too, for whoever is not sure of the sign.
struct SafetyNetOfFlags: ContentRule {
  static func check(_ draft: Draft) {
    for flag in draft.redFlags where flag.getHelpSooner.isEmpty {
      draft.report.error(
        name, at: flag.place(of: "id"), "red flag '\(flag.id)' has no 'get-help-sooner'",
        "add what would make it more urgent, and what to do then")
    }
  }
}
