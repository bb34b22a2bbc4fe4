/// Finds the terms of a glossary in texts.
///
/// Whole words alone, in any case, and of several forms at a place the longest. A hyphen, a blank
/// and a line end are the same; an `'s` at the end of a word makes no difference. A form in
/// capitals alone is found in capitals alone: the word "nice" is no "NICE".
///
///     "A steroid shot"         the form "steroid shot", not "steroid"
///     "x-rays" "X rays"        the form "X-rays", not "X-ray"
///     "steroid. Shot"          the form "steroid": a full stop parts words
package struct TermFinder {
  private var forms: [String: [Form]] = [:]

  private struct Form {
    /// Its words, in small letters.
    let words: [String]
    /// Its words as written, where it is in capitals alone.
    let capitals: [String]?
    let term: Int
  }

  package init(_ terms: [GlossaryTerm]) {
    for (number, term) in terms.enumerated() {
      for form in term.forms {
        let words = wordsOfText(form)
        guard let first = words.first else { continue }
        let isInCapitals = form.count > 1 && form.allSatisfy { !$0.isLowercase }
        forms[first.key, default: []].append(
          Form(
            words: words.map(\.key), capitals: isInCapitals ? words.map(\.written) : nil,
            term: number))
      }
    }
    for (word, sharing) in forms where sharing.count > 1 {
      forms[word] = sharing.sorted { $0.words.count > $1.words.count }
    }
  }

  /// The places of the terms among all, each once, in the order of the texts.
  package func terms(in texts: some Sequence<String>) -> [Int] {
    var found: [Int] = []
    for text in texts {
      let words = wordsOfText(text)
      var next = 0
      while next < words.count {
        guard let form = form(at: next, in: words) else {
          next += 1
          continue
        }
        if !found.contains(form.term) { found.append(form.term) }
        next += form.words.count
      }
    }
    return found
  }

  private func form(at start: Int, in words: [Word]) -> Form? {
    forms[words[start].key]?.first { form in
      guard form.words.count <= words.count - start else { return false }
      return form.words.indices.allSatisfy { offset in
        let word = words[start + offset]
        return (offset == 0 || word.isJoined)
          && (form.capitals.map { $0[offset] == word.written } ?? (form.words[offset] == word.key))
      }
    }
  }
}

/// A word of a text.
package struct Word {
  /// As it stands there, without an `'s`.
  package let written: String
  /// In small letters.
  package let key: String
  /// Whether no more than a blank or a hyphen parts it from the word before.
  package let isJoined: Bool
}

/// The words of a text: letters and digits of any script, and apostrophes, in a row.
package func wordsOfText(_ text: String) -> [Word] {
  var words: [Word] = []
  var bytes: [UInt8] = []
  var isJoined = false
  func end() {
    guard !bytes.isEmpty else { return }
    if bytes.count > 2, bytes.hasSuffix("'s") { bytes.removeLast(2) }
    while bytes.last == UInt8(ascii: "'") { bytes.removeLast() }
    if !bytes.isEmpty {
      let written = String(decoding: bytes, as: UTF8.self)
      words.append(Word(written: written, key: written.lowercased(), isJoined: isJoined))
    }
    bytes.removeAll(keepingCapacity: true)
    isJoined = true
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "'" where !bytes.isEmpty, "’" where !bytes.isEmpty: bytes.append(UInt8(ascii: "'"))
    // The last two keep a line together.
    case " ", "-", "\n", "\u{A0}", "\u{2011}": end()
    case _ where scalar.isOfWord: bytes += String(scalar).utf8
    default:
      end()
      isJoined = false
    }
  }
  end()
  return words
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit, or a mark on one, of a script beyond ASCII.
  fileprivate var isOfWord: Bool {
    !isASCII
      && (properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
