/// Words in a row, as an author writes them: `cur*` stands for any word that begins so, `#` for any
/// number.
struct Phrase {
  enum Piece: Equatable {
    case word(String)
    case beginning(String)
    case number
  }

  let text: String
  let pieces: [Piece]

  /// `nil` where there is no word in it.
  init?(_ text: String) {
    self.text = text
    pieces = text.split(whereSeparator: \.isWhitespace).flatMap { part -> [Piece] in
      if part == "#" { return [.number] }
      let words = Sentence.all(in: String(part)).flatMap(\.words).map(\.text)
      guard part.last == "*", let last = words.last else { return words.map { .word($0) } }
      return words.dropLast().map { .word($0) } + [.beginning(last)]
    }
    if pieces.isEmpty { return nil }
  }

  /// The phrase without its first word, where that is one of these and not the only one.
  func dropping(first words: Set<String>) -> Phrase {
    guard pieces.count > 1, case .word(let word) = pieces[0], words.contains(word) else {
      return self
    }
    return Phrase(text: text, pieces: Array(pieces.dropFirst()))
  }

  private init(text: String, pieces: [Piece]) {
    self.text = text
    self.pieces = pieces
  }

  /// The place behind the phrase, where it stands at this word, with no comma or colon in it.
  func end(in sentence: Sentence, at start: Int, numbers: Set<String>) -> Int? {
    let words = sentence.words
    guard start + pieces.count <= words.count,
      words[start].clause == words[start + pieces.count - 1].clause
    else { return nil }
    for (offset, piece) in pieces.enumerated() {
      let word = words[start + offset].text
      switch piece {
      case .word(let wanted): if word != wanted { return nil }
      case .beginning(let wanted): if !word.hasPrefix(wanted) { return nil }
      case .number: if !(word.first?.isNumber ?? false) && !numbers.contains(word) { return nil }
      }
    }
    return start + pieces.count
  }
}

/// The words of one sentence in small letters.
struct Sentence {
  struct Word {
    let text: String
    /// How many lines of the text lie before it.
    let line: Int
    /// Which of the parts between commas, colons, semicolons and parentheses it stands in.
    let clause: Int
  }

  private(set) var words: [Word] = []
  private(set) var isQuestion = false

  /// The sentences of a text, those without words left out.
  ///
  /// A number and a unit written together are two words; a comma or a point within a number is a
  /// part of it, so that `1,000` is one word.
  static func all(in text: String) -> [Sentence] {
    var found: [Sentence] = []
    var sentence = Sentence()
    var word = ""
    var line = 0
    var clause = 0
    let scalars = Array(text.unicodeScalars)
    func endWord() {
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else {
        word = ""
        return
      }
      sentence.words.append(Word(text: word.lowercased(), line: line, clause: clause))
      word = ""
    }
    func endSentence() {
      endWord()
      if !sentence.words.isEmpty { found.append(sentence) }
      sentence = Sentence()
      clause = 0
    }
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isNumber = word.last?.isNumber ?? false
      switch scalar {
      case _ where scalar.isDigit:
        if !word.isEmpty && !isNumber && word.last != "." && word.last != "," { endWord() }
        word.unicodeScalars.append(scalar)
      case _ where scalar.properties.isAlphabetic:
        if isNumber { endWord() }
        word.unicodeScalars.append(scalar)
      case "'", "\u{2019}": if !word.isEmpty && next.properties.isAlphabetic { word += "'" }
      case _ where isNumber && next.isDigit && (scalar == "." || scalar == ","):
        word.unicodeScalars.append(scalar)
      case "?":
        endWord()
        sentence.isQuestion = true
        endSentence()
      case ".", "!": endSentence()
      case ",", ";", ":", "(", ")":
        endWord()
        clause += 1
      default:
        endWord()
        if scalar == "\n" { line += 1 }
      }
    }
    endSentence()
    return found
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
