import ArgumentParser
import Testing

@testable import kneeguide

struct WalkOptionsTests {
  /// The usual start does without the parser.
  @Test func `no argument gives the same with and without the parser`() throws {
    let walk = try #require(KneeGuide.parseAsRoot([]) as? Walk)
    #expect(walk.options == WalkOptions())
  }

  @Test func `every option comes through`() throws {
    let walk = try #require(
      KneeGuide.parseAsRoot([
        "--pack", "a.pack", "--region", "uk", "--line", "--language", "en", "--export", "page.txt",
        "--answers", "a.json", "--keep-answers", "b.json", "--theme", "monochrome", "--ascii",
        "--about",
      ]) as? Walk)
    #expect(
      walk.options
        == WalkOptions(
          pack: "a.pack", region: "uk", linesOnly: true, language: "en", export: "page.txt",
          answers: "a.json", keepAnswers: "b.json", theme: "monochrome", ascii: true,
          about: true))
  }
}
