import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// `rules/consistency.yaml`.
@Suite struct ConsistencyTests {
  private static let file = "rules/consistency.yaml"
  private static let rule = """
    - id: young-and-worn
      when: age < 20 and injury is none
      ask: You said that you are young, and that nothing happened.
      items: [age, injury]
    """

  private func expect(_ findings: [Finding], _ old: String, _ new: String) throws {
    try expectFindings(
      findings, planting: [], adding: [Self.file: Self.rule.replacing(old, with: new)])
  }

  @Test func `the file may be left out or hold rules`() throws {
    let compilation = compile(
      ContentInMemory(baseContent.merging([Self.file: Self.rule]) { $1 }), on: try #require(testDay))
    #expect(compilation.diagnostics.map(\.description) == [])
    let rule = try #require(compilation.pack?.rules.consistency.first)
    #expect(rule.id == "young-and-worn" && rule.items == ["age", "injury"])
    #expect(rule.when.subjects == [Subject("age"), Subject("injury")])
    try expectFindings([], planting: [])
  }

  @Test(arguments: [
    ("id: young-and-worn", "consistency rule has no 'id'"),
    ("ask: You said that you are young, and that nothing happened.", "consistency rule 'young-and-worn' has no 'ask'"),
  ])
  func `every key is needed`(line: String, summary: String) throws {
    let rest = Self.rule.replacing("- " + line + "\n  ", with: "- ").replacing("  " + line + "\n", with: "")
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", summary)], planting: [],
      adding: [Self.file: "- 1️⃣" + rest.dropFirst(2)])
  }

  @Test func `its items exist`() throws {
    try expect(
      [Finding("1️⃣", "KnownNames", "there is no item 'ag'", "did you mean 'age'?")],
      "[age, injury]", "[1️⃣ag, injury]")
  }

  @Test func `it offers at least one item`() throws {
    try expect(
      [Finding("1️⃣", "FittingConsistency", "consistency rule 'young-and-worn' has no items")],
      "[age, injury]", "1️⃣[]")
  }

  @Test func `it looks at every item that it offers`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "FittingConsistency",
          "consistency rule 'young-and-worn' names 'fell' and does not look at it")
      ],
      "[age, injury]", "1️⃣[age, fell]")
  }

  @Test(arguments: ["always", "never"])
  func `it can hold and can fail`(constant: String) throws {
    try expect(
      [Finding("1️⃣", "FittingConsistency", "consistency rule 'young-and-worn' \(constant) holds")],
      "age < 20 and injury is none", "1️⃣" + constant)
  }

  @Test func `no two have the same id`() throws {
    let found = compile(
      ContentInMemory(baseContent.merging([Self.file: Self.rule + "\n" + Self.rule]) { $1 }),
      on: try #require(testDay))
    #expect(found.diagnostics.map(\.rule) == ["UniqueIds"])
  }
}
