import ContentCompiler
import Testing

/// Keys that are unknown, missing, doubled or of another type.
@Suite struct KeyTests {
  @Test func `an unknown key is reported with the nearest right one`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "KnownKeys", "red flag 'hot-knee' has no key 'unsur'", "did you mean 'unsure'?")
      ],
      planting: [Planted("rules/red-flags.yaml", "unsure: same-day", "1️⃣unsur: same-day")])
  }

  @Test func `a key of another kind is unknown`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownKeys", "item 'fell' has no key 'options'")],
      planting: [
        Planted(
          "questionnaire/20-pain.yaml", "kind: yes-no", "kind: yes-no\n    1️⃣options: { a: A, b: B }"
        )
      ])
  }

  @Test func `a comma in a text of a one-line mapping is told as such`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "KnownKeys", "feature of condition 'worn-knee' has no key 'or older'",
          "put a text that holds a comma in quotes")
      ],
      planting: [
        Planted("rules/conditions.yaml", "fits: You are 45 or older", "fits: You are 45, 1️⃣or older")
      ])
  }

  @Test(arguments: [
    (
      "rules/red-flags.yaml", "- id: hot-knee\n", "- 1️⃣id: hot-knee\n", "  action: Go today.\n",
      "red flag 'hot-knee' has no 'action'"
    ),
    (
      "rules/treatments.yaml", "- id: gel\n", "- 1️⃣id: gel\n", "  about: It eases pain.\n",
      "treatment 'gel' has no 'about'"
    ),
    (
      "rules/ladder.yaml", "shown-when", "1️⃣shown-when", "hidden-because: It is too early.\n",
      "the ladder has no 'hidden-because'"
    ),
    ("pack.yaml", "id: knee", "1️⃣id: knee", "title: KneeGuide\n", "the pack has no 'title'"),
    (
      "questionnaire/20-pain.yaml", "section: pain", "1️⃣section: pain", "title: Your pain\n",
      "section has no 'title'"
    ),
    (
      "pages/exercise.md", "id: exercise", "1️⃣id: exercise", "group: treatments\n",
      "page 'exercise' has no 'group'"
    ),
    (
      "pages/exercise.md", "id: exercise", "1️⃣id: exercise", "review-due: 2027-11-22\n",
      "page 'exercise' has no 'review-due'"
    ),
    ("rules/scores.yaml", "- { id", "- 1️⃣{ id", ", about: Pain now.", "score 'pain' has no 'about'"),
  ])
  func `a missing key is reported where its mapping begins`(
    file: String, place: String, marked: String, removed: String, summary: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", summary)],
      planting: [Planted(file, place, marked), Planted(file, removed, "")])
  }

  @Test func `a patient without a disposition expects nothing`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "CompleteKeys", "'expect' of patient 'hot-knee-no-fever' has no 'disposition'")
      ],
      planting: [
        Planted(
          "patients/hot-knee.yaml", "  disposition: emergency-department\n  red-flags",
          "  1️⃣red-flags")
      ])
  }

  @Test func `an item without why has nothing to say for itself`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "CompleteKeys", "item 'fell' has no 'why'",
          "add 'why:': whoever is asked may want to know why")
      ],
      planting: [
        Planted("questionnaire/20-pain.yaml", "- id: fell", "- 1️⃣id: fell"),
        Planted("questionnaire/20-pain.yaml", "    why: Falls hurt bones.\n", ""),
      ])
  }

  @Test(arguments: ["why:", "why: ~", "why: \"\"", "why: ' '"])
  func `an empty text is none`(line: String) throws {
    let marked = line == "why:" || line == "why: ~" ? "1️⃣" + line : "why: 1️⃣" + line.dropFirst(5)
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", "'why' of item 'fell' is empty")],
      planting: [Planted("questionnaire/20-pain.yaml", "why: Falls hurt bones.", marked)])
  }

  @Test(arguments: [
    (
      "rules/red-flags.yaml", "do-not: [ Do not drive. ]", "do-not: 1️⃣Do not drive.",
      "'do-not' of red flag 'chest' should be a list, is 'Do not drive.'"
    ),
    (
      "rules/red-flags.yaml", "title: A hot knee", "title: 1️⃣[A hot knee]",
      "'title' of red flag 'hot-knee' should be a text, is a list"
    ),
    (
      "rules/red-flags.yaml", "why: It may be the heart.", "why: 1️⃣{ a: b }",
      "'why' of red flag 'chest' should be a text, is a mapping"
    ),
    (
      "rules/conditions.yaml", "points: 4", "points: 1️⃣4.5",
      "'points' of feature of condition 'strain' should be a whole number, is '4.5'"
    ),
    (
      "rules/conditions.yaml", "on-ladder: false", "on-ladder: 1️⃣no",
      "'on-ladder' of condition 'strain' should be true or false, is 'no'"
    ),
    (
      "questionnaire/20-pain.yaml", "emergency: false", "emergency: 1️⃣off",
      "'emergency' of section should be true or false, is 'off'"
    ),
    (
      "questionnaire/00-about.yaml", "most: 120", "most: 1️⃣0x78",
      "'most' of item 'age' should be a number, is '0x78'"
    ),
    (
      "pack.yaml", "reviewed: 2026-11-22", "reviewed: 1️⃣2026-02-30",
      "'reviewed' of the pack should be a day, is '2026-02-30'"
    ),
    (
      "rules/treatments.yaml", "article-stage: none", "article-stage: 1️⃣two",
      "'article-stage' of treatment 'gel' should be a stage of the article, is 'two'"
    ),
  ])
  func `a value of another type is reported at the value`(
    file: String, old: String, new: String, summary: String
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "RightTypes", summary)], planting: [Planted(file, old, new)])
  }

  @Test func `false is offered where somebody wrote no`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "RightTypes", "'may-skip' of item 'size' should be true or false, is 'No'",
          "write false")
      ],
      planting: [Planted("questionnaire/20-pain.yaml", "may-skip: true", "may-skip: 1️⃣No")])
  }

  @Test func `yes and no are ids and texts like any other`() throws {
    try expectFindings(
      [],
      planting: [
        Planted(
          "questionnaire/10-signs.yaml", "options: { none: \"No\"",
          "options: { no: No, yes: Yes, on: On, none: No"),
        Planted(
          "rules/definitions.yaml", "adult:", "knock: injury in [yes, on] or injury is no\nadult:"),
        Planted(
          "rules/red-flags.yaml", "when: knee-now.swollen", "when: not knock and knee-now.swollen"),
      ])
  }

  @Test func `a doubled key is reported at each later place, and the rest is read`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "UniqueKeys", "the key 'title' stands twice in one mapping", "keep one of the two"),
        Finding("2️⃣", "UniqueKeys", "the key 'why' stands twice in one mapping"),
        Finding("3️⃣", "UniqueKeys", "the key 'why' stands twice in one mapping"),
        Finding("4️⃣", "KnownNames", "there is no source 'guideline-c'"),
      ],
      planting: [
        Planted(
          "rules/red-flags.yaml", "  title: Chest pain\n",
          "  title: Chest pain\n  1️⃣title: Chest\n"),
        Planted(
          "rules/red-flags.yaml", "  why: It may be an infection.\n",
          "  why: It may be an infection.\n  2️⃣why: B\n  3️⃣\"why\": C\n"),
        Planted(
          "rules/red-flags.yaml", "sources: [guideline-a]", "sources: [guideline-a, 4️⃣guideline-c]"),
      ])
  }

  @Test(arguments: [
    (
      "rules/red-flags.yaml", "disposition: emergency-call", "disposition: 1️⃣emergency-cal",
      "'disposition' of red flag 'chest' cannot be 'emergency-cal'",
      "did you mean 'emergency-call'?"
    ),
    (
      "rules/advice.yaml", "kind: question", "kind: 1️⃣ask",
      "'kind' of advice 'ask-it' cannot be 'ask'", "write one of: do, sooner, question"
    ),
    (
      "evidence/references.yaml", "read: memory", "read: 1️⃣memry",
      "'read' of source 'guideline-b' cannot be 'memry'", "did you mean 'memory'?"
    ),
    (
      "rules/treatments.yaml", "direction: for, strength: moderate",
      "direction: 1️⃣pro, strength: moderate",
      "'direction' of guideline 'guideline-b' of treatment 'exercise' cannot be 'pro'", nil
    ),
  ])
  func `a word that is not of the list is reported`(
    file: String, old: String, new: String, summary: String, remedy: String?
  ) throws {
    try expectFindings(
      [Finding("1️⃣", "KnownWords", summary, remedy)], planting: [Planted(file, old, new)])
  }

  @Test func `anchors are refused`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "ReadableYAML", "anchors and aliases are not part of the format",
          "write the value out"),
        Finding("2️⃣", "CompleteKeys", "red flag 'chest' has no 'title'"),
      ],
      planting: [
        Planted("rules/red-flags.yaml", "- id: chest", "- 2️⃣id: chest"),
        Planted("rules/red-flags.yaml", "title: Chest pain", "title: 1️⃣&a Chest pain"),
      ])
  }

  @Test func `a key that is no text is a fault`() throws {
    try expectFindings(
      [Finding("1️⃣", "RightTypes", "a key should be a text, is a list")],
      planting: [
        Planted("rules/red-flags.yaml", "  unsure: same-day", "  1️⃣[a, b]: c\n  unsure: same-day")
      ])
  }

  @Test func `values nest in each other only so deep`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + "1️⃣[]" + String(repeating: "]", count: levels)
    }
    let found = try diagnostics(
      planting: [Planted("rules/scores.yaml", "name: Pain", "name: Pain, more: \(nested(60))")])
    #expect(found.map(\.diagnostic.summary).contains("the nesting is too deep"))
    let fewer = try diagnostics(
      planting: [Planted("rules/scores.yaml", "name: Pain", "name: Pain, more: \(nested(40))")])
    #expect(fewer.map(\.diagnostic.summary) == ["score 'pain' has no key 'more'"])
  }
}
