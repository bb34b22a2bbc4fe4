import QuestionnaireModel

/// A question has at most 20 words, and asks one thing.
struct QuestionLength: ContentRule {
  static let mostWords = 20

  static func check(_ draft: Draft) {
    for item in draft.items {
      let words = item.ask.split(whereSeparator: \.isWhitespace).count
      if words > mostWords {
        draft.report.error(
          name, at: item.place(of: "ask"), "the question '\(item.id)' has \(words) words",
          "say it in at most \(mostWords)")
      }
      if item.ask.count(where: { $0 == "?" }) > 1 {
        draft.report.error(
          name, at: item.place(of: "ask"), "the question '\(item.id)' asks more than one thing",
          "make two items of it, or drop one question mark")
      }
    }
  }
}
