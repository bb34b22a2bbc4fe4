import FixturePack
import PackFile
import RecommendationCore
import Testing

/// The real program with a pack in two languages.
struct LanguageTests {
  private func pack() throws -> String {
    try Program.file("two.pack", PackFile.encode(FixturePack.bilingual))
  }

  private let heading = FixturePack.pack.wording[.welcomeHeading]

  @Test(arguments: [
    ([], "C.UTF-8", false), ([], "xx_YY.UTF-8", true), (["--language", "xx"], "C.UTF-8", true),
    (["--language", "en"], "xx_YY.UTF-8", false), ([], "zz_ZZ.UTF-8", false),
  ])
  func `the language is the one named, else that of the surroundings`(
    arguments: [String], locale: String, isLoud: Bool
  ) throws {
    let run = try Program.run(
      ["walk", "--line"] + arguments, input: "q\n", environment: ["LANG": locale], pack: pack())
    #expect(run.output.contains(isLoud ? heading.uppercased() : heading))
    #expect(!run.output.contains(isLoud ? heading : heading.uppercased()))
  }

  @Test func `a language that there is not is refused`() throws {
    try Program.run("walk", "--line", "--language", "de", pack: pack())
      .expectOneLine(status: 64, "no language de", "take one of en, xx")
  }

  /// Scripts get the same whatever the surroundings are.
  @Test func `a screen and a recommendation are in the first language unless another is named`()
    throws
  {
    let run = try Program.run(
      ["screen", "--at", "welcome"], environment: ["LANG": "xx_YY.UTF-8"], pack: pack())
    #expect(run.output.contains(heading))
    let loud = try Program.run("screen", "--at", "welcome", "--language", "xx", pack: pack())
    #expect(loud.output.contains(heading.uppercased()))
    let words = FixturePack.pack.wording[.whatYouSaid]
    for (arguments, isLoud) in [([], false), (["--language", "xx"], true)] as [([String], Bool)] {
      let run = try Program.run(
        ["recommend", "--answers", "-"] + arguments,
        input: #"{"on": "2026-11-22", "signs": {"one": true}}"#,
        environment: ["LANG": "xx_YY.UTF-8"], pack: pack())
      #expect(run.output.contains(isLoud ? words.uppercased() : words))
      #expect(!run.output.contains(isLoud ? words : words.uppercased()))
    }
  }

  @Test func `on the line face another language is chosen by its number`() throws {
    let run = try Program.run("walk", "--line", input: "2\nq\n", pack: pack())
    #expect(run.output.contains(heading) && run.output.contains(heading.uppercased()))
  }

  @Test func `page one is in the language of the reader, page two in the first one`() throws {
    let answers = #"{"on": "2026-11-22", "signs": {"one": true}}"#
    let run = try Program.run(
      "recommend", "--answers", "-", "--language", "xx", input: answers, pack: pack())
    let words = FixturePack.pack.wording
    let (one, two) = (words[.whatYouSaid], words[.clinicianTitle])
    #expect(run.output.contains(one.uppercased()) && run.output.contains(two))
    #expect(!run.output.contains(two.uppercased()))
  }
}
