/// The content has no characters that a reader cannot see or that change the direction of others.
struct PlainCharacters: ContentRule {
  static func check(_ draft: Draft) {
    for file in draft.files {
      for (line, scalars) in file.lines.enumerated() {
        for (column, scalar) in scalars.enumerated() where !scalar.isPlainInContent {
          report(scalar, at: file.place(line: line + 1, column: column + 1), draft)
        }
      }
    }
    // An escape in a quoted text, or an entity in a page: such a character stands in the text and
    // not in the file.
    let raw = Dictionary(
      draft.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for text in draft.texts + draft.wordingTexts {
      for scalar in text.text.unicodeScalars where !scalar.isPlainInContent {
        let isRaw = raw[text.place.file]?.lines.contains { $0.contains(scalar) } ?? false
        if !isRaw { report(scalar, at: text.place, draft) }
      }
    }
  }

  private static func report(_ scalar: Unicode.Scalar, at place: Place, _ draft: Draft) {
    draft.report.error(
      name, at: place, "the character \(scalar.codePoint) cannot be seen", "remove it")
  }
}
