import Testing

@testable import ContentCompiler

/// What no text for a patient may say, by `wording-rules.yaml`.
@Suite struct PhraseRuleTests {
  private static let flags = "rules/red-flags.yaml"
  private static let page = "pages/exercise.md"
  private static let pageText = "Moving is good"
  private static let rules = "wording-rules.yaml"

  /// A text of the flag `hot-knee` in place of its own.
  private func why(_ text: String) -> Planted {
    Planted(Self.flags, "why: It may be an infection.", "why: 1️⃣\"\(text)\"")
  }

  private func expect(
    _ rule: String?, says words: String, in text: String, and others: [Planted] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let finding = rule.map { Finding("1️⃣", $0, "a text for patients says \(words)") }
    try expectFindings(
      finding.map { [$0] } ?? [], planting: [why(text)] + others, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("You have gout.", "'you have' with 'gout'"),
    ("It seems that you have a lot of gout, and more.", "'you have' with 'gout'"),
    // A condition of the rules, with its article and without; what is in parentheses too.
    ("You have a worn knee.", "'you have' with 'A worn knee '"),
    ("You have this worn knee.", "'you have' with 'A worn knee '"),
    ("Now you have AB!", "'you have' with 'AB'"),
    // The "if" is that of another sentence.
    ("Go if it hurts. You have gout.", "'you have' with 'gout'"),
  ])
  func `nobody is told that they have a condition`(text: String, words: String) throws {
    try expect(
      "DiagnosisFree", says: words, in: text,
      and: [Planted("rules/conditions.yaml", "name: A worn knee", "name: A worn knee (AB)")])
  }

  @Test(arguments: [
    "If you have gout, ask.", "Do you have gout?", "You have pain, and gout is one cause.",
    "You have a sore knee.", "Gout is something you have.",
  ])
  func `an if, a question and another part of the sentence tell nobody`(text: String) throws {
    try expect(nil, says: "", in: text)
  }

  @Test(arguments: [
    ("PromiseFree", "This is guaranteed.", "'guarantee*'"),
    ("DosesByLabel", "Take 500 mg.", "'# mg'"),
    ("DosesByLabel", "Take 1,000mg.", "'# mg'"),
    ("DosesByLabel", "Take two mg.", "'# mg'"),
    ("DosesByLabel", "Take it twice a day.", "'twice a day'"),
    ("PrescriptionsKept", "Stop taking it.", "'stop taking'"),
    ("SellersUnnamed", "Go to knee palace.", "'Knee Palace'"),
    ("NumbersOfRegion", "Call 911 now.", "'911'"),
    ("NumbersOfRegion", "Call 000.", "'000'"),
  ])
  func `a phrase of each group is caught`(rule: String, text: String, words: String) throws {
    try expect(rule, says: words, in: text)
  }

  @Test(arguments: [
    "No guard is needed.", "Some mg of it.", "It helps 10 men.", "Do not stop taking it.",
    "Will you stop taking it?", "Ask for help to stop: taking it is hard.",
    "The palace of the knee.", "About 1,000 people.", "In 1911 and 9110.",
    "Call {emergency-number}.",
  ])
  func `what is like a phrase and is none passes`(text: String) throws {
    try expect(nil, says: "", in: text)
  }

