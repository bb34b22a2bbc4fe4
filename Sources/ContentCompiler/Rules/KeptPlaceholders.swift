/// A translation has the placeholders of its original, and no others.
struct KeptPlaceholders: TranslationRule {
  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report) {
    let (wanted, found) = (placeholders(text.original), placeholders(text.text))
    for lost in wanted.subtracting(found).sorted() {
      report.error(
        name, at: text.place, "'\(text.key)' has lost '{\(lost)}'", "put it where it belongs")
    }
    for extra in found.subtracting(wanted).sorted() {
      report.error(
        name, at: text.place, "'\(text.key)' has '{\(extra)}', which the original has not",
        wanted.isEmpty ? "remove it" : "write one of: " + wanted.sorted().joined(separator: ", "))
    }
  }

  private static func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .map { String($0.prefix { $0 != "}" }) })
  }
}
