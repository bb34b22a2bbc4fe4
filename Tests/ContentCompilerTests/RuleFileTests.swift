import ContentCompiler
import Testing

/// What must hold for red flags, conditions, the ladder, treatments, surgery, advice and scores.
@Suite struct RuleFileTests {
  @Test(arguments: [
    ("rules/red-flags.yaml", "sources: [guideline-a]", "red flag 'chest'"),
    ("rules/conditions.yaml", "sources: [guideline-b]", "condition 'worn-knee'"),
    ("rules/treatments.yaml", "  sources: [guideline-a]", "treatment 'exercise'"),
    ("rules/ladder.yaml", "sources: [guideline-a]", "the ladder"),
    ("rules/advice.yaml", "sources: [guideline-a]", "advice 'rest'"),
    ("rules/scores.yaml", "sources: [guideline-b]", "score 'pain'"),
    ("rules/surgery.yaml", "sources: [guideline-a]", "surgery reason 'long-tried'"),
  ])
  func `whatever rests on evidence names a source`(file: String, old: String, what: String) throws {
    let empty = old.replacing("[", with: "1️⃣[").replacing("guideline-a", with: "")
      .replacing("guideline-b", with: "")
    let found = try diagnostics(planting: [Planted(file, old, empty)])
    #expect(found.map(\.marker) == ["1️⃣"])
    #expect(found.map(\.diagnostic.rule) == ["CitedSources"])
    #expect(found.map(\.diagnostic.summary) == ["\(what) names no source"])
  }

  @Test(arguments: ["0", "8", "-1"])
  func `a result holds one to seven questions`(count: String) throws {
    try expectFindings(
      [Finding("1️⃣", "QuestionLimit", "'questions-shown' is \(count)", "choose 1 to 7")],
      planting: [
        Planted(
          "rules/dispositions.yaml", "questions-shown: 2", "questions-shown: 1️⃣\(count)")
      ])
  }

  @Test func `a red flag says what would make it more urgent`() throws {
    try expectFindings(
      [Finding("1️⃣", "SafetyNetOfFlags", "red flag 'chest' has no 'get-help-sooner'")],
      planting: [
        Planted("rules/red-flags.yaml", "- id: chest\n", "- id: 1️⃣chest\n"),
        Planted("rules/red-flags.yaml", "  get-help-sooner: [ It gets worse. ]\n", ""),
      ])
  }

