import RecommendationCore

/// Every red flag, condition, treatment, reason for surgery, score, note and figure names a source,
/// and so does all advice but questions.
struct CitedSources: ContentRule {
  static func check(_ draft: Draft) {
    for flag in draft.redFlags where flag.sources.isEmpty {
      fault(draft, "red flag '\(flag.id)'", flag.places["sources"])
    }
    for condition in draft.conditions where condition.sources.isEmpty {
      fault(draft, "condition '\(condition.id)'", condition.places["sources"])
    }
    for treatment in draft.treatments where treatment.sources.isEmpty {
      fault(draft, "treatment '\(treatment.id)'", treatment.places["sources"])
    }
    for reason in draft.surgeryReasons where reason.sources.isEmpty {
      fault(draft, "surgery reason '\(reason.id)'", reason.places["sources"])
    }
    for advice in draft.advice where advice.sources.isEmpty && advice.kind != .question {
      fault(draft, "advice '\(advice.id)'", advice.places["sources"])
    }
    for score in draft.scores where score.sources.isEmpty {
      fault(draft, "score '\(score.id)'", score.places["sources"])
    }
    for figure in draft.figures where figure.sources.isEmpty {
      fault(draft, "figure '\(figure.id)'", figure.places["sources"])
    }
    for note in draft.notes where note.sources.isEmpty {
      fault(draft, "note '\(note.id)'", note.places["sources"])
    }
    if let ladder = draft.ladder, ladder.sources.isEmpty {
      fault(draft, "the ladder", ladder.places["sources"])
    }
  }

  /// Nothing is said where the key is missing: that is a fault already.
  private static func fault(_ draft: Draft, _ what: String, _ place: Place?) {
    guard let place else { return }
    draft.report.error(
      name, at: place, "\(what) names no source", "name at least one id of evidence/references.yaml"
    )
  }
}
