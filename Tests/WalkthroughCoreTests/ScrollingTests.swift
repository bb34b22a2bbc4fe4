import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// What is on the screen, and what was: the focus, the text, and "look at all of it first".
struct ScrollingTests {
  /// A screen of so many lines with one entry a line, the first under a head of two lines.
  private func metrics(height: Int, entries: Int, scroll: Int = 0) -> Metrics {
    Metrics(
      height: height, contentHeight: entries + 2,
      entries: (0..<entries).map { ($0 + 2)..<($0 + 3) },
      scroll: scroll)
  }

  /// A text with entries on these lines.
  private func text(height: Int, lines: Int, entries: [Int], scroll: Int = 0) -> Metrics {
    Metrics(
      height: height, contentHeight: lines, entries: entries.map { $0..<($0 + 1) }, scroll: scroll)
  }

  // MARK: What was seen

  @Test func `what was drawn is remembered, and what was seen stays seen`() {
    var state = State.question("place")
    let first = metrics(height: 5, entries: 8)
    expect(&state, after: .drawn(first)) {
      $0.visit.metrics = first
      $0.visit.seen = [0, 1, 2]
    }
    let next = metrics(height: 5, entries: 8, scroll: 4)
    expect(&state, after: .drawn(next)) {
      $0.visit.metrics = next
      $0.visit.scroll = 4
      $0.visit.seen = [0, 1, 2, 3, 4, 5, 6]
    }
    expect(&state, after: .drawn(first)) {
      $0.visit.metrics = first
      $0.visit.scroll = 0
    }
  }

