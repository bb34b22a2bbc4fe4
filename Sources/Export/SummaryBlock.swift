/// A part of the summary before it has a form: text, Markdown and HTML are made of the same.
package enum SummaryBlock: Equatable, Sendable {
  /// The head of a page, and its day.
  case title(String, day: String, reader: SummaryReader)
  /// `isDense`: it needs no room above it where lines are scarce.
  case heading(String, isDense: Bool)
  case paragraph(String)
  /// How urgent it is, after the sign of the level.
  case level(symbol: String, String)
  case bullet(String, depth: Int)
  /// What belongs to the bullet above.
  case note(String)
  case step(Int, String)
  /// What belongs to the step above, with the verdict that it is about; empty: none.
  case stepNote(mark: String, String)
  case table(SummaryTable)
  /// Lines that stay as they are: a code to be read by a program.
  case verbatim([String])
  case gap

  /// What stands in it, as whole texts: each form has all of them, in this order.
  package var texts: [String] {
    switch self {
    case .title(let text, let day, _): [text, day]
    case .heading(let text, _), .paragraph(let text), .bullet(let text, _), .note(let text),
      .step(_, let text):
      [text]
    case .level(let symbol, let text): [symbol, text]
    case .stepNote(let mark, let text): mark.isEmpty ? [text] : [mark, text]
    case .table(let table): table.columns + table.rows.flatMap(\.self)
    case .verbatim(let lines): lines
    case .gap: []
    }
  }
}

/// Whom a page is for.
package enum SummaryReader: Sendable {
  case person, clinician
}

/// Rows to read, and empty ones to fill in by hand.
package struct SummaryTable: Equatable, Sendable {
  package let columns: [String]
  package let rows: [[String]]
  /// How many rows are left to write in.
  package let emptyRows: Int
}

/// The blocks of a summary, as they are said one after the other.
struct SummaryDocument {
  private(set) var blocks: [SummaryBlock] = []

  mutating func add(_ block: SummaryBlock) { blocks.append(block) }

  mutating func heading(_ text: String, dense: Bool = false) {
    blocks.append(.heading(text, isDense: dense))
  }

  /// No text gives no block.
  mutating func paragraph(_ text: String) {
    if text.contains(where: { !$0.isWhitespace }) { blocks.append(.paragraph(text)) }
  }

  mutating func note(_ text: String) { blocks.append(.note(text)) }

  mutating func bullet(_ text: String, depth: Int = 0) {
    blocks.append(.bullet(text, depth: depth))
  }

  mutating func bullets(_ texts: [String], depth: Int = 0) {
    for text in texts { bullet(text, depth: depth) }
  }

  mutating func gap() { blocks.append(.gap) }
}
