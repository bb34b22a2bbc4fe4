import QuestionnaireModel
import RecommendationCore

/// What an item or a page says it explains stands in its text.
struct ExplainedTerms: ContentRule {
  static func check(_ draft: Draft) {
    let terms = draft.terms.map(\.value)
    let known = Set(terms.map(\.id))
    let finder = TermFinder(terms)
    func check(
      _ what: String, _ explained: [(term: GlossaryTerm.ID, place: Place)], _ texts: [String]
    ) {
      if explained.isEmpty { return }
      let found = Set(finder.terms(in: texts).map { terms[$0].id })
      for (term, place) in explained where known.contains(term) && !found.contains(term) {
        draft.report.error(
          name, at: place, "\(what) says it explains '\(term)', which is not in its text",
          "remove it from 'explains'")
      }
    }
    for item in draft.items {
      check(
        "item '\(item.id)'", draft.explainedOnItem[item.id] ?? [],
        item.value.screenTexts(isForAnother: false) + item.value.screenTexts(isForAnother: true))
    }
    for page in draft.pages {
      // A page's text is more than one text of the draft; all of its file serves.
      check(
        "page '\(page.id)'", draft.explainedOnPage[page.id] ?? [],
        draft.texts.filter { $0.place.file == page.place.file }.map(\.text))
    }
  }
}
