import ContentCompiler
import QuestionnaireModel
import Testing

/// Review dates: the day is given, and nothing reads a clock.
@Suite struct ReviewTests {
  private let due = [Planted("pack.yaml", "review-due: 2027-11-22", "review-due: 1️⃣2027-03-01")]

  @Test func `more than 90 days before the review nothing is said`() throws {
    try expectFindings([], planting: due, on: Day("2026-11-30"))
  }

  @Test(arguments: [("2026-12-01", 90), ("2027-02-28", 1), ("2027-03-01", 0)])
  func `from 90 days before the review it is a warning`(day: String, left: Int) throws {
    let found = try diagnostics(planting: due, on: Day(day))
    #expect(found.map(\.diagnostic.severity) == [.warning])
    #expect(found.map(\.marker) == ["1️⃣"])
    #expect(
      found.first?.diagnostic.description
        == "pack.yaml:6:13: warning: the review of the content is due on 2027-03-01, in \(left) days; "
        + "review it, then set 'reviewed' and 'review-due'")
  }

  @Test func `after the day of the review it is an error`() throws {
    try expectFindings(
      [Finding("1️⃣", "ReviewInTime", "the review of the content was due on 2027-03-01")],
      planting: due, on: Day("2027-03-02"))
  }

  @Test func `a page has a review of its own`() throws {
    try expectFindings(
      [Finding("1️⃣", "ReviewInTime", "the review of page 'exercise' was due on 2026-11-25")],
      planting: [Planted("pages/exercise.md", "review-due: 2027-11-22", "review-due: 1️⃣2026-11-25")],
      on: Day("2026-11-26"))
  }

  private func signOff(_ text: String) -> [Planted] {
    [
      Planted(
        "pack.yaml", "intended-use: It prepares", "signed-off: \(text)\nintended-use: It prepares"
      )
    ]
  }

  @Test func `a clinician signs off the version that the content has`() throws {
    try expectFindings([], planting: signOff("{ by: Dr. Who, on: 2026-11-22, version: 0.1.0 }"))
    try expectFindings(
      [
        Finding(
          "1️⃣", "CurrentSignOff", "the sign-off is of version 0.0.9, and the content has 0.1.0")
      ], planting: signOff("1️⃣{ by: Dr. Who, on: 2026-11-22, version: 0.0.9 }"))
  }

  @Test func `nobody signs off in days to come`() throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "CurrentSignOff", "the sign-off is of 2026-12-02, which is still to come")
      ], planting: signOff("{ by: Dr. Who, on: 1️⃣2026-12-02, version: 0.1.0 }"),
      on: Day("2026-12-01"))
  }

  @Test func `a review is due after the last one`() throws {
    try expectFindings(
      [
        Finding("1️⃣", "ReviewInTime", "the review of the content is due before it was last reviewed")
      ],
      planting: [Planted("pack.yaml", "review-due: 2027-11-22", "review-due: 1️⃣2026-11-22")])
  }
}
