import QuestionnaireModel

/// Lines of plain text, no wider than 78 columns and without control characters, whatever is put
/// into them.
struct SummaryLayout {
  static let width = 78
  /// Without rules, and a paragraph is one line: for what is read on a phone.
  let isPlain: Bool
  private(set) var lines: [String] = []
  private var headings: [Int] = []

  /// The lines up to the first heading, and then those from each heading on.
  var sections: [(heading: String?, lines: [String])] {
    let starts = [0] + headings
    let ends = headings + [lines.count]
    return zip(starts, ends).enumerated().map { place, range in
      (place == 0 ? nil : lines[range.0], Array(lines[range.0..<range.1]))
    }
  }

  /// All blocks, one after the other.
  init(_ blocks: [SummaryBlock] = [], isPlain: Bool = false) {
    self.isPlain = isPlain
    for block in blocks { add(block) }
  }

  mutating func add(_ block: SummaryBlock) {
    switch block {
    case .title(let text, let day, _):
      blank()
      banner(text, right: day)
    case .heading(let text, let isDense): heading(text, dense: isDense)
    case .paragraph(let text): paragraph(text)
    case .level(let symbol, let text): paragraph(text, first: symbol + " ")
    case .bullet(let text, let depth):
      paragraph(text, first: String(repeating: "  ", count: depth) + "- ")
    case .note(let text): paragraph(text, first: "  ")
    case .step(let number, let text): paragraph(text, first: "\(number). ")
    case .stepNote(let mark, let text):
      paragraph(text, first: mark.isEmpty ? "   " : "   " + mark + " ")
    case .table(let table): add(table)
    case .verbatim(let texts): lines += texts.map(printable)
    case .gap: blank()
    }
  }

  /// A line between two rules, with a word at its right end.
  mutating func banner(_ text: String, right: String) {
    if isPlain { return paragraph(text + " " + right) }
    let rule = String(repeating: "=", count: Self.width)
    lines.append(rule)
    let (left, end) = (printable(text), printable(right))
    let gap = Self.width - displayWidth(left) - displayWidth(end)
    if gap > 0 {
      lines.append(left + String(repeating: " ", count: gap) + end)
    } else {
      paragraph(text)
      paragraph(right)
    }
    lines.append(rule)
  }

  /// A heading and a rule in one line, with a blank line before it unless the page is `dense`.
  private mutating func heading(_ text: String, dense: Bool) {
    if !dense { blank() }
    headings.append(lines.count)
    paragraph(text)
    guard !isPlain, let last = lines.popLast() else { return }
    let rest = Self.width - displayWidth(last) - 1
    lines.append(rest > 0 ? last + " " + String(repeating: "-", count: rest) : last)
  }

  /// A blank line, never two.
  private mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// The text after `first`; its other lines hang below the text.
  ///
  ///     - Chest pain, and
  ///       short of breath
  mutating func paragraph(_ text: String, first: String = "") {
    lines += wrapped(text, width: isPlain ? .max : Self.width, first: printable(first))
  }

  /// Columns of equal width, with a line to write on in each empty cell.
  ///
  /// Where there are too many for a line each row is a bullet.
  private mutating func add(_ table: SummaryTable) {
    let count = max(table.columns.count, 1)
    let width = (Self.width + 2) / count - 2
    let rows = [table.columns] + table.rows
    guard rows.joined().allSatisfy({ displayWidth(printable($0)) <= width }) else {
      for line in table.lines { paragraph(line, first: "- ") }
      return
    }
    for row in rows {
      let cells = row.map { cell in
        let cell = printable(cell)
        return cell + String(repeating: " ", count: width - displayWidth(cell))
      }
      lines.append(cells.joined(separator: "  ").trimmingTrailingSpaces)
    }
    let line = String(repeating: "_", count: width)
    for _ in 0..<table.emptyRows {
      lines.append("")
      lines.append([String](repeating: line, count: count).joined(separator: "  "))
    }
  }
}

extension SummaryTable {
  /// Each row in one line, those to fill in behind.
  package var lines: [String] {
    rows.map { line($0) } + [String](repeating: line(nil), count: emptyRows)
  }

  /// A row in one line, each cell after the name of its column; `nil`: a row to fill in.
  func line(_ row: [String]?) -> String {
    columns.indices.map { place in
      columns[place] + ": "
        + (row.map { $0.indices.contains(place) ? $0[place] : "" } ?? "........")
    }
    .joined(separator: "; ")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var rest = Substring(self)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// The words of the text in lines of at most `width` columns; a word that is wider is cut.
///
/// No text gives no line.
private func wrapped(_ text: String, width: Int, first: String) -> [String] {
  let margin = displayWidth(first)
  let room = max(width - margin, 2)
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    var rest = printable(String(word))[...]
    while !rest.isEmpty {
      let wide = displayWidth(rest)
      if used > 0 && used + 1 + wide <= room {
        line += " " + rest
        used += 1 + wide
        break
      }
      if used > 0 {
        lines.append(line)
        (line, used) = ("", 0)
      }
      let part = rest.prefix(fitting: room)
      line = String(part)
      used = displayWidth(part)
      rest = rest[part.endIndex...]
    }
  }
  if used > 0 { lines.append(line) }
  let indent = String(repeating: " ", count: margin)
  return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 }
}

extension Substring {
  /// As many characters as the room holds, and one at least.
  fileprivate func prefix(fitting room: Int) -> Substring {
    var used = 0
    var end = startIndex
    for index in indices {
      used += displayWidth(String(self[index]))
      if used > room && index > startIndex { break }
      end = self.index(after: index)
    }
    return self[..<end]
  }
}

/// The columns that a terminal takes for the text: two for a wide character, none for a mark over
/// another.
private func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: width
    default: width + (isWide(scalar) ? 2 : 1)
    }
  }
}

/// Whether the character is wide in Unicode's table of East Asian widths; a few too many are taken
/// as wide.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F000...0x1FAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}
