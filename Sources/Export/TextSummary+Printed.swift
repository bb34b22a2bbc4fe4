extension TextSummary {
  /// The lines for a printer of text: each page begins on a sheet of its own.
  package var printed: String {
    var pages: [[SummaryBlock]] = [[]]
    for block in blocks {
      if case .title = block, pages[pages.count - 1].contains(where: { $0 != .gap }) {
        pages.append([])
      }
      pages[pages.count - 1].append(block)
    }
    return pages.map { page in
      SummaryLayout(page).lines.drop(while: \.isEmpty).map { $0 + "\n" }.joined()
    }.joined(separator: "\u{0C}")
  }
}
