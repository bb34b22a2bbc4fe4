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

  /// Adds a whole text of printable ASCII, as most are, in the same way and far faster.
  ///
  /// False, and nothing added, for any other text.
  mutating func addPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isPlain else { return false }
      var line: [UInt8] = []
      line.reserveCapacity(max(1, min(width, bytes.count)))
      for word in bytes.split(separator: UInt8(ascii: " ")) {
        var word = word
        if !line.isEmpty {
          if line.count + 1 + word.count <= room {
            line.append(UInt8(ascii: " "))
            line += word
            continue
          }
          endLine(&line)
        }
        while word.count > room {
          line += word.prefix(room)
          word = word.dropFirst(room)
          endLine(&line)
        }
        line += word
      }
      endLine(&line)
      return true
    } ?? false
  }

  private mutating func endLine(_ plain: inout [UInt8]) {
    line = String(decoding: plain, as: UTF8.self)
    plain.removeAll(keepingCapacity: true)
    endLine()
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
    var whole = prefix + line
    while whole.utf8.last == UInt8(ascii: " ") { whole.removeLast() }
    lines.append(whole)
    prefix = rest
    line = ""
    lineWidth = 0
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
  return missing > 0 ? text + String(repeating: " ", count: missing) : text
}
