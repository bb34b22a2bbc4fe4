/// A translated page links to, cites and shows what its original does.
struct KeptLinks: TranslationRule {
  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report) {
    let (wanted, found) = (targets(of: text.original), targets(of: text.text))
    for lost in Set(wanted).subtracting(found).sorted() {
      report.error(
        name, at: text.place, "'\(text.key)' has lost what leads to '\(lost)'",
        "write it as [words](\(lost))")
    }
    for extra in Set(found).subtracting(wanted).sorted() {
      report.error(
        name, at: text.place, "'\(text.key)' leads to '\(extra)', which the original does not",
        "remove it")
    }
  }

  /// What stands in the parentheses of `[words](target)`, in the order of the text.
  static func targets(of text: String) -> [String] {
    text.ranges(of: "](").map { String(text[$0.upperBound...].prefix { $0 != ")" }) }
  }
}
