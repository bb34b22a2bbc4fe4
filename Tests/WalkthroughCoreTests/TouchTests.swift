import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// What a mouse or a finger pressed, and a wheel.
@Suite struct `A touch` {
  @Test func `answers a choice and goes on`() {
    var state = State.question("place")
    expect(&state, after: .entryTouched(.option("cellar"))) {
      $0.response["place"] = .option("cellar")
      $0.show(question: "size")
    }
  }

  @Test func `marks one of several, and gives it the focus`() {
    var state = State.question("parts")
    expect(&state, after: .entryTouched(.option("gamma"))) {
      $0.visit.focus = 2
      $0.drafts["parts"] = .with { $0.several = ["gamma"] }
    }
    expect(&state, after: .entryTouched(.option("gamma"))) {
      $0.drafts["parts"] = .with { $0.several = [] }
    }
  }

  @Test func `of what is not on the screen is nothing`() {
    var state = State.question("place")
    expect(&state, after: .entryTouched(.option("nowhere")))
    expect(&state, after: .entryTouched(.leave))
    expect(&state, after: .rowTouched("one", .notSure))
    expect(&state, after: .scaleTouched(3))
  }

  @Test func `waits until the last option was on the screen`() {
    var state = State.question("place")
    let metrics = Metrics(
      height: 5, contentHeight: 10, entries: (0..<8).map { ($0 + 2)..<($0 + 3) }, scroll: 0)
    state.does(.drawn(metrics))
    expect(&state, after: .entryTouched(.option("bedroom"))) {
      $0.drafts["place"] = .with {
        $0.chosen = "bedroom"
        $0.fault = .moreBelow
      }
      $0.visit.waiting = 1
      $0.visit.focus = 3
      $0.visit.scroll = 1
    }
  }

  @Test func `of a field gives it the focus and answers nothing`() {
    var state = State.question("size")
    expect(&state, after: .entryTouched(.field(1))) { $0.visit.focus = 1 }
    expect(&state, after: .characterTyped("7")) {
      $0.drafts["size"] = .with { $0.fields = ["", "7"] }
    }
    // Other units, and the field that is typed in is still the same.
    expect(&state, after: .entryTouched(.switchUnits)) {
      $0.drafts["size"] = .with {
        $0.fields = ["", "7"]
        $0.unit = 1
      }
    }
    expect(&state, after: .deletedBackward) {
      $0.drafts["size"] = .with { $0.unit = 1 }
    }
  }

  @Test func `takes a digit back from wherever the focus is`() {
    var state = State.question("age")
    state.does(.characterTyped("6"), .moved(.last))
    expect(&state, after: .deletedBackward) {
      $0.visit.focus = 0
      $0.drafts["age"] = Draft()
    }
    expect(&state, after: .deletedBackward)
  }

  @Test func `of a file name does not save`() {
    var state = State.fixture(.save)
    state.does(.moved(.last))
    expect(&state, after: .entryTouched(.field(0))) { $0.visit.focus = 0 }
  }

  @Test func `answers a row, as often as it is touched`() {
    var state = State.question("signs")
    expect(&state, after: .rowTouched("two", .option(.no))) {
      $0.visit.focus = 1
      $0.drafts["signs"] = .with { $0.rows = ["two": .option(.no)] }
    }
    expect(&state, after: .rowTouched("two", .option(.no)))
    expect(&state, after: .rowTouched("two", .notSure)) {
      $0.drafts["signs"] = .with { $0.rows = ["two": .notSure] }
    }
    expect(&state, after: .rowTouched("two", .option("helped")))
    expect(&state, after: .rowTouched("four", .notSure))
  }

  @Test func `answers a row with options of its own`() {
    var state = State.question("tried")
    expect(&state, after: .rowTouched("thing-b", .option("helped"))) {
      $0.visit.focus = 1
      $0.drafts["tried"] = .with { $0.rows = ["thing-b": .option("helped")] }
    }
    expect(&state, after: .rowTouched("thing-b", .option(.yes)))
  }

  @Test func `sets a scale`() {
    var state = State.question("level")
    state.does(.moved(.last))
    expect(&state, after: .scaleTouched(10)) {
      $0.visit.focus = 0
      $0.drafts["level"] = .with { $0.scale = 10 }
    }
    expect(&state, after: .scaleTouched(11))
    expect(&state, after: .scaleTouched(-1))
  }

  /// Who was not sure, or skipped it, and comes back with a number has one.
  @Test(arguments: [
    Walkthrough.Action.scaleTouched(4), .digitPressed(4), .moved(.right),
  ]) func `a number takes back a skipped scale`(action: Walkthrough.Action) {
    var state = State.question("level-week", answers: ["level-week": .declined])
    state.visit.focus = 0
    state.does(action)
    let draft = state.drafts["level-week"]
    #expect(draft?.isSkipped == false && draft?.scale != nil)
  }

  // MARK: Scrolling

  @Test func `a wheel moves a text, and leaves the focus on the way on`() {
    var state = State.fixture(.page("about-things"))
    let metrics = Metrics(height: 10, contentHeight: 30, entries: [29..<30], scroll: 0)
    state.does(.drawn(metrics))
    expect(&state, after: .scrolled(by: 3)) { $0.visit.scroll = 3 }
    expect(&state, after: .scrolled(by: .max)) { $0.visit.scroll = 20 }
    expect(&state, after: .scrolled(by: .min)) { $0.visit.scroll = 0 }
    expect(&state, after: .scrolled(by: 0))
  }

  @Test func `on a question the focus follows a wheel`() {
    var state = State.question("place")
    let metrics = Metrics(
      height: 5, contentHeight: 10, entries: (0..<8).map { ($0 + 2)..<($0 + 3) }, scroll: 0)
    state.does(.drawn(metrics))
    expect(&state, after: .scrolled(by: 3)) {
      $0.visit.scroll = 3
      $0.visit.focus = 5
    }
    expect(&state, after: .scrolled(by: -3)) {
      $0.visit.scroll = 0
      $0.visit.focus = 0
    }
  }

  @Test func `a wheel does nothing where all is seen`() {
    var state = State.question("place")
    expect(&state, after: .scrolled(by: 3))
    state.does(
      .drawn(
        Metrics(
          height: 12, contentHeight: 10, entries: (0..<8).map { ($0 + 2)..<($0 + 3) }, scroll: 0)))
    expect(&state, after: .scrolled(by: 3))
  }

  /// An entry of three lines that the edge cuts stands whole after a page, both ways.
  @Test func `a page down or up cuts no entry`() {
    var state = State.fixture(.page("about-things"))
    state.does(
      .drawn(Metrics(height: 10, contentHeight: 30, entries: [8..<11, 26..<29], scroll: 0)))
    expect(&state, after: .moved(.pageDown)) { $0.visit.scroll = 8 }
    expect(&state, after: .moved(.pageDown)) { $0.visit.scroll = 17 }
    expect(&state, after: .moved(.pageDown)) { $0.visit.scroll = 20 }
    state.visit.scroll = 10
    expect(&state, after: .moved(.pageUp)) { $0.visit.scroll = 1 }
  }
}