  @Test func `a question needs no source, other advice does`() throws {
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", "advice 'ask-it' has no 'sources'")],
      planting: [
        Planted(
          "rules/advice.yaml", "- { id: ask-it, kind: question", "- 1️⃣{ id: ask-it, kind: sooner")
      ])
  }

  @Test func `every source is used`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "UsedReferences", "nothing uses the source 'idle'",
          "name it where it is drawn on, or remove it")
      ],
      planting: [
        Planted(
          "evidence/references.yaml", "- { id: guideline-b",
          "- { id: 1️⃣idle, kind: other, title: C, authors: C, year: 2000, read: whole }\n- { id: guideline-b"
        )
      ])
  }

  @Test func `every treatment has a row for every guideline`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "CompleteGuidelines", "the guidelines of treatment 'exercise' lack 'guideline-b'",
          "add it, with 'direction: not-covered' and 'strength: none' where it is silent")
      ],
      planting: [
        Planted(
          "rules/treatments.yaml",
          "    guideline-a: { direction: for, strength: strong, certainty: high }\n    guideline-b: { direction: for, strength: moderate }",
          "    1️⃣guideline-a: { direction: for, strength: strong, certainty: high }")
      ])
  }

  @Test func `only guidelines stand among the guidelines`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "CompleteGuidelines",
          "'guideline-b' stands among the guidelines but is a source of kind 'trial'")
      ],
      planting: [
        Planted(
          "evidence/references.yaml", "- { id: guideline-b, kind: guideline",
          "- { id: guideline-b, kind: trial"),
        Planted(
          "rules/treatments.yaml", "    guideline-a: { direction: for",
          "    1️⃣guideline-a: { direction: for"),
      ])
  }

  @Test(arguments: [
    ("{ strong: 3, some: 4, weak: 2 }", "the thresholds of condition 'worn-knee' are out of order"),
    ("{ strong: 4, some: 4, weak: 2 }", "the thresholds of condition 'worn-knee' are out of order"),
    ("{ strong: 4, some: 3, weak: 0 }", "the thresholds of condition 'worn-knee' are out of order"),
    (
      "{ strong: 5, some: 3, weak: 2 }",
      "condition 'worn-knee' can never be strong: its features give at most 4 points"
    ),
  ])
  func `thresholds of fit go down and can be reached`(fit: String, summary: String) throws {
    try expectFindings(
      [Finding("1️⃣", "OrderedFit", summary)],
      planting: [Planted("rules/conditions.yaml", "{ strong: 4, some: 3, weak: 2 }", "1️⃣" + fit)])
  }

  @Test(arguments: [
    ("points: -2, fits: A", "has -2 points, and 'fits'"),
    ("points: 2, against: A", "has 2 points, and 'against'"),
    ("points: 0, fits: A", "has 0 points, and 'fits'"),
    ("points: 2", "has 2 points, and neither 'fits' nor 'against'"),
    ("points: 2, fits: A, against: B", "has 2 points, and both 'fits' and 'against'"),
  ])
  func `a feature fits or speaks against`(keys: String, summary: String) throws {
    try expectFindings(
      [Finding("1️⃣", "SignedFeatures", "feature of condition 'worn-knee' " + summary)],
      planting: [
        Planted(
          "rules/conditions.yaml", "    - { when: knee-now.hot, points: -1, against: It is hot }",
          "    - 1️⃣{ when: knee-now.hot, \(keys) }")
      ])
  }

  @Test func `a condition off the ladder has first steps`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "FirstStepsOffLadder",
          "condition 'strain' is off the ladder and has no 'first-steps'")
      ],
      planting: [
        Planted(
          "rules/conditions.yaml", "on-ladder: false\n  first-steps: [ Rest it. ]",
          "on-ladder: 1️⃣false")
      ])
  }

  @Test func `the article has the stage of a treatment`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownArticleStages", "the article has no stage 7", "write one of: 1, none")],
      planting: [Planted("rules/treatments.yaml", "article-stage: 1", "article-stage: 1️⃣7")])
  }

  @Test func `a criterion for some people comes with words for the others`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "PairedNotes", "treatment 'gel' has 'suits' and no 'does-not-suit'"),
        Finding(
          "2️⃣", "PairedNotes", "treatment 'gel' has 'prescribed-note' and no 'taken-on-prescription'"
        ),
        Finding(
          "3️⃣", "PairedNotes",
          "treatment 'exercise' has 'taken-over-counter' and no 'over-counter-note'"),
      ],
      planting: [
        Planted(
          "rules/treatments.yaml", "suits: age < 90\n  does-not-suit: It does not suit you.",
          "suits: 1️⃣age < 90"),
        Planted(
          "rules/treatments.yaml",
          "  taken-on-prescription: tried.gel is helped\n  prescribed-note: Do",
          "  prescribed-note: 2️⃣Do"),
        Planted(
          "rules/treatments.yaml", "  page: exercise",
          "  taken-over-counter: 3️⃣fell\n  page: exercise"),
      ])
  }

  @Test func `the dispositions are all six, once, in order`() throws {
    let file = "rules/dispositions.yaml"
    try expectFindings(
      [Finding("1️⃣", "CompleteLevels", "the level 'self-care' is missing")],
      planting: [
        Planted(file, "  - { id: emergency-call", "  1️⃣- { id: emergency-call"),
        Planted(file, "  - { id: self-care", "  #"),
      ])
    try expectFindings(
      [
        Finding("1️⃣", "CompleteLevels", "the level 'routine' is missing"),
        Finding("2️⃣", "CompleteLevels", "the level 'same-day' stands twice", "keep one of the two"),
      ],
      planting: [
        Planted(file, "  - { id: emergency-call", "  1️⃣- { id: emergency-call"),
        Planted(file, "- { id: routine", "- 2️⃣{ id: same-day"),
      ])
    try expectFindings(
      [
        Finding(
          "1️⃣", "CompleteLevels", "the level 'emergency-call' stands after a less urgent one",
          "write the most urgent first")
      ],
      planting: [
        Planted(file, "{ id: emergency-call", "{ id: emergency-department"),
        Planted(file, "{ id: emergency-department, title: Go", "1️⃣{ id: emergency-call, title: Go"),
      ])
  }

  @Test func `the last surgery advice is for everybody else`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "FinalSurgeryAdvice",
          "surgery advice of surgery 'ask' has no 'when' and is not the last"),
        Finding("2️⃣", "FinalSurgeryAdvice", "the last surgery advice has a 'when'"),
      ],
      planting: [
        Planted("rules/surgery.yaml", "{ id: ask, when: tried.exercise is no-help,", "1️⃣{ id: ask,"),
        Planted("rules/surgery.yaml", "{ id: wait,", "2️⃣{ id: wait, when: fell,"),
      ])
  }

  @Test func `a score is made of scales`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "ScaleScores", "score 'pain' counts 'fell', which is no scale"),
        Finding(
          "1️⃣", "ScaleScores", "score 'pain' has 2 items", "name one item, or write 'combine: mean'"),
      ],
      planting: [Planted("rules/scores.yaml", "[pain-now]", "1️⃣[pain-now, fell]")])
  }

  @Test func `placeholders are those of the region`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "KnownPlaceholders", "there is no placeholder '{emergency-numbr}'",
          "did you mean 'emergency-number'?"),
        Finding("2️⃣", "KnownPlaceholders", "there is no placeholder '{nurse-line'"),
      ],
      planting: [
        Planted(
          "rules/red-flags.yaml", "action: Call {emergency-number} now.",
          "action: 1️⃣Call {emergency-numbr} now."),
        Planted(
          "rules/red-flags.yaml", "why: It may be an infection.", "why: 2️⃣Ask {nurse-line now."),
      ])
  }
}
