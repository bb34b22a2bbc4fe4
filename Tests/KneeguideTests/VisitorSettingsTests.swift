import ClinicTrust
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

/// What a visitor to a kiosk chooses, and what it is read aloud by.
struct VisitorSettingsTests {
  private static func kiosk(_ screen: Walkthrough.Screen = .attract) -> Walkthrough.State {
    var policy = Walkthrough.KioskPolicy()
    policy.offersSpeech = true
    return Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: screen)
  }

  /// R12, by the steps of EN 301 549 C.5.8.
  @Test(arguments: [(500, 500, false), (500, 600, true), (0, 1, true), (1000, 999, false)])
  func `the same key counts again only after the time`(
    setting: Int, milliseconds: Int, counts: Bool
  ) {
    var strike = DoubleStrike(milliseconds: setting)
    #expect(strike.take(.character("5"), at: 0) == .counts)
    #expect((strike.take(.character("5"), at: milliseconds) == .counts) == counts)
    #expect(strike.take(.enter, at: milliseconds + 1) == .counts)
    #expect(strike.take(.character("5"), at: milliseconds + 2) == .counts)
  }

  @Test func `a key held down counts once`() {
    var strike = DoubleStrike(milliseconds: 300)
    let counted = (0..<20).filter { strike.take(.enter, at: $0 * 100) == .counts }
    #expect(counted == [0])
  }

  private static let walk = Walkthrough.Screen.question("signs", isChange: false)
  private static let warning = Walkthrough.Screen.idleWarning(seconds: 60)
  private static let q = Key.character("q")
  private static let two = Key.character("2")
  private static let press = Key.pointer(Pointer(.press, at: Point(x: 4, y: 9)))
  private static let letGo = Key.pointer(Pointer(.release, at: Point(x: 5, y: 9)))

  /// R12, without a setting: strokes with their screens and times, and which of them count.
  @Test(
    arguments: [
      // Held, then after a rest.
      ([(q, walk, 0), (q, .leave, 400), (q, .leave, 900), (q, .leave, 1401)], [0, 3]),
      ([(two, .leave, 0), (two, .thanks, 500), (two, .thanks, 1001)], [0, 2]),
      ([(two, walk, 0), (two, .leave, 501)], [0, 1]),
      // Another key waits for nothing, and after it neither does the first.
      ([(q, walk, 0), (two, .leave, 1), (.enter, .leave, 2)], [0, 1, 2]),
      ([(q, walk, 0), (.down, .leave, 1), (.down, .leave, 2), (q, .leave, 3)], [0, 1, 2, 3]),
      // Nothing closes the thanks at once: no other key, no finger, and no paste.
      ([(two, .leave, 0), (q, .thanks, 1), (.enter, .thanks, 500), (q, .thanks, 501)], [0, 3]),
      ([(two, .leave, 0), (.paste("2"), .thanks, 500), (press, .thanks, 501)], [0, 2]),
      ([(press, .leave, 0), (letGo, .leave, 90), (press, .thanks, 200)], [0, 1]),
      ([(letGo, .leave, 0), (press, .thanks, 400), (letGo, .thanks, 900), (q, .thanks, 901)], [0]),
      ([(letGo, .leave, 0), (press, .thanks, 501)], [0, 1]),
      // A finger that goes on from the warning, or asks to stop, is known by the loop.
      (
        [(press, warning, 0), (letGo, walk, 90), (press, walk, 200), (letGo, .leave, 290)],
        [0, 1, 2, 3]
      ),
      // Elsewhere nothing is slowed down.
      ([(two, walk, 0), (two, walk, 1), (two, .checkAnswers, 2)], [0, 1, 2]),
      // The warning, and what lay below it.
      ([(two, warning, 0), (two, walk, 1), (two, walk, 502)], [0, 2]),
      ([(two, walk, 0), (two, warning, 1)], [0, 1]),
    ] as [([(key: Key, screen: Walkthrough.Screen, at: Int)], [Int])])
  func `the key that led to where a visit ends does not end it`(
    strokes: [(key: Key, screen: Walkthrough.Screen, at: Int)], counting: [Int]
  ) {
    var ending = EndingStrike()
    let counted = strokes.indices.filter {
      ending.take(strokes[$0].key, on: strokes[$0].screen, at: strokes[$0].at) == .counts
    }
    #expect(counted == counting)
  }

  private final class Heard {
    var orders: [Voice.Order] = []
    var isThere = true

    var texts: [String] {
      orders.compactMap { if case .say(let said) = $0 { said.text } else { nil } }
    }
  }

  private func listen(
    _ keys: Keys, from state: Walkthrough.State = kiosk(), losing lost: Int = .max
  ) -> (heard: Heard, state: Walkthrough.State, frames: [Frame]) {
    let heard = Heard()
    let voice = Voice { order in
      heard.orders.append(order)
      return heard.orders.count < lost
    }
    var terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
    var state = state
    let effects = WalkthroughEffects(save: { path, _ in .saved(at: path, note: nil) })
    _ = runLoop(&terminal, &state, pack: FixturePack.pack, effects: effects, voice: voice)
    return (heard, state, terminal.frames)
  }

  @Test func `nothing is read aloud until it is asked for`() {
    #expect(listen("<down> <enter> <esc>").heard.orders.isEmpty)
    let asked = listen("5").heard
    #expect(asked.texts.count == 1)
    #expect(asked.texts.first?.contains(FixturePack.pack.wording[.attractStaff]) == true)
  }

  @Test func `a focus that moves says its entry alone, and any key silences`() {
    let heard = listen("5 <down> <f12>").heard
    #expect(heard.texts.count == 2)
    let entry = FixturePack.pack.wording[.welcomeRead]
    #expect(heard.texts.last == "2. \(entry).", "\(heard.texts)")
    #expect(heard.orders.count { $0 == .hush } == 2 && heard.orders.last == .hush)
  }

  /// R3: the same words again.
  @Test func `the same screen is said once more by a key`() {
    let heard = listen("5 /").heard
    #expect(heard.texts.count == 2)
    #expect(heard.texts.first == heard.texts.last)
  }

  @Test func `5 again ends it`() {
    let visit = listen("5 5 <down>")
    #expect(visit.heard.texts.count == 1 && !visit.state.speaks)
  }

  @Test func `a voice that is lost is told of once, and the visit goes on`() {
    let visit = listen("5 <down> 1", losing: 3)
    let told = FixturePack.pack.wording[.speechEnded]
    #expect(visit.frames.count { $0.text.contains(told) } == 1)
    #expect(!visit.state.speaks && visit.state.screen != .attract)
  }

  @Test func `colors change at once and are told to the terminal`() {
    #expect(listen("4").state.look == .highContrast)
    #expect(listen("4 4").state.look == .light)
    #expect(listen("4 4 4").state.look == .usual)
    let fresh = Self.kiosk()
    #expect(fresh.look == .usual && !fresh.speaks && !fresh.needsMoreTime && !fresh.hasBegun)
  }

  /// R16: whoever has it read aloud, in other colors, with more time, is counted as anybody is.
  @Test func `what a visitor chose is not counted`() {
    let usual: [Walkthrough.Action] = [.chosen(.start), .leavePressed]
    let chosen: [Walkthrough.Action] = [
      .chosen(.look), .chosen(.speech), .idleWarned(seconds: 60), .moreTimePressed,
    ]
    let counts = [usual, chosen + usual].map { actions in
      let tally = VisitTally(CountNames(FixturePack.pack))
      var state = Self.kiosk()
      for action in actions {
        _ = reduce(&state, action, in: FixturePack.pack)
        tally.note(state, in: FixturePack.pack, at: 0)
      }
      #expect((state.look != .usual && state.speaks && state.needsMoreTime) == (actions != usual))
      return tally.count(at: 1000)
    }
    #expect(counts[0] != nil && counts[0] == counts[1])
  }

  @Test func `an emergency is heard to its end once`() {
    var face = SpokenFace()
    var state = Self.kiosk(.interruption(["flag-call"]))
    let pack = FixturePack.pack
    #expect(face.next(state, in: pack)?.isUrgent == true)
    _ = reduce(&state, .helpPressed, in: pack)
    #expect(face.next(state, in: pack)?.isUrgent == false)
    _ = reduce(&state, .backPressed, in: pack)
    #expect(face.next(state, in: pack)?.isUrgent == false)
  }
}
