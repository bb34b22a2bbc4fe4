import RecommendationCore

/// Every question for the visit is shown to at least one example patient.
///
/// One that is never among the most important ones is no question. Silent without patients.
struct ShownQuestions: PatientRule {
  static func check(_ draft: Draft, _ rules: Rules) {
    let results = draft.patients.compactMap(\.recommendation)
    if results.isEmpty { return }
    let shown = Set(results.flatMap(\.questions).map(\.id))
    for advice in draft.advice where advice.kind == .question && !shown.contains(advice.id) {
      draft.report.error(
        name, at: advice.place(of: "id"), "no example patient is shown the question '\(advice.id)'",
        "move it up, add a patient whom it concerns, or take it out")
    }
  }
}
