import RecommendationCore

/// What a term means is said in one phrase of at most 14 words, without a full stop.
struct ShortGlosses: ContentRule {
  static let mostWords = 14

  static func check(_ draft: Draft) {
    for term in draft.terms {
      let words = term.means.split(whereSeparator: \.isWhitespace).count
      if words > mostWords {
        draft.report.error(
          name, at: term.place(of: "means"), "what '\(term.id)' means is said in \(words) words",
          "say it in at most \(mostWords)")
      }
      if term.means.hasSuffix(".") {
        draft.report.error(
          name, at: term.place(of: "means"), "what '\(term.id)' means ends with a full stop",
          "write one phrase without it")
      }
    }
  }
}
