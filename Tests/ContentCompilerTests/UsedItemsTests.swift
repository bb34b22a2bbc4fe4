import Testing

/// Every item is asked for something.
@Suite struct UsedItemsTests {
  private static let file = "questionnaire/20-pain.yaml"
  /// An item before the first one, with these keys besides.
  private static func item(_ more: String, marker: String = "") -> Planted {
    Planted(
      file, "  - id: pain-duration",
      """
        - id: \(marker)hobby
          ask: What do you like?
          why: It is nice to know.
          summary: Hobby
      \(more)
        - id: pain-duration
      """)
  }
  private static let yesNo = "    kind: yes-no"

  @Test func `an item that nothing looks at is a fault`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "UsedItems", "nothing uses the answer to 'hobby'",
          "use it in a rule, give it a 'clinical' name for the clinician's page, or do not ask it")
      ],
      planting: [Self.item(Self.yesNo, marker: "1️⃣")])
  }

  @Test(arguments: ["    kind: yes-no\n    clinical: Pastime", "    kind: text\n    longest: 80"])
  func `a place on the clinician's page is a use`(more: String) throws {
    try expectFindings([], planting: [Self.item(more)])
  }

  @Test(arguments: [
    ("rules/red-flags.yaml", "when: ", "when: hobby or "),
    ("rules/advice.yaml", "when: long-standing", "when: long-standing and hobby"),
    (file, "enable-when: ", "enable-when: hobby and "),
    ("pack.yaml", "intended-use", "for-another-when: hobby\nintended-use"),
  ])
  func `a rule that looks at it is a use`(file: String, old: String, new: String) throws {
    try expectFindings([], planting: [Self.item(Self.yesNo), Planted(file, old, new)])
  }

  @Test func `a definition that no rule uses is none`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "UsedItems", "nothing uses the answer to 'hobby'"),
        Finding("2️⃣", "UsedDefinitions", "no rule uses the definition 'happy'"),
      ],
      planting: [
        Self.item(Self.yesNo, marker: "1️⃣"),
        Planted("rules/definitions.yaml", "adult:", "2️⃣happy: hobby\nadult:"),
      ])
  }

  @Test func `an item that clarifies a sign is used where the sign is`() throws {
    try expectFindings(
      [], planting: [Self.item("    kind: yes-no\n    clarifies: knee-now.swollen")])
  }
}
