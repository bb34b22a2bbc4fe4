/// Texts in a made-up language: each word is written in the same way wherever it stands; numbers,
/// placeholders and what links lead to stay as they are.
struct PseudoText {
  private let word: (String) -> String

  init(_ word: @escaping (String) -> String) { self.word = word }

  /// The text, in as many columns as there are for it: of a text that would be wider the last words
  /// stay as they are.
  func text(of file: String, _ key: String, _ text: String) -> String {
    let written = self.text(text)
    let limit = FittingTranslations.mostColumns(
      for: TranslatedText(file: file, key: key, original: text, text: "", place: Place(file)))
    guard let limit, FittingTranslations.columns(written) > limit else { return written }
    return self.text(text, mostColumns: limit)
  }

  func text(_ text: String, mostColumns: Int = .max) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      var piece = rest.prefix { isLetter($0) }
      if piece.isEmpty {
        switch first {
        case "{": piece = rest.prefix { $0 != "}" }
        case "]" where rest.dropFirst().first == "(": piece = rest.prefix { $0 != ")" }
        default: piece = rest.prefix(1)
        }
        result += piece
      } else {
        let written = word(String(piece))
        let room = mostColumns - result.count - (rest.count - piece.count)
        result += written.count <= room ? written : String(piece)
      }
      rest = rest.dropFirst(piece.count)
    }
    return result
  }

  private func isLetter(_ character: Character) -> Bool {
    character.isLetter || character == "'" || character == "’"
  }
}

/// A word with its letters accented, and longer by two fifths: `kneecap` becomes `kñéééççáp`.
///
/// A word of one letter, and one that would not fit in a line, keeps its length.
package func pseudoWord(_ word: String) -> String {
  let accented: [Character: Character] = [
    "a": "á", "c": "ç", "e": "é", "g": "ğ", "i": "í", "n": "ñ", "o": "ö", "s": "š", "u": "ü",
    "y": "ý", "z": "ž", "A": "Á", "C": "Ç", "E": "É", "G": "Ğ", "I": "Í", "N": "Ñ", "O": "Ö",
    "S": "Š", "U": "Ü", "Y": "Ý", "Z": "Ž",
  ]
  var missing = min(word.count * 2 / 5, max(0, FittingTranslations.widestWord - word.count))
  var result = ""
  for (place, character) in word.enumerated() {
    let letter = accented[character] ?? character
    result.append(letter)
    if missing > 0, place > 0, letter.isLetter {
      result.append(letter)
      missing -= 1
    }
  }
  return result
}
