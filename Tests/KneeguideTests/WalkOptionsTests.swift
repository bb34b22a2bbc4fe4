import ArgumentParser
import Screens
import Testing

@testable import kneeguide

struct WalkOptionsTests {
  /// The usual start does without the parser.
  @Test func `no argument gives the same with and without the parser`() throws {
    let walk = try #require(KneeGuide.parseAsRoot([]) as? Walk)
    #expect(walk.options == WalkOptions())
  }

  @Test func `a finger is a mouse too`() throws {
    for arguments in [["walk", "--touch"], ["--mouse", "--touch"]] {
      let walk = try #require(KneeGuide.parseAsRoot(arguments) as? Walk)
      #expect(walk.options == WalkOptions(pointer: .touch))
    }
  }

  @Test func `every option comes through`() throws {
    let walk = try #require(
      KneeGuide.parseAsRoot([
        "--pack", "a.pack", "--region", "uk", "--line", "--language", "en", "--export", "page.txt",
        "--answers", "a.json", "--keep-answers", "b.json", "--theme", "monochrome", "--ascii",
        "--about", "--mouse",
      ]) as? Walk)
    #expect(
      walk.options
        == WalkOptions(
          pack: "a.pack", region: "uk", linesOnly: true, language: "en", export: "page.txt",
          answers: "a.json", keepAnswers: "b.json", theme: "monochrome", ascii: true,
          about: true, pointer: .mouse))
  }
}
