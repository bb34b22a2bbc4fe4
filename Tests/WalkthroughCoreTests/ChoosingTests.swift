import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// One of several, any of several, rows: how each is picked, and what it leads to.
struct ChoosingTests {
  // MARK: One of several

  @Test func `enter picks the focused option and goes on`() {
    var state = State.question("broken")
    expect(&state, after: .moved(.down)) { $0.visit.focus = 1 }
    expect(&state, after: .pressed) {
      $0.response["broken"] = .option(.no)
      $0.show(question: "parts")
    }
  }

  @Test func `an answer that opens a question leads to it`() {
    var state = State.question("broken")
    expect(&state, after: .pressed) {
      $0.response["broken"] = .option(.yes)
      $0.show(question: "broken-how")
    }
  }

  @Test func `space and a digit mark an option without going on`() {
    var state = State.question("place")
    expect(&state, after: .spacePressed) { $0.drafts["place"] = .with { $0.chosen = "attic" } }
    expect(&state, after: .digitPressed(3)) {
      $0.visit.focus = 2
      $0.drafts["place"]?.chosen = "cellar"
    }
    expect(&state, after: .pressed) {
      $0.response["place"] = .option("cellar")
      $0.drafts["place"] = nil
      $0.show(question: "size")
    }
  }

  @Test(arguments: [0, 9]) func `a digit without an option means nothing`(digit: Int) {
    var state = State.question("place")
    expect(&state, after: .digitPressed(digit))
  }

  @Test func `not sure is an answer`() {
    var state = State.question("place")
    expect(&state, after: .digitPressed(8)) {
      $0.visit.focus = 7
      $0.drafts["place"] = .with { $0.isNotSure = true }
    }
    expect(&state, after: .pressed) {
      $0.response["place"] = .notSure
      $0.drafts["place"] = nil
      $0.show(question: "size")
    }
  }

  @Test func `an option takes not sure back`() {
    var state = State.question("place")
    state.does(.digitPressed(8))
    expect(&state, after: .digitPressed(1)) {
      $0.visit.focus = 0
      $0.drafts["place"] = .with { $0.chosen = "attic" }
    }
  }

  @Test func `keys that mean nothing on a choice change nothing`() {
    var state = State.question("place")
    for action: Walkthrough.Action in [
      .characterTyped("x"), .textPasted("attic"), .deletedBackward, .unitsPressed, .moved(.left),
      .moved(.right),
    ] {
      expect(&state, after: action)
    }
  }

  // MARK: Any of several

  @Test func `enter and space mark and unmark one of several`() {
    var state = State.question("parts")
    expect(&state, after: .pressed) { $0.drafts["parts"] = .with { $0.several = ["alpha"] } }
    state.does(.moved(.down))
    expect(&state, after: .spacePressed) { $0.drafts["parts"]?.several = ["alpha", "beta"] }
    expect(&state, after: .pressed) { $0.drafts["parts"]?.several = ["alpha"] }
  }

  @Test func `several are answered in the order of the item`() {
    var state = State.question("parts")
    state.does(.digitPressed(3), .digitPressed(1), .moved(.last))
    expect(&state, after: .pressed) {
      $0.response["parts"] = .options(["alpha", "gamma"])
      $0.drafts["parts"] = nil
      $0.show(question: "map")
    }
  }

  @Test(arguments: [Item.ID("parts"), "map"])
  func `continue with nothing marked says so and stays`(id: Item.ID) {
    var state = State.question(id)
    state.does(.moved(.last))
    expect(&state, after: .pressed) {
      $0.visit.focus = 0
      $0.drafts[id] = .with { $0.fault = .nothingChosen }
    }
    expect(&state, after: .digitPressed(2)) {
      $0.visit.focus = 1
      $0.drafts[id] = .with { $0.several = [id == "map" ? "back" : "beta"] }
    }
  }

  @Test func `none of these excludes the others and answers at once`() {
    var state = State.question("parts")
    state.does(.digitPressed(2), .digitPressed(4), .moved(.down))
    #expect(state.visit.focus == 4)
    expect(&state, after: .pressed) {
      $0.response["parts"] = .options([])
      $0.drafts["parts"] = nil
      $0.show(question: "map")
    }
  }

