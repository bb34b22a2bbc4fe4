import ContentCompiler
import RecommendationCore
import Testing

/// The numbers to call.
@Suite struct RegionTests {
  private static let checked =
    "emergency-number: [guideline-a, guideline-b], crisis-line: [guideline-a, guideline-b] }"

  @Test(arguments: [
    (
      "emergency-number: 1️⃣[guideline-a], crisis-line: [guideline-a, guideline-b] }",
      "'emergency-number' of region 'us' was checked in one source alone"
    ),
    (
      "emergency-number: [guideline-a, guideline-b], crisis-line: 1️⃣[] }",
      "'crisis-line' of region 'us' was checked in no source"
    ),
  ])
  func `are checked in two sources`(new: String, summary: String) throws {
    try expectFindings(
      [Finding("1️⃣", "CheckedNumbers", summary)],
      planting: [Planted("pack.yaml", Self.checked, new)])
  }

  @Test func `are checked on a day`() throws {
    try expectFindings(
      [Finding("1️⃣", "CompleteKeys", "'checked' of region 'us' has no 'on'")],
      planting: [Planted("pack.yaml", "checked: { on: 2026-11-22, ", "checked: 1️⃣{ ")])
    try expectFindings(
      [Finding("1️⃣", "CheckedNumbers", "the numbers of region 'us' were never checked")],
      planting: [
        Planted("pack.yaml", "us: { name", "us: 1️⃣{ name"),
        Planted("pack.yaml", ", checked: { on: 2026-11-22, " + Self.checked, ""),
      ])
  }

  @Test func `need no check where a line holds no number`() throws {
    try expectFindings(
      [],
      planting: [
        Planted(
          "pack.yaml", "regions:\n",
          "regions:\n  eu: { name: E, emergency-number: the desk, nurse-line: a, crisis-line: b }\n"
        )
      ])
  }

  @Test func `carry the day of their check into the pack`() throws {
    let regions = try #require(try compiled(baseContent).pack).manifest.regions
    #expect(regions.map(\.numbersChecked) == [testDay])
  }
}
