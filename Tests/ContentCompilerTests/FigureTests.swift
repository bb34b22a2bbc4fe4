import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// `evidence/figures.yaml`, and where pages show it.
@Suite struct FigureTests {
  private static let file = "evidence/figures.yaml"
  private static let page = "pages/exercise.md"
  private static let figure = """
    - id: walking
      title: walking or not
      of: 100
      after: 8 weeks
      with: people who walked
      without: people who did not
      benefit: { what: felt better, with: 47, without: 36 }
      harms:
        - { what: had a sore heel, with: 12, without: 3, after: 1 week }
      certainty: Rather sure.
      sources: [guideline-a]
    """

  private func expect(
    _ findings: [Finding], _ old: String, _ new: String,
    _ shown: String = "[figure](figure:walking)"
  ) throws {
    try expectFindings(
      findings, planting: [Planted(Self.page, "Walk.", shown)],
      adding: [Self.file: Self.figure.replacing(old, with: new)])
  }

  @Test func `the file may be left out or hold figures`() throws {
    var files = baseContent
    files[Self.file] = Self.figure + "\n  unverified: true\n  derived: 47.1 percent."
    files[Self.page] = files[Self.page]?.replacing("Walk.", with: "[figure](figure:walking)")
    let compilation = compile(ContentInMemory(files), on: try #require(testDay))
    #expect(compilation.diagnostics.map(\.description) == [])
    let pack = try #require(compilation.pack)
    #expect(
      pack.figures == [
        Figure(
          id: "walking", title: "walking or not", base: .hundred, after: "8 weeks",
          with: "people who walked", without: "people who did not",
          benefit: Figure.Outcome(what: "felt better", with: 47, without: 36),
          harms: [
            Figure.Outcome(what: "had a sore heel", with: 12, without: 3, after: "1 week")
          ], certainty: "Rather sure.", sources: ["guideline-a"], isUnverified: true,
          derived: "47.1 percent.")
      ])
    #expect(pack[page: "exercise"]?.blocks.first == .figure("walking"))
    #expect(Listing(.figures, of: compilation)?.text.contains("derived: 47.1 percent.") == true)
    try expectFindings([], planting: [])
  }

