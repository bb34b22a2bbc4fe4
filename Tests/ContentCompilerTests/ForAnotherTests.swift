import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// Words for another person, and when they are shown.
@Suite struct ForAnotherTests {
  private static let pain = "questionnaire/20-pain.yaml"
  /// In place of `who-answers`: the injury of the base content.
  private static let when = Planted(
    "pack.yaml", "intended-use", "for-another-when: injury is none\nintended-use")

  @Test func `are read into the item, its options and its rows`() throws {
    var files = baseContent
    files["pack.yaml"]?.replace("intended-use", with: "for-another-when: injury is none\nintended-use")
    files[Self.pain]?.replace(
      "ask: Did you fall?", with: "ask: Did you fall?\n    for-another: { ask: Did they fall?, hint: Ask them }")
    files["questionnaire/10-signs.yaml"]?.replace(
      "swollen: Swollen,", with: "swollen: { text: Swollen, for-another: Theirs is swollen },")
    let compilation = compile(ContentInMemory(files), on: try #require(testDay))
    #expect(compilation.diagnostics.map(\.description) == [])
    let form = try #require(compilation.pack?.questionnaire)
    #expect(form["fell"]?.forAnother == .init(ask: "Did they fall?", hint: "Ask them"))
    #expect(form["knee-now"]?.rows.first?.forAnother == "Theirs is swollen")
    #expect(form.forAnotherWhen == .test(Subject("injury"), .isOneOf(["none"])))
  }

  @Test func `without a criterion of the pack are never shown`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "ReachableOtherWords", "the words of 'fell' for another person are never shown",
          "say when they are by 'for-another-when' in pack.yaml, or remove them")
      ],
      planting: [
        Planted(Self.pain, "- id: fell", "- 1️⃣id: fell\n    for-another: { ask: Did they fall? }")
      ])
  }

  @Test func `must say something`() throws {
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", "'for-another' of item 'fell' is empty")],
      planting: [Self.when, Planted(Self.pain, "- id: fell", "- id: fell\n    for-another: 1️⃣{}")])
  }

  @Test func `have no other keys`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownKeys", "'for-another' of item 'fell' has no key 'why'")],
      planting: [
        Self.when, Planted(Self.pain, "- id: fell", "- id: fell\n    for-another: { ask: A, 1️⃣why: B }"),
      ])
  }

  @Test func `are as short as the others`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "QuestionLength", "the question 'fell' asks more than one thing"),
        Finding("1️⃣", "HintWithoutFullStop", "the hint of 'fell' ends with a full stop"),
      ],
      planting: [
        Self.when,
        Planted(Self.pain, "- id: fell", "- id: fell\n    for-another: 1️⃣{ ask: Did he? Did she?, hint: Ask. }"),
      ])
  }

  @Test func `hang on a criterion like any other`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownItems", "there is no item or definition 'injry'", "did you mean 'injury'?")],
      planting: [
        Planted("pack.yaml", "intended-use", "for-another-when: 1️⃣injry is none\nintended-use")
      ])
  }

  @Test func `are known before a private item is asked`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "EarlierEnableWhen",
          "'age' is private, and 'injury', which tells who answers, is asked later",
          "move 'age' behind it")
      ],
      planting: [
        Self.when,
        Planted("questionnaire/00-about.yaml", "summary: Age", "summary: Age\n    private: 1️⃣true"),
      ])
  }

  @Test(arguments: [("", "metric"), (", units: us", "us"), (", units: metric", "metric")])
  func `units of a region are metric unless it says otherwise`(key: String, units: String) throws {
    var files = baseContent
    files["pack.yaml"]?.replace("crisis-line: \"988\"", with: "crisis-line: \"988\"" + key)
    let compilation = compile(ContentInMemory(files), on: try #require(testDay))
    let pack = try #require(compilation.pack)
    #expect(pack.manifest.regions.map(\.units.rawValue) == [units])
  }

  @Test func `other units are a fault`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownWords", "'units' of region 'us' cannot be 'imperial'", "write one of: metric, us")],
      planting: [Planted("pack.yaml", "crisis-line: \"988\"", "crisis-line: \"988\", units: 1️⃣imperial")])
  }
}
