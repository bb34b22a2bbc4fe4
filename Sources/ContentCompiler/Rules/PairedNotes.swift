import QuestionnaireModel
import RecommendationCore

/// What a treatment says to whom it does not suit, or to whom takes it already, stands beside the
/// criterion for it.
struct PairedNotes: ContentRule {
  static func check(_ draft: Draft) {
    for treatment in draft.treatments {
      for (criterion, note) in [
        ("suits", "does-not-suit"), ("taken-on-prescription", "prescribed-note"),
        ("taken-over-counter", "over-counter-note"),
      ] {
        // A treatment that suits everybody needs no words for others.
        if criterion == "suits", treatment.suits == .always { continue }
        check(draft, treatment.id.rawValue, treatment.places, has: criterion, lacks: note)
        check(draft, treatment.id.rawValue, treatment.places, has: note, lacks: criterion)
      }
    }
  }

  private static func check(
    _ draft: Draft, _ id: String, _ places: [String: Place], has key: String, lacks other: String
  ) {
    guard let place = places[key], places[other] == nil else { return }
    draft.report.error(
      name, at: place, "treatment '\(id)' has '\(key)' and no '\(other)'",
      "add '\(other)', or remove '\(key)'")
  }
}
