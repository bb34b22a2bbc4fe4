import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// Steps taken back, and done again.
struct UndoTests {
  private let pack = FixturePack.pack

  /// Expects all of a state from before but what tells of the step, and what was said.
  private func expectSame(
    _ state: State, as other: State, _ notice: Walkthrough.Notice,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(state.notice == notice, sourceLocation: sourceLocation)
    var expected = other
    expected.history = state.history
    expected.notice = state.notice
    #expect(state == expected, sourceLocation: sourceLocation)
  }

  @Test func `an answer is taken back with the place, and done again`() {
    var state = State.question("place")
    state.does(.moved(.down), .moved(.down))
    let before = state
    state.does(.pressed)
    let after = state
    #expect(state.response["place"] == .option("cellar"))
    state.does(.undoPressed)
    expectSame(state, as: before, .undone(.answer("place")))
    state.does(.redoPressed)
    expectSame(state, as: after, .redone(.answer("place")))
    #expect(state.history == after.history)
  }

  @Test func `what was typed is there again`() {
    var state = State.question("age")
    state.types("67")
    let before = state
    state.does(.pressed, .undoPressed)
    expectSame(state, as: before, .undone(.answer("age")))
    #expect(state.drafts["age"]?.fields[0] == "67")
  }

  @Test func `what was looked at since is no step, and undo leads back from it`() {
    var state = State.question("place")
    state.does(.pressed)
    state.does(.helpPressed, .backPressed, .moved(.down), .reviewPressed, .helpPressed)
    #expect(state.history.past.count == 1)
    state.does(.undoPressed)
    #expect(state.screen == .question("place", isChange: false) && state.visits.count == 1)
    // Redo leads to where undo was pressed.
    state.does(.redoPressed)
    #expect(state.screen == .help && state.place == .checkAnswers)
  }

  @Test func `the same answer again is no step`() {
    var state = State.question("place", answers: ["place": .option("attic")])
    state.does(.answered("place", .option("attic")))
    #expect(!state.canUndo)
  }

  @Test func `a new answer leaves nothing to do again`() {
    var state = State.question("age")
    state.does(
      .answered("age", .number(Quantity(50, .years))), .answered("place", .option("attic")))
    state.does(.undoPressed, .undoPressed)
    #expect(state.history.future.count == 2)
    state.does(.answered("age", .number(Quantity(51, .years))))
    #expect(!state.canRedo && state.history.past.map(\.name) == [.answer("age")])
  }

  @Test func `where there is nothing to undo or redo it is said, and nothing else happens`() {
    var state = State.question("place")
    expect(&state, after: .undoPressed) { $0.notice = .nothingToUndo }
    expect(&state, after: .redoPressed) { $0.notice = .nothingToRedo }
    // Until the next action, which drawing is not.
    let metrics = Metrics(height: 9, contentHeight: 9, entries: [], scroll: 0)
    state.does(.drawn(metrics))
    #expect(state.notice == .nothingToRedo)
    state.does(.moved(.down))
    #expect(state.notice == nil)
  }

  // MARK: Emergencies

