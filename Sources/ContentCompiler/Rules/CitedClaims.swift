import RecommendationCore

/// Every claim has a source, for it or against it.
struct CitedClaims: ContentRule {
  static func check(_ draft: Draft) {
    for claim in draft.claims where claim.support.isEmpty && claim.dissent.isEmpty {
      draft.report.error(
        name, at: claim.place(of: "for"), "claim '\(claim.id)' has no source",
        "name one after 'for' or after 'against'")
    }
  }
}
