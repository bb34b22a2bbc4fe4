/// A translation has every number of its original, in any way of writing: `100.4` may become
/// `100,4`.
struct KeptNumbers: TranslationRule {
  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report) {
    var found = digits(text.text)
    for number in digits(text.original) {
      if let index = found.firstIndex(of: number) {
        found.remove(at: index)
      } else {
        report.error(
          name, at: text.place, "'\(text.key)' has lost the number \(number)",
          "write it in digits, as often as the original")
      }
    }
  }

  /// The runs of digits; what a link leads to is none of the words.
  private static func digits(_ text: String) -> [String] {
    var words = text
    for target in KeptLinks.targets(of: text) {
      if let range = words.firstRange(of: target) { words.removeSubrange(range) }
    }
    return words.split { !("0"..."9").contains($0) }.map(String.init)
  }
}