  @Test func `an answer waits until the last option was on the screen`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)))
    expect(&state, after: .pressed) {
      $0.drafts["place"] = .with {
        $0.chosen = "attic"
        $0.fault = .moreBelow
      }
      $0.visit.waiting = 0
      $0.visit.focus = 3
      $0.visit.scroll = 1
    }
    state.does(.drawn(metrics(height: 5, entries: 8, scroll: 5)))
    expect(&state, after: .digitPressed(1)) {
      $0.visit.waiting = nil
      $0.visit.focus = 0
      $0.drafts["place"] = .with { $0.chosen = "attic" }
    }
    expect(&state, after: .pressed) {
      $0.response["place"] = .option("attic")
      $0.drafts["place"] = nil
      $0.show(question: "size")
    }
  }

  @Test func `no to the rest waits until every row was on the screen`() {
    var state = State.question("signs")
    state.does(.drawn(metrics(height: 4, entries: 5)), .moved(.last), .moved(.up))
    expect(&state, after: .pressed) {
      $0.drafts["signs"] = .with { $0.fault = .moreBelow }
      $0.visit.waiting = 3
      $0.visit.focus = 2
    }
    #expect(state.response["signs"] == nil)
  }

  @Test func `Enter shows what is left, answers nothing, and comes back to what was pressed`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)), .pressed)
    let chosen = state.drafts["place"]
    state.does(.drawn(metrics(height: 5, entries: 8, scroll: 2)))
    expect(&state, after: .pressed) {
      $0.visit.focus = 5
      $0.visit.scroll = 3
    }
    state.does(.drawn(metrics(height: 5, entries: 8, scroll: 5)))
    #expect(state.drafts["place"] == chosen, "another option is not taken on the way")
    expect(&state, after: .pressed) {
      $0.visit.focus = 0
      $0.visit.waiting = nil
      $0.visit.scroll = 0
      $0.drafts["place"]?.fault = nil
    }
    expect(&state, after: .pressed) {
      $0.response["place"] = .option("attic")
      $0.drafts["place"] = nil
      $0.show(question: "size")
    }
  }

  @Test func `a look around ends the wait for what was pressed`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)), .pressed)
    expect(&state, after: .moved(.down)) {
      $0.visit.waiting = nil
      $0.visit.focus = 4
      $0.visit.scroll = 2
      $0.drafts["place"]?.fault = nil
    }
  }

  @Test func `what only leads on need not have been seen`() {
    var state = State.question("signs")
    state.does(.drawn(metrics(height: 5, entries: 5)), .digitPressed(0))
    expect(&state, after: .pressed) {
      $0.response["signs"] = FixturePack.signs()
      $0.drafts["signs"] = nil
      $0.show(question: "age")
    }
  }

  @Test func `a window too small to draw in counts nothing as seen`() {
    var state = State.question("place")
    state.does(.drawn(Metrics(height: 0, contentHeight: 0, entries: [], scroll: 0)))
    expect(&state, after: .pressed) {
      $0.drafts["place"] = .with {
        $0.chosen = "attic"
        $0.fault = .moreBelow
      }
      $0.visit.waiting = 0
    }
    state.does(.drawn(metrics(height: 4, entries: 8)), .pressed)
    #expect(state.response["place"] == nil)
  }

  // MARK: Moving on a question

  @Test func `the focus goes round and round and is kept in sight`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)))
    expect(&state, after: .moved(.up)) {
      $0.visit.focus = 7
      $0.visit.scroll = 5
    }
    expect(&state, after: .moved(.down)) {
      $0.visit.focus = 0
      $0.visit.scroll = 0
    }
    state.does(.moved(.down), .moved(.down))
    #expect(state.visit.scroll == 0)
    expect(&state, after: .moved(.down)) {
      $0.visit.focus = 3
      $0.visit.scroll = 1
    }
  }

  @Test func `home and end go to the ends of a question`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)))
    expect(&state, after: .moved(.last)) {
      $0.visit.focus = 7
      $0.visit.scroll = 5
    }
    expect(&state, after: .moved(.first)) {
      $0.visit.focus = 0
      $0.visit.scroll = 0
    }
  }

  @Test func `a page on a question takes the focus along`() {
    var state = State.question("place")
    state.does(.drawn(metrics(height: 5, entries: 8)))
    expect(&state, after: .moved(.pageDown)) {
      $0.visit.focus = 6
      $0.visit.scroll = 4
    }
    expect(&state, after: .moved(.pageDown)) {
      $0.visit.focus = 7
      $0.visit.scroll = 5
    }
    expect(&state, after: .moved(.pageUp)) {
      $0.visit.focus = 0
      $0.visit.scroll = 1
    }
  }

  @Test func `before it is drawn a question can be moved on too`() {
    var state = State.question("broken")
    expect(&state, after: .moved(.up)) { $0.visit.focus = 2 }
    expect(&state, after: .moved(.down)) { $0.visit.focus = 0 }
    expect(&state, after: .moved(.pageDown))
  }

  // MARK: Reading a text

  @Test func `a text moves line by line until its link is near`() {
    var state = State.fixture(.page("thing-a"))
    #expect(state.visit.focus == 1)
    state.does(.drawn(text(height: 4, lines: 9, entries: [7, 8])))
    for scroll in 1...4 {
      expect(&state, after: .moved(.down)) { $0.visit.scroll = scroll }
    }
    expect(&state, after: .moved(.down)) { $0.visit.focus = 0 }
    expect(&state, after: .moved(.down)) {
      $0.visit.focus = 1
      $0.visit.scroll = 5
    }
    expect(&state, after: .moved(.down))
    expect(&state, after: .moved(.up)) { $0.visit.focus = 0 }
    expect(&state, after: .moved(.up)) { $0.visit.scroll = 4 }
  }

  @Test func `what is not on the screen is not pressed, the text is turned`() {
    var state = State.fixture(.page("thing-a"))
    state.does(.drawn(text(height: 4, lines: 9, entries: [7, 8])))
    expect(&state, after: .pressed) { $0.visit.scroll = 3 }
    expect(&state, after: .spacePressed) { $0.visit.scroll = 5 }
    expect(&state, after: .pressed, effects: [.leave])
  }

  @Test func `page, home and end move a text and leave the focus`() {
    var state = State.fixture(.page("thing-a"))
    state.does(.drawn(text(height: 4, lines: 20, entries: [18, 19])))
    expect(&state, after: .moved(.pageDown)) { $0.visit.scroll = 3 }
    expect(&state, after: .moved(.last)) { $0.visit.scroll = 16 }
    expect(&state, after: .moved(.pageDown))
    expect(&state, after: .moved(.pageUp)) { $0.visit.scroll = 13 }
    expect(&state, after: .moved(.first)) { $0.visit.scroll = 0 }
    expect(&state, after: .moved(.pageUp))
  }

  @Test func `a list of answers wraps nowhere`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    expect(&state, after: .moved(.up))
    let last = state.entries(in: FixturePack.pack).count - 1
    for focus in 1...last { expect(&state, after: .moved(.down)) { $0.visit.focus = focus } }
    expect(&state, after: .moved(.down))
  }

  // MARK: Where a fresh screen begins

  @Test(
    arguments: [
      (.option("cellar"), "place", 2), (.notSure, "place", 7), (.options(["gamma"]), "parts", 2),
      (.declined, "age", 3), (.scale(3), "level", 0), (.option(.no), "broken", 1),
    ] as [(Answer, Item.ID, Int)])
  func `a question begins at the answer given before`(answer: Answer, id: Item.ID, focus: Int) {
    #expect(State.question(id, answers: [id: answer]).visit.focus == focus)
  }

  @Test(
    arguments: [
      (.welcome, 0), (.checkAnswers, 0), (.result(.now), 0), (.result(.handOver), 0),
      (.pageList, 0), (.search, 0), (.headings("thing-a"), 0), (.sections, 0),
      (.page("thing-a"), 1), (.page("signs"), 0), (.help, 0), (.save, 0), (.saved, 0), (.leave, 0),
      (.interruption(["flag-call"]), 0), (.result(.ladder), 3), (.pattern("worn"), 1),
    ] as [(Walkthrough.Screen, Int)])
  func `every other screen begins where enter leads on`(screen: Walkthrough.Screen, focus: Int) {
    #expect(State.fixture(screen, answers: FixturePack.fullAnswers).visit.focus == focus)
  }
}
