import FixturePack
import QuestionnaireModel
import Testing
import WalkthroughCore
import WalkthroughTestKit

/// R10, R11: with a clock that the test holds.
@Suite struct `The idle clock` {
  private let asked = State.kiosk(.question("signs", isChange: false))

  /// Every second a look, as often as something else may wake it: what it says, and when.
  private func said(
    _ state: State, until end: Int, step: Int = 1000, keys: [Int] = [],
    limits: Walkthrough.IdleClock.Limits = .init()
  ) -> [(Int, Walkthrough.Action)] {
    var clock = Walkthrough.IdleClock(limits, at: 0)
    var said: [(Int, Walkthrough.Action)] = []
    for now in stride(from: 0, through: end, by: step) {
      if keys.contains(now) { clock.noteKey(at: now) }
      if let action = clock.action(in: state, at: now) { said.append((now, action)) }
      if said.last?.1 == .idleEnded { break }
    }
    return said
  }

  @Test func `warns after 120 seconds, says it at 60, 30 and 10, and ends after 60 more`() {
    let said = said(asked, until: 400_000)
    #expect(said.map(\.0) == [120_000, 150_000, 170_000, 180_000])
    #expect(
      said.map(\.1) == [
        .idleWarned(seconds: 60), .idleWarned(seconds: 30), .idleWarned(seconds: 10), .idleEnded,
      ])
  }

  @Test func `leaves more time where there is much to read`() {
    let places: [Walkthrough.Screen] = [
      .result(.now), .interruption(["flag-call"]), .emergencyHelp, .page("thing-a"), .pageList,
    ]
    for place in places {
      #expect(said(.kiosk(place), until: 900_000).first?.0 == 300_000, "\(place)")
    }
    var over = State.kiosk(.result(.now))
    over.lay(.help)
    #expect(said(over, until: 900_000).first?.0 == 300_000)
    #expect(said(.kiosk(.checkAnswers), until: 900_000).first?.0 == 120_000)
  }

  @Test func `never hurries whom nobody is`() {
    #expect(said(.kiosk(.attract), until: 100_000_000, step: 100_000).isEmpty)
    let clock = Walkthrough.IdleClock(.init(), at: 0)
    #expect(clock.milliseconds(in: .kiosk(.attract), at: 5) == nil)
  }

  @Test func `counts a chosen language as somebody`() {
    var state = State.kiosk(.attract)
    state.language = "de"
    #expect(said(state, until: 400_000).last?.1 == .idleEnded)
  }

  @Test func `ends the thanks without a warning`() {
    #expect(said(.kiosk(.thanks), until: 400_000).map(\.0) == [10_000])
  }

  @Test func `can be put off as often as somebody likes`() {
    var clock = Walkthrough.IdleClock(.init(), at: 0)
    var now = 0
    for _ in 1...11 {
      now += 120_000
      #expect(clock.action(in: asked, at: now) == .idleWarned(seconds: 60))
      now += 59_999
      #expect(clock.action(in: asked, at: now) == .idleWarned(seconds: 10))
      clock.noteKey(at: now)
      #expect(clock.action(in: asked, at: now) == nil)
    }
  }

  @Test func `begins anew with each key`() {
    #expect(said(asked, until: 400_000, keys: [119_000]).first?.0 == 239_000)
    #expect(said(asked, until: 400_000, keys: [125_000]).map(\.0)[1] == 245_000)
  }

  /// A machine that slept, or a process that did: nobody loses the time to react.
  @Test func `warns as long as it should however late it is asked`() {
    var clock = Walkthrough.IdleClock(.init(), at: 0)
    #expect(clock.action(in: asked, at: 90_000_000) == .idleWarned(seconds: 60))
    #expect(clock.action(in: asked, at: 90_010_000) == nil)
    #expect(clock.action(in: asked, at: 90_060_000) == .idleEnded)
  }

  @Test(arguments: [(20, [20, 10]), (30, [30, 10]), (31, [31, 30, 10]), (600, [600, 30, 10])])
  func `says each warning once, whatever it is set to`(seconds: Int, marks: [Int]) {
    var limits = Walkthrough.IdleClock.Limits()
    limits.warning = seconds
    let said = said(asked, until: 2_000_000, limits: limits)
    #expect(said.dropLast().map(\.1) == marks.map { .idleWarned(seconds: $0) })
    #expect(said.last?.1 == .idleEnded && said.last?.0 == 120_000 + seconds * 1000)
  }

  /// Who waits as long as it says is there in time, and never turns in circles.
  @Test func `says how long there is nothing to say`() {
    var clock = Walkthrough.IdleClock(.init(), at: 0)
    var now = 0
    var said: [Int] = []
    for _ in 0..<10 {
      guard let wait = clock.milliseconds(in: asked, at: now) else { break }
      now += wait
      if clock.action(in: asked, at: now) != nil { said.append(now) }
      if now >= 180_000 { break }
    }
    #expect(said == [120_000, 150_000, 170_000, 180_000])
  }
}

extension State {
  /// In a kiosk, on a screen.
  static func kiosk(
    _ screen: Walkthrough.Screen, answers: [Item.ID: Answer] = [:]
  ) -> State {
    var policy = Walkthrough.KioskPolicy()
    policy.deskWords = "Window 2."
    var state = State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: screen)
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: FixturePack.pack)
    return state
  }
}