  @Test(arguments: [
    "title: walking or not", "of: 100", "after: 8 weeks", "with: people who walked",
    "without: people who did not", "certainty: Rather sure.", "sources: [guideline-a]",
  ])
  func `every key is needed`(line: String) throws {
    let key = line.prefix { $0 != ":" }
    var rest = Self.figure.replacing("\n  " + line, with: "")
    rest = "- 1️⃣" + rest.dropFirst(2)
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", "figure 'walking' has no '\(key)'")],
      planting: [Planted(Self.page, "Walk.", "[figure](figure:walking)")], adding: [Self.file: rest]
    )
  }

  @Test func `both sides of an outcome are needed`() throws {
    try expect(
      [Finding("1️⃣", "CompleteKeys", "'benefit' of figure 'walking' has no 'without'")],
      "{ what: felt better, with: 47, without: 36 }", "1️⃣{ what: felt better, with: 47 }")
  }

  @Test(arguments: ["10", "a hundred", "99"]) func `it is out of 100 or of 1000`(base: String)
    throws
  {
    try expect(
      [
        Finding(
          "1️⃣", "RightTypes", "'of' of figure 'walking' should be 100 or 1000, is '\(base)'",
          "write 100, or 1000 where a harm is rarer than 1 in 100")
      ], "of: 100", "of: 1️⃣" + base)
  }

  @Test(arguments: [
    ("with: 47", "with: 1️⃣101", 101), ("without: 36", "without: 1️⃣-1", -1),
    ("with: 12", "with: 1️⃣1000", 1000),
  ])
  func `no number is above its denominator or below none`(old: String, new: String, count: Int)
    throws
  {
    try expect(
      [
        Finding(
          "1️⃣", "CountsWithinBase", "figure 'walking' counts \(count) of 100 persons",
          "write a number from 0 to 100")
      ], old, new)
    try expect([], "with: 47", "with: 100")
    try expect([], "without: 36", "without: 0")
  }

  @Test func `persons are whole`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "RightTypes",
          "'with' of 'benefit' of figure 'walking' should be a whole number of persons, is '47.5'",
          "round it")
      ], "with: 47", "with: 1️⃣47.5")
  }

  @Test func `beside a benefit stands a harm, or that none is known`() throws {
    let harms = """
        harms:
          - { what: had a sore heel, with: 12, without: 3, after: 1 week }
      """
    try expectFindings(
      [
        Finding("1️⃣", "HarmsBesideBenefit", "figure 'walking' shows a benefit and no harm")
      ], planting: [Planted(Self.page, "Walk.", "[figure](figure:walking)")],
      adding: [
        Self.file: "- 1️⃣" + Self.figure.replacing("\n" + harms, with: "").dropFirst(2)
      ])
    try expect([], harms, "  none-known: nobody counted it.")
    try expect(
      [
        Finding(
          "1️⃣", "HarmsBesideBenefit", "figure 'walking' has harms and says that none is known")
      ], "  certainty", "  none-known: 1️⃣nobody counted it.\n  certainty")
  }

  @Test func `it names a source`() throws {
    try expect(
      [Finding("1️⃣", "CitedSources", "figure 'walking' names no source")], "[guideline-a]", "1️⃣[]")
    try expect(
      [Finding("1️⃣", "KnownNames", "there is no source 'guideline-c'")], "[guideline-a]",
      "[1️⃣guideline-c]")
  }

  @Test func `a page shows it`() throws {
    try expect(
      [Finding("1️⃣", "ShownFigures", "no page shows the figure 'walking'")], "id: walking",
      "id: 1️⃣walking", "Walk.")
  }

  @Test func `of 1000 only where a harm is rarer than 1 in 100`() throws {
    let finding = Finding(
      "1️⃣", "FittingBase", "figure 'walking' is out of 1000 and has no harm rarer than 1 in 100",
      "count out of 100, help and harm alike")
    for (harm, isRight) in [
      ("with: 12, without: 10", false), ("with: 9, without: 0", true),
      ("with: 30, without: 9", true), ("with: 10, without: 0", false),
      ("with: 0, without: 0", false), ("with: 0, without: 1", true),
    ] {
      let of = isRight ? "of: 1000" : "of: 1️⃣1000"
      let text = Self.figure.replacing("of: 100", with: of)
        .replacing("with: 12, without: 3", with: harm)
      try expectFindings(
        isRight ? [] : [finding],
        planting: [Planted(Self.page, "Walk.", "[figure](figure:walking)")],
        adding: [Self.file: text])
    }
  }

  @Test func `of 100 only where no harm is rarer than 1 in 100, unless it is none`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "FittingBase", "'without' of a harm of figure 'walking' is rarer than 1 in 100",
          "count out of 1000, help and harm alike, in whole numbers")
      ], "without: 3,", "without: 1️⃣0.3,")
    try expect([], "without: 3,", "without: 0,")
  }

  @Test(arguments: [
    "See [figure](1️⃣figure:walking).", "- [figure](1️⃣figure:walking)",
    "[figure](1️⃣figure:walking) [figure](2️⃣figure:walking)",
  ])
  func `it stands alone in its paragraph`(text: String) throws {
    let found = try diagnostics(planting: [Planted(Self.page, "Walk.", text)])
    #expect(found.allSatisfy { $0.diagnostic.rule == "ShownMarkdown" })
    #expect(found.first?.marker == "1️⃣")
    #expect(found.first?.diagnostic.summary == "a figure stands within a text")
  }

  @Test func `a page shows only what there is`() throws {
    try expect(
      [
        Finding("1️⃣", "KnownNames", "there is no figure 'walkin'", "did you mean 'walking'?")
      ], "", "", "[figure](1️⃣figure:walkin)\n\n[figure](figure:walking)")
  }
}
