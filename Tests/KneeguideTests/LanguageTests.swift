import FixturePack
import QuestionnaireModel
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

@testable import kneeguide

/// The language that a walkthrough begins in, and another one chosen on the way.
struct LanguageTests {
  private let packs = FixturePack.bilingual
  private let size = Size(width: 80, height: 24)

  /// Through the real loop, with a file that holds these packs.
  private func walk(
    _ keys: Keys, from start: Walkthrough.State = .fixture(), readable: [ContentPack]
  ) -> (state: Walkthrough.State, frames: [String]) {
    var terminal = ScriptedTerminal(size: size, events: keys.keys.map { .key($0) })
    var state = start
    let effects = WalkthroughEffects(
      save: { path, _ in .saved(at: path, note: nil) },
      pack: { code in readable.first { $0.manifest.language == code } })
    _ = runLoop(&terminal, &state, pack: packs[0], effects: effects)
    return (state, terminal.frames.map(\.text))
  }

  /// R62.
  @Test func `the first screen offers the other languages in their own names`() {
    let walk = walk("<enter>", readable: packs)
    #expect(walk.frames[0].contains("[ LOUD ]") && !walk.frames[0].contains("[ English ]"))
    #expect(FixturePack.pack.manifest.otherLanguages.isEmpty)
  }

  /// R62.
  @Test func `another language is read from the next screen on, and the answers stay`() {
    var start = Walkthrough.State.fixture()
    start.response = QuestionnaireResponse(FixturePack.answers(before: "place"))
    let walk = walk("2 2 2 <enter>", from: start, readable: packs)
    let heading = FixturePack.pack.wording[.welcomeHeading]
    #expect(walk.frames[0].contains(heading))
    #expect(walk.frames[1].contains(heading.uppercased()) && walk.frames[1].contains("[ English ]"))
    #expect(walk.frames[2].contains(heading))
    #expect(walk.frames[3].contains(heading.uppercased()))
    #expect(walk.state.language == "xx")
    #expect(walk.state.response == start.response)
    #expect(walk.state.screen == .question("place", isChange: false))
  }

  @Test func `where a language cannot be read all stays as it is`() {
    let walk = walk("2 <enter>", readable: [])
    #expect(walk.frames[1].contains(FixturePack.pack.wording[.welcomeHeading]))
    #expect(walk.state.language == "en")
    #expect(walk.state.screen == .question("signs", isChange: false))
  }

  @Test(arguments: [
    ("de_DE.UTF-8", ["de-de", "de"]), ("pt_BR@euro", ["pt-br", "pt"]), ("C.UTF-8", ["c"]),
    ("en", ["en"]), ("", []), (".UTF-8", []), ("_", []),
  ])
  func `a locale names its languages`(locale: String, codes: [String]) {
    #expect(WantedLanguage.codes(ofLocale: locale) == codes)
  }
}
