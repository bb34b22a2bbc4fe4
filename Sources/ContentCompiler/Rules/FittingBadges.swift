import RecommendationCore

/// The badge of a claim fits its verdict, its kind and its sources.
///
///     supported               guidelines-agree (a guideline is for it), article-says
///     partly                  guidelines-differ, not-proven, article-says
///     unsupported             not-proven
///     outdated, contradicted  wrong
///
/// "Guidelines differ" needs guidelines for it and against it. "The article says" is for what can
/// be told as a plain fact, so never for a promise or a story.
struct FittingBadges: ContentRule {
  static func check(_ draft: Draft) {
    let guidelines = Set(draft.references.filter { $0.kind == .guideline }.map(\.value.id))
    for claim in draft.claims {
      let allowed = badges(for: claim.value)
      let place = claim.place(of: "badge")
      if !allowed.contains(claim.badge) {
        draft.report.error(
          name, at: place,
          "the badge '\(claim.badge.rawValue)' does not fit claim '\(claim.id)', a "
            + "\(claim.kind.rawValue) that is '\(claim.verdict.rawValue)'",
          oneOf(allowed.map(\.rawValue)))
        continue
      }
      let isFor = !guidelines.isDisjoint(with: claim.support)
      let isAgainst = !guidelines.isDisjoint(with: claim.dissent)
      if claim.badge == .guidelinesAgree && !isFor {
        draft.report.error(
          name, at: place,
          "claim '\(claim.id)' has the badge 'guidelines-agree' and no guideline for it",
          "name the guideline after 'for', or choose another badge")
      }
      if claim.badge == .guidelinesDiffer && !(isFor && isAgainst) {
        draft.report.error(
          name, at: place,
          "claim '\(claim.id)' has the badge 'guidelines-differ' and no guideline "
            + (isFor ? "against it" : "for it"),
          "name a guideline on each side, or choose another badge")
      }
    }
  }

  private static func badges(for claim: Claim) -> [Claim.Badge] {
    let plain: [Claim.Badge] = claim.kind.needsQuote ? [] : [.articleSays]
    switch claim.verdict {
    case .supported: return [.guidelinesAgree] + plain
    case .partly: return [.guidelinesDiffer, .notProven] + plain
    case .unsupported: return [.notProven]
    case .outdated, .contradicted: return [.wrong]
    }
  }
}
