import RecommendationCore

/// The wording has every word that the screens and the summary need, and no other.
struct CompleteWording: ContentRule {
  static func check(_ draft: Draft) {
    guard let words = draft.words, let place = draft.wordingPlace else { return }
    let required = Set(Wording.requiredKeys)
    for word in words where !required.contains(word.key) {
      draft.report.error(
        name, at: word.place, "no screen and no summary uses the word '\(word.key)'",
        suggestion(for: word.key, among: required, otherwise: "remove it"))
    }
    let found = Set(words.map(\.key))
    for key in Wording.requiredKeys where !found.contains(key) {
      draft.report.error(
        name, at: place, "the word '\(key)' is missing",
        "add '\(key.split(separator: ".").last ?? "")' below '\(key.split(separator: ".").first ?? "")'"
      )
    }
  }
}
