/// A brace in a text begins one of the region's placeholders.
struct KnownPlaceholders: ContentRule {
  static let known = ["emergency-number", "nurse-line", "crisis-line"]

  static func check(_ draft: Draft) {
    for text in draft.texts where text.text.utf8.contains(UInt8(ascii: "{")) {
      for part in text.text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
        let found = String(part.prefix { $0 != "}" && !$0.isWhitespace })
        let isClosed = part.dropFirst(found.count).first == "}"
        if isClosed, known.contains(found) { continue }
        draft.report.error(
          name, at: text.place, "there is no placeholder '{\(found)\(isClosed ? "}" : "")'",
          known.contains(found)
            ? "close the brace"
            : suggestion(for: found, among: known, otherwise: oneOf(known.map { "{\($0)}" })))
      }
    }
  }
}
