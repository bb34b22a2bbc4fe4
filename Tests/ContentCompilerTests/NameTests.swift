import ContentCompiler
import Testing

/// Ids, and those who speak of them.
@Suite struct NameTests {
  @Test(arguments: [
    (
      "rules/red-flags.yaml", "[guideline-a]", "[1️⃣guidline-a, guideline-a]", "source 'guidline-a'",
      "did you mean 'guideline-a'?"
    ),
    ("rules/treatments.yaml", "step: gel", "step: 1️⃣gell", "step 'gell'", "did you mean 'gel'?"),
    (
      "patients/worn-knee.yaml", "exercise: suggest", "1️⃣exercises: suggest",
      "treatment 'exercises'", "did you mean 'exercise'?"
    ),
    ("patients/worn-knee.yaml", "words: It", "1️⃣wrds: It", "item 'wrds'", "did you mean 'words'?"),
    (
      "patients/hot-knee.yaml", "[hot-knee]", "[hot-knee, 1️⃣hot-knees]", "red flag 'hot-knees'",
      "did you mean 'hot-knee'?"
    ),
    (
      "patients/worn-knee.yaml", "conditions: [worn-knee]", "conditions: [worn-knee, 1️⃣hip]",
      "condition 'hip'", "write one of: strain, worn-knee"
    ),
    ("patients/worn-knee.yaml", "step: gel", "step: 1️⃣gal", "step 'gal'", "did you mean 'gel'?"),
    ("pages/exercise.md", "Walk.", "[Walk](1️⃣page:strt).", "page 'strt'", "did you mean 'start'?"),
    (
      "rules/scores.yaml", "[pain-now]", "[1️⃣pain-noww]", "item 'pain-noww'",
      "did you mean 'pain-now'?"
    ),
    ("pack.yaml", "default-region: us", "default-region: 1️⃣uk", "region 'uk'", "did you mean 'us'?"),
    (
      "rules/advice.yaml", "text: What is it?", "text: What is it?, page: 1️⃣hot-nee",
      "page 'hot-nee'", "did you mean 'hot-knee'?"
    ),
  ])
  func `a name of nothing is reported with the nearest right one`(
    file: String, old: String, new: String, what: String, remedy: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "KnownNames", "there is no \(what)", remedy)],
      planting: [Planted(file, old, new)])
  }

  @Test func `an unknown page of a rule leaves the right one without use`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "KnownNames", "there is no page 'hot-kne'", "did you mean 'hot-knee'?"),
        Finding("2️⃣", "UsedPages", "nothing leads to the page 'hot-knee'"),
      ],
      planting: [
        Planted("rules/red-flags.yaml", "page: hot-knee", "page: 1️⃣hot-kne"),
        Planted("pages/hot-knee.md", "id: hot-knee", "id: 2️⃣hot-knee"),
      ])
  }

  @Test(arguments: [
    ("rules/red-flags.yaml", "- id: hot-knee", "- id: 1️⃣chest", "red flag", "chest", 1),
    ("rules/ladder.yaml", "id: gel", "id: 1️⃣core", "step", "core", 4),
    ("rules/advice.yaml", "id: ask-it", "id: 1️⃣rest", "advice", "rest", 1),
    (
      "evidence/references.yaml", "- { id: guideline-b", "- { id: 1️⃣guideline-a", "source",
      "guideline-a", 1
    ),
  ])
  func `an id used twice is reported at the second`(
    file: String, old: String, new: String, kind: String, id: String, line: Int
  ) throws {
    // Whatever else the lost id leads to is reported too; here it is the doubled one that counts.
    let found = try diagnostics(planting: [Planted(file, old, new)])
    let doubled = found.filter { $0.diagnostic.rule == "UniqueIds" }
    #expect(doubled.count == 1)
    #expect(doubled.first?.marker == "1️⃣")
    #expect(
      doubled.first?.diagnostic.summary
        == "the \(kind) id '\(id)' was used before, at \(file):\(line)")
  }

  @Test func `an item id used twice is reported, also in another file`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "UniqueIds",
          "the item id 'injury' was used before, at questionnaire/10-signs.yaml:23",
          "choose another id, or keep one of the two")
      ],
      planting: [
        Planted(
          "questionnaire/20-pain.yaml", "  - id: fell",
          "  - { id: 1️⃣injury, ask: A, why: B, kind: yes-no, summary: C }\n  - id: fell")
      ])
  }

  @Test func `a definition is not called like an item`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "UniqueIds",
          "the definition id 'fell' was used before, at questionnaire/20-pain.yaml:13")
      ],
      planting: [Planted("rules/definitions.yaml", "adult: age", "1️⃣fell: age >= 80\nadult: age")])
  }

  @Test(arguments: ["Adult", "adult_", "-adult", "adult-", "ad--ult", "1", "ädult", "ad ult"])
  func `an id is of small letters, digits and hyphens`(id: String) throws {
    let found = try diagnostics(
      planting: [Planted("rules/definitions.yaml", "adult:", "1️⃣\(id): age >= 90\nadult:")])
    #expect(found.map(\.diagnostic.rule) == ["WellFormedIds"])
    #expect(found.map(\.marker) == ["1️⃣"])
  }

  @Test(arguments: [
    "and", "or", "not", "is", "in", "includes", "at", "least", "of", "always", "never",
  ])
  func `a word of the criterion language names neither item nor definition`(id: String) throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "WellFormedIds",
          "'\(id)' has a meaning of its own and cannot be the id of this definition",
          "choose another id")
      ],
      planting: [Planted("rules/definitions.yaml", "adult:", "1️⃣\(id): age >= 90\nadult:")])
  }

  @Test(arguments: ["unknown", "answered", "not", "not-sure", "declined"])
  func `an option is not called like an answer that every item has`(id: String) throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "WellFormedIds",
          "'\(id)' has a meaning of its own and cannot be the id of this option")
      ],
      planting: [
        Planted("questionnaire/10-signs.yaml", "older: Longer", "1️⃣\(id): X, older: Longer")
      ])
  }

  @Test func `an option that a comma made is told as such`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "WellFormedIds", "the option 'in years' has no text",
          "write its text after a colon, and put a text that holds a comma in quotes")
      ],
      planting: [
        Planted("questionnaire/20-pain.yaml", "years: Years", "years: Long, 1️⃣in years")
      ])
  }

  @Test func `a source named twice in one list is reported`() throws {
    try expectFindings(
      [Finding("1️⃣", "UniqueIds", "'sources' of red flag 'chest' holds 'guideline-a' twice")],
      planting: [
        Planted("rules/red-flags.yaml", "[guideline-a]", "[guideline-a, 1️⃣guideline-a]")
      ])
  }

  @Test func `a definition that no rule uses is a warning`() throws {
    let found = try diagnostics(
      planting: [Planted("rules/definitions.yaml", "adult:", "1️⃣unused: age >= 90\nadult:")])
    #expect(found.map(\.diagnostic.severity) == [.warning])
    #expect(found.map(\.diagnostic.summary) == ["no rule uses the definition 'unused'"])
  }
}
