import FixturePack
import QuestionnaireModel
import RecommendationCore
import Rehearsal
import Screens
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit
import kneeguide

/// Keys at random, with windows of random sizes.
struct RandomWalkTests {
  private let pack = FixturePack.pack

  /// R82.
  @Test(arguments: 1...200)
  func `never gets stuck, and answers only what is on the screen`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var events: [TerminalEvent] = []
    for _ in 0..<random.number(in: 10...60) {
      events.append(
        random.number(in: 0...11) == 0 ? .resized(random.size()) : .key(random.key()))
    }
    let walk = journey(events)
    for frame in walk.frames {
      let cursor = try #require(frame.cursor)
      #expect(frame.area.contains(cursor) || frame.area.size.width * frame.area.size.height == 0)
    }
    let model = try model(events)
    #expect(walk.state == model)
    if seed % 4 == 0 { try expectWayOut(walk.state) }
  }

  /// The same keys without the loop.
  ///
  /// At each of them at most the item on the screen gets an answer: the one that stands on the
  /// screen, or that of the line that was pressed.
  private func model(_ events: [TerminalEvent]) throws -> Walkthrough.State {
    var state = Walkthrough.State.fixture()
    var size = Size(width: 80, height: 24)
    var needsDrawing = true
    var renderer = Renderer(pack)
    for event in events {
      if needsDrawing {
        let drawn = render(state, in: pack, size: size, glyphs: .unicode)
        #expect(renderer.render(state, size: size, glyphs: .unicode) == drawn)
        _ = reduce(&state, .drawn(drawn.metrics), in: pack)
      }
      needsDrawing = true
      if case .resized(let new) = event { size = new }
      guard case .key(let key) = event else { continue }
      guard let action = action(for: key, in: state, pack: pack) else {
        needsDrawing = false
        continue
      }
      let before = state
      for effect in reduce(&state, action, in: pack) {
        switch effect {
        case .leave:
          state.forgetSteps()
          return state
        case .save(let path): _ = reduce(&state, .saved(at: path, note: nil), in: pack)
        case .handOut: _ = reduce(&state, .pagesShown([.text("A page.")]), in: pack)
        case .ring: Issue.record("only a kiosk rings")
        }
      }
      try expectAnswered(before, state, by: action)
    }
    if needsDrawing {
      let drawn = render(state, in: pack, size: size, glyphs: .unicode)
      _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    }
    return state
  }

  private func expectAnswered(
    _ before: Walkthrough.State, _ after: Walkthrough.State, by action: Walkthrough.Action
  ) throws {
    if before.response == after.response { return }
    if action == .undoPressed || action == .redoPressed {
      let name: Walkthrough.StepName? =
        switch after.notice {
        case .undone(let name), .redone(let name): name
        default: nil
        }
      let changed = before.response.answers.merging(after.response.answers) { first, _ in first }
        .keys.filter { before.response[$0] != after.response[$0] }
      #expect(changed.map { .answer($0) } == [name])
      return
    }
    if case .changeEffect(let id, let answer) = before.screen {
      var expected = before.response
      expected[id] = answer
      #expect(after.response == expected)
      return
    }
    guard case .question(let id, _) = before.screen else {
      Issue.record("an answer on \(before.screen) by \(action)")
      return
    }
    var expected = before.response
    let item = try #require(pack.questionnaire[id])
    let answer = try #require(after.response[id])
    #expect(item.fault(in: answer) == nil)
    #expect(action == .pressed || action == .spacePressed)
    expected[id] = answer
    #expect(after.response == expected)
    let pressed = before.entries(in: pack)[before.visit.focus]
    switch pressed {
    case .option(let option): #expect(answer == .option(option))
    case .noneOfThese: #expect(answer == .options([]))
    case .notSure: #expect(answer == .notSure)
    case .skip: #expect(answer == .declined)
    case .noToTheRest:
      var draft = before.draft(of: item)
      for row in item.rows where draft.rows[row.id] == nil { draft.rows[row.id] = .option(.no) }
      #expect(draft.answer(to: item) == .success(answer))
    default: #expect(before.draft(of: item).answer(to: item) == .success(answer))
    }
    #expect(after.drafts[id] == nil)
  }

  /// From wherever the keys have led: out by two keys, and on to the result by plain answers.
  private func expectWayOut(_ state: Walkthrough.State) throws {
    #expect(journey("<ctrl-c> <ctrl-c>", from: state).ending == .left)
    var state = state
    for _ in 0..<100 {
      let keys: [Key]
      switch state.screen {
      case .result: return
      case .interruption: keys = [.character("2")]
      case .changeEffect: keys = [.character("1")]
      case .welcome: keys = [.character("1")]
      case .checkAnswers: keys = [.home, .character("1")]
      case .question(let id, _):
        let item = try #require(pack.questionnaire[id])
        state.drafts[id] = nil
        state.response[id] = nil
        keys = Script.keys(for: FixturePack.ordinaryAnswers[id] ?? .option("fell"), to: item)
      default: keys = [.escape]
      }
      // At the line where a fresh question begins.
      if case .question = state.screen { state = journey("<home>", from: state).state }
      state = journey(Keys(keys), from: state).state
    }
    Issue.record("stuck on \(state.screen)")
  }
}
