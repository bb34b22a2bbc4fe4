import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit
import kneeguide

/// The real loop with a clock that goes on only while it waits.
struct VisitorTimerTests {
  private final class Clock {
    var now = 0
    var beats: [Int] = []
    var frames: [(at: Int, frame: Frame)] = []
  }

  /// Keys at their times; in between nothing comes.
  private struct WaitingTerminal: Terminal {
    let size = Size(width: 80, height: 24)
    let glyphs = Glyphs.unicode
    var letsBurstsThrough = true
    let clock: Clock
    var keys: ArraySlice<(at: Int, key: Key)>
    let end: Int
    var suspensions = 0

    mutating func present(_ frame: Frame) { clock.frames.append((clock.now, frame)) }
    mutating func suspend() { suspensions += 1 }

    mutating func wait(milliseconds: Int?) -> TerminalEvent {
      let until = milliseconds.map { clock.now + $0 } ?? .max
      if let next = keys.first, next.at <= until {
        keys.removeFirst()
        clock.now = max(clock.now, next.at)
        return .key(next.key)
      }
      guard until <= end else { return .closed }
      clock.now = until
      return .idle
    }
  }

  private struct Visit {
    let ending: Ending
    let state: Walkthrough.State
    let clock: Clock
    let suspensions: Int

    func frames(after time: Int) -> [Int] { clock.frames.map(\.at).filter { $0 > time } }
    var last: String { clock.frames.last?.frame.text ?? "" }
  }

