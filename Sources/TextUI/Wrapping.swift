/// Breaks a text into lines of at most `width` columns, between words where it can.
///
/// A line break in the text breaks the line; an empty text is one empty line. Blanks between words
/// come out as one, and no line ends in one. A word that is longer than a line is cut between
/// characters. A width below 1 counts as 1. Only a wide character in a width of 1 makes a line too
/// long.
package func wrap(_ text: String, width: Int) -> [String] {
  wrap(text, width: width, first: "", rest: "")
}

/// The same with something before the first line and before the others: a bullet, and the blanks to
/// stand beneath its text.
///
///     • Stand up from a chair
///       ten times
package func wrap(_ text: String, width: Int, first: String, rest: String) -> [String] {
  var lines = LineBreaker(width: width, first: first, rest: rest)
  if lines.addPlain(text) { return lines.lines }
  var isFirst = true
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if !isFirst { lines.endLine() }
    isFirst = false
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      lines.add(word)
    }
  }
  lines.endLine()
  return lines.lines
}

private struct LineBreaker {
  let width: Int
  let rest: String
  var prefix: String
  var line = ""
  var lineWidth = 0
  var lines: [String] = []

  init(width: Int, first: String, rest: String) {
    self.width = width
    self.rest = rest
    prefix = first
  }

  var room: Int { max(1, width.minus(displayWidth(prefix))) }

  /// Adds a whole text of printable ASCII with single blanks, as most are, in the same way and far
  /// faster: each line is a piece of it.
  ///
  /// False, and nothing added, for any other text.
  mutating func addPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isPlain, bytes.hasSingleBlanks else { return false }
      var start = 0
      repeat {
        let room = room
        var end = bytes.count
        if end - start > room {
          end = start + room
          // The last blank that leaves something before it; a longer word is cut.
          var blank = end
          while blank > start, bytes[blank] != UInt8(ascii: " ") { blank -= 1 }
          if blank > start { end = blank }
        }
        line = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        endLine()
        start = end < bytes.count && bytes[end] == UInt8(ascii: " ") ? end + 1 : end
      } while start < bytes.count
      return true
    } ?? false
  }

  mutating func add(_ word: Substring) {
    let text = String(word)
    let wordWidth = displayWidth(text)
    if !line.isEmpty, lineWidth + 1 + wordWidth <= room {
      line += " " + text
      lineWidth += 1 + wordWidth
      return
    }
    if !line.isEmpty { endLine() }
    if wordWidth <= room {
      line = text
      lineWidth = wordWidth
      return
    }
    for character in word {
      let columns = max(0, displayWidth(String(character)))
      if lineWidth > 0, lineWidth + columns > room { endLine() }
      line.append(character)
      lineWidth += columns
    }
  }

  mutating func endLine() {
    var whole = prefix.isEmpty ? line : prefix + line
    while whole.utf8.last == UInt8(ascii: " ") { whole.removeLast() }
    lines.append(whole)
    prefix = rest
    line = ""
    lineWidth = 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every blank stands alone between two words.
  fileprivate var hasSingleBlanks: Bool {
    var isAfterBlank = true
    for byte in self {
      let isBlank = byte == UInt8(ascii: " ")
      if isBlank && isAfterBlank { return false }
      isAfterBlank = isBlank
    }
    return isEmpty || !isAfterBlank
  }
}

/// The text if it fits, else as much of it as fits before an ellipsis.
package func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  guard displayWidth(text) > width else { return text }
  let mark = displayWidth(ellipsis)
  let tail = mark < width ? ellipsis : ""
  let room = mark < width ? width - mark : max(0, width)
  var cut = ""
  var columns = 0
  for character in text {
    let next = displayWidth(String(character))
    if columns + next > room { break }
    cut.append(character)
    columns += next
  }
  while cut.last == " " { cut.removeLast() }
  return cut + tail
}

/// The text with blanks at its end up to the width; a longer one is not cut.
package func padded(_ text: String, to width: Int) -> String {
  let missing = min(width, 1_000).minus(displayWidth(text))
  return missing > 0 ? text + blanks(missing) : text
}

/// So many blanks; none for a number below 1.
package func blanks(_ count: Int) -> String {
  // Far faster than to repeat a String.
  String(unsafeUninitializedCapacity: max(0, count)) { bytes in
    bytes.initialize(repeating: UInt8(ascii: " "))
    return max(0, count)
  }
}
