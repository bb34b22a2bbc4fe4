import FixturePack
import Golden
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The screens of a page that is sealed for the clinic.
struct SealingScreenTests {
  private static let pack = FixturePack.pack
  private static let words = FixturePack.pack.wording
  private static let home = Size(width: 80, height: 24)
  private static let small = Size(width: 40, height: 12)

  private static func kiosk(
    _ start: Walkthrough.Screen, _ actions: [Walkthrough.Action], counts: Bool = false
  ) -> Walkthrough.State {
    var policy = Walkthrough.KioskPolicy()
    policy.forms = [.screen, .sealed]
    policy.keepDays = 3
    policy.counts = counts
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: start)
    state.response = QuestionnaireResponse(FixturePack.fullAnswers)
    state.settleFocus(in: pack)
    for action in actions { _ = reduce(&state, action, in: pack) }
    return state
  }

  private static let code: [Walkthrough.Action] = [
    .chosen(.form(.sealed)), .digitPressed(4), .digitPressed(7), .digitPressed(1),
  ]
  private static let sent = code + [.digitPressed(1), .pressed]
  private static let left: [Walkthrough.Action] = [.leavePressed, .chosen(.leave)]

  private static func end(_ actions: [Walkthrough.Action]) -> Walkthrough.State {
    kiosk(.result(.handOver), actions)
  }

  private static let all: [(name: String, state: Walkthrough.State)] = [
    ("sealed-attract", kiosk(.attract, [])), ("sealed-hand-over", end([])),
    ("visit-code", end(code)), ("visit-code-fault", end(code + [.pressed])),
    ("sealing", end(sent)), ("sealing-kept", end(sent + [.sealEnded(.kept)])),
    ("sealing-gone", end(sent + [.sealEnded(.gone)])),
    ("sealed-leave", end(sent + [.sealEnded(.kept), .leavePressed])),
    ("sealed-thanks", end(sent + [.sealEnded(.kept)] + left)),
  ]

  @Test(arguments: all, [home, small])
  func `are pictured`(one: (name: String, state: Walkthrough.State), size: Size) {
    var state = one.state
    let drawn = draw(&state, size)
    let cursor = drawn.frame.cursor.map { "cursor at column \($0.x), line \($0.y)" } ?? "no cursor"
    expectGolden(
      drawn.frame.text + "\n" + cursor + "\n", named: "\(one.name)-\(size.name)",
      extension: "screen")
  }

  @Test(arguments: all)
  func `have the entries that can be pressed`(
    one: (name: String, state: Walkthrough.State)
  ) {
    let scene = Scene(one.state, in: Self.pack)
    #expect(screenContent(scene).entries == one.state.entries(in: Self.pack))
  }

  /// A finger has digits to press, in the window that it needs.
  @Test func `the code can be typed with a finger`() throws {
    var state = Self.end([.chosen(.form(.sealed))])
    for digit in [4, 7, 1, 1] {
      let drawn = draw(&state, Self.home, pointer: .touch)
      let meaning = Target.Meaning.action(.characterTyped(Character("\(digit)")))
      let target = try #require(drawn.targets.first { $0.meaning == meaning })
      let meant = try #require(action(for: target, in: state, pack: Self.pack))
      _ = reduce(&state, meant, in: Self.pack)
    }
    #expect(state.sealing.code == "4711")
  }

  /// R1: digits, Enter, and the keypad's key for back, which takes digits away first.
  @Test func `the code can be typed on a keypad`() throws {
    var state = Self.end([.chosen(.form(.sealed))])
    let keys: [Key] = [.character("4"), .character("9"), .character("*"), .character("7")]
    for key in keys + [.character("1"), .character("1"), .enter] {
      let meant = try #require(action(for: key, in: state, pack: Self.pack))
      _ = reduce(&state, meant, in: Self.pack)
    }
    #expect(state.screen == .sealing && state.sealing.code == "4711")
    var other = Self.end([.chosen(.form(.sealed))])
    let back = try #require(action(for: .character("*"), in: other, pack: Self.pack))
    _ = reduce(&other, back, in: Self.pack)
    #expect(other.screen == .result(.handOver))
    #expect(action(for: .character("q"), in: other, pack: Self.pack) == .leavePressed)
  }

  private func says(_ state: Walkthrough.State, _ word: ScreenWord) -> Bool {
    let text = Self.words(word, ["days": "3", "time": "3 minutes"])
    return screenContent(Scene(state, in: Self.pack)).blocks.flatMap(\.texts).contains(text)
  }

  @Test func `who can open it, and for how long it is kept, is said before it is sent`() {
    #expect(says(Self.end([.chosen(.form(.sealed))]), .formSealedReaders))
    #expect(
      screenContent(Scene(Self.end([]), in: Self.pack)).texts
        .contains(Self.words(.formSealedReaders, ["days": "3"])))
  }

  /// Nobody is told that nothing was kept when something was, or may have been.
  @Test(arguments: Walkthrough.SealOutcome.allCases.map { Optional($0) } + [nil], [false, true])
  func `what is kept is not denied`(outcome: Walkthrough.SealOutcome?, counts: Bool) {
    let ended = outcome.map { [Walkthrough.Action.sealEnded($0)] } ?? []
    let mayBe = outcome == nil || outcome == .kept || outcome == .unsure
    let asked = Self.kiosk(
      .result(.handOver), Self.sent + ended + [.leavePressed], counts: counts)
    #expect(says(asked, .leaveSealed) == mayBe && says(asked, .kioskLeaveLost) != mayBe)
    let thanks = Self.kiosk(.result(.handOver), Self.sent + ended + Self.left, counts: counts)
    #expect(says(thanks, .thanksKept) == (!mayBe && !counts))
    #expect(says(thanks, .thanksErased) == (mayBe && !counts))
    #expect(says(thanks, .thanksCounted) == counts)
    #expect(says(thanks, .thanksSealed) == (outcome == .kept))
    #expect(says(thanks, .thanksUnsure) == (mayBe && outcome != .kept))
    let other = Self.kiosk(.result(.handOver), Self.left, counts: counts)
    #expect(says(other, .thanksKept) != counts)
  }

  @Test func `the first screen promises no more than is so`() {
    #expect(says(Self.kiosk(.attract, []), .attractKeptUnless))
    #expect(!says(Self.kiosk(.attract, []), .attractKept))
  }
}
