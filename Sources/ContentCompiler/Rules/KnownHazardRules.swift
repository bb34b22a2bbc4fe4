/// The rules that a hazard names exist.
struct KnownHazardRules: ContentRule {
  static func check(_ draft: Draft) {
    guard let hazards = draft.hazards, !draft.report.hasErrors(inAnyOf: ["rules/"]),
      let rules = draft.rules?.traced
    else { return }
    let kinds = TracedRule.Kind.allCases.map(\.rawValue)
    let known = Set(rules.map { $0.kind.rawValue + "/" + $0.owner }).union(kinds)
    for hazard in hazards {
      for (name, place) in hazard.rules
      where !kinds.contains(name.text) && !rules.contains(where: name.includes) {
        draft.report.error(
          Self.name, at: place, "hazard '\(hazard.id)' names no rule by '\(name.text)'",
          suggestion(
            for: name.text, among: known,
            otherwise: "write a kind (\(kinds.joined(separator: ", "))), kind/id or kind/beginning*"
          ))
      }
    }
  }
}