  private func visit(
    _ keys: [(at: Int, key: Key)] = [], from screen: Walkthrough.Screen = .checkAnswers,
    until end: Int = 1_000_000, isOutdated: Bool = false, pointer: PointerUse = .none,
    ringing: @escaping () -> Void = {}, news: [(at: Int, action: Walkthrough.Action)] = []
  ) -> Visit {
    let clock = Clock()
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: .init(), start: screen)
    if screen != .attract, screen != .question("signs", isChange: false) {
      state.response = QuestionnaireResponse(FixturePack.fullAnswers)
    }
    var effects = WalkthroughEffects(save: { path, _ in
      Issue.record("a kiosk saves nothing")
      return .saved(at: path, note: nil)
    })
    effects.ring = ringing
    for (at, action) in news {
      var isTold = false
      effects.follow(
        isBusy: { !isTold },
        news: { _ in
          guard !isTold, clock.now >= at else { return nil }
          isTold = true
          return action
        })
    }
    var terminal = WaitingTerminal(clock: clock, keys: keys[...], end: end)
    let timer = VisitorTimer(
      .init(), now: { clock.now }, tell: { _ in clock.beats.append(clock.now) },
      isOutdated: { _ in isOutdated && clock.now > 5000 })
    let ending = runLoop(
      &terminal, &state, pack: FixturePack.pack, effects: effects, pointer: pointer, timer: timer)
    return Visit(
      ending: ending, state: state, clock: clock, suspensions: terminal.suspensions)
  }

  /// R10, R11: 120 seconds, then a minute, in which three times something is drawn.
  @Test func `nobody there ends the visit, and little is drawn until then`() {
    let visit = visit()
    #expect(visit.ending == .left && visit.clock.now == 180_000)
    #expect(visit.frames(after: 0) == [120_000, 150_000, 170_000])
    #expect(visit.state.response == QuestionnaireResponse())
  }

  @Test func `a key goes on where the warning came, and does nothing else`() {
    let visit = visit([(at: 130_000, key: .character("q"))], until: 200_000)
    #expect(visit.ending == .closed && visit.state.screen == .checkAnswers)
    #expect(visit.state.response == QuestionnaireResponse(FixturePack.fullAnswers))
    #expect(visit.frames(after: 0) == [120_000, 130_000])
  }

  @Test func `eleven times in a row`() {
    let visit = visit((1...11).map { (at: $0 * 170_000, key: .escape) }, until: 1_900_000)
    #expect(visit.ending == .closed && visit.state.screen == .checkAnswers)
  }

  @Test func `a key that means nothing counts too`() {
    let visit = visit([(at: 119_000, key: .function(12))])
    #expect(visit.clock.now == 119_000 + 180_000)
  }

  @Test func `a result leaves five minutes`() {
    let visit = visit(from: .result(.now))
    #expect(visit.clock.now == 360_000)
  }

  @Test func `the first screen waits for ever, and tells that it lives`() {
    let visit = visit(from: .attract, until: 10_000_000)
    #expect(visit.ending == .closed && visit.clock.frames.count == 1)
    let beats = visit.clock.beats
    let gaps = zip(beats.dropFirst(), beats).map { $0 - $1 }
    #expect(gaps.allSatisfy { $0 <= 3000 } && (beats.last ?? 0) > 9_990_000)
    #expect(beats.count < 10_000_000 / 1000)
  }

  @Test func `the first screen begins anew when another day has come`() {
    let fresh = visit(from: .attract, isOutdated: true)
    #expect(fresh.ending == .left && fresh.clock.now < 10_000)
    let begun = visit([], from: .checkAnswers, isOutdated: true)
    #expect(begun.clock.now == 180_000)
  }

  @Test func `the thanks close by themselves or by any key`() {
    let stop: [(at: Int, key: Key)] = [
      (at: 1000, key: .character("q")), (at: 2000, key: .character("2")),
    ]
    let alone = visit(stop)
    #expect(alone.ending == .left && alone.clock.now == 12_000)
    #expect(alone.last.contains(FixturePack.pack.wording[.thanksKept]))
    let pressed = visit(stop + [(at: 3000, key: .character("x"))])
    #expect(pressed.ending == .left && pressed.clock.now == 3000)
  }

  /// R12: every 30 ms the same, as a keyboard repeats it.
  @Test(arguments: [Key.character("q"), .control("c")])
  func `a key that is held erases nothing`(key: Key) {
    let held = visit((0..<200).map { (at: 1000 + 30 * $0, key: key) }, until: 20_000)
    #expect(held.state.screen == .leave && held.ending == .closed)
    #expect(held.state.response == QuestionnaireResponse(FixturePack.fullAnswers))
    #expect(held.frames(after: 0) == [1000])
    let again = visit([(at: 1000, key: key), (at: 1501, key: key)], until: 2000)
    #expect(again.state.screen == .thanks)
  }

  /// A second tap, or the key beside it, would close what nobody has read.
  @Test(arguments: [(500, 11_502), (501, 1503)])
  func `different keys erase as fast as they come, and close no thanks in half a second`(
    rest: Int, end: Int
  ) {
    let keys: [Key] = [.character("q"), .down, .enter]
    let visit = visit(
      keys.enumerated().map { (at: 1000 + $0.offset, key: $0.element) }
        + [(at: 1002 + rest, key: .character("x"))])
    #expect(visit.ending == .left && visit.clock.now == end)
    #expect(visit.state.response == QuestionnaireResponse())
    #expect(visit.last.contains(FixturePack.pack.wording[.thanksKept]))
  }

  /// R12: the second tap of a hand that trembles, or of one that is used to double clicks.
  @Test(arguments: [PointerUse.mouse, .touch])
  func `two taps on the end erase, and leave the thanks to be seen`(use: PointerUse) throws {
    let stop: [(at: Int, key: Key)] = [(at: 1000, key: .character("q"))]
    let asked = visit(stop, until: 2000, pointer: use)
    let frame = try #require(asked.clock.frames.last?.frame)
    let end = FixturePack.pack.wording[.kioskLeaveNow]
    let row = try #require((0..<24).first { frame.line($0).contains(end) })
    let at = Point(x: 10, y: row)
    func tap(_ time: Int) -> [(at: Int, key: Key)] {
      [
        (at: time, key: .pointer(Pointer(.press, at: at))),
        (at: time + 80, key: .pointer(Pointer(.release, at: at))),
      ]
    }
    let twice = visit(stop + tap(3000) + tap(3250), pointer: use)
    #expect(twice.state.response == QuestionnaireResponse())
    #expect(twice.last.contains(FixturePack.pack.wording[.thanksKept]))
    #expect(twice.ending == .left && twice.clock.now == 3330 + 10_000)
    // One that is meant closes them.
    #expect(visit(stop + tap(3000) + tap(4000), pointer: use).clock.now == 4000)
  }

  @Test func `the thanks are seen, however long the key was held`() {
    let stop: [(at: Int, key: Key)] = [(at: 1000, key: .character("q"))]
    let held = (0..<30).map { (at: 1100 + 50 * $0, key: Key.character("2")) }
    let visit = visit(stop + held)
    #expect(visit.ending == .left && visit.clock.now == 2550 + 10_000)
  }

  /// 2 asks for more time there; below it means to erase.
  @Test func `a key struck twice on the warning does not erase below it`() {
    let keys: [(at: Int, key: Key)] = [
      (at: 1000, key: .character("q")), (at: 125_000, key: .character("2")),
      (at: 125_200, key: .character("2")),
    ]
    let visit = visit(keys, until: 200_000)
    #expect(visit.state.screen == .leave && visit.state.needsMoreTime)
    #expect(visit.state.response == QuestionnaireResponse(FixturePack.fullAnswers))
  }

  @Test func `a finger anywhere goes on from the warning`() {
    let at = Point(x: 79, y: 20)
    let visit = visit(
      [
        (at: 125_000, key: .pointer(Pointer(.press, at: at))),
        (at: 125_100, key: .pointer(Pointer(.release, at: at))),
      ], until: 200_000)
    #expect(visit.state.screen == .checkAnswers && visit.ending == .closed)
  }

  /// Whatever they come from, and while nobody presses a key.
  @Test func `news of what goes on beside are seen at once`() {
    let visit = visit(
      until: 2900, news: [(at: 450, action: .printingEnded(.done)), (at: 950, .helpPressed)])
    #expect(visit.frames(after: 0) == [500, 1000])
    #expect(visit.state.screen == .help)
    #expect(visit.clock.beats.count { $0 > 1000 } <= 1)
  }

  @Test func `Ctrl-Z gives no terminal away`() {
    #expect(visit([(at: 10, key: .control("z"))], until: 5000).suspensions == 0)
  }

  @Test func `an emergency rings once`() {
    var rings = 0
    let keys: [Key] = [.character("1"), .character("0"), .enter, .character("?"), .escape]
    let visit = visit(
      keys.enumerated().map { (at: 1000 * ($0.offset + 1), key: $0.element) },
      from: .question("signs", isChange: false), until: 20_000,
      ringing: { rings += 1 })
    #expect(rings == 1, "\(visit.last)")
  }
}
