import CCommonMark
import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

/// Text, Markdown and HTML are the same summary.
struct SummaryFormsTests {
  /// What a person may type, each of which Markdown or HTML would read as something else.
  static let tricky = [
    "# no heading", "- no item", "+ no item", "1. no item", "12) no item", "> no quote",
    "<b>no tag</b>", "<script>alert(1)</script>", "[no](link)", "![no](picture)", "`no code`",
    "*no* _emphasis_ **at** __all__", "&amp; &lt; &#65;", "back\\slash \\* \\", "~~no~~", "a | b",
    "=== ", "---", "***", "    no code", "```", "<!-- -->", "<https://no.example>", "\t- no",
    "line  \nbreak", "tail #", "\"quoted\" 'too'", "\u{202E}turned\u{7}", "[x]: /no 'link'",
    ": no", "]]>", "&copy", "é ü 漢字", "*", "1.", "#",
  ]

  private static let cases: [[Item.ID: Answer]] =
    [SmallPack.longStanding, SmallPack.emergency, SmallPack.sameDay, SmallPack.unsure, [:]]
    + tricky.map { SmallPack.changed(["words": .text($0)]) }

  private func oneLine(_ text: String) -> String {
    printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  @Test(arguments: cases, SummaryPages.allCases)
  func `all texts stand in the text, in order`(given: [Item.ID: Answer], pages: SummaryPages) {
    let summary = SmallPack.summary(given, includesPrivate: true, pages: pages)
    expectInOrder(summary.blocks.texts, in: oneLine(summary.text))
  }

  /// The columns of a table are the heads of its rows in Markdown.
  @Test(arguments: cases)
  func `and in the Markdown, read by an independent reader`(given: [Item.ID: Answer]) {
    let blocks = SmallPack.summary(given, includesPrivate: true).blocks
    let read = CommonMark(SummaryMarkdown.text(blocks))
    #expect(read.unexpected == [])
    let text = oneLine(read.texts.joined(separator: " "))
    expectInOrder(blocks.filter { !$0.isTable }.texts, in: text)
    #expect(read.headings(1) == blocks.compactMap(\.titleText).map(oneLine))
    #expect(read.headings(2) == blocks.compactMap(\.headingText).map(oneLine))
    #expect(read.items == blocks.map(\.items).reduce(0, +))
  }

  @Test(arguments: cases)
  func `and in the HTML, with nothing that was typed as a tag`(given: [Item.ID: Answer]) {
    let blocks = SmallPack.summary(given, includesPrivate: true).blocks
    let html = SummaryHTML.text(
      blocks, title: "T", languages: [.person: "en", .clinician: "en"], paper: .a4)
    let body = html.split(separator: "<body>").last.map(String.init) ?? ""
    let known = [
      "section", "header", "h1", "h2", "p", "ul", "ol", "li", "strong", "table", "thead", "tbody",
      "tr", "th", "td", "pre", "body", "html",
    ]
    var open: [Substring] = []
    for tag in body.matches(of: /<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/) {
      #expect(known.contains(String(tag.output.2)))
      if tag.output.1.isEmpty {
        open.append(tag.output.2)
      } else if open.last == tag.output.2 {
        open.removeLast()
      } else {
        #expect(["body", "html"].contains(tag.output.2), "\(tag.output.2) closes nothing")
      }
    }
    #expect(open.isEmpty)
    let text = body.replacing(/<\/?[a-z0-9]+(?: [a-z]+="[^"<>]*")*>/, with: " ")
    #expect(!text.contains("<") && !text.contains(">"))
    let read = oneLine(
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&"))
    expectInOrder(blocks.texts, in: read)
  }

  @Test func `paper and language are those that were asked for`() {
    let summary = SmallPack.summary(SmallPack.longStanding)
    #expect(summary.html(on: .a4).contains("@page { size: A4;"))
    #expect(summary.html(on: .letter).contains("@page { size: Letter;"))
    #expect(summary.html(on: .a4).contains("<html lang=\"en\">"))
  }

  @Test func `a page that was not asked for is not there`() {
    let all = SmallPack.summary(SmallPack.longStanding).blocks
    let person = SmallPack.summary(SmallPack.longStanding, pages: .person).blocks
    let clinician = SmallPack.summary(SmallPack.longStanding, pages: .clinician).blocks
    #expect(person + clinician == all)
    #expect(person.compactMap(\.titleText) == ["KneeGuide: A page for you"])
    #expect(clinician.compactMap(\.titleText) == ["KneeGuide: For the clinician"])
  }

  @Test func `scores stand with their day, and room for the next three visits`() throws {
    let blocks = SmallPack.summary(SmallPack.longStanding).blocks
    // Behind the page is the code that the program reads.
    let page = Array(blocks.dropLast(3))
    guard case .verbatim = blocks.last, case .table(let table) = page.last else {
      Issue.record("the page ends with \(String(describing: page.last))")
      return
    }
    #expect(table.columns == ["Day", "Pain score"])
    #expect(table.rows == [["2026-11-22", "5.5"]] && table.emptyRows == 3)
    let hasTable = SmallPack.summary(SmallPack.emergency).blocks.contains { $0.isTable }
    #expect(!hasTable)
  }
}

/// Each text after the one before it.
private func expectInOrder(
  _ texts: [String], in whole: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  var rest = whole[...]
  for text in texts {
    let words = printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    guard let found = rest.firstRange(of: words) else {
      Issue.record("\(words) is missing in\n\(rest)", sourceLocation: sourceLocation)
      return
    }
    rest = rest[found.upperBound...]
  }
}

extension [SummaryBlock] {
  fileprivate var texts: [String] { flatMap(\.texts) }
}

extension SummaryBlock {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
  fileprivate var titleText: String? { if case .title(let text, _, _) = self { text } else { nil } }
  fileprivate var headingText: String? {
    if case .heading(let text, _) = self { text } else { nil }
  }
  fileprivate var items: Int {
    switch self {
    case .bullet, .step: 1
    case .table(let table): table.rows.count + table.emptyRows
    default: 0
    }
  }
}

/// What cmark reads in a text.
private struct CommonMark {
  private(set) var texts: [String] = []
  private(set) var unexpected: [String] = []
  private(set) var items = 0
  private var heads: [(level: Int, text: String)] = []

  func headings(_ level: Int) -> [String] { heads.filter { $0.level == level }.map(\.text) }

  init(_ markdown: String) {
    let bytes = Array(markdown.utf8)
    let root = bytes.withUnsafeBytes {
      cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
    }
    guard let root, let iterator = cmark_iter_new(root) else { return }
    defer {
      cmark_iter_free(iterator)
      cmark_node_free(root)
    }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      let node = cmark_iter_get_node(iterator)
      let isEnter = event == CMARK_EVENT_ENTER
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: text += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      case CMARK_NODE_LINEBREAK, CMARK_NODE_SOFTBREAK: text += " "
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        if isEnter {
          text = ""
        } else {
          texts.append(text)
          if cmark_node_get_type(node) == CMARK_NODE_HEADING {
            heads.append((Int(cmark_node_get_heading_level(node)), text))
          }
        }
      case CMARK_NODE_ITEM: if isEnter { items += 1 }
      case CMARK_NODE_CODE_BLOCK:
        texts += cmark_node_get_literal(node).map { [String(cString: $0)] } ?? []
      case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_STRONG, CMARK_NODE_THEMATIC_BREAK: break
      default: unexpected.append(String(cString: cmark_node_get_type_string(node)))
      }
    }
  }
}
