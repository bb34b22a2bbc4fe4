import ContentCompiler
import Foundation
import QuestionnaireModel
import Testing

/// Every kind of rule.
private let everyRule =
  "[red-flags, patterns, treatments, surgery, advice, consistency, scores]"

/// The first hazards, each with the same controls.
private func hazards(naming rules: String = everyRule) -> String {
  (1...18).map { number in
    """
    - id: H\(number)
      hazard: A
      cause: A
      effect: A
      harm: A
      severity: 3
      likelihood: 2
      controls: [ A control. ]
      rules: \(rules)
      tests: [ patients/worn ]
      residual: low
      status: controlled

    """
  }.joined()
}

/// Patients for whom the rules fire that the two others leave out.
private let morePatients = [
  "patients/chest.yaml": """
  id: chest
  story: A sore chest and a fever.
  on: 2026-11-22
  answers:
    age: 50
    body-now: { chest-pain: true, fever: true }
    knee-now: { swollen: false, hot: false, red: false }
    injury: none
  expect: { disposition: emergency-call, red-flags: [chest] }
  """,
  "patients/strained.yaml": """
  id: strained
  story: A strain.
  on: 2026-11-22
  answers:
    age: 34
    body-now: { chest-pain: false, fever: false }
    knee-now: { swollen: false, hot: false, red: false }
    injury: within-7-days
  expect: { disposition: routine, conditions: [strain] }
  """,
]

@Suite struct HazardTests {
  private func added(_ text: String = hazards()) -> [String: String] {
    morePatients.merging(["hazards.yaml": text]) { $1 }
  }

  @Test func `a whole log is no fault`() throws {
    try expectFindings([], planting: [], adding: added())
  }

  @Test(arguments: [
    (
      "controls: [ A control. ]", "controls: 1️⃣[]", "ControlledHazards",
      "hazard 'H1' has no control"
    ),
    ("tests: [ patients/worn ]", "tests: 1️⃣[]", "ControlledHazards", "hazard 'H1' has no test"),
    ("severity: 3", "severity: 1️⃣6", "HazardScales", "'severity' of hazard 'H1' is 6"),
    ("severity: 3", "severity: 1️⃣0", "HazardScales", "'severity' of hazard 'H1' is 0"),
    ("likelihood: 2", "likelihood: 1️⃣9", "HazardScales", "'likelihood' of hazard 'H1' is 9"),
    (
      "patients/worn ]", "1️⃣patients/wornn ]", "RunningTests",
      "hazard 'H1' names the test 'patients/wornn', which does not exist"
    ),
    (
      "patients/worn ]", "1️⃣worn ]", "RunningTests",
      "hazard 'H1' names the test 'worn', which does not exist"
    ),
    (
      "[red-flags,", "[1️⃣red-flags/chests,", "KnownHazardRules",
      "hazard 'H1' names no rule by 'red-flags/chests'"
    ),
    (
      "[red-flags,", "[1️⃣flags*,", "KnownHazardRules", "hazard 'H1' names no rule by 'flags*'"
    ),
    (
      "residual: low", "residual: 1️⃣none", "KnownWords",
      "'residual' of hazard 'H1' begins with 'none'"
    ),
    (
      "status: controlled", "status: 1️⃣done", "KnownWords",
      "'status' of hazard 'H1' cannot be 'done'"
    ),
    (
      "likelihood: 2", "1️⃣chance: 2\n  likelihood: 2", "KnownKeys",
      "hazard 'H1' has no key 'chance'"
    ),
  ])
  func `a planted fault is found`(
    old: String, new: String, rule: String, summary: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", rule, summary)], planting: [Planted("hazards.yaml", old, new)],
      adding: added())
  }

  @Test func `a hazard is numbered, and none of the first is missing`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "HazardNumbers", "'h1' is no number of a hazard"),
        Finding("2️⃣", "HazardNumbers", "hazard 'H1' is missing"),
      ],
      planting: [Planted("hazards.yaml", "- id: H1\n", "- 2️⃣id: 1️⃣h1\n")], adding: added())
    try expectFindings(
      [
        Finding("1️⃣", "UniqueIds", "the hazard id 'H1' was used before, at hazards.yaml:1"),
        Finding("2️⃣", "HazardNumbers", "hazard 'H2' is missing"),
      ],
      planting: [
        Planted("hazards.yaml", "- id: H1\n", "- 2️⃣id: H1\n"),
        Planted("hazards.yaml", "- id: H2\n", "- id: 1️⃣H1\n"),
      ], adding: added())
  }

  @Test func `suites are looked for where they are known`() throws {
    var files = baseContent.merging(added()) { $1 }
    files["hazards.yaml"] = files["hazards.yaml"]?.replacing("patients/worn", with: "One/Tests")
    func faults(_ suites: Set<String>?) throws -> [Diagnostic] {
      compile(ContentInMemory(files), on: try #require(testDay), suites: suites).diagnostics
    }
    #expect(try faults(nil) == [])
    #expect(try faults(["One/Tests"]) == [])
    #expect(try faults(["One/Test"]).count == 18)
    #expect(try faults([]).allSatisfy { $0.rule == "RunningTests" })
  }
}

@Suite struct TraceTests {
  private func files(naming rules: String = everyRule) -> [String: String] {
    baseContent.merging(morePatients) { $1 }
      .merging(["hazards.yaml": hazards(naming: rules)]) { $1 }
  }

  @Test func `a rule that fires for nobody is a fault`() throws {
    var files = files()
    files["patients/strained.yaml"] = nil
    let found = try compiled(files).diagnostics
    #expect(found.map(\.rule) == ["TracedRules"])
    #expect(
      found.map(\.description) == [
        "rules/conditions.yaml:13:7: no example patient makes 'patterns/strain' fire; "
          + "write one in patients/, or remove the rule"
      ])
  }

  @Test func `a rule that no hazard names is a fault`() throws {
    let most = "[red-flags/h*, patterns, treatments/gel, surgery, advice/rest, advice/ask-it]"
    let found = try compiled(files(naming: most)).diagnostics
    #expect(found.allSatisfy { $0.rule == "TracedRules" })
    #expect(
      found.map(\.summary) == [
        "no hazard names 'red-flags/chest'", "no hazard names 'scores/pain'",
      ])
  }

  @Test func `without hazards nothing is traced`() throws {
    // Nobody has a strain here.
    try expectFindings([], planting: [])
  }

  @Test func `a row leads from the sources of a rule to its hazards`() throws {
    let listing = try #require(Listing(.trace, of: try compiled(files())))
    let rows = listing.text.components(separatedBy: "\n\n")
    #expect(rows.count == 10)
    #expect(
      rows.first == """
        red-flags/chest
          sources: guideline-a
          text: Chest pain: Call {emergency-number} now.
          patients: chest
          patients-in-all: 1
          hazards: H1 H2 H3 H4 H5 H6 H7 H8 H9 H10 H11 H12 H13 H14 H15 H16 H17 H18
        """)
    // A gate that an emergency hides holds all the same.
    #expect(
      rows.contains(
        """
        treatments/gel/stop-1
          sources: guideline-b
          text: You have a fever
          patients: chest
          patients-in-all: 1
          hazards: H1 H2 H3 H4 H5 H6 H7 H8 H9 H10 H11 H12 H13 H14 H15 H16 H17 H18
        """))
    #expect(listing.json.hasPrefix("[\n  { \"hazards\": \"H1 H2"))
  }
}