  @Test func `a sentence of a page is found on its line, through bold words and links`() throws {
    let content = try PlantedContent([], sourceLocation: #_sourceLocation)
    let text = try #require(content.files[Self.page])
    try expectFindings(
      [
        Finding("1️⃣", "DiagnosisFree", "a text for patients says 'you have' with 'gout'"),
        Finding("2️⃣", "PromiseFree", "a text for patients says 'guarantee*'"),
      ],
      planting: [
        Planted(
          Self.page,
          whole: text + "\nA first line.\n1️⃣You **have** [gout](page:exercise).\n\n- 2️⃣Guaranteed.\n")
      ])
  }

  @Test func `a page may quote a promise and nothing else`() throws {
    let content = try PlantedContent([], sourceLocation: #_sourceLocation)
    let text = try #require(content.files[Self.page])
    try expectFindings(
      [Finding("1️⃣", "NumbersOfRegion", "a text for patients says '911'")],
      planting: [Planted(Self.page, whole: text + "\n> Guaranteed.\n\n> 1️⃣Call 911.\n")])
  }

  @Test func `words of screens and names of options are read`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "PromiseFree", "a text for patients says 'guarantee*'"),
        Finding("2️⃣", "SellersUnnamed", "a text for patients says 'Knee Palace'"),
      ],
      planting: [
        Planted("wording.yaml", "title: Words of title", "title: 1️⃣Guaranteed"),
        Planted("questionnaire/20-pain.yaml", "stairs: Stairs", "stairs: 2️⃣The Knee Palace"),
      ])
  }

  @Test(arguments: [
    Planted("questionnaire/20-pain.yaml", "clinical: Fall", "clinical: 500 mg"),
    Planted("evidence/references.yaml", "title: A,", "title: \"Knee Palace, 500 mg, 911\","),
  ])
  func `what is for the clinician and titles of sources are not`(plant: Planted) throws {
    try expectFindings([], planting: [plant])
  }

  @Test func `what may be said of a claim is read, who said it is not`() throws {
    let claim = """
      - { id: a, number: C1, place: end, kind: fact, said-by: Knee Palace, interest: Knee Palace,
          claim: Guaranteed., verdict: supported, badge: article-says, for: [guideline-a],
          against: [], say: Guaranteed., shown: [exercise], review-due: 2027-11-22 }
      """
    let found = try compiled(baseContent.merging(["evidence/claims.yaml": claim]) { $1 })
      .diagnostics.filter { ["PromiseFree", "SellersUnnamed"].contains($0.rule) }
    #expect(found.map(\.rule) == ["PromiseFree"])
    #expect(found.first?.description.contains("claims.yaml:3:23") == true)
  }

  @Test func `an exception lets one text pass, and must be needed`() throws {
    let exception = Planted(
      Self.rules, "exceptions: []",
      "exceptions:\n  - 2️⃣{ rule: doses, text: at most 500 mg, because: A limit }")
    try expectFindings([], planting: [why("At most 500 mg."), exception])
    try expectFindings(
      [Finding("2️⃣", "NeededExceptions", "no text needs the exception for 'at most 500 mg'")],
      planting: [exception])
    try expectFindings(
      [Finding("1️⃣", "DosesByLabel", "a text for patients says '# mg'")],
      planting: [why("Take 500 mg."), exception])
  }

  @Test func `a part without phrases is a fault`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "CompleteKeys", "the wording rules has no 'sellers'"),
        Finding("2️⃣", "CompleteKeys", "'phrases' of 'stopping' of the wording rules is empty"),
      ],
      planting: [
        Planted(Self.rules, "diagnosis:", "1️⃣diagnosis:"),
        Planted(Self.rules, "sellers: { phrases: [Knee Palace] }\n", ""),
        Planted(Self.rules, "stopping: { phrases: [stop taking]", "stopping: 2️⃣{ phrases: []"),
      ])
  }

  @Test func `a source of a rule has a short name of at most 20 characters`() throws {
    let references = "evidence/references.yaml"
    let twenty = String(repeating: "a", count: 20)
    try expectFindings([], planting: [Planted(references, "short: A 2020", "short: \(twenty)")])
    try expectFindings(
      [
        Finding(
          "1️⃣", "ShortSourceNames", "'short' of source 'guideline-a' has 21 characters",
          "say it in at most 20"),
        Finding(
          "2️⃣", "ShortSourceNames", "the source 'guideline-b' of a rule has no short name"),
      ],
      planting: [
        Planted(references, "short: A 2020", "short: 1️⃣\(twenty)a"),
        Planted(references, "{ id: guideline-b", "{ id: 2️⃣guideline-b"),
        Planted(references, "short: B 2021, ", ""),
      ])
  }

  @Test func `words of an instrument name a source that is there`() throws {
    let pain = "questionnaire/20-pain.yaml"
    try expectFindings(
      [], planting: [Planted(pain, "summary: Fall", "summary: Fall\n    as-published: guideline-a")]
    )
    try expectFindings(
      [Finding("1️⃣", "KnownNames", "there is no source 'peg'")],
      planting: [Planted(pain, "summary: Fall", "summary: Fall\n    as-published: 1️⃣peg")])
  }
}
