import RecommendationCore

/// The first screen uses no term of the glossary: no key explains words there.
struct WelcomeWithoutTerms: ContentRule {
  static func check(_ draft: Draft) {
    let terms = draft.terms.map(\.value)
    let finder = TermFinder(terms)
    var texts = (draft.words ?? [])
      .filter { $0.key.hasPrefix("screen.welcome-") || $0.key.hasPrefix("screen.attract-") }
      .map { WrittenText(text: $0.text, place: $0.place) }
    if let manifest = draft.manifest {
      texts += [
        WrittenText(text: manifest.title, place: manifest.place(of: "title")),
        WrittenText(text: manifest.notADiagnosis, place: manifest.place(of: "not-a-diagnosis")),
      ]
    }
    for text in texts {
      for term in finder.terms(in: [text.text]) {
        draft.report.error(
          name, at: text.place, "the first screen uses the term '\(terms[term].term)'",
          "say it in plain words there")
      }
    }
  }
}
