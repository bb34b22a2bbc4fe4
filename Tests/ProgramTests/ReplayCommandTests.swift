import FixturePack
import Foundation
import PackFile
import QuestionnaireModel
import RecommendationCore
import Testing

/// `recommend --from-summary`, with the real program.
struct ReplayCommandTests {
  private static let answers = """
    { "on": "2026-11-22", "signs": {"one": false, "two": false, "three": true}, "age": 67,
      "place": "attic", "since": "2020-05", "level": 8,
      "level-week": 5, "broken": false, "parts": ["gamma", "beta"], "map": ["inner"],
      "tried": {"thing-a": "no-help", "thing-b": "no-help"} }
    """

  private func summary() throws -> String {
    let run = try Program.run("recommend", "--answers", "-", input: Self.answers)
    return run.output
  }

  @Test(arguments: ["json", "text"])
  func `gives what the answers gave, to the byte`(format: String) throws {
    let first = try Program.run(
      "recommend", "--answers", "-", "--format", format, input: Self.answers)
    #expect(first.status == 0)
    let file = try Program.file("summary.txt", try summary())
    let again = try Program.run("recommend", "--from-summary", file, "--format", format)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.bytes == first.bytes)
    #expect(again.error.contains("leaves private answers out"))
  }

  @Test func `takes the region of the summary`() throws {
    let region = try #require(
      FixturePack.pack.manifest.regions.map(\.id).first {
        $0 != FixturePack.pack.manifest.defaultRegion
      })
    let words = ["--answers", "-", "--region", region.rawValue]
    let first = try Program.run(["recommend"] + words + ["--format", "json"], input: Self.answers)
    let text = try Program.run(["recommend"] + words, input: Self.answers).output
    let again = try Program.run(
      "recommend", "--from-summary", "-", "--format", "json", input: text)
    #expect(again.bytes == first.bytes)
  }

  @Test func `says what differs under other rules`() throws {
    let rules = FixturePack.pack.rules
    let other = Rules(
      dispositions: rules.dispositions,
      redFlags: rules.redFlags.filter { $0.id != "flag-same-day" }, conditions: rules.conditions,
      ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery,
      advice: rules.advice, scores: rules.scores)
    let pack = try Program.file(
      "other.pack", PackFile.encode(FixturePack.variant(rules: other)))
    let run = try Program.run("recommend", "--from-summary", "-", input: summary(), pack: pack)
    #expect(run.output.isEmpty)
    run.expectOneLine(
      status: 65, "the content has changed", "the level was same-day and would be ",
      "red flags that would go: one that is not there any more", "--pack")
  }

  @Test func `says so where only other things differ`() throws {
    let pack = try Program.file(
      "other.pack",
      PackFile.encode(FixturePack.variant(wording: Wording(["export.title": "Other"]))))
    try Program.run("recommend", "--from-summary", "-", input: summary(), pack: pack)
      .expectOneLine(status: 65, "the content has changed", "would be the same")
  }

  @Test func `says so where the questions are others`() throws {
    let questionnaire = FixturePack.pack.questionnaire
    let pack = try Program.file(
      "other.pack",
      PackFile.encode(
        FixturePack.variant(
          questionnaire: Questionnaire(sections: questionnaire.sections.reversed()))))
    try Program.run("recommend", "--from-summary", "-", input: summary(), pack: pack)
      .expectOneLine(status: 65, "its questions are others", "then the level was same-day")
  }

  @Test func `refuses what it cannot read, in one line`() throws {
    let text = try summary()
    let start = try #require(text.range(of: "[KG1 "))
    let letter = text[start.upperBound]
    var slip = text
    slip.replaceSubrange(
      start.upperBound...start.upperBound, with: letter == "7" ? "8" : "7")
    try Program.run("recommend", "--from-summary", "-", input: slip)
      .expectOneLine(status: 65, "standard input:", "line 1 of the code has a slip")
    try Program.run("recommend", "--from-summary", "-", input: "Hello")
      .expectOneLine(status: 65, "standard input:", "there is no code")
    let none = Program.newPath("none.txt")
    try Program.run("recommend", "--from-summary", none).expectOneLine(status: 65, none)
    for arguments in [["recommend"], ["recommend", "--answers", "-", "--from-summary", "-"]] {
      try Program.run(arguments).expectOneLine(status: 64, "--answers", "--from-summary")
    }
  }
}
