import RecommendationCore

/// Every term of the glossary stands in a text of a screen.
struct UsedTerms: ContentRule {
  static func check(_ draft: Draft) {
    // A file that cannot be read may use any term.
    guard draft.incompleteKinds.isEmpty, draft.words != nil, !draft.terms.isEmpty else { return }
    let used = Set(
      TermFinder(draft.terms.map(\.value)).terms(in: draft.screenTexts.map(\.text)))
    for (number, term) in draft.terms.enumerated() where !used.contains(number) {
      draft.report.error(
        name, at: term.place(of: "term"), "no screen uses the term '\(term.term)'",
        "remove it, or write the form that screens use in 'also'")
    }
  }
}
