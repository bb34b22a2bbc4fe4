/// A translation has a word for each word that must not get lost, such as left and right.
///
/// Which ones these are stands in its `language.yaml`.
struct KeptWords: TranslationRule {
  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report) {
    for pair in head.kept where !pair.exceptions.contains(text.file + "/" + text.key) {
      guard let word = WordForm.first(of: pair.words, in: text.original),
        WordForm.first(of: pair.translations, in: text.text) == nil
      else { continue }
      report.error(
        name, at: text.place, "'\(text.key)' has lost the word for '\(word.written)'",
        "write one of: " + pair.translations.map(\.written).joined(separator: ", ")
          + "; or name \(text.file)/\(text.key) under 'unless' of these words in language.yaml")
    }
  }
}