  @Test func `a stop is taken back, and comes again with its answer`() {
    var state = State.question("signs")
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])))
    #expect(state.screen == .interruption(["flag-call"]))
    state.does(.undoPressed)
    #expect(state.screen == .question("signs", isChange: false) && state.response.answers.isEmpty)
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])))
    #expect(state.screen == .interruption(["flag-call"]))
  }

  @Test func `to go on from a stop is a step of its own, so redo passes no stop by`() {
    var state = State.question("signs")
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])), .chosen(.finishForClinician))
    #expect(state.history.past.map(\.name) == [.answer("signs"), .wentOn])
    state.does(.undoPressed)
    #expect(state.screen == .interruption(["flag-call"]) && state.acknowledged.isEmpty)
    #expect(state.notice == .undone(.wentOn))
    state.does(.undoPressed, .redoPressed)
    #expect(state.screen == .interruption(["flag-call"]) && state.acknowledged.isEmpty)
    state.does(.redoPressed)
    #expect(state.screen == .question("age", isChange: false))
    #expect(state.acknowledged == ["flag-call"])
  }

  // MARK: Changes

  private func changed() -> State {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    state.does(.chosen(.change("broken")), .answered("broken", .option(.yes)))
    return state
  }

  @Test func `from the effect of a change undo is the question`() {
    var state = changed()
    state.does(.undoPressed)
    #expect(state.screen == .question("broken", isChange: true))
    #expect(state.notice == .undone(.answer("broken")) && !state.canUndo)
    state.does(.redoPressed)
    #expect(state.screen == .changeEffect("broken", .option(.yes)))
    state.does(.chosen(.keepChange))
    #expect(state.history.past.map(\.name) == [.answer("broken")])
    state.does(.undoPressed)
    #expect(state.response["broken"] == .option(.no))
    #expect(state.screen == .question("broken", isChange: true))
  }

  @Test(
    arguments: [
      .chosen(.dropChange), .backPressed, .reviewPressed,
    ] as [Walkthrough.Action])
  func `a change that is not kept is no step`(action: Walkthrough.Action) {
    var state = changed()
    state.does(.helpPressed, .backPressed)
    #expect(state.canUndo)
    state.does(action)
    #expect(!state.canUndo && !state.canRedo)
  }

  @Test func `that both answers are right is a step`() throws {
    let pack = FixturePack.another
    var state = State(
      day: FixturePack.answerDay, region: "here", start: .consistency("level-and-week"))
    state.does(.chosen(.continue), in: pack)
    #expect(state.confirmed == ["level-and-week"])
    state.does(.undoPressed, in: pack)
    #expect(state.confirmed.isEmpty && state.notice == .undone(.bothRight))
    #expect(state.screen == .consistency("level-and-week"))
  }

  // MARK: Bounds

  @Test func `only the latest steps are kept`() {
    var state = State.question("level-week")
    for number in 0..<300 {
      state.show(question: "level-week")
      state.does(.answered("level-week", .scale(number % 10)))
    }
    #expect(state.history.past.count == 200)
    for _ in 0..<200 { state.does(.undoPressed) }
    #expect(!state.canUndo && state.history.future.count == 200)
    #expect(state.response["level-week"] == .scale(9))
  }

  @Test func `once forgotten nothing can be brought back`() {
    var state = State.question("place")
    state.does(.answered("place", .option("attic")), .answered("size", .declined), .undoPressed)
    state.forgetSteps()
    #expect(state.history == Walkthrough.History() && state.notice == nil)
    let response = state.response
    state.does(.undoPressed, .redoPressed)
    #expect(state.response == response)
  }

  // MARK: Random walks

  /// Undo as often as there is something to undo, then redo as often: the same state, with each
  /// answer on the way that a plain list of all responses holds.
  @Test(arguments: 1...150)
  func `undo and redo any number of times give the same state`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var state = State.fixture()
    var said: [QuestionnaireResponse] = []
    for _ in 0..<random.number(in: 5...80) {
      let before = state
      state.does(randomAction(state, &random))
      // What a plain list knows of undo: each response that was followed by another.
      if state.response != before.response {
        if state.history.past.count > before.history.past.count
          || before.history.past.last?.isTried == true
        {
          said.append(before.response)
        } else {
          #expect(state.response == said.removeLast())
        }
      }
    }
    let end = state
    let steps = state.history.past.count
    var responses = [state.response]
    for _ in 0..<steps {
      state.does(.undoPressed)
      if responses.last != state.response { responses.append(state.response) }
    }
    #expect(Array(responses.dropFirst().reversed()) == said)
    #expect(!state.canUndo)
    for _ in 0..<steps { state.does(.redoPressed) }
    var expected = end
    expected.notice = state.notice
    #expect(state == expected)
  }

  private func randomAction(
    _ state: State, _ random: inout SeededGenerator
  ) -> Walkthrough.Action {
    switch random.number(in: 0...11) {
    case 0: return .undoPressed
    case 1: return .backPressed
    case 2: return .reviewPressed
    case 3: return random.pick([.helpPressed, .moved(.down), .spacePressed, .digitPressed(1)])
    default:
      if let item = state.item(in: pack) { return .answered(item.id, random.answer(to: item)) }
      let entries = state.entries(in: pack).filter { $0 != .leave }
      return entries.isEmpty ? .backPressed : .chosen(random.pick(entries))
    }
  }
}
