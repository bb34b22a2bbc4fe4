import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// What the names of a criterion mean, and what cannot be said of them.
@Suite struct CriterionTypeTests {
  /// The criterion of an advice with this text; no disposition hangs on it.
  private func criterion(_ text: String) throws -> Criterion? {
    let content = try PlantedContent(
      [Planted("rules/advice.yaml", "when: long-standing", "when: \"\(text)\"")],
      sourceLocation: #_sourceLocation)
    return try compiled(content.files).pack?.rules.advice.first?.when
  }

  @Test(arguments: [
    ("1️⃣ag >= 55", "KnownItems", "there is no item or definition 'ag'", "did you mean 'age'?"),
    ("1️⃣adlt", "KnownItems", "there is no item or definition 'adlt'", "did you mean 'adult'?"),
    (
      "1️⃣fever", "KnownItems", "there is no item or definition 'fever'",
      "did you mean 'body-now.fever'?"
    ),
    ("1️⃣true", "KnownItems", "there is no item or definition 'true'", "write 'always'"),
    ("1️⃣adult.hot", "KnownItems", "there is no item 'adult'", nil),
    ("knee-now.1️⃣hott", "KnownOptions", "'knee-now' has no row 'hott'", "did you mean 'hot'?"),
    ("size.1️⃣bmj >= 20", "KnownOptions", "'size' has no measure 'bmj'", "did you mean 'bmi'?"),
    ("injury is 1️⃣olde", "KnownOptions", "'injury' has no option 'olde'", "did you mean 'older'?"),
    (
      "injury is not 1️⃣x", "KnownOptions", "'injury' has no option 'x'",
      "write one of: none, within-7-days, older"
    ),
    (
      "injury in [none, 1️⃣lder]", "KnownOptions", "'injury' has no option 'lder'",
      "did you mean 'older'?"
    ),
    ("injury in [older, 1️⃣older]", "UniqueIds", "'older' stands twice in one list", nil),
    (
      "pain-with includes 1️⃣stair", "KnownOptions", "'pain-with' has no option 'stair'",
      "did you mean 'stairs'?"
    ),
    (
      "1️⃣age", "TypedCriteria", "'age' is a number and cannot be a criterion by itself",
      "write 'age >= 5 years'"
    ),
    (
      "1️⃣injury", "TypedCriteria", "'injury' is a choice and cannot be a criterion by itself",
      "write 'injury is none'"
    ),
    (
      "1️⃣knee-now", "TypedCriteria",
      "'knee-now' is a group of rows and cannot be a criterion by itself",
      "name one row, as in 'knee-now.swollen'"
    ),
    (
      "1️⃣tried.gel", "TypedCriteria", "'tried.gel' is a choice and cannot be a criterion by itself",
      nil
    ),
    ("1️⃣age is fell", "TypedCriteria", "'age' is a number and cannot be compared with 'is'", nil),
    (
      "1️⃣pain-with is stairs", "TypedCriteria",
      "'pain-with' is a choice of several and cannot be compared with 'is'",
      "write 'pain-with includes stairs'"
    ),
    (
      "1️⃣injury includes older", "TypedCriteria",
      "'injury' is a choice and cannot be asked what it includes", nil
    ),
    (
      "1️⃣injury >= 5", "TypedCriteria", "'injury' is a choice and cannot be compared with a number",
      nil
    ),
    (
      "1️⃣words is answered", "TypedCriteria", "'words' is a text and cannot be part of a rule",
      "no rule reads a text; ask it as a choice"
    ),
    ("age.1️⃣old", "TypedCriteria", "'age' is a number and has no rows", nil),
    (
      "1️⃣size > 3", "TypedCriteria", "'size' is a body size and cannot be compared with a number",
      "name one measure, as in 'size.bmi >= 30'"
    ),
    ("1️⃣adult is none", "TypedCriteria", "'adult' is a definition and stands alone", nil),
    ("age >= 5 1️⃣yers", "KnownUnits", "there is no unit 'yers'", "did you mean 'years'?"),
    (
      "age >= 5 1️⃣kg", "KnownUnits", "'age' cannot be measured in kg",
      "write one of: years, months, weeks, days, hours, minutes"
    ),
    (
      "pain-now > 3 1️⃣years", "KnownUnits", "'pain-now' cannot be measured in years",
      "write the number alone"
    ),
    (
      "size.weight < 1️⃣50", "KnownUnits", "the number after 'size.weight' has no unit",
      "write one of: kg, lb, g"
    ),
    ("operation-date < 1️⃣12", "KnownUnits", "the number after 'operation-date' has no unit", nil),
    (
      "age > 1️⃣120", "FulfillableCriteria", "this never holds: 'age' goes from 0 to 120 years",
      "write a number between the two"
    ),
    ("age >= 1️⃣0", "FulfillableCriteria", "this always holds: 'age' goes from 0 to 120 years", nil),
    (
      "age < 1️⃣2000 months", "FulfillableCriteria",
      "this always holds: 'age' goes from 0 to 120 years", nil
    ),
    (
      "pain-now >= 1️⃣11", "FulfillableCriteria", "this never holds: 'pain-now' goes from 0 to 10",
      nil
    ),
    (
      "size.height > 1️⃣9 ft", "FulfillableCriteria",
      "this never holds: 'size.height' goes from 50 to 250 cm", nil
    ),
    ("injury in 1️⃣[]", "FulfillableCriteria", "'in []' never holds", nil),
    (
      "1️⃣at least 3 of (fell, adult)", "FulfillableCriteria", "'at least 3' of 2 never holds",
      "write a count from 1 to 2"
    ),
    ("1️⃣at least 0 of (fell, adult)", "FulfillableCriteria", "'at least 0' of 2 always holds", nil),
    ("1️⃣injury is none and injury is older", "FulfillableRules", "this criterion never holds", nil),
    ("1️⃣age < 20 and age >= 30", "FulfillableRules", "this criterion never holds", nil),
    ("1️⃣fell and never", "FulfillableRules", "this criterion never holds", nil),
    ("1️⃣fell or always", "FulfillableRules", "this criterion always holds", nil),
    ("1️⃣never", "FulfillableRules", "red flag 'hot-knee' never holds", nil),
    ("1️⃣always", "FulfillableRules", "red flag 'hot-knee' always holds", nil),
    ("fell 1️⃣fell", "ReadableCriteria", "'fell' stands after the end of the criterion", nil),
  ])
  func `what cannot be said is reported where it stands`(
    text: String, rule: String, summary: String, remedy: String?
  ) throws {
    // The patients would differ, which is no matter here; their place is never that of a marker.
    let found = try diagnostics(
      planting: [Planted("rules/red-flags.yaml", "knee-now.swollen and hot-or-red", text)]
    ).filter { $0.diagnostic.rule != "ExpectedOutcome" }
    #expect(found.map(\.diagnostic.rule) == [rule])
    #expect(found.map(\.diagnostic.summary) == [summary])
    #expect(found.map(\.marker) == ["1️⃣"])
    if let remedy { #expect(found.map(\.diagnostic.remedy) == [remedy]) }
  }

  @Test func `all faults of one criterion are reported`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "KnownItems", "there is no item or definition 'nix'"),
        Finding("2️⃣", "KnownOptions", "'knee-now' has no row 'cold'"),
        Finding("3️⃣", "TypedCriteria", "'age' is a number and cannot be a criterion by itself"),
      ],
      planting: [
        Planted(
          "rules/red-flags.yaml", "knee-now.swollen and hot-or-red",
          "1️⃣nix or not (knee-now.2️⃣cold and 3️⃣age)")
      ])
  }

  @Test(arguments: [
    "when: >\n      knee-now.swollen\n      and 1️⃣nix",
    "when: > # knee-now.swollen and nix\n      knee-now.swollen and\n      1️⃣nix",
    "when: >-\n\n      knee-now.swollen and\n\n      1️⃣nix",
    "when: |\n      knee-now.swollen\n      and\n      1️⃣nix",
    "when: knee-now.swollen\n      and 1️⃣nix",
    "when: 'knee-now.swollen and 1️⃣nix'",
    "when: \"knee-now.swollen and\n      1️⃣nix\"",
    "when:    knee-now.swollen   and   1️⃣nix",
    "when:\n      knee-now.swollen and 1️⃣nix",
    "\"when\": 'é' and 1️⃣nix".replacing("'é' and ", with: "not "),
  ])
  func `the place is right in every style of text`(lines: String) throws {
    try expectFindings(
      [Finding("1️⃣", "KnownItems", "there is no item or definition 'nix'")],
      planting: [Planted("rules/red-flags.yaml", "when: knee-now.swollen and hot-or-red", lines)])
  }

  @Test func `a fault of a definition is reported once, in the definition`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownOptions", "'knee-now' has no row 'hit'")],
      planting: [
        Planted("rules/definitions.yaml", "knee-now.hot or", "knee-now.1️⃣hit or"),
        Planted(
          "rules/red-flags.yaml", "when: body-now.chest-pain",
          "when: body-now.chest-pain or hot-or-red"),
      ])
  }

  @Test func `a circle of definitions is reported once, with its path`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "AcyclicDefinitions",
          "the definition 'one' needs itself: one -> two -> three -> one",
          "take one of them out of the circle")
      ],
      planting: [
        Planted(
          "rules/definitions.yaml", "adult:",
          "1️⃣one: two\ntwo: adult and three\nthree: not one\nadult:")
      ])
  }

  @Test func `a definition that needs itself is a circle too`() throws {
    try expectFindings(
      [Finding("1️⃣", "AcyclicDefinitions", "the definition 'adult' needs itself: adult -> adult")],
      planting: [
        Planted("rules/definitions.yaml", "adult: age >= 18", "1️⃣adult: age >= 18 or adult")
      ])
  }

  @Test func `definitions that double each other end with a fault and soon`() throws {
    let lines = (1...40).map { "d\($0): d\($0 - 1) and d\($0 - 1) or fell" }
    let found = try diagnostics(
      planting: [
        Planted(
          "rules/definitions.yaml", "adult:",
          "d0: fell\n" + lines.joined(separator: "\n") + "\nadult:")
      ])
    #expect(found.contains { $0.diagnostic.summary.contains("too large") })
  }
}
