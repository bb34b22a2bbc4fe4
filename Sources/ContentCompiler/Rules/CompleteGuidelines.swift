import RecommendationCore

/// Every treatment says what each guideline says of it, also where the guideline is silent.
///
/// The guidelines are those that any treatment names. Each of them is a source of the kind
/// `guideline`, or of a regulator.
struct CompleteGuidelines: ContentRule {
  static func check(_ draft: Draft) {
    var all: Set<Reference.ID> = []
    for named in draft.guidelinesNamed.values { all.formUnion(named) }
    for treatment in draft.treatments {
      // An empty table has its own place; one that is missing is a fault already.
      guard let place = treatment.places["guidelines"] else { continue }
      let named = draft.guidelinesNamed[treatment.id] ?? []
      for missing in all.subtracting(named).sorted() {
        draft.report.error(
          name, at: place, "the guidelines of treatment '\(treatment.id)' lack '\(missing)'",
          "add it, with 'direction: not-covered' and 'strength: none' where it is silent")
      }
      if all.isEmpty {
        draft.report.error(
          name, at: place, "no treatment names a guideline", "add what each guideline says")
      }
    }
    let kinds = Dictionary(
      draft.references.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for id in all.sorted() {
      guard let kind = kinds[id], kind != .guideline,
        let treatment = draft.treatments.first(where: {
          $0.guidelines.contains { $0.guideline == id }
        })
      else { continue }
      draft.report.error(
        name, at: treatment.place(of: "guidelines"),
        "'\(id)' stands among the guidelines but is a source of kind '\(kind.rawValue)'",
        "name it under 'sources' instead")
    }
  }
}
