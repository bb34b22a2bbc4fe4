import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// A changed answer shows what it does before it is kept.
struct ChangeTests {
  private let pack = FixturePack.pack

  /// At the question whose answer is to be changed.
  private func changing(_ id: Item.ID, _ answers: [Item.ID: Answer] = [:]) -> State {
    var state = State.fixture(
      .checkAnswers, answers: FixturePack.ordinaryAnswers.merging(answers) { $1 })
    state.does(.chosen(.change(id)))
    return state
  }

  private static let broken: [Item.ID: Answer] = [
    "broken": .option(.yes), "broken-how": .option("fell"),
  ]

  @Test func `it stands before the change, which is not made yet`() {
    var state = changing("broken", Self.broken)
    state.does(.digitPressed(2))
    expect(&state, after: .pressed) { $0.show(.changeEffect("broken", .option(.no))) }
    #expect(state.entries(in: pack) == [.keepChange, .dropChange])
    #expect(state.answers(in: pack).isAsked("broken-how"))
    let effect = state.effect(of: .option(.no), to: "broken", in: pack)
    #expect(effect.hidden == ["broken-how"] && effect.ladder == .shown)
  }

  @Test func `kept, it goes on as any change does`() {
    var state = changing("broken", Self.broken)
    state.does(.digitPressed(2), .pressed)
    expect(&state, after: .pressed) {
      $0.response["broken"] = .option(.no)
      $0.drafts["broken"] = nil
      $0.show(.checkAnswers)
    }
    #expect(state.answers(in: pack).parked == ["broken-how"])
  }

  @Test func `left as it was, nothing has changed`() {
    var state = changing("broken", Self.broken)
    state.does(.digitPressed(2), .pressed)
    expect(&state, after: .digitPressed(2)) {
      $0.drafts["broken"] = nil
      $0.show(.checkAnswers)
    }
    #expect(state.response["broken"] == .option(.yes))
  }

  @Test func `back is the question, with what was picked there`() {
    var state = changing("broken", Self.broken)
    state.does(.digitPressed(2), .pressed)
    expect(&state, after: .backPressed) { $0.show(.question("broken", isChange: true), focus: 1) }
    #expect(state.drafts["broken"]?.chosen == .no)
    #expect(state.response["broken"] == .option(.yes))
  }

  @Test func `to look at all answers leaves it as it was`() {
    var state = changing("broken", Self.broken)
    state.does(.digitPressed(2), .pressed)
    expect(&state, after: .reviewPressed) { $0.show(.checkAnswers) }
    #expect(state.response["broken"] == .option(.yes) && !state.canUndo)
  }

  @Test func `an answer that comes whole shows it too`() {
    var state = changing("parts")
    expect(&state, after: .answered("parts", .options(["gamma"]))) {
      $0.show(.changeEffect("parts", .options(["gamma"])))
    }
    #expect(
      state.effect(of: .options(["gamma"]), to: "parts", in: pack).verdicts
        == [ChangeEffect.Becomes("thing-d", .avoid)])
    expect(&state, after: .chosen(.keepChange)) {
      $0.response["parts"] = .options(["gamma"])
      $0.show(.checkAnswers)
    }
  }

  /// The answer that is changed to, and whether it is shown first.
  @Test(
    arguments: [
      ("place", .option("attic"), false), ("place", .option("bedroom"), false),
      ("place", .option("field"), true), ("level", .scale(3), false), ("level", .scale(5), true),
      ("level", .scale(2), true), ("broken", .option(.yes), true),
      // Of an emergency nothing stands before the stop.
      ("signs", FixturePack.signs(yes: ["one"]), false),
      ("signs", FixturePack.signs(yes: ["three"]), true),
    ] as [(Item.ID, Answer, Bool)])
  func `only what changes something is shown`(id: Item.ID, answer: Answer, isShown: Bool) {
    var state = changing(id)
    state.does(.answered(id, answer))
    #expect(state.screen.isChangeEffect == isShown)
    #expect((state.response[id] == answer) != isShown)
  }

  @Test func `an emergency that the person went on from does not stop a change from being shown`() {
    var state = changing("signs")
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])), .chosen(.finishForClinician))
    state.does(.chosen(.change("broken")), .answered("broken", .option(.yes)))
    #expect(state.screen == .changeEffect("broken", .option(.yes)))
  }

  @Test func `an emergency that was not answered yet stops any change`() {
    var state = State.fixture(
      .checkAnswers,
      answers: FixturePack.ordinaryAnswers.merging(["signs": FixturePack.signs(yes: ["one"])]) {
        $1
      })
    state.does(.chosen(.change("broken")), .answered("broken", .option(.yes)))
    #expect(state.screen == .interruption(["flag-call"]))
  }

  @Test func `on the way through the questions nothing is shown`() {
    var state = State.question("parts", answers: ["parts": .options(["alpha"])])
    expect(&state, after: .answered("parts", .options(["gamma"]))) {
      $0.response["parts"] = .options(["gamma"])
      $0.show(question: "map")
    }
  }

  /// R158: nothing is asked twice.
  @Test func `a parked answer comes back, and its question is not asked again`() {
    var state = changing("broken", Self.broken)
    state.does(.answered("broken", .option(.no)), .pressed, .chosen(.change("broken")))
    state.does(.answered("broken", .option(.yes)))
    #expect(
      state.effect(of: .option(.yes), to: "broken", in: pack).returned == ["broken-how"])
    expect(&state, after: .pressed) {
      $0.response["broken"] = .option(.yes)
      $0.show(.checkAnswers)
    }
    #expect(state.response["broken-how"] == .option("fell"))
  }

  /// R158: every answer of a whole walk is asked for once, and all stand on the check.
  @Test func `a whole walk asks each question once, and changes ask only what is new`() {
    var state = State.fixture()
    var asked: [Item.ID] = []
    state.does(.chosen(.start))
    while case .question(let id, _) = state.screen, asked.count < 99 {
      asked.append(id)
      state.does(.answered(id, FixturePack.fullAnswers[id] ?? .notSure))
    }
    #expect(state.screen == .checkAnswers)
    #expect(Set(asked).count == asked.count)
    #expect(state.entries(in: pack) == [.continue] + asked.map { .change($0) })
    state.does(.chosen(.change("broken")), .answered("broken", .option(.yes)))
    state.does(.chosen(.keepChange))
    #expect(state.screen == .question("broken-how", isChange: true))
    state.does(.answered("broken-how", .option("fell")))
    #expect(state.screen == .checkAnswers)
    state.does(.pressed)
    #expect(state.screen == .result(.now))
  }
}
