import RecommendationCore
import Testing

/// The wording has every word, and no other.
@Suite struct WordingTests {
  @Test func `a missing word is reported`() throws {
    let key = try #require(Wording.requiredKeys.first { $0.hasPrefix("screen.") })
    let name = String(key.dropFirst("screen.".count))
    let line = "screen:\n  \(name): Words of \(name)\n"
    try expectFindings(
      [
        Finding(
          file: "wording.yaml", "CompleteWording", "the word '\(key)' is missing",
          "add '\(name)' below 'screen'")
      ],
      planting: [Planted("wording.yaml", line, "screen:\n")])
  }

  @Test func `an unknown word is reported with the nearest right one`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "CompleteWording", "no screen and no summary uses the word 'screen.not-suer'",
          "did you mean 'screen.not-sure'?"),
        Finding("2️⃣", "RightTypes", "'screen.list' of the wording should be a text, is a list"),
        Finding("3️⃣", "CompleteKeys", "'screen.nothing' of the wording is empty"),
      ],
      planting: [
        Planted(
          "wording.yaml", "screen:\n",
          "screen:\n  not-suer: 1️⃣Words\n  list: 2️⃣[a]\n  nothing: 3️⃣\"\"\n")
      ])
  }

  @Test func `words have placeholders of their own`() throws {
    try expectFindings(
      [], planting: [Planted("wording.yaml", "Words of title", "\"Words {of} title\"")])
  }
}
