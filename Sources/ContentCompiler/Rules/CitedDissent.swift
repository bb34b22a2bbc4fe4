import RecommendationCore

/// A claim that does not hold up in full names what speaks against it or what it leaves out.
struct CitedDissent: ContentRule {
  static func check(_ draft: Draft) {
    for claim in draft.claims
    where claim.verdict != .supported && claim.dissent.isEmpty && !claim.support.isEmpty {
      draft.report.error(
        name, at: claim.place(of: "against"),
        "claim '\(claim.id)' is '\(claim.verdict.rawValue)' and has no source against it",
        "name what speaks against it, or what shows that it leaves something out")
    }
  }
}
