import RecommendationCore

/// A promise or a story stands on a page only as the words of another: in a block quote, behind a
/// line that says who speaks.
struct QuotedPromises: ContentRule {
  static func check(_ draft: Draft) {
    let claims = Dictionary(
      draft.claims.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for mark in draft.claimMarks {
      guard let claim = claims[mark.claim], claim.kind.needsQuote else { continue }
      switch mark.setting {
      case .introducedQuote: continue
      case .text:
        draft.report.error(
          name, at: mark.place,
          "the \(claim.kind.rawValue) '\(claim.id)' stands outside of a block quote",
          "begin its line with '> ', below a line that says who speaks")
      case .bareQuote:
        draft.report.error(
          name, at: mark.place,
          "nobody is said to speak in the quote with the \(claim.kind.rawValue) '\(claim.id)'",
          "write who says it above the quote, in a line that ends with a colon")
      }
    }
  }
}
