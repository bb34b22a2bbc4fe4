import QuestionnaireModel

/// A question has at most 20 words, and asks one thing.
struct QuestionLength: ContentRule {
  static let mostWords = 20

  static func check(_ draft: Draft) {
    for item in draft.items {
      check(item.ask, of: item, at: item.place(of: "ask"), draft)
      if let ask = item.forAnother?.ask {
        check(ask, of: item, at: item.place(of: "for-another"), draft)
      }
    }
  }

  private static func check(_ ask: String, of item: Placed<Item>, at place: Place, _ draft: Draft) {
    let words = ask.split(whereSeparator: \.isWhitespace).count
    if words > mostWords {
      draft.report.error(
        name, at: place, "the question '\(item.id)' has \(words) words",
        "say it in at most \(mostWords)")
    }
    if ask.count(where: { $0 == "?" }) > 1 {
      draft.report.error(
        name, at: place, "the question '\(item.id)' asks more than one thing",
        "make two items of it, or drop one question mark")
    }
  }
}
