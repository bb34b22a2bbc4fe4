import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// What medical words mean: by the key, and where a word stands first.
struct WordsTests {
  private let pack = FixturePack.pack

  private func content(_ state: Walkthrough.State) -> ScreenContent {
    screenContent(Scene(state, in: pack))
  }

  private func hints(_ state: Walkthrough.State) -> [String] {
    content(state).blocks.compactMap { if case .text(let text, .hint) = $0 { text } else { nil } }
  }

  @Test(
    arguments: [
      (.question("parts"), ["gamma", "beta"]),
      (.question("place"), ["attic", "cellar", "drawer", "field", "garage"]),
      (.question("level"), nil),
      (.fixture(), nil), (.fixture(.glossary), nil), (.fixture(.words(["beta"])), nil),
      (.fixture(.page("thing-a")), ["letter", "cheap"]), (.fixture(.help), ["word"]),
    ] as [(Walkthrough.State, [GlossaryTerm.ID]?)])
  func `the key opens the words of the screen in its order`(
    state: Walkthrough.State, terms: [GlossaryTerm.ID]?
  ) {
    let wanted = terms.map { Walkthrough.Action.wordsPressed($0) }
    for key in [Key.character("m"), .character("M"), .function(5)] {
      #expect(action(for: key, in: state, pack: pack) == wanted)
    }
    #expect(content(state).keys.map(\.key).contains("M") == (terms != nil))
    guard let wanted else { return }
    var state = state
    _ = reduce(&state, wanted, in: pack)
    #expect(state.screen == .words(terms ?? []))
    #expect(state.entries(in: pack) == [.open(.glossary), .back])
  }

  @Test func `where words are typed the letter is typed, and a function key opens them`() {
    let note = Walkthrough.State.question("note")
    #expect(action(for: .character("m"), in: note, pack: pack) == .characterTyped("m"))
    #expect(action(for: .function(5), in: note, pack: pack) == .wordsPressed(["word"]))
    #expect(content(note).keys.map(\.key).contains("F5"))
    #expect(!content(note).keys.map(\.key).contains("M"))
  }

  @Test func `what was typed is no word of the screen`() {
    var state = Walkthrough.State.fixture(.save, answers: FixturePack.fullAnswers)
    _ = reduce(&state, .textPasted(" attic"), in: pack)
    let words = action(for: .function(5), in: state, pack: pack)
    if case .wordsPressed(let terms) = words { #expect(!terms.contains("attic")) }
  }

  @Test func `the words are told in plain ones, and all of them from A to Z`() {
    var state = Walkthrough.State.question("parts")
    _ = reduce(&state, .wordsPressed(["beta", "gamma"]), in: pack)
    #expect(
      content(state).blocks.prefix(2) == [
        .bullet("Beta: the second letter."), .bullet("Part gamma: the third part."),
      ])
    _ = reduce(&state, .chosen(.open(.glossary)), in: pack)
    #expect(state.screen == .glossary)
    let told = content(state).blocks.filter { if case .bullet = $0 { true } else { false } }
    #expect(told.count == pack.glossary.count)
    _ = reduce(&state, .pressed, in: pack)
    _ = reduce(&state, .backPressed, in: pack)
    #expect(state.screen == .question("parts", isChange: false))
  }

  @Test func `no words lie over words, and none are opened where there are none`() {
    var state = Walkthrough.State.question("parts")
    _ = reduce(&state, .wordsPressed([]), in: pack)
    #expect(state.screen == .question("parts", isChange: false))
    _ = reduce(&state, .wordsPressed(["beta"]), in: pack)
    _ = reduce(&state, .wordsPressed(["gamma"]), in: pack)
    #expect(state.screen == .words(["beta"]))
  }

  @Test
  func `a question explains the words that stand on it first in two lines, and counts the others`()
  {
    #expect(
      hints(.question("place")).dropFirst() == [
        "Attic: a room under the roof.", "M explains 4 more.",
      ])
    #expect(hints(.question("parts")) == ["Part gamma: the third part."])
    #expect(hints(.question("note")) == ["A few words are enough"])
  }

  @Test func `a page explains a word once, after the section in which it stands first`() {
    let blocks = content(.fixture(.page("thing-a"))).blocks
    let gloss = ScreenContent.Block.text("Cheap: low in price.", .hint)
    #expect(blocks.filter { $0 == gloss }.count == 1)
    let place = blocks.firstIndex(of: gloss) ?? 0
    #expect(blocks[..<place].contains(.bullet("It is cheap.")))
    #expect(blocks[place...].contains(.subheading("What it costs")))
    // It is about letters.
    #expect(!hints(.fixture(.page("thing-a"))).contains { $0.hasPrefix("Letter:") })
  }

  @Test func `a page does not explain what it explains by itself`() {
    let hints = hints(.fixture(.page("about-things")))
    #expect(hints.contains("Letter: a sign for a sound."))
    #expect(!hints.contains { $0.hasPrefix("Point:") })
  }

  @Test(arguments: Case.all) func `both faces offer the words on the same screens`(one: Case) {
    var face = LineFace()
    let lines = face.lines(for: one.state, in: pack)
    if one.state.screen == .save { return }
    let isOffered = content(one.state).keys.contains { $0.does == "words" }
    #expect(lines.contains("m what words here mean") == isOffered)
    let wanted = action(for: .function(5), in: one.state, pack: pack)
    #expect((wanted != nil) == isOffered)
    let reply = face.reply(to: "m", state: one.state, in: pack)
    if let wanted {
      #expect(reply == .act([wanted]))
    } else {
      #expect(reply != .act([.wordsPressed([])]))
    }
  }

  @Test(arguments: FixturePack.pack.questionnaire.items)
  func `the places that were compiled are those on the screen`(item: Item) {
    let terms = pack.glossary.words.terms
    let found = TermFinder(terms).terms(in: item.screenTexts(isForAnother: false))
      .map { terms[$0].id }
    #expect(pack.glossary.items.first { $0.item == item.id }?.own ?? [] == found)
  }
}
