import RecommendationCore

/// No two terms of the glossary, and no two forms of one, are written alike.
struct UniqueForms: ContentRule {
  static func check(_ draft: Draft) {
    var first: [[String]: GlossaryTerm.ID] = [:]
    for term in draft.terms {
      for form in term.value.forms {
        let key = wordsOfText(form).map(\.key)
        let place = form == term.term ? term.place(of: "term") : term.place(of: "also")
        if let before = first[key] {
          draft.report.error(
            name, at: place,
            before == term.id
              ? "the term '\(term.id)' has the form '\(form)' twice"
              : "'\(form)' is a form of the term '\(before)' too", "keep one of the two")
        } else if key.isEmpty {
          draft.report.error(
            name, at: place, "the form '\(form)' has no word", "write it in letters")
        } else {
          first[key] = term.id
        }
      }
    }
  }
}
