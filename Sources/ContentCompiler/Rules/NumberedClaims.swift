import RecommendationCore

/// The claims have the numbers from C1 on, each once: as many as the article makes.
struct NumberedClaims: ContentRule {
  static func check(_ draft: Draft) {
    guard !draft.claimNumbers.isEmpty else { return }
    let last = draft.articleClaims?.count ?? draft.claimNumbers.map(\.number).max() ?? 0
    var seen: Set<Int> = []
    for (number, place) in draft.claimNumbers {
      if number > last {
        draft.report.error(
          name, at: place, "the article has only \(last) claims, and this is C\(number)",
          "count again, and set 'claims' of evidence/article.yaml")
      } else if !seen.insert(number).inserted {
        draft.report.error(
          name, at: place, "two claims have the number C\(number)", "give each its own number")
      }
    }
    for number in 1...max(1, last) where !seen.contains(number) {
      draft.report.error(
        name, at: Place("evidence/claims.yaml"), "the claim C\(number) is missing",
        "write it; its number is never used again")
    }
  }
}
