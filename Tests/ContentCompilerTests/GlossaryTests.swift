import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// `glossary.yaml`.
@Suite struct GlossaryTests {
  private static let file = "glossary.yaml"
  private static let text = """
    medical-endings: [itis]
    plain-words: [kitis]
    terms:
      - { id: infection, term: Infection, also: [infections], means: germs that grow in the body, page: hot-knee }
      - { id: worn, term: worn knee, means: a knee with less smooth bone ends, on-key-only: true }
      - { id: chest, term: Chest, means: the upper body }
    """

  /// Exactly these findings, with a piece of the glossary replaced.
  private func expect(
    _ findings: [Finding], _ old: String = "", _ new: String = "",
    planting planted: [Planted] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = old.isEmpty ? Self.text : Self.text.replacing(old, with: new)
    if !old.isEmpty { #expect(text != Self.text, sourceLocation: sourceLocation) }
    try expectFindings(
      findings, planting: planted, adding: [Self.file: text], sourceLocation: sourceLocation)
  }

  @Test func `it may be left out, and its words are packed`() throws {
    #expect(try compiled(baseContent).pack?.glossary == Glossary())
    let files = baseContent.merging([Self.file: Self.text]) { $1 }
    let compilation = try compiled(files)
    #expect(compilation.diagnostics.map(\.description) == [])
    let glossary = try #require(compilation.pack?.glossary)
    // In the order of the alphabet.
    #expect(glossary.words.terms.map(\.id) == ["chest", "infection", "worn"])
    #expect(glossary.count == 3)
    #expect(
      glossary.words["infection"]
        == GlossaryTerm(
          id: "infection", term: "Infection", also: ["infections"],
          means: "germs that grow in the body", page: "hot-knee"))
    #expect(glossary.words["worn"]?.isOnKeyOnly == true)
    for words in glossary.items {
      #expect(words.own == ["chest"] && words.unexplained == ["chest"])
    }
    #expect(glossary.items.map(\.item).contains("body-now"))
  }

  @Test func `an item and a page may explain a word by themselves`() throws {
    var files = baseContent.merging([Self.file: Self.text]) { $1 }
    files["pages/hot-knee.md"]?.replace("sources: [", with: "explains: [infection]\nsources: [")
    let item = try #require(files["questionnaire/10-signs.yaml"])
    files["questionnaire/10-signs.yaml"] = item.replacing(
      "id: body-now", with: "id: body-now\n    explains: [chest]")
    let compilation = try compiled(files)
    #expect(compilation.diagnostics.map(\.description) == [])
    let glossary = try #require(compilation.pack?.glossary)
    #expect(glossary.words.explained(on: "hot-knee") == ["infection"])
    #expect(glossary.words.explained(on: "start") == [])
    #expect(glossary.items.first { $0.item == "body-now" }?.unexplained == [])
  }

  @Test(arguments: [
    ("id: chest, ", "term has no 'id'"), ("term: Chest, ", "term 'chest' has no 'term'"),
    (", means: the upper body", "term 'chest' has no 'means'"),
  ])
  func `every key is needed`(part: String, summary: String) throws {
    let text = Self.text.replacing(part, with: "").replacing(
      "  - { id: chest", with: "  - 1️⃣{ id: chest"
    )
    .replacing("  - { term: Chest", with: "  - 1️⃣{ term: Chest")
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", summary)], planting: [], adding: [Self.file: text])
  }

  @Test func `its page exists, and is not reached by it`() throws {
    try expect(
      [Finding("1️⃣", "KnownNames", "there is no page 'hot-kne'", "did you mean 'hot-knee'?")],
      "page: hot-knee", "page: 1️⃣hot-kne")
    try expectFindings(
      [Finding("1️⃣", "UsedPages", "nothing leads to the page 'alone'")], planting: [],
      adding: [
        Self.file: Self.text.replacing("page: hot-knee", with: "page: alone"),
        "pages/alone.md": """
        ---
        id: 1️⃣alone
        title: Alone
        about: Nobody gets here.
        group: living
        reviewed: 2026-11-22
        review-due: 2027-11-22
        sources: []
        ---
        Nothing.
        """,
      ])
  }

