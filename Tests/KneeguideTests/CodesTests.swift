import FixturePack
import QuestionnaireModel
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit
import kneeguide

/// Codes for a phone in the real loop, with a clock that goes on only while it waits.
struct CodesTests {
  private final class Clock { var now = 0 }

  /// Events at their times; in between nothing comes.
  private struct WaitingTerminal: Terminal {
    var size = Size(width: 80, height: 24)
    let glyphs = Glyphs.unicode
    var letsBurstsThrough = true
    let clock: Clock
    var events: ArraySlice<(at: Int, event: TerminalEvent)>
    let end: Int
    var frames: [(at: Int, frame: Frame)] = []

    mutating func present(_ frame: Frame) { frames.append((clock.now, frame)) }
    mutating func suspend() {}

    mutating func wait(milliseconds: Int?) -> TerminalEvent {
      let until = milliseconds.map { clock.now + $0 } ?? .max
      if let next = events.first, next.at <= until {
        events.removeFirst()
        clock.now = max(clock.now, next.at)
        if case .resized(let size) = next.event { self.size = size }
        return next.event
      }
      guard until <= end else { return .closed }
      clock.now = until
      return .idle
    }
  }

  private struct Walk {
    let state: Walkthrough.State
    let frames: [(at: Int, frame: Frame)]
    /// The rooms that codes were made for.
    let rooms: [Int]

    func hasCode(_ place: Int) -> Bool { frames[place].frame.hasCode }
    var last: Frame? { frames.last?.frame }
  }

  /// From the end of the result, where the code is the second form.
  private func walk(
    _ events: [(at: Int, event: TerminalEvent)], until end: Int = 1_000_000,
    kiosk: Walkthrough.KioskPolicy? = nil
  ) -> Walk {
    let clock = Clock()
    var rooms: [Int] = []
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: kiosk, forms: [.screen, .qr],
      start: .result(.handOver))
    state.response = QuestionnaireResponse(FixturePack.fullAnswers)
    var effects = WalkthroughEffects(save: { path, _ in .saved(at: path, note: nil) })
    effects.handOut = { form, state in
      guard form == .qr, let room = state.visit.metrics?.codeRoom else { return nil }
      rooms.append(room.modules)
      guard room.modules >= 45 else { return .codesMade(.init(room: room, needed: 45)) }
      let row = (0..<45).map { $0 % 2 == 0 }
      let code = Walkthrough.Code(modules: Array(repeating: row, count: 45))
      return .codesMade(.init(room: room, pages: [code, code]))
    }
    var terminal = WaitingTerminal(clock: clock, events: events[...], end: end)
    let timer = kiosk.map { _ in VisitorTimer(.init(), now: { clock.now }) }
    _ = runLoop(
      &terminal, &state, pack: FixturePack.pack, effects: effects, timer: timer,
      now: { clock.now })
    return Walk(state: state, frames: terminal.frames, rooms: rooms)
  }

  private func keys(_ keys: (Int, Key)...) -> [(at: Int, event: TerminalEvent)] {
    keys.map { (at: $0.0, event: .key($0.1)) }
  }

  /// R27, in a kiosk and at home.
  @Test(arguments: [nil, Walkthrough.KioskPolicy.withCodes])
  func `a code is hidden after a minute, and it is said`(kiosk: Walkthrough.KioskPolicy?) {
    let walk = walk(keys((1000, .character("2"))), until: 62_000, kiosk: kiosk)
    #expect(walk.frames.map(\.at) == [0, 1000, 61_000] && walk.hasCode(1) && !walk.hasCode(2))
    #expect(walk.last?.text.contains("The code was hidden after 60 seconds.") == true)
    #expect(walk.state.screen == .result(.handOver) && walk.state.handOver.codes == nil)
    #expect(walk.state.entries(in: FixturePack.pack)[walk.state.visit.focus] == .form(.qr))
  }

  @Test func `the next code has a minute of its own`() {
    let walk = walk(keys((0, .character("2")), (50_000, .right)), until: 200_000)
    #expect(walk.frames.map(\.at) == [0, 0, 50_000, 110_000])
  }

  /// R27: what is drawn after the key is without it, and between is nothing.
  @Test(arguments: [Key.escape, .character("b"), .character("2"), .character("?"), .character("e")])
  func `one key blanks it`(key: Key) {
    let walk = walk(keys((0, .character("2")), (3000, key)), until: 3000)
    #expect(walk.hasCode(1) && walk.frames[2].at == 3000 && !walk.hasCode(2))
    #expect(walk.state.handOver.codes == nil)
  }

  @Test func `another window gets codes of its own, and never a part of one`() {
    let (small, large) = (Size(width: 40, height: 12), Size(width: 120, height: 40))
    let walk = walk(
      keys((0, .character("2"))) + [
        (at: 10, event: .resized(small)), (at: 20, event: .resized(large)),
      ], until: 50_000)
    #expect(walk.rooms == [45, 5, 79])
    #expect(walk.frames.map(\.at) == [0, 0, 10, 20] && !walk.hasCode(2) && walk.hasCode(3))
    #expect(walk.frames[2].frame.text.contains("A code needs 80 by 23."))
  }

  @Test func `what takes long is said before it is done`() {
    var terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: "<enter> <enter>")
    var state = Walkthrough.State.fixture(
      .result(.handOver), answers: FixturePack.fullAnswers)
    var effects = WalkthroughEffects(save: { path, _ in .saved(at: path, note: nil) })
    effects.awaited = { effect, _ in if case .save = effect { .pdf } else { nil } }
    _ = runLoop(&terminal, &state, pack: FixturePack.pack, effects: effects)
    let said = terminal.frames.map { $0.text.contains("Making the PDF.") }
    #expect(said == [false, false, true, false])
    #expect(state.screen == .saved)
  }
}

extension Walkthrough.KioskPolicy {
  fileprivate static var withCodes: Self {
    var policy = Self()
    policy.forms = [.screen, .qr]
    return policy
  }
}

extension Frame {
  fileprivate var hasCode: Bool {
    (0..<size.height).contains { y in
      (0..<size.width).contains { self[Point(x: $0, y: y)].style.color == .code }
    }
  }
}
