import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

@Suite struct `A kiosk` {
  private let pack = FixturePack.pack
  private let full = FixturePack.fullAnswers

  /// R14: every place that the walk has, and what can lie over it.
  private static let places: [Walkthrough.Screen] =
    [
      .question("signs", isChange: false), .question("size", isChange: true), .checkAnswers,
      .interruption(["flag-call"]), .pageList, .page("thing-a"), .help, .emergencyHelp, .sections,
      .glossary,
    ] + Walkthrough.ResultPart.allCases.map { .result($0) }

  @Test(arguments: places)
  func `asks once before it erases, and then holds nothing`(place: Walkthrough.Screen) {
    var state = State.kiosk(place, answers: full)
    state.drafts["age"] = Draft()
    #expect(reduce(&state, .leavePressed, in: pack) == [])
    #expect(state.screen == .leave && state.response != QuestionnaireResponse())
    #expect(reduce(&state, .chosen(.leave), in: pack) == [])
    #expect(state.screen == .thanks && state.visits.count == 1)
    #expect(state.response == QuestionnaireResponse() && state.drafts.isEmpty)
    #expect(!state.canUndo && !state.canRedo)
    #expect(state.memo.answers == nil)
    #expect(reduce(&state, .anyKeyPressed, in: pack) == [.leave])
  }

  private static let endings: [[Walkthrough.Action]] = [
    [.leavePressed, .chosen(.leave)], [.idleWarned(seconds: 60), .idleEnded],
  ]

  @Test(arguments: endings)
  func `lets nothing be brought back`(ending: [Walkthrough.Action]) {
    var state = State.kiosk(.question("age", isChange: false))
    state.does(.answered("age", .number(Quantity(60, .years))))
    #expect(state.canUndo)
    for action in ending { state.does(action) }
    #expect(!state.canUndo && !state.canRedo)
    state.does(.undoPressed)
    #expect(state.response == QuestionnaireResponse())
  }

  @Test func `goes on when it is not to erase`() {
    var state = State.kiosk(.checkAnswers, answers: full)
    state.does(.leavePressed, .chosen(.stay))
    #expect(state.screen == .checkAnswers && state.response == QuestionnaireResponse(full))
  }

  @Test func `thanks at the end of the result`() {
    var state = State.kiosk(.result(.handOver), answers: full)
    #expect(state.entries(in: pack).last == .leave)
    state.does(.chosen(.leave))
    #expect(state.screen == .leave)
    state.does(.chosen(.leave))
    #expect(state.screen == .thanks)
  }

  @Test func `never asks for a file`() {
    let state = State.kiosk(.result(.handOver), answers: full)
    #expect(!state.entries(in: pack).contains(.form(.text)))
    #expect(State.fixture(.result(.handOver)).entries(in: pack).contains(.form(.text)))
  }

  @Test func `starts with the first question, and back from there ends the visit`() {
    var state = State.kiosk(.attract)
    state.does(.chosen(.start))
    #expect(state.screen == .question("signs", isChange: false) || state.item(in: pack) != nil)
    #expect(reduce(&state, .backPressed, in: pack) == [.leave])
    var said = State.kiosk(.question("signs", isChange: false), answers: full)
    said.go(to: .question(pack.questionnaire.items[0].id, isChange: false))
    #expect(reduce(&said, .backPressed, in: pack) == [])
    #expect(said.screen == .leave)
  }

  @Test func `cannot be left on its first screen`() {
    var state = State.kiosk(.attract)
    for action: Walkthrough.Action in [.backPressed, .leavePressed] {
      expect(&state, after: action)
    }
  }

  @Test func `stays on its first screen in another language, which can be left`() {
    var state = State.kiosk(.attract)
    state.language = "xx"
    #expect(reduce(&state, .leavePressed, in: pack) == [.leave])
  }

  // MARK: - Nobody is there

  @Test func `takes any key to go on, and does nothing else with it`() {
    for place in Self.places {
      var state = State.kiosk(place, answers: full)
      state.does(.idleWarned(seconds: 60))
      #expect(state.screen == .idleWarning(seconds: 60) && state.takesAnyKey)
      state.does(.idleWarned(seconds: 30), .idleWarned(seconds: 10))
      #expect(state.visits.count { $0.screen == .idleWarning(seconds: 10) } == 1)
      state.does(.anyKeyPressed)
      #expect(state == State.kiosk(place, answers: full), "\(place)")
    }
  }

  @Test func `erases when nobody came back`() {
    var state = State.kiosk(.checkAnswers, answers: full)
    state.does(.idleWarned(seconds: 60))
    #expect(reduce(&state, .idleEnded, in: pack) == [.leave])
    #expect(state.response == QuestionnaireResponse() && state.visits.count == 1)
    #expect(!state.canUndo)
  }

  @Test func `alone has an idle clock`() {
    for action: Walkthrough.Action in [.idleWarned(seconds: 60), .idleEnded, .anyKeyPressed] {
      var state = State.fixture(.checkAnswers, answers: full)
      expect(&state, after: action)
    }
  }

  // MARK: - An emergency

  @Test(arguments: [true, false])
  func `is told of once, in a kiosk alone`(isKiosk: Bool) {
    let screen = Walkthrough.Screen.question("signs", isChange: false)
    var state = isKiosk ? State.kiosk(screen) : State.fixture(screen)
    let effects = reduce(
      &state, .answered("signs", FixturePack.signs(yes: ["one"])), in: pack)
    guard case .interruption = state.screen else {
      Issue.record("no stop, but \(state.screen)")
      return
    }
    #expect(effects == (isKiosk ? [.ring] : []))
    for action: Walkthrough.Action in [.helpPressed, .backPressed, .backPressed] {
      #expect(reduce(&state, action, in: pack) == [])
    }
  }
}
