import RecommendationCore

/// Below an emergency, the result of every example patient has a safety net of its own: of a red
/// flag, a pattern or the situation, and not only the one that everybody gets.
struct OwnSafetyNet: PatientRule {
  static func check(_ draft: Draft, _ rules: Rules) {
    for patient in draft.patients {
      guard let recommendation = patient.recommendation, !recommendation.disposition.isEmergency,
        !recommendation.hasOwnSafetyNet(in: rules)
      else { continue }
      draft.report.error(
        name, at: patient.place,
        "the result of patient '\(patient.id)' has no safety net of its own",
        "add an advice of the kind 'sooner', or 'get-help-sooner' to a pattern that fits")
    }
  }
}
