import FixturePack
import QuestionnaireModel
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

private typealias Codes = Walkthrough.Codes

/// Codes for a phone: seen one after the other, for a while, and nowhere else.
struct CodesTests {
  private let pack = FixturePack.pack
  private static let room = Walkthrough.CodeRoom(modules: 45, isInHalves: true)
  private static let page = Walkthrough.Code(modules: [[true]])

  private func codes(_ count: Int) -> Codes {
    Codes(room: Self.room, pages: Array(repeating: Self.page, count: count))
  }

  private func metrics(_ room: Walkthrough.CodeRoom?) -> Metrics {
    Metrics(height: 19, contentHeight: 10, entries: [], scroll: 0, codeRoom: room)
  }

  private func atEnd(
    forms: [Walkthrough.Form] = [.screen, .qr], kiosk: Walkthrough.KioskPolicy? = nil
  ) -> State {
    var state = State(
      day: FixturePack.answerDay, region: "here", kiosk: kiosk, forms: forms,
      start: .result(.handOver))
    state.response = QuestionnaireResponse(FixturePack.fullAnswers)
    state.settleFocus(in: pack)
    return state
  }

  private func showing(_ count: Int, kiosk: Walkthrough.KioskPolicy? = nil) -> State {
    var state = atEnd(kiosk: kiosk)
    state.does(.codesMade(codes(count)))
    return state
  }

  @Test func `they lie over the result, the first one first`() {
    var state = atEnd()
    expect(&state, after: .codesMade(codes(3))) {
      $0.handOver.codes = codes(3)
      $0.lay(.codes)
    }
    #expect(state.entries(in: pack) == [.turnCode(by: 1), .back])
  }

  @Test func `they are turned by an entry and by arrows, as far as there are some`() {
    var state = showing(3)
    expect(&state, after: .pressed) {
      $0.handOver.codes?.place = 1
      $0.visit = Walkthrough.Visit(.codes)
      $0.visit.isNew = false
    }
    #expect(state.entries(in: pack) == [.turnCode(by: 1), .turnCode(by: -1), .back])
    expect(&state, after: .moved(.right)) {
      $0.handOver.codes?.place = 2
      $0.visit.focus = 1
    }
    #expect(state.entries(in: pack) == [.turnCode(by: -1), .back])
    expect(&state, after: .moved(.right))
    expect(&state, after: .moved(.left)) {
      $0.handOver.codes?.place = 1
      $0.visit.focus = 0
    }
    state.does(.moved(.left), .moved(.left))
    #expect(state.handOver.codes?.place == 0)
  }

  @Test func `one alone can only be hidden`() {
    var state = showing(1)
    #expect(state.entries(in: pack) == [.back])
    expect(&state, after: .pressed) {
      $0.handOver.codes = nil
      _ = $0.pop()
    }
    #expect(state.screen == .result(.handOver))
  }

  @Test(arguments: [
    Walkthrough.Action.backPressed, .helpPressed, .emergencyPressed, .leavePressed, .reviewPressed,
    .idleWarned(seconds: 60), .pagesShown([.text("b")]), .idleEnded,
  ])
  func `whatever comes over them takes them away`(action: Walkthrough.Action) {
    var state = showing(3, kiosk: Walkthrough.KioskPolicy())
    state.does(action)
    #expect(state.handOver.codes == nil)
    #expect(!state.visits.contains { $0.screen == .codes })
    state.does(.anyKeyPressed, .backPressed)
    #expect(state.screen != .codes)
  }

  @Test func `undo and redo bring no code back`() {
    var state = showing(2)
    state.go(to: .checkAnswers)
    state.does(.chosen(.change("level")), .answered("level", .scale(9)), .pressed)
    state.go(to: .result(.handOver))
    state.does(.codesMade(codes(2)), .undoPressed)
    #expect(state.handOver.codes == nil)
    state.does(.redoPressed)
    #expect(state.handOver.codes == nil && state.screen != .codes)
  }

  @Test func `seen for long enough they are hidden, and it is said`() {
    var state = showing(3)
    expect(&state, after: .codesEnded) {
      $0.handOver.codes = nil
      _ = $0.pop()
      $0.notice = .codesHidden
    }
    expect(&state, after: .codesEnded) { $0.notice = nil }
  }

  @Test func `another window asks for others, the same one does not`() {
    var state = showing(3)
    state.does(.moved(.right))
    expect(&state, after: .drawn(metrics(Self.room))) { $0.visit.metrics = metrics(Self.room) }
    let other = Walkthrough.CodeRoom(modules: 30, isInHalves: true)
    expect(&state, after: .drawn(metrics(other)), effects: [.handOut(.qr)]) {
      $0.visit.metrics = metrics(other)
    }
    let made = Codes(room: other, pages: [Self.page])
    expect(&state, after: .codesMade(made)) {
      $0.handOver.codes = made
      $0.visit = Walkthrough.Visit(.codes)
      $0.visit.isNew = false
    }
    expect(&state, after: .drawn(metrics(other))) { $0.visit.metrics = metrics(other) }
    // Elsewhere a code is nobody's concern.
    var result = atEnd()
    expect(&result, after: .drawn(metrics(other))) { $0.visit.metrics = metrics(other) }
  }

  @Test func `where there is none the pages in words are offered`() {
    var state = atEnd()
    state.does(.codesMade(Codes(room: Self.room, needed: 61)))
    #expect(state.entries(in: pack) == [.form(.screen), .back] && state.visit.focus == 0)
    expect(&state, after: .pressed, effects: [.handOut(.screen)])
    var alone = atEnd(forms: [.qr])
    alone.does(.codesMade(Codes(room: nil)))
    #expect(alone.entries(in: pack) == [.back])
  }

  @Test func `what a person waits for is said until something happens`() {
    var state = atEnd()
    expect(&state, after: .waitBegan(.pdf)) { $0.notice = .waiting(.pdf) }
    state.does(.saved(at: "a.pdf", note: nil))
    #expect(state.notice == nil)
  }

  // MARK: The clock

  @Test func `each code is seen for a minute`() {
    var clock = Walkthrough.CodeClock()
    var state = atEnd()
    #expect(clock.action(in: state, at: 5) == nil && clock.milliseconds(at: 5) == nil)
    state.does(.codesMade(codes(2)))
    #expect(clock.action(in: state, at: 1000) == nil && clock.milliseconds(at: 1000) == 60_000)
    #expect(clock.action(in: state, at: 60_999) == nil && clock.milliseconds(at: 60_999) == 1)
    state.does(.moved(.right))
    #expect(clock.action(in: state, at: 60_999) == nil)
    #expect(clock.milliseconds(at: 60_999) == 60_000)
    #expect(clock.action(in: state, at: 120_998) == nil)
    #expect(clock.action(in: state, at: 120_999) == .codesEnded)
    // Shown again it is a new one.
    state.does(.codesEnded)
    #expect(clock.action(in: state, at: 121_000) == nil)
    state.does(.codesMade(codes(2)), .moved(.right))
    #expect(clock.action(in: state, at: 200_000) == nil)
    #expect(clock.milliseconds(at: 200_000) == 60_000)
  }

  @Test func `a refusal stands as long as it is read`() {
    var clock = Walkthrough.CodeClock()
    var state = atEnd()
    state.does(.codesMade(Codes(room: Self.room, needed: 61)))
    #expect(clock.action(in: state, at: 0) == nil && clock.action(in: state, at: 99_999) == nil)
    #expect(clock.milliseconds(at: 99_999) == nil)
  }
}
