import CCommonMark
import QuestionnaireModel
import RecommendationCore

/// A node of cmark's tree.
typealias MarkdownNode = OpaquePointer

/// Turns the CommonMark of a page into blocks.
///
/// What a page cannot show is a fault: raw HTML, images, code, tables, other links.
struct PageBody {
  private let file: SourceFile
  private let draft: Draft
  /// Where the search for the next link begins; links come in the order of the text.
  private var linkLine: Int
  private var linkColumn = 1
  private var setting = ClaimMark.Setting.text
  /// Within how many block quotes.
  private var quotes = 0

  /// The text begins with as many empty lines as the header has, so that cmark counts the lines of
  /// the file.
  static func blocks(of text: String, firstLine: Int, file: SourceFile, draft: Draft) -> [Page
    .Block]
  {
    guard
      let document = cmark_parse_document(
        text, text.utf8.count, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
    else { return [] }
    defer { cmark_node_free(document) }
    var body = PageBody(file: file, draft: draft, linkLine: firstLine)
    let blocks = body.blocks(in: document, depth: 0)
    if blocks.isEmpty {
      draft.report.error(
        "ShownMarkdown", at: Place(file.path, line: min(firstLine, file.lines.count)),
        "the page has no text", "write its text below the header")
    }
    return blocks
  }

  private init(file: SourceFile, draft: Draft, linkLine: Int) {
    self.file = file
    self.draft = draft
    self.linkLine = linkLine
  }

  private func fault(_ node: MarkdownNode, _ summary: String, _ remedy: String) {
    fault(place(of: node), summary, remedy)
  }

  private func fault(_ place: Place, _ summary: String, _ remedy: String) {
    draft.report.error("ShownMarkdown", at: place, summary, remedy)
  }

  private mutating func blocks(in parent: MarkdownNode, depth: Int) -> [Page.Block] {
    if depth > 8 {
      fault(parent, "the nesting is too deep", "write a shorter list")
      return []
    }
    var blocks: [Page.Block] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let block = block(node, depth: depth) { blocks.append(block) }
      next = cmark_node_next(node)
    }
    return blocks
  }

