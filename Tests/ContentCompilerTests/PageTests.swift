import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// Explanation pages: header, text, links.
@Suite struct PageTests {
  private let page = "pages/exercise.md"

  @Test func `a page is read as blocks`() throws {
    let pack = try #require(
      try compiled(baseContent).pack)
    #expect(
      pack[page: "hot-knee"]?.blocks == [
        .paragraph([
          .text("It can be an "), .emphasis([.text("infection")]), .text(" ("),
          .source("guideline-a", [.text("1")]), .text("). It is "), .strong([.text("seen today")]),
          .text("."),
        ]),
        .heading(level: 2, [.text("What to do")]),
        .numbered(from: 1, [[.paragraph([.text("Go.")])], [.paragraph([.text("Do not wait.")])]]),
        .quote([.paragraph([.text("Ask for help.")])]),
      ])
    #expect(
      pack[page: "exercise"]?.blocks == [
        .paragraph([.text("Walk.")]), .rule, .paragraph([.text("Swim.")]),
      ])
    #expect(
      pack[page: "start"]?.blocks == [
        .paragraph([
          .text("Read on about a "), .page("worn-knee", [.text("worn knee")]), .text("."),
        ])
      ])
    #expect(pack.pages.map(\.id) == ["exercise", "hot-knee", "start", "worn-knee"])
  }

  @Test(arguments: [
    ("1️⃣<div>\na\n</div>", "raw HTML stands in the text", "write it in words"),
    ("a 1️⃣<b>b", "raw HTML stands in the text", "write it in words"),
    ("a 1️⃣![knee](page:start)", "an image stands in the text", "say in words what it shows"),
    ("1️⃣![knee](knee.png)", "an image stands in the text", nil),
    ("a `b`", "code stands in the text", "remove the backquotes"),
    ("1️⃣```\na\n```", "a block of code stands in the text", nil),
    ("1️⃣# Title", "a heading of the first level stands in the text", "begin sections with '##'"),
    ("1️⃣| a | b |\n|---|---|", "a table stands in the text", "write it as a list"),
    (
      "a [b](1️⃣https://example.org)", "the link to 'https://example.org' leads out of the content",
      "link to 'page:…', 'source:…' or 'claim:…'"
    ),
    ("a <1️⃣https://example.org>", "the link to 'https://example.org' leads out of the content", nil),
    ("a [b](1️⃣start)", "the link to 'start' leads out of the content", nil),
    ("a [](1️⃣page:start)", "a link has no words", nil),
  ])
  func `what a page cannot show is a fault`(text: String, summary: String, remedy: String?) throws {
    let found = try diagnostics(planting: [Planted(page, "Walk.", text)])
    #expect(found.map(\.diagnostic.rule) == ["ShownMarkdown"])
    #expect(found.map(\.diagnostic.summary) == [summary])
    #expect(found.allSatisfy { $0.diagnostic.line == 10 })
    if text.contains("1️⃣") { #expect(found.map(\.marker) == ["1️⃣"]) }
    if let remedy { #expect(found.map(\.diagnostic.remedy) == [remedy]) }
  }

  @Test func `a hard line break is a fault`() throws {
    let found = try diagnostics(planting: [Planted(page, "Walk.", "Walk.\nRun.  \nRest.")])
    #expect(found.map(\.diagnostic.summary) == ["a line ends with two spaces or a backslash"])
    #expect(found.map(\.diagnostic.line) == [11])
  }

  @Test func `a link is found on its own line, also behind another to the same page`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "KnownNames", "there is no page 'strt'"),
        Finding("2️⃣", "KnownNames", "there is no page 'strt'"),
      ],
      planting: [
        Planted(
          page, "Walk.", "Walk *on\nand [on](1️⃣page:strt)*,\nor [b](page:start) [c](2️⃣page:strt).")
      ])
  }

  @Test func `a source of the header is linked, and the other way round`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "PageSourcesLinked", "page 'exercise' names 'guideline-b' and does not link to it"),
        Finding(
          "2️⃣", "PageSourcesLinked", "page 'exercise' links to 'guideline-a' and does not name it",
          "add it to 'sources' in the header"),
      ],
      planting: [
        Planted(page, "sources: []", "sources: 1️⃣[guideline-b]"),
        Planted(page, "Walk.", "Walk [1](2️⃣source:guideline-a) [1](source:guideline-a)."),
      ])
  }

  @Test(arguments: [
    ("Walk on.", "the page has no header"),
    ("---\nid: exercise\n\nWalk.", "the header of the page has no end"),
    ("---\n---\nWalk.", "the header of the page is empty"),
  ])
  func `a page has a header`(text: String, summary: String) throws {
    try expectFindings(
      [Finding(file: page, "PageHeader", summary)], planting: [Planted(page, whole: text)])
  }

  @Test func `the header may be broken like any YAML`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "ReadableYAML", "the YAML is broken: mapping values are not allowed in this context")
      ],
      planting: [Planted(page, "about: How to begin.", "about: How1️⃣: to begin.")])
  }

  @Test func `a page without text is a fault`() throws {
    try expectFindings(
      [Finding("1️⃣", "ShownMarkdown", "the page has no text")],
      planting: [Planted(page, "---\nWalk.\n\n---\n\nSwim.", "---\n1️⃣")])
  }

  @Test func `every page can be reached`() throws {
    let lost = """
      ---
      id: 1️⃣lost
      title: Lost
      about: Nobody comes here.
      group: living
      reviewed: 2026-11-22
      review-due: 2027-11-22
      sources: []
      ---
      To [the other](page:lost-too).
      """
    let other = lost.replacing("1️⃣lost", with: "2️⃣lost-too").replacing(
      "page:lost-too", with: "page:lost")
    try expectFindings(
      [
        Finding("1️⃣", "UsedPages", "nothing leads to the page 'lost'"),
        Finding("2️⃣", "UsedPages", "nothing leads to the page 'lost-too'"),
      ],
      planting: [], adding: ["pages/lost.md": lost, "pages/lost-too.md": other])
    // One link from a page that is used leads to both.
    try expectFindings(
      [], planting: [Planted(page, "Walk.", "[Walk](page:lost).")],
      adding: ["pages/lost.md": lost, "pages/lost-too.md": other])
    // A page of the article is reached from its list.
    try expectFindings(
      [], planting: [],
      adding: [
        "pages/lost.md": lost.replacing("living", with: "article"), "pages/lost-too.md": other,
      ])
  }

  @Test(arguments: [
    ("rules/scores.yaml", "name: Pain", "name: Pa1️⃣\u{200B}in", "U+200B"),
    ("rules/scores.yaml", "name: Pain", "name: Pa1️⃣\u{202E}in", "U+202E"),
    ("rules/scores.yaml", "name: Pain", "name: Pa1️⃣\u{E000}in", "U+E000"),
    ("rules/scores.yaml", "name: Pain", "name: Pa1️⃣\u{AD}in", "U+00AD"),
    ("rules/scores.yaml", "guideline-b] }", "guideline-b] } # 1️⃣\u{2066}", "U+2066"),
    ("rules/scores.yaml", "name: Pain", #"name: 1️⃣"Pa\u200Bin""#, "U+200B"),
    ("wording.yaml", "Words of title", #"1️⃣"Words\u202E""#, "U+202E"),
    ("pages/exercise.md", "Walk.", "Wa1️⃣\u{FEFF}lk.", "U+FEFF"),
    ("pages/exercise.md", "Walk.", "1️⃣Wa&#8203;lk.", "U+200B"),
  ])
  func `no text has characters that cannot be seen`(
    file: String, old: String, new: String, code: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "PlainCharacters", "the character \(code) cannot be seen", "remove it")],
      planting: [Planted(file, old, new)])
  }

  /// R61: a language that the screens cannot show is a fault, not words that stand backwards.
  @Test(arguments: [
    ("rules/scores.yaml", "name: Pain", "name: 1️⃣Pa\u{5D0}in", "U+05D0"),
    ("rules/scores.yaml", "name: Pain", #"name: 1️⃣"Pa\u0627in""#, "U+0627"),
    ("wording.yaml", "Words of title", #"1️⃣"Words \u0710""#, "U+0710"),
    ("pages/exercise.md", "Walk.", "1️⃣Wa\u{FB1D}lk. \u{5D0}", "U+FB1D"),
  ])
  func `no text has letters that are written from right to left`(
    file: String, old: String, new: String, code: String
  ) throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "LeftToRight", "the character \(code) is written from right to left",
          "leave it out: nothing here can be shown from right to left yet")
      ],
      planting: [Planted(file, old, new)])
  }
}
