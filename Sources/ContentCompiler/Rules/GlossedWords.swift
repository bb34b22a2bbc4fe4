import RecommendationCore

/// A word on a screen that ends as medical words do is a term of the glossary, or said to be plain.
///
/// The ends and the plain words stand in the glossary: `medical-endings` and `plain-words`.
struct GlossedWords: ContentRule {
  static func check(_ draft: Draft) {
    guard !draft.medicalEndings.isEmpty else { return }
    let endings = draft.medicalEndings.flatMap { [$0, $0 + "s"] }
    let covered = Set(
      draft.terms.flatMap { $0.value.forms.flatMap { wordsOfText($0).map(\.key) } })
    var seen: Set<String> = []
    for text in draft.screenTexts + draft.glossTexts {
      for word in wordsOfText(text.text).map(\.key)
      where !covered.contains(word) && !draft.plainWords.contains(word)
        && endings.contains(where: { word.hasSuffix($0) && word.count > $0.count })
        && seen.insert(word).inserted
      {
        draft.report.error(
          name, at: text.place, "'\(word)' looks like a medical word and is not in the glossary",
          "say what it means in glossary.yaml, use a plain word, or add it to 'plain-words'")
      }
    }
  }
}