  private mutating func block(_ node: MarkdownNode, depth: Int) -> Page.Block? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      if depth == 0, let figure = figure(node) { return figure }
      checkTable(node)
      takeProse(node)
      return .paragraph(inlines(in: node, depth: 0))
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      if level < 2 {
        fault(node, "a heading of the first level stands in the text", "begin sections with '##'")
      }
      takeProse(node)
      return .heading(level: level, inlines(in: node, depth: 0))
    case CMARK_NODE_LIST:
      var items: [[Page.Block]] = []
      var next = cmark_node_first_child(node)
      while let item = next {
        items.append(blocks(in: item, depth: depth + 1))
        next = cmark_node_next(item)
      }
      return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? .numbered(from: Int(cmark_node_get_list_start(node)), items) : .bullets(items)
    case CMARK_NODE_BLOCK_QUOTE:
      let outer = setting
      defer { setting = outer }
      setting = isIntroduced(node) ? .introducedQuote : .bareQuote
      quotes += 1
      defer { quotes -= 1 }
      return .quote(blocks(in: node, depth: depth + 1))
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_HTML_BLOCK: fault(node, "raw HTML stands in the text", "write it in words")
    case CMARK_NODE_CODE_BLOCK:
      fault(
        node, "a block of code stands in the text",
        "write it in words, and without four spaces before it")
    default: fault(node, "this cannot be shown", "write it in words")
    }
    return nil
  }

  /// Whether a paragraph that ends with a colon stands above.
  private func isIntroduced(_ node: MarkdownNode) -> Bool {
    guard let before = cmark_node_previous(node),
      cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH,
      let last = cmark_node_last_child(before), let text = cmark_node_get_literal(last)
    else { return false }
    return String(cString: text).hasSuffix(":")
  }

  /// Keeps the words of a paragraph, with its lines, for the rules on wording.
  private func takeProse(_ node: MarkdownNode) {
    draft.prose.append(
      PatientText(text: Self.words(in: node, depth: 0), place: place(of: node), isQuote: quotes > 0)
    )
  }

  private static func words(in parent: MarkdownNode, depth: Int) -> String {
    var words = ""
    var next = depth > 8 ? nil : cmark_node_first_child(parent)
    while let node = next {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: words += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words += "\n"
      default: words += self.words(in: node, depth: depth + 1)
      }
      next = cmark_node_next(node)
    }
    return words
  }

  /// The figure that a paragraph is nothing but a link to; `nil` for any other paragraph.
  private mutating func figure(_ paragraph: MarkdownNode) -> Page.Block? {
    guard let link = cmark_node_first_child(paragraph), cmark_node_next(link) == nil,
      cmark_node_get_type(link) == CMARK_NODE_LINK
    else { return nil }
    let target = cmark_node_get_url(link).map { String(cString: $0) } ?? ""
    guard target.hasPrefix("figure:") else { return nil }
    let id = String(target.dropFirst("figure:".count))
    draft.mention(.figure, id, at: find(target, from: place(of: link)))
    return .figure(Figure.ID(id))
  }

  /// CommonMark has no tables: one would be shown as a paragraph full of bars.
  private func checkTable(_ node: MarkdownNode) {
    let line = Int(cmark_node_get_start_line(node))
    guard file.lines.indices.contains(line - 1),
      file.lines[line - 1].first(where: { !$0.properties.isWhitespace }) == "|"
    else { return }
    fault(node, "a table stands in the text", "write it as a list")
  }

  private mutating func inlines(in parent: MarkdownNode, depth: Int) -> [Page.Inline] {
    if depth > 8 { return [] }
    var inlines: [Page.Inline] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let inline = inline(node, depth: depth) {
        if case .text(let words) = inline, case .text(let before)? = inlines.last {
          inlines[inlines.count - 1] = .text(before + words)
        } else {
          inlines.append(inline)
        }
      }
      next = cmark_node_next(node)
    }
    return inlines
  }

  private mutating func inline(_ node: MarkdownNode, depth: Int) -> Page.Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      draft.take(text, at: place(of: node))
      return .text(text)
    case CMARK_NODE_SOFTBREAK: return .text(" ")
    case CMARK_NODE_LINEBREAK:
      fault(
        node, "a line ends with two spaces or a backslash",
        "remove them; lines are filled to the width of the screen")
      return .text(" ")
    case CMARK_NODE_EMPH: return .emphasis(inlines(in: node, depth: depth + 1))
    case CMARK_NODE_STRONG: return .strong(inlines(in: node, depth: depth + 1))
    case CMARK_NODE_LINK: return link(node, depth: depth)
    case CMARK_NODE_HTML_INLINE: fault(node, "raw HTML stands in the text", "write it in words")
    case CMARK_NODE_IMAGE: fault(node, "an image stands in the text", "say in words what it shows")
    case CMARK_NODE_CODE: fault(node, "code stands in the text", "remove the backquotes")
    default: fault(node, "this cannot be shown", "write it in words")
    }
    return nil
  }

  private func place(of node: MarkdownNode) -> Place {
    // A line break has no place of its own: that of what stands before it serves, or that of its
    // block.
    var node = node
    while cmark_node_get_start_line(node) == 0,
      let other = cmark_node_previous(node) ?? cmark_node_parent(node)
    {
      node = other
    }
    return file.place(
      line: max(1, Int(cmark_node_get_start_line(node))),
      column: max(1, Int(cmark_node_get_start_column(node))))
  }

  private mutating func link(_ node: MarkdownNode, depth: Int) -> Page.Inline? {
    let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let place = find(target, from: place(of: node))
    let words = inlines(in: node, depth: depth + 1)
    if words.isEmpty { fault(place, "a link has no words", "write words between the brackets") }
    let parts = target.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts.count == 2 ? parts[0] : "" {
    case "page":
      draft.mention(.page, String(parts[1]), at: place)
      return .page(Page.ID(parts[1]), words)
    case "source":
      draft.mention(.source, String(parts[1]), at: place)
      draft.linkedSources.append((String(parts[1]), place))
      return .source(Reference.ID(parts[1]), words)
    case "claim":
      draft.mention(.claim, String(parts[1]), at: place)
      if let page = draft.currentPage {
        draft.claimMarks.append(
          ClaimMark(
            page: Page.ID(page), claim: Claim.ID(parts[1]), setting: setting, place: place))
      }
      return .claim(Claim.ID(parts[1]), words)
    case "figure":
      fault(
        place, "a figure stands within a text",
        "let the link stand alone, with an empty line before and after it")
      return nil
    default:
      fault(
        place, "the link to '\(target)' leads out of the content",
        "link to 'page:…', 'source:…' or 'claim:…'")
      return nil
    }
  }

  /// The next place where the target is written; where it is not found, the place that cmark gives.
  private mutating func find(_ target: String, from start: Place) -> Place {
    let letters = Array(target.unicodeScalars)
    if (start.line, 1) > (linkLine, linkColumn) { (linkLine, linkColumn) = (start.line, 1) }
    var line = linkLine
    var column = linkColumn
    while !letters.isEmpty, line <= file.lines.count {
      let scalars = file.lines[line - 1]
      while column - 1 + letters.count <= scalars.count {
        if Array(scalars[(column - 1)..<(column - 1 + letters.count)]) == letters {
          (linkLine, linkColumn) = (line, column + letters.count)
          return file.place(line: line, column: column)
        }
        column += 1
      }
      (line, column) = (line + 1, 1)
    }
    return start
  }
}
