import QuestionnaireModel
import RecommendationCore

/// Compares what came out for an example patient with what must come out; every difference is
/// reported at its place.
struct PatientRun {
  static let rule = "ExpectedOutcome"

  let patient: ExamplePatient
  let recommendation: Recommendation
  let report: Report

  func compare() {
    let expected = patient.expectation
    let disposition = recommendation.disposition
    if disposition != expected.disposition.level {
      let because = recommendation.redFlags.filter { $0.disposition == disposition }.map {
        "'\($0.id)'"
      }
      difference(
        expected.disposition.place,
        "the disposition is \(disposition.rawValue), not \(expected.disposition.level.rawValue)"
          + (because.isEmpty ? "" : ", for " + because.joined(separator: ", ")))
    }
    compareFlags(
      expected.redFlags, at: expected.redFlagsPlace, areUnsure: false,
      missing: "did not fire", extra: "fired but is not expected")
    compareFlags(
      expected.unsure, at: expected.unsurePlace, areUnsure: true, missing: "is not unsure",
      extra: "is unsure but is not expected so")
    if let complete = expected.isComplete, complete.value != recommendation.isComplete {
      let open = recommendation.unanswered.prefix(5).map(\.rawValue).joined(separator: ", ")
      difference(
        complete.place,
        recommendation.isComplete
          ? "the result is complete" : "the result is not complete; open: \(open)")
    }
    compareVerdicts()
    comparePatterns()
    if let step = expected.step, step.name != recommendation.ladder.step?.rawValue {
      difference(
        step.place,
        "the step is '\(recommendation.ladder.step?.rawValue ?? "none")', not '\(step.name)'")
    }
    if let shown = expected.ladderIsShown, shown.value != recommendation.ladder.isShown {
      difference(shown.place, "the ladder is \(recommendation.ladder.isShown ? "" : "not ")shown")
    }
  }

  private func compareFlags(
    _ expected: [(name: String, place: Place)], at place: Place, areUnsure: Bool, missing: String,
    extra: String
  ) {
    let found = recommendation.redFlags.filter { $0.isUnsure == areUnsure }
    for flag in expected where !found.contains(where: { $0.id.rawValue == flag.name }) {
      difference(flag.place, "red flag '\(flag.name)' \(missing)")
    }
    for flag in found where !expected.contains(where: { $0.name == flag.id.rawValue }) {
      let because = flag.because.map(\.description).joined(separator: ", ")
      difference(place, "red flag '\(flag.id)' \(extra)" + (because.isEmpty ? "" : " (\(because))"))
    }
  }

  private func compareVerdicts() {
    for expected in patient.expectation.verdicts {
      let judged = recommendation.treatments.first { $0.id.rawValue == expected.treatment }
      if judged?.verdict == expected.verdict { continue }
      guard let judged else {
        difference(
          expected.place, "treatment '\(expected.treatment)' has no verdict at this disposition")
        continue
      }
      let reason = judged.reasons.first.map { " (\($0.text))" } ?? ""
      difference(
        expected.place,
        "treatment '\(expected.treatment)' is \(judged.verdict.rawValue), not "
          + expected.verdict.rawValue + reason)
    }
  }

  private func comparePatterns() {
    let found = recommendation.conditions.map(\.id.rawValue)
    for expected in patient.expectation.conditions where !found.contains(expected.name) {
      difference(
        expected.place,
        "condition '\(expected.name)' is not among those that fit: "
          + (found.isEmpty ? "none" : found.joined(separator: ", ")))
    }
    for unwanted in patient.expectation.notConditions where found.contains(unwanted.name) {
      difference(unwanted.place, "condition '\(unwanted.name)' fits but should not")
    }
  }

  private func difference(_ place: Place, _ summary: String) {
    report.error(
      Self.rule, at: place, "patient '\(patient.id)': \(summary)",
      "mend the rules or the questionnaire, or change what is expected")
  }
}
