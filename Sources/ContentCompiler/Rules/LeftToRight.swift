/// No text has letters that are written from right to left.
///
/// The screens and the summary are set from left to right, one character after the other, and
/// ncurses does not turn them round: such a word would stand there backwards.
struct LeftToRight: ContentRule {
  static func check(_ draft: Draft) {
    // One fault a file: in such a language every text has them.
    var reported: Set<String> = []
    for text in draft.texts + draft.wordingTexts {
      guard let letter = text.text.unicodeScalars.first(where: \.isWrittenRightToLeft),
        reported.insert(text.place.file).inserted
      else { continue }
      draft.report.error(
        name, at: text.place, "the character \(letter.codePoint) is written from right to left",
        "leave it out: nothing here can be shown from right to left yet")
    }
  }
}
