import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// Example patients: how answers are read, and how a difference is told.
@Suite struct PatientTests {
  private let worn = "patients/worn-knee.yaml"
  private let hot = "patients/hot-knee.yaml"

  @Test func `the answers of a patient are read`() throws {
    let patients = try compiled(baseContent).patients
    let answers = try #require(patients.last { $0.id == "worn" }).response.answers
    #expect(
      answers == [
        "age": .number(Quantity(67, .years)),
        "body-now": .rows(["chest-pain": .notSure, "fever": .option(.no)]),
        "check-chest-pain": .option(.no),
        "knee-now": .rows(["swollen": .option(.no), "hot": .option(.no), "red": .option(.no)]),
        "injury": .option("none"),
        "pain-duration": .option("years"),
        "fell": .option(.yes),
        "pain-with": .options(["stairs"]),
        "tried": .rows(["exercise": .option("no-help"), "gel": .option("never")]),
        "pain-now": .scale(5),
        "knee-map": .options(["inner"]),
        "size": .bodySize(height: Quantity(170, .centimeters), weight: Quantity(180, .pounds)),
        "operation-date": .date(try #require(PartialDate("2026-03"))),
        "words": .text("It hurts"),
      ])
  }

  @Test func `the result of a patient has a safety net of its own`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "OwnSafetyNet", "the result of patient 'worn' has no safety net of its own")
      ],
      planting: [
        Planted("rules/conditions.yaml", "  get-help-sooner: [ It turns hot. ]\n", ""),
        Planted(worn, "id: worn\n", "1️⃣id: worn\n"),
      ])
  }

  @Test func `every question is shown to a patient`() throws {
    let questions = [
      Planted(
        "rules/advice.yaml", "- { id: ask-it, kind: question, when: always, text: What is it? }",
        """
        - { id: ask-it, kind: question, when: always, text: What is it? }
        - { id: ask-more, kind: question, when: always, text: What else? }
        - { id: 1️⃣too-many, kind: question, when: always, text: And then? }
        - { id: 2️⃣for-none, kind: question, when: never, text: Who asks? }
        """)
    ]
    let findings = ["1️⃣": "too-many", "2️⃣": "for-none"].map { marker, id in
      Finding(
        Character(marker), "ShownQuestions", "no example patient is shown the question '\(id)'")
    }
    try expectFindings(findings, planting: questions)
  }

  @Test func `an answer to a hidden item is parked and no fault`() throws {
    let compilation = try compiled(baseContent)
    #expect(compilation.diagnostics == [])
    #expect(compilation.patients.last?.recommendation?.parked == ["fell"])
  }

  @Test(
    arguments: [
      (
        "fell: true", "fell: 1️⃣yes", "the answer to 'fell' should be true or false, is 'yes'",
        "write true or false"
      ),
      (
        "injury: none", "injury: 1️⃣nune", "the answer to 'injury' cannot be 'nune'",
        "did you mean 'none'?"
      ),
      (
        "pain-with: [stairs]", "pain-with: 1️⃣stairs",
        "the answer to 'pain-with' should be a list, is 'stairs'",
        "write a list, as in [stairs]; none is []"
      ),
      (
        "pain-with: [stairs]", "pain-with: 1️⃣[stairs, stair]",
        "the answer to 'pain-with' cannot be 'stair'", "did you mean 'stairs'?"
      ),
      (
        "pain-with: [stairs]", "pain-with: 1️⃣[stairs, stairs]",
        "the answer to 'pain-with' names 'stairs' twice", nil
      ),
      ("fever: false }", "1️⃣fevr: false }", "'body-now' has no row 'fevr'", "did you mean 'fever'?"),
      ("fever: false }", "fever: 1️⃣no }", "the answer to 'body-now.fever' cannot be 'no'", nil),
      (
        "exercise: no-help", "exercise: 1️⃣nohelp",
        "the answer to 'tried.exercise' cannot be 'nohelp'", "did you mean 'no-help'?"
      ),
      (
        "tried: { exercise: no-help, gel: never }", "tried: 1️⃣never",
        "the answer to 'tried' should be a mapping, is 'never'", nil
      ),
      ("age: 67", "age: 1️⃣167", "the answer to 'age' should be from 0 to 120 years", nil),
      ("age: 67", "age: 1️⃣67.5", "the answer to 'age' has more than 0 decimals", nil),
      ("age: 67", "age: 1️⃣old", "the answer to 'age' should be a number, is 'old'", nil),
      (
        "age: 67", "age: 1️⃣{ value: 67, unit: months }", "the answer to 'age' cannot be in 'months'",
        "write one of: years"
      ),
      (
        "age: 67", "age: { value: 67, unit: 1️⃣yers }", "there is no unit 'yers'",
        "did you mean 'years'?"
      ),
      (
        "age: 67", "age: 1️⃣declined",
        "the answer to 'age' cannot be 'declined', which is not offered", nil
      ),
      ("pain-now: 5", "pain-now: 1️⃣11", "the answer to 'pain-now' should be from 0 to 10", nil),
      (
        "pain-now: 5", "pain-now: 1️⃣not-sure",
        "the answer to 'pain-now' cannot be 'not-sure', which is not offered", nil
      ),
      (
        "pain-now: 5", "pain-now: 1️⃣5.5",
        "the answer to 'pain-now' should be a whole number, is '5.5'", nil
      ),
      (
        "value: 170, unit: cm", "value: 1️⃣tall, unit: cm",
        "'value' of the quantity should be a number, is 'tall'", nil
      ),
      (
        "operation-date: 2026-03", "operation-date: 1️⃣2026-13",
        "the answer to 'operation-date' should be a date, is '2026-13'", nil
      ),
      (
        "words: It hurts", "words: 1️⃣[It hurts]",
        "the answer to 'words' should be a text, is a list", nil
      ),
      (
        "words: It hurts", "words: 1️⃣\(String(repeating: "x", count: 201))",
        "the answer to 'words' is longer than 200 characters", nil
      ),
    ] as [(String, String, String, String?)])
  func `an answer that does not fit is reported`(
    old: String, new: String, summary: String, remedy: String?
  ) throws {
    // Without the answer something else may come out, which is no matter here.
    let found = try diagnostics(planting: [Planted(worn, old, new)])
      .filter { $0.diagnostic.rule != "ExpectedOutcome" }
    #expect(found.map(\.diagnostic.summary) == [summary])
    #expect(found.map(\.marker) == ["1️⃣"])
    if let remedy { #expect(found.map(\.diagnostic.remedy) == [remedy]) }
  }

  @Test(arguments: [
    (
      "patients/worn-knee.yaml", "disposition: routine", "disposition: 1️⃣self-care",
      "patient 'worn': the disposition is routine, not self-care"
    ),
    (
      "patients/worn-knee.yaml", "disposition: routine", "disposition: 1️⃣within-days",
      "patient 'worn': the disposition is routine, not within-days"
    ),
    (
      "patients/hot-knee.yaml", "disposition: emergency-department", "disposition: 1️⃣same-day",
      "patient 'hot-knee-no-fever': the disposition is emergency-department, not same-day, for 'hot-knee'"
    ),
    (
      "patients/hot-knee.yaml", "red-flags: [hot-knee]", "red-flags: 1️⃣[]",
      "patient 'hot-knee-no-fever': red flag 'hot-knee' fired but is not expected (knee-now.swollen, knee-now.hot)"
    ),
    (
      "patients/hot-knee.yaml", "red-flags: [hot-knee]", "red-flags: [hot-knee, 1️⃣chest]",
      "patient 'hot-knee-no-fever': red flag 'chest' did not fire"
    ),
    (
      "patients/hot-knee.yaml", "red-flags: [hot-knee]",
      "red-flags: [hot-knee]\n  unsure: [1️⃣chest]",
      "patient 'hot-knee-no-fever': red flag 'chest' is not unsure"
    ),
    (
      "patients/hot-knee.yaml", "complete: true", "complete: 1️⃣false",
      "patient 'hot-knee-no-fever': the result is complete"
    ),
    (
      "patients/worn-knee.yaml", "exercise: suggest", "exercise: 1️⃣avoid",
      "patient 'worn': treatment 'exercise' is suggest, not avoid (Moving helps.)"
    ),
    (
      "patients/hot-knee.yaml", "complete: true", "verdicts: { gel: 1️⃣avoid }",
      "patient 'hot-knee-no-fever': treatment 'gel' has no verdict at this disposition"
    ),
    (
      "patients/worn-knee.yaml", "conditions: [worn-knee]", "conditions: [worn-knee, 1️⃣strain]",
      "patient 'worn': condition 'strain' is not among those that fit: worn-knee"
    ),
    (
      "patients/worn-knee.yaml", "not-conditions: [strain]", "not-conditions: [1️⃣worn-knee]",
      "patient 'worn': condition 'worn-knee' fits but should not"
    ),
    (
      "patients/worn-knee.yaml", "step: gel", "step: 1️⃣core",
      "patient 'worn': the step is 'gel', not 'core'"
    ),
    (
      "patients/worn-knee.yaml", "ladder-shown: true", "ladder-shown: 1️⃣false",
      "patient 'worn': the ladder is shown"
    ),
  ])
  func `a difference is reported where it is expected otherwise`(
    file: String, old: String, new: String, summary: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "ExpectedOutcome", summary)], planting: [Planted(file, old, new)])
  }

  @Test func `an unsure flag that nobody expects is reported`() throws {
    let found = try diagnostics(planting: [Planted(worn, "  check-chest-pain: false\n", "")])
    #expect(
      found.contains {
        $0.diagnostic.summary
          == "patient 'worn': red flag 'chest' is unsure but is not expected so (body-now.chest-pain)"
      })
  }

  @Test func `patients are run while only the pages have faults`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "ShownMarkdown", "raw HTML stands in the text"),
        Finding(
          "2️⃣", "ExpectedOutcome", "patient 'worn': the disposition is routine, not self-care"),
      ],
      planting: [
        Planted("pages/exercise.md", "Walk.", "Walk 1️⃣<b>."),
        Planted(worn, "disposition: routine", "disposition: 2️⃣self-care"),
      ])
  }

  @Test func `no patient is run on rules with faults`() throws {
    let content = try PlantedContent(
      [Planted("rules/scores.yaml", "name: Pain", "nane: Pain")], sourceLocation: #_sourceLocation)
    let compilation = try compiled(content.files)
    #expect(compilation.patients.count == 2)
    #expect(compilation.patients.allSatisfy { $0.recommendation == nil })
  }
}
