import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// From question to question, back, and to "check your answers".
struct WayTests {
  // MARK: The start

  @Test func `start leads to the first question`() {
    var state = State.fixture()
    expect(&state, after: .pressed) { $0.show(question: "signs") }
  }

  @Test func `start leads on where answers were given before`() {
    var state = State.fixture(answers: FixturePack.answers(before: "place"))
    expect(&state, after: .pressed) { $0.show(question: "place") }
  }

  @Test func `the welcome leads to the pages and to the keys`() {
    var state = State.fixture()
    expect(&state, after: .digitPressed(2)) {
      $0.visit.focus = 1
      $0.lay(.pageList)
    }
    expect(&state, after: .backPressed) { $0.does(.backPressed) }
    #expect(state.screen == .welcome)
    expect(&state, after: .digitPressed(3)) {
      $0.visit.focus = 2
      $0.lay(.help)
    }
  }

  // MARK: Back

  @Test func `back keeps the draft, and coming again shows it`() {
    var state = State.question("place")
    state.does(.digitPressed(4))
    expect(&state, after: .backPressed) { $0.show(question: "age") }
    expect(&state, after: .pressed) { $0.show(question: "place", focus: 3) }
    #expect(state.drafts["place"] == .with { $0.chosen = "drawer" })
  }

  @Test func `back from the first question is the welcome`() {
    var state = State.question("signs")
    expect(&state, after: .backPressed) { $0.show(.welcome) }
  }

  @Test func `back passes over questions that are not asked`() {
    var state = State.question("parts")
    expect(&state, after: .backPressed) { $0.show(question: "broken", focus: 1) }
  }

  @Test func `back from a screen laid over a question returns to the same place`() {
    for action: Walkthrough.Action in [.helpPressed, .whyPressed, .emergencyPressed, .leavePressed]
    {
      var state = State.question("place")
      state.does(.moved(.down), .moved(.down))
      let before = state
      state.does(action)
      #expect(state.visits.count == 2, "\(action)")
      state.does(.backPressed)
      #expect(state == before, "\(action)")
    }
  }

  @Test func `why, help and help now lie over the question`() {
    let screens: [(Walkthrough.Action, Walkthrough.Screen)] = [
      (.whyPressed, .why("place")), (.helpPressed, .help), (.emergencyPressed, .emergencyHelp),
    ]
    for (action, screen) in screens {
      var state = State.question("place")
      expect(&state, after: action) { $0.lay(screen) }
      // Not twice.
      expect(&state, after: action)
      expect(&state, after: .pressed) { $0.does(.backPressed) }
      #expect(state.screen == .question("place", isChange: false))
    }
  }

  @Test func `why means nothing where nothing is asked`() {
    var state = State.fixture()
    expect(&state, after: .whyPressed)
  }

  // MARK: Check your answers

  @Test func `the last answer leads to the check`() {
    var state = State.question("tried")
    state.does(.digitPressed(1), .digitPressed(2), .moved(.last))
    expect(&state, after: .pressed) {
      $0.response["tried"] = .rows(["thing-a": .option("helped"), "thing-b": .option("helped")])
      $0.drafts["tried"] = nil
      $0.show(.checkAnswers)
    }
  }

  @Test func `review leads to the check from anywhere after the first answer`() {
    var state = State.question("signs")
    expect(&state, after: .reviewPressed)
    state = .question("level")
    expect(&state, after: .reviewPressed) { $0.show(.checkAnswers) }
    expect(&state, after: .reviewPressed)
  }

  @Test func `the check leads to the first open question, and from the last to the result`() {
    var answers = FixturePack.ordinaryAnswers
    answers["place"] = nil
    var state = State.fixture(.checkAnswers, answers: answers)
    expect(&state, after: .pressed) { $0.show(.question("place", isChange: true)) }
    expect(&state, after: .pressed) {
      $0.response["place"] = .option("attic")
      $0.show(.checkAnswers)
    }
    expect(&state, after: .pressed) {
      $0.reaches(.now)
    }
  }

  @Test func `changing an answer returns to the check`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    expect(&state, after: .chosen(.change("place"))) {
      $0.show(.question("place", isChange: true))
    }
    expect(&state, after: .digitPressed(2)) {
      $0.visit.focus = 1
      $0.drafts["place"] = .with { $0.chosen = "bedroom" }
    }
    expect(&state, after: .pressed) {
      $0.response["place"] = .option("bedroom")
      $0.drafts["place"] = nil
      $0.show(.checkAnswers)
    }
  }

  @Test func `a change that is not made changes nothing`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    state.does(.chosen(.change("place")), .digitPressed(2))
    expect(&state, after: .backPressed) { $0.show(.checkAnswers) }
    #expect(state.response["place"] == .option("attic"))
  }

  @Test func `a change that opens a question asks it before the check`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    state.does(.chosen(.change("broken")), .digitPressed(1), .pressed)
    expect(&state, after: .chosen(.keepChange)) {
      $0.response["broken"] = .option(.yes)
      $0.drafts["broken"] = nil
      $0.show(.question("broken-how", isChange: true))
    }
    expect(&state, after: .pressed) {
      $0.response["broken-how"] = .option("fell")
      $0.show(.checkAnswers)
    }
  }

  @Test func `an answer that is no longer asked is parked, and comes back`() {
    var answers = FixturePack.ordinaryAnswers
    answers["broken"] = .option(.yes)
    answers["broken-how"] = .option("fell")
    var state = State.fixture(.checkAnswers, answers: answers)
    state.does(.chosen(.change("broken")), .digitPressed(2), .pressed, .pressed)
    #expect(state.screen == .checkAnswers)
    #expect(state.answers(in: FixturePack.pack).parked == ["broken-how"])
    #expect(!state.entries(in: FixturePack.pack).contains(.change("broken-how")))
    state.does(.chosen(.change("broken")), .digitPressed(1), .pressed, .pressed)
    #expect(state.screen == .checkAnswers)
    #expect(state.response["broken-how"] == .option("fell"))
    #expect(state.answers(in: FixturePack.pack).parked.isEmpty)
  }

  @Test func `an open question further up comes before the way on`() {
    var answers = FixturePack.answers(before: "parts")
    answers["broken"] = .option(.yes)
    var state = State.fixture(.question("parts", isChange: false), answers: answers)
    state.does(.digitPressed(1), .moved(.last))
    expect(&state, after: .pressed) {
      $0.response["parts"] = .options(["alpha"])
      $0.drafts["parts"] = nil
      $0.show(question: "broken-how")
    }
  }

  @Test func `back from the check is the last question`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    expect(&state, after: .backPressed) { $0.show(question: "tried") }
  }

  // MARK: The line face's actions

  @Test func `an answer that comes whole goes on`() {
    var state = State.question("age")
    // What was begun on the screen is no answer any more.
    state.does(.characterTyped("5"))
    expect(&state, after: .answered("age", .number(Quantity(67, .years)))) {
      $0.response["age"] = .number(Quantity(67, .years))
      $0.drafts["age"] = nil
      $0.show(question: "place")
    }
  }

  @Test func `an answer that does not fit changes nothing`() {
    var state = State.question("age")
    expect(&state, after: .answered("age", .number(Quantity(121, .years))))
    expect(&state, after: .answered("age", .option("attic")))
    expect(&state, after: .answered("nobody", .scale(1)))
  }

  @Test func `an entry is chosen by name only where it stands`() {
    var state = State.question("broken")
    expect(&state, after: .chosen(.start))
    expect(&state, after: .chosen(.option(.no))) {
      $0.response["broken"] = .option(.no)
      $0.show(question: "parts")
    }
  }
}
