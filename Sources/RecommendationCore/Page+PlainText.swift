/// What stands behind the words of a claim in a plain text.
package typealias ClaimMark = (Claim.ID) -> String

extension Page.Block {
  /// The words without the marks of their form.
  ///
  /// A rule and a figure have none.
  package func plainText(marking mark: ClaimMark = { _ in "" }) -> String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText(marking: mark)
    case .bullets(let items), .numbered(_, let items):
      items.map { $0.plainText(marking: mark) }.joined(separator: "; ")
    case .quote(let blocks): blocks.plainText(marking: mark)
    case .rule, .figure: ""
    }
  }
}

extension [Page.Block] {
  package func plainText(marking mark: ClaimMark = { _ in "" }) -> String {
    map { $0.plainText(marking: mark) }.joined(separator: " ")
  }
}

extension [Page.Inline] {
  package func plainText(marking mark: ClaimMark = { _ in "" }) -> String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let inner), .strong(let inner), .page(_, let inner):
        inner.plainText(marking: mark)
      case .source(_, let inner): "[" + inner.plainText(marking: mark) + "]"
      case .claim(let id, let inner): inner.plainText(marking: mark) + mark(id)
      }
    }.joined()
  }
}
