/// A brace in a text begins one of the region's placeholders.
struct KnownPlaceholders: ContentRule {
  static let known = ["emergency-number", "nurse-line", "crisis-line"]

  static func check(_ draft: Draft) {
    for text in draft.texts where text.text.utf8.contains(UInt8(ascii: "{")) {
      for part in text.text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
        let found = part.prefix { $0 != "}" }
        if part.contains("}"), known.contains(String(found)) { continue }
        draft.report.error(
          name, at: text.place, "there is no placeholder '{\(found)}'",
          suggestion(for: String(found), among: known, otherwise: oneOf(known.map { "{\($0)}" })))
      }
    }
  }
}
