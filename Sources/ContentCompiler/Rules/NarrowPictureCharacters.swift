/// A drawing is made of ASCII and of lines and blocks one column wide; its ASCII form and its mask
/// of ASCII alone.
struct NarrowPictureCharacters: ContentRule {
  static func check(_ draft: Draft) {
    for form in draft.pictures.flatMap(\.views).flatMap(\.forms) {
      let allowsLines = form.key == "drawing"
      for row in form.rows {
        for (column, character) in row.text.enumerated()
        where !isAllowed(character, allowsLines: allowsLines) {
          draft.report.error(
            name, at: row.place(column: column),
            "the character '\(character)' cannot stand in '\(form.key)'",
            allowsLines
              ? "use ASCII, or lines and blocks from U+2500 to U+259F" : "use ASCII alone")
        }
      }
    }
  }

  private static func isAllowed(_ character: Character, allowsLines: Bool) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return false
    }
    return (0x20..<0x7F).contains(scalar.value)
      || allowsLines && (0x2500...0x259F).contains(scalar.value)
  }
}
