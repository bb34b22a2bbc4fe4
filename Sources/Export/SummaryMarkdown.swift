/// The summary as CommonMark, with the same texts as on paper.
///
/// What was typed, and every word of the pack, stands as it is: nothing in it makes a heading, a
/// link, an emphasis or HTML.
package enum SummaryMarkdown {
  /// Ended by a line feed; without control characters but line feeds.
  package static func text(_ blocks: [SummaryBlock]) -> String {
    var lines: [String] = []
    /// How far what follows is indented to belong to the item above.
    var indent = ""
    var isInList = false
    func add(_ line: String, isItem: Bool = false) {
      // Items of one list stand close together; anything else is apart.
      if !lines.isEmpty, !(isItem && isInList) { lines.append("") }
      lines.append(line)
      isInList = isItem
    }
    for block in blocks {
      switch block {
      case .title(let text, let day, _):
        if !lines.isEmpty { add("---") }
        add("# " + escaped(text))
        add(escaped(day))
      case .heading(let text, _): add("## " + escaped(text))
      case .paragraph(let text): add(escaped(text))
      case .level(let symbol, let text): add("**" + escaped(symbol + " " + text) + "**")
      case .bullet(let text, let depth):
        indent = String(repeating: "  ", count: depth + 1)
        add(String(repeating: "  ", count: depth) + "- " + escaped(text), isItem: true)
      case .note(let text):
        // A line of its own within the item: a backslash ends the line above.
        if isInList, let last = lines.popLast() {
          lines += [last + "\\", indent + escaped(text)]
        } else {
          add(escaped(text))
        }
      case .step(let number, let text):
        indent = "   "
        add("\(number). " + escaped(text), isItem: true)
      case .stepNote(let mark, let text):
        let line = (mark.isEmpty ? "" : "**" + escaped(mark) + "** ") + escaped(text)
        if isInList, let last = lines.popLast() {
          lines += [last + "\\", indent + line]
        } else {
          add(line)
        }
      case .table(let table):
        for line in table.lines { add("- " + escaped(line), isItem: true) }
      case .verbatim(let texts):
        add("")
        lines += texts.map { "    " + printable($0) }
      case .gap: break
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The text in one line, with a backslash before every sign that Markdown would read.
  static func escaped(_ text: String) -> String {
    let words = printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    var escaped = ""
    var isNumber = true
    for (place, scalar) in words.unicodeScalars.enumerated() {
      // Only at the start of a block are these a list, a rule or the line below a heading.
      let opensBlock = place == 0 && "-+=>:".unicodeScalars.contains(scalar)
      let endsNumber = isNumber && place > 0 && (scalar == "." || scalar == ")")
      if opensBlock || endsNumber || "\\`*_[]<&~|#".unicodeScalars.contains(scalar) {
        escaped.unicodeScalars.append("\\")
      }
      isNumber = isNumber && ("0"..."9").contains(scalar)
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