  @Test func `none of these takes no number among the others`() {
    var state = State.question("parts")
    expect(&state, after: .digitPressed(4)) {
      $0.visit.focus = 3
      $0.drafts["parts"] = .with { $0.several = ["delta"] }
    }
    // Past "none of these", which stands between.
    expect(&state, after: .digitPressed(5)) {
      $0.visit.focus = 5
      $0.drafts["parts"] = .with { $0.isNotSure = true }
    }
  }

  @Test func `zero marks none of these and goes to the way on`() {
    var state = State.question("map")
    state.does(.digitPressed(2))
    expect(&state, after: .digitPressed(0)) {
      $0.visit.focus = 6
      $0.drafts["map"] = .with { $0.isNoneOfThese = true }
    }
    expect(&state, after: .pressed) {
      $0.response["map"] = .options([])
      $0.drafts["map"] = nil
      $0.show(question: "tried")
    }
  }

  @Test func `not sure of several excludes them`() {
    var state = State.question("parts")
    state.does(.digitPressed(1))
    expect(&state, after: .digitPressed(5)) {
      $0.visit.focus = 5
      $0.drafts["parts"] = .with { $0.isNotSure = true }
    }
  }

  // MARK: Rows

  @Test func `space and enter turn a row through its answers`() {
    var state = State.question("signs")
    for answer: RowAnswer in [.option(.yes), .option(.no), .notSure, .option(.yes)] {
      expect(&state, after: state.drafts.count % 2 == 0 ? .spacePressed : .pressed) {
        $0.drafts["signs"] = .with { $0.rows = ["one": answer] }
      }
    }
  }

  @Test func `left and right turn a row both ways`() {
    var state = State.question("tried")
    expect(&state, after: .moved(.left)) {
      $0.drafts["tried"] = .with { $0.rows = ["thing-a": .notSure] }
    }
    expect(&state, after: .moved(.left)) {
      $0.drafts["tried"]?.rows = ["thing-a": .option("not-tried")]
    }
    expect(&state, after: .moved(.right)) { $0.drafts["tried"]?.rows = ["thing-a": .notSure] }
    expect(&state, after: .moved(.right)) {
      $0.drafts["tried"]?.rows = ["thing-a": .option("helped")]
    }
  }

  @Test func `a digit turns its row`() {
    var state = State.question("signs")
    expect(&state, after: .digitPressed(2)) {
      $0.visit.focus = 1
      $0.drafts["signs"] = .with { $0.rows = ["two": .option(.yes)] }
    }
  }

  @Test func `continue with rows open says how many and goes to the first of them`() {
    var state = State.question("signs")
    state.does(.digitPressed(1), .moved(.last))
    expect(&state, after: .pressed) {
      $0.visit.focus = 1
      $0.drafts["signs"]?.fault = .rowsLeft(2)
    }
    expect(&state, after: .pressed) {
      $0.drafts["signs"]?.fault = nil
      $0.drafts["signs"]?.rows["two"] = .option(.yes)
    }
  }

  @Test func `no to the rest keeps what was said and goes on`() {
    var state = State.question("signs")
    state.does(.digitPressed(3), .digitPressed(3), .digitPressed(3))
    state.does(.moved(.down))
    expect(&state, after: .pressed) {
      $0.response["signs"] = FixturePack.signs(notSure: ["three"])
      $0.drafts["signs"] = nil
      $0.show(question: "age")
    }
  }

  @Test func `zero says no to the rest, and enter then goes on`() {
    var state = State.question("signs")
    state.does(.digitPressed(3), .digitPressed(3), .digitPressed(3))
    expect(&state, after: .digitPressed(0)) {
      $0.visit.focus = 4
      $0.drafts["signs"]?.rows = [
        "one": .option(.no), "two": .option(.no), "three": .notSure,
      ]
    }
    expect(&state, after: .pressed) {
      $0.response["signs"] = FixturePack.signs(notSure: ["three"])
      $0.drafts["signs"] = nil
      $0.show(question: "age")
    }
  }

  @Test func `rows without a no have no way to decline the rest`() {
    var state = State.question("tried")
    expect(&state, after: .digitPressed(0))
    #expect(!state.entries(in: FixturePack.pack).contains(.noToTheRest))
  }

  @Test func `no row offers not sure of all at once`() {
    let state = State.question("signs")
    #expect(
      state.entries(in: FixturePack.pack)
        == [.row("one"), .row("two"), .row("three"), .noToTheRest, .continue])
  }
}