  @Test func `a name of a term exists`() throws {
    try expect(
      [Finding("1️⃣", "KnownNames", "there is no term 'ches'", "did you mean 'chest'?")],
      planting: [
        Planted("pages/hot-knee.md", "sources: [", "explains: [1️⃣ches]\nsources: [")
      ])
  }

  @Test(arguments: [
    (
      "term: Chest,", "term: Chest, also: 1️⃣[infections],",
      "'infections' is a form of the term 'infection' too"
    ),
    ("term: Chest,", "term: Chest, also: 1️⃣[CHEST],", "the term 'chest' has the form 'CHEST' twice"),
    ("also: [infections]", "also: 1️⃣[infections, worn-knee]", nil),
    ("term: Chest,", "term: Chest, also: 1️⃣['?!'],", "the form '?!' has no word"),
  ])
  func `no form stands twice`(old: String, new: String, summary: String?) throws {
    // The later of the two is named.
    let first = Finding("2️⃣", "UniqueForms", "'worn knee' is a form of the term 'infection' too")
    if let summary {
      try expect([Finding("1️⃣", "UniqueForms", summary)], old, new)
    } else {
      let text = Self.text.replacing(old, with: new).replacing("term: worn", with: "term: 2️⃣worn")
      let compilation = try PlantedContent(
        [], adding: [Self.file: text], sourceLocation: #_sourceLocation)
      let found = try compiled(compilation.files).diagnostics.filter { $0.rule == "UniqueForms" }
      #expect(found.map(\.summary) == [first.summary])
      #expect(found.map(\.place) == [compilation.places["2️⃣"]])
    }
  }

  @Test func `a meaning is short, and one phrase`() throws {
    let long = Array(repeating: "word", count: 15).joined(separator: " ")
    try expect(
      [Finding("1️⃣", "ShortGlosses", "what 'chest' means is said in 15 words")],
      "means: the upper body", "means: 1️⃣" + long)
    try expect([], "means: the upper body", "means: " + long.dropLast(5))
    try expect(
      [Finding("1️⃣", "ShortGlosses", "what 'chest' means ends with a full stop")],
      "means: the upper body", "means: 1️⃣the upper body.")
  }

  @Test func `a term stands on a screen`() throws {
    try expect(
      [Finding("1️⃣", "UsedTerms", "no screen uses the term 'Toe'")], "term: Chest",
      "term: 1️⃣Toe")
    // A clinician's word stands on no screen, nor does what the glossary says.
    try expect(
      [Finding("1️⃣", "UsedTerms", "no screen uses the term 'germs'")], "term: Chest",
      "term: 1️⃣germs")
  }

  @Test func `what is said to be explained stands in the text`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "ExplainedTerms",
          "page 'hot-knee' says it explains 'chest', which is not in its text")
      ], planting: [Planted("pages/hot-knee.md", "sources: [", "explains: [1️⃣chest]\nsources: [")])
    try expect(
      [
        Finding(
          "1️⃣", "ExplainedTerms",
          "item 'age' says it explains 'chest', which is not in its text")
      ], planting: [Self.inAge("explains: [1️⃣chest]")])
  }

  private static func inAge(_ key: String) -> Planted {
    let file =
      baseContent.first { $0.key.hasPrefix("questionnaire/") && $0.value.contains("id: age") }?.key
      ?? ""
    return Planted(file, "id: age\n", "id: age\n    \(key)\n")
  }

  /// R155.
  @Test func `a word that looks medical is in the glossary`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "GlossedWords", "'arthritis' looks like a medical word and is not in the glossary")
      ], planting: [Planted("pages/exercise.md", "Swim.", "1️⃣Swim with arthritis or kitis.")])
    try expect(
      [
        Finding(
          "1️⃣", "GlossedWords", "'bursitis' looks like a medical word and is not in the glossary")
      ], "means: the upper body", "means: 1️⃣the bursitis")
    try expect(
      [], "also: [infections]", "also: [infections, bursitis]",
      planting: [Planted("pages/exercise.md", "Swim.", "Swim with bursitis. Itis is an end.")])
  }

  @Test func `the first screen needs no glossary`() throws {
    try expect(
      [Finding("1️⃣", "WelcomeWithoutTerms", "the first screen uses the term 'Chest'")],
      planting: [
        Planted(
          "pack.yaml", "not-a-diagnosis: This is no diagnosis.",
          "not-a-diagnosis: 1️⃣This is no chest.")
      ])
  }
}
