import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// What each key means, and where.
struct KeyBindingTests {
  private func action(_ key: Key, _ state: Walkthrough.State) -> Walkthrough.Action? {
    Screens.action(for: key, in: state, pack: FixturePack.pack)
  }

  @Test(
    arguments: [
      (.enter, .pressed), (.escape, .backPressed), (.up, .moved(.up)), (.down, .moved(.down)),
      (.tab, .moved(.down)), (.backTab, .moved(.up)), (.left, .moved(.left)),
      (.right, .moved(.right)), (.home, .moved(.first)), (.end, .moved(.last)),
      (.pageUp, .moved(.pageUp)), (.pageDown, .moved(.pageDown)), (.function(1), .helpPressed),
      (.function(2), .whyPressed), (.function(3), .reviewPressed),
      (.function(4), .emergencyPressed),
      (.function(6), .undoPressed), (.function(7), .redoPressed), (.function(8), .sectionsPressed),
      (.control("c"), .leavePressed), (.function(9), nil), (.control("x"), nil), (.alt("q"), nil),
      (.delete, nil), (.insert, nil),
    ] as [(Key, Walkthrough.Action?)])
  func `keys that mean the same everywhere`(key: Key, means: Walkthrough.Action?) {
    for one in Case.all { #expect(action(key, one.state) == means, "on \(one)") }
  }

  @Test(
    arguments: [
      ("b", .backPressed), ("w", .whyPressed), ("r", .reviewPressed), ("e", .emergencyPressed),
      ("q", .leavePressed), ("u", .unitsPressed), ("s", .sourcesPressed), ("a", .articlePressed),
      ("?", .helpPressed), ("z", .undoPressed), ("y", .redoPressed),
      ("l", .sectionsPressed), ("/", .searchPressed), ("h", .headingsPressed),
      ("f", .forwardPressed), (" ", .spacePressed),
      ("7", .digitPressed(7)), ("0", .digitPressed(0)), ("x", nil), ("٣", nil), ("é", nil),
    ] as [(Character, Walkthrough.Action?)])
  func `letters are commands where no words are typed`(
    letter: Character, means: Walkthrough.Action?
  ) {
    for state in [Walkthrough.State.question("place"), .question("level"), .fixture(.pageList)] {
      #expect(action(.character(letter), state) == means)
    }
  }

  /// The keys are named in capitals, and the lock may be on.
  @Test(arguments: Array("BWREQUSAZYLHF")) func `capitals are the same commands`(letter: Character)
    throws
  {
    let small = try #require(letter.lowercased().first)
    let state = Walkthrough.State.question("place")
    #expect(action(.character(letter), state) == action(.character(small), state))
    #expect(action(.character(letter), state) != nil)
  }

  /// Who means "yes" must not bring back a "no".
  @Test(
    arguments: [("broken", nil), ("signs", nil), ("tried", .redoPressed), ("place", .redoPressed)]
      as [(Item.ID, Walkthrough.Action?)])
  func `y is no command where it may mean yes`(id: Item.ID, means: Walkthrough.Action?) {
    #expect(action(.character("y"), .question(id)) == means)
    #expect(action(.function(7), .question(id)) == .redoPressed)
  }

  @Test func `a number field takes its signs, and letters are still commands`() {
    let state = Walkthrough.State.question("age")
    for sign: Character in [".", ",", "'", "-"] {
      #expect(action(.character(sign), state) == .characterTyped(sign))
    }
    #expect(action(.character("5"), state) == .digitPressed(5))
    #expect(action(.character("q"), state) == .leavePressed)
    #expect(action(.backspace, state) == .deletedBackward)
    #expect(action(.paste("67"), state) == .textPasted("67"))
  }

  /// R15; in a kiosk alone the keypad's `*` and `+` still go back and help.
  @Test(
    arguments: [
      .question("note"), .fixture(.save, answers: FixturePack.fullAnswers), .fixture(.search),
    ] as [Walkthrough.State])
  func `where words are typed every letter is one of them`(state: Walkthrough.State) {
    for letter: Character in [
      "b", "w", "r", "e", "q", "l", "/", "h", "f", "u", "s", "a", "z", "y", "?", " ", "7", "é", "膝",
    ] {
      #expect(action(.character(letter), state) == .characterTyped(letter))
    }
    #expect(action(.paste("q"), state) == .textPasted("q"))
    var below = state
    _ = reduce(&below, .moved(.down), in: FixturePack.pack)
    #expect(action(.character("q"), below) == .leavePressed)
    #expect(action(.backspace, below) == .backPressed)
  }

  @Test func `what is pasted means nothing where nothing is typed`() {
    for one in Case.all where !one.name.contains("number") && !one.name.contains("size") {
      let typing = action(.character("x"), one.state) == .characterTyped("x")
      #expect((action(.paste("1"), one.state) == .textPasted("1")) == typing, "on \(one)")
    }
  }
}
