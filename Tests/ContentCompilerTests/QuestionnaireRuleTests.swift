import ContentCompiler
import Testing

/// What must hold for the questionnaire.
@Suite struct QuestionnaireRuleTests {
  private let pain = "questionnaire/20-pain.yaml"
  private let signs = "questionnaire/10-signs.yaml"

  @Test func `an enable-when looks at earlier items alone`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "EarlierEnableWhen",
          "the enable-when of 'fell' looks at 'pain-now', which is asked later",
          "move 'fell' behind it, or look at an earlier item")
      ],
      planting: [
        Planted(
          pain, "enable-when: injury in [within-7-days, older] and adult",
          "enable-when: 1️⃣pain-now > 3")
      ])
  }

  @Test func `an enable-when is looked at through its definitions`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "EarlierEnableWhen",
          "the enable-when of 'knee-now' looks at 'pain-duration', which is asked later")
      ],
      planting: [
        Planted(signs, "- id: knee-now\n", "- id: knee-now\n    enable-when: 1️⃣long-standing\n")
      ])
  }

  @Test func `a circle of enable-when is reported once, with its path`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "AcyclicEnableWhen",
          "whether 'pain-duration' is asked hangs on itself: pain-duration -> fell -> pain-duration",
          "take one of them out of the circle")
      ],
      planting: [
        Planted(pain, "- id: pain-duration\n", "- id: pain-duration\n    enable-when: 1️⃣fell\n"),
        Planted(pain, "injury in [within-7-days, older] and adult", "long-standing"),
      ])
  }

  @Test func `an item that hangs on itself is a circle`() throws {
    try expectFindings(
      [Finding("1️⃣", "AcyclicEnableWhen", "whether 'fell' is asked hangs on itself: fell -> fell")],
      planting: [Planted(pain, "injury in [within-7-days, older] and adult", "1️⃣fell")])
  }

  /// R150, R152: and two question marks are two questions.
  @Test func `a question has at most 20 words`() throws {
    let words = Array(repeating: "word", count: 20).joined(separator: " ")
    try expectFindings([], planting: [Planted(pain, "ask: Did you fall?", "ask: \(words)")])
    try expectFindings(
      [
        Finding("1️⃣", "QuestionLength", "the question 'fell' has 21 words", "say it in at most 20"),
        Finding("2️⃣", "QuestionLength", "the question 'pain-now' asks more than one thing"),
      ],
      planting: [
        Planted(pain, "ask: Did you fall?", "ask: 1️⃣\(words) more"),
        Planted(pain, "ask: How bad is it?", "ask: 2️⃣Does it hurt? How bad?"),
      ])
  }

  @Test func `a hint has no full stop`() throws {
    try expectFindings(
      [Finding("1️⃣", "HintWithoutFullStop", "the hint of 'pain-duration' ends with a full stop")],
      planting: [
        Planted(pain, "hint: Count from the first day", "hint: 1️⃣Count from the first day.")
      ])
  }

  /// R150.
  @Test func `a choice has two to seven options`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "OptionCount", "item 'pain-duration' has 8 options",
          "keep at most 7, or make two items of it"),
        Finding(
          "2️⃣", "OptionCount", "item 'tried' has 6 options",
          "keep at most 5, or make two items of it"),
        Finding("3️⃣", "OptionCount", "item 'knee-now' has 8 rows"),
        Finding("4️⃣", "OptionCount", "item 'pain-with' has 1 options", "write at least 2"),
      ],
      planting: [
        Planted(pain, "options: { days", "options: 1️⃣{ a: A, b: B, c: C, d: D, days"),
        Planted(pain, "options: { never", "options: 2️⃣{ a: A, b: B, c: C, never"),
        Planted(signs, "rows: { swollen", "rows: 3️⃣{ a: A, b: B, c: C, d: D, e: E, swollen"),
        Planted(
          pain, "      stairs: Stairs\n      walking: { text",
          "      4️⃣stairs: Stairs\n      #{ text"),
      ], isOutcomeOpen: true)
  }

  @Test func `zones may be many`() throws {
    try expectFindings(
      [],
      planting: [
        Planted(pain, "zones: { inner", "zones: { a: A, b: B, c: C, d: D, e: E, f: F, g: G, inner")
      ])
  }

  @Test func `no options at all are a fault`() throws {
    try expectFindings(
      [Finding("1️⃣", "OptionCount", "'zones' of item 'knee-map' is empty")],
      planting: [Planted(pain, "zones: { inner: Inner side, outer: Outer side }", "zones: 1️⃣{}")])
  }

  @Test func `when-unknown is for numbers`() throws {
    try expectFindings(
      [Finding("1️⃣", "AssumedNumbers", "item 'fell' is no number and cannot have 'when-unknown'")],
      planting: [
        Planted(
          pain, "kind: yes-no", "kind: yes-no\n    when-unknown: 1️⃣{ at-least: 1, counts-as: 2 }")
      ])
  }

  @Test(arguments: ["{ at-least: 80, counts-as: 75 }", "{ at-least: 18, counts-as: 130 }"])
  func `when-unknown lies within the bounds`(text: String) throws {
    try expectFindings(
      [Finding("1️⃣", "AssumedNumbers", "the 'when-unknown' of 'age' does not lie within 0 to 120")],
      planting: [
        Planted("questionnaire/00-about.yaml", "{ at-least: 18, counts-as: 75 }", "1️⃣" + text)
      ])
  }

  @Test(arguments: [
    (
      "body-now.chest-pin",
      "item 'check-chest-pain' clarifies 'body-now.chest-pin', which is no sign",
      "did you mean 'chest-pain'?"
    ),
    (
      "body-now", "item 'check-chest-pain' clarifies 'body-now', which is no sign",
      "write the sign as item.row, such as 'body-now.chest-pain'"
    ),
    ("nothing", "item 'check-chest-pain' clarifies 'nothing', which is no sign", nil),
    ("age", "'age' is no sign: it is neither yes-no nor a choice", nil),
    ("age.old", "'age' has no rows", nil),
  ])
  func `a clarifying item names a sign`(text: String, summary: String, remedy: String?) throws {
    let found = try diagnostics(
      planting: [Planted(signs, "clarifies: body-now.chest-pain", "clarifies: 1️⃣\(text)")]
    ).filter { $0.diagnostic.rule != "ExpectedOutcome" }
    #expect(found.map(\.diagnostic.rule) == ["ClarifiedSigns"])
    #expect(found.map(\.diagnostic.summary) == [summary])
    #expect(found.map(\.marker) == ["1️⃣"])
    if let remedy { #expect(found.map(\.diagnostic.remedy) == [remedy]) }
  }

  @Test func `a clarifying item stands behind its sign, alone, and answers as the sign does`()
    throws
  {
    try expectFindings(
      [
        Finding(
          "1️⃣", "EarlierEnableWhen",
          "'check-chest-pain' clarifies 'knee-now.hot', which is asked later"),
        Finding("2️⃣", "ClarifiedSigns", "'knee-now.hot' is clarified by 'check-chest-pain' already"),
        Finding(
          "3️⃣", "ClarifiedSigns",
          "the answers of 'pain-duration' cannot stand for those of 'knee-now.red'",
          "write 'kind: yes-no'"),
        Finding("4️⃣", "ClarifiedSigns", "'fell' does not offer 'not sure', so this is never asked"),
        Finding(
          "4️⃣", "ClarifiedSigns", "the answers of 'pain-now' cannot stand for those of 'fell'"),
        Finding(
          "5️⃣", "ExpectedOutcome",
          "patient 'worn': red flag 'chest' is unsure but is not expected so (body-now.chest-pain)"),
        Finding(
          "6️⃣", "ExpectedOutcome",
          "patient 'worn': the disposition is same-day, not routine, for 'chest'"),
      ],
      planting: [
        Planted(signs, "clarifies: body-now.chest-pain", "clarifies: 1️⃣knee-now.hot"),
        Planted(pain, "summary: Fall", "summary: Fall\n    clarifies: 2️⃣knee-now.hot"),
        Planted(pain, "summary: Since", "summary: Since\n    clarifies: 3️⃣knee-now.red"),
        Planted(pain, "summary: Pain\n", "summary: Pain\n    clarifies: 4️⃣fell\n"),
        Planted("patients/worn-knee.yaml", "  disposition: routine", "  5️⃣disposition: 6️⃣routine"),
        Planted(
          "patients/worn-knee.yaml", "  verdicts: { exercise: suggest, gel: ask-first }\n", ""),
        Planted("patients/worn-knee.yaml", "  ladder-shown: true", ""),
        Planted("patients/worn-knee.yaml", "  complete: true\n", ""),
      ])
  }

  @Test func `emergency sections come first, behind one at most`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "EmergencyFirst", "the emergency section 'late' stands behind 'pain'",
          "rename its file so that it comes before; only one section may stand before the emergency signs"
        )
      ],
      planting: [],
      adding: [
        "questionnaire/30-late.yaml": """
        section: late
        title: Late signs
        emergency: 1️⃣true
        items: [{ id: late-item, ask: Is it late?, why: It is., kind: yes-no, enable-when: fell, summary: Late }]
        """
      ])
  }

  @Test(arguments: [
    ("unit: years", "unit: 1️⃣yeers", "there is no unit 'yeers'"),
    (
      "unit: years", "unit: years\n    units: [months, 1️⃣kg]",
      "item 'age' is asked in years and cannot be given in kg"
    ),
  ])
  func `units are known and of one kind`(old: String, new: String, summary: String) throws {
    try expectFindings(
      [Finding("1️⃣", "KnownUnits", summary)],
      planting: [Planted("questionnaire/00-about.yaml", old, new)])
  }

  @Test func `a number has bounds in order`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "NumberRanges", "'most' of item 'weight-lost' is not above 'least'"),
        Finding("2️⃣", "NumberRanges", "'decimals' of item 'weight-lost' should be from 0 to 6"),
        Finding("3️⃣", "NumberRanges", "'longest' of item 'words' should be above 0"),
      ],
      planting: [
        Planted(
          pain, "  - id: fell",
          "  - { id: weight-lost, ask: A, why: B, kind: number, unit: kg, least: 5, most: 1️⃣5, decimals: 2️⃣9, summary: C }\n  - id: fell"
        ),
        Planted(pain, "longest: 200", "longest: 3️⃣0"),
      ])
  }
}
