import RecommendationCore

/// A source of what patients are advised has a short name of at most 20 characters, which stands
/// beside the advice.
struct ShortSourceNames: ContentRule {
  static let most = 20

  static func check(_ draft: Draft) {
    let used = sources(draft)
    for reference in draft.references where used.contains(reference.id) {
      let place = reference.places["short"] ?? reference.place(of: "id")
      guard let short = reference.short else {
        draft.report.error(
          name, at: place, "the source '\(reference.id)' of a rule has no short name",
          "add 'short:', at most \(most) characters")
        continue
      }
      if short.count > most {
        draft.report.error(
          name, at: place, "'short' of source '\(reference.id)' has \(short.count) characters",
          "say it in at most \(most)")
      }
    }
  }

  private static func sources(_ draft: Draft) -> Set<Reference.ID> {
    var used: Set<Reference.ID> = []
    for flag in draft.redFlags { used.formUnion(flag.sources) }
    for condition in draft.conditions { used.formUnion(condition.sources) }
    for treatment in draft.treatments {
      used.formUnion(treatment.sources)
      used.formUnion(treatment.guidelines.map(\.guideline))
      for gate in treatment.stop + treatment.askFirst { used.formUnion(gate.sources) }
    }
    for reason in draft.surgeryReasons { used.formUnion(reason.sources) }
    for advice in draft.advice { used.formUnion(advice.sources) }
    return used
  }
}
