import FixturePack
import Golden
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The screens that a kiosk alone has, and what it changes on the others.
struct KioskScreenTests {
  private static let home = Size(width: 80, height: 24)
  private static let small = Size(width: 40, height: 12)
  private let pack = FixturePack.pack

  /// A state of the usual walk as it is in a kiosk.
  private static func kiosk(
    _ screen: Walkthrough.Screen, answers: [Item.ID: Answer] = FixturePack.fullAnswers,
    languages: [String] = [], counts: Bool = false
  ) -> Walkthrough.State {
    var policy = Walkthrough.KioskPolicy()
    policy.clinic = "North Clinic"
    policy.deskWords = "Ring at window 2."
    policy.languages = languages
    policy.counts = counts
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: screen)
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: FixturePack.pack)
    return state
  }

  private static let own: [(String, Walkthrough.Screen)] = [
    ("attract", .attract), ("idle", .idleWarning(seconds: 60)), ("thanks", .thanks),
    ("kiosk-leave", .leave), ("kiosk-stop", .interruption(["flag-call"])),
    ("kiosk-emergency-help", .emergencyHelp), ("kiosk-hand-over", .result(.handOver)),
    ("kiosk-help", .help),
  ]

  private static func state(_ screen: Walkthrough.Screen) -> Walkthrough.State {
    guard case .interruption = screen else { return kiosk(screen) }
    return kiosk(screen, answers: ["signs": FixturePack.signs(yes: ["one"])])
  }

  @Test(arguments: own, [home, small])
  func `are pictured`(one: (name: String, screen: Walkthrough.Screen), size: Size) {
    var state = Self.state(one.screen)
    let drawn = draw(&state, size)
    let cursor = drawn.frame.cursor.map { "cursor at column \($0.x), line \($0.y)" } ?? "no cursor"
    expectGolden(
      drawn.frame.text + "\n" + cursor + "\n", named: "\(one.name)-\(size.name)",
      extension: "screen")
  }

  @Test(arguments: own.map(\.1))
  func `have the entries that can be pressed`(screen: Walkthrough.Screen) {
    let state = Self.state(screen)
    #expect(screenContent(Scene(state, in: pack)).entries == state.entries(in: pack))
  }

  /// R14: however small the window, and on every kind of screen.
  @Test(arguments: Case.all, [home, small])
  func `the way out is named on every screen`(one: Case, size: Size) {
    guard one.state.screen != .welcome, one.state.screen != .leave, one.state.screen != .save,
      one.state.screen != .saved
    else { return }
    var state = Self.kiosk(one.state.screen)
    state.response = one.state.response
    let text = draw(&state, size).frame.text
    let way = pack.wording[.kioskDoesLeave]
    #expect(text.contains(way), "\(one):\n\(text)")
  }

  /// R8: what to do is seen without a key.
  @Test(arguments: [home, small])
  func `an emergency sends to the desk, with the clinic's own words`(size: Size) {
    let screens: [Walkthrough.Screen] = [
      .interruption(["flag-call"]), .emergencyHelp, .result(.now),
    ]
    for screen in screens {
      var state = Self.kiosk(screen, answers: ["signs": FixturePack.signs(yes: ["one"])])
      let text = draw(&state, size).frame.text
      #expect(text.contains(pack.wording[.tellDesk]), "\(screen):\n\(text)")
      #expect(text.contains("Ring at window 2."), "\(screen):\n\(text)")
    }
    var usual = Walkthrough.State.fixture(.emergencyHelp)
    #expect(!draw(&usual, size).frame.text.contains(pack.wording[.tellDesk]))
    var calm = Self.kiosk(.result(.now))
    #expect(!draw(&calm, size).frame.text.contains(pack.wording[.tellDesk]))
  }

  /// Nothing is kept there, and a visitor cannot make it larger.
  @Test(arguments: [Size(width: 39, height: 24), Size(width: 80, height: 11)])
  func `a screen too small to draw in sends to the staff`(size: Size) {
    for (name, screen) in Self.own {
      var state = Self.state(screen)
      let text = draw(&state, size).frame.text.replacing("\n", with: " ")
      for wrong in [pack.wording[.tooSmall], "kept"] { #expect(!text.contains(wrong)) }
      let words = text.split(separator: " ").joined(separator: " ")
      #expect(words == pack.wording[.kioskTooSmall], "\(name)")
      var usual = Walkthrough.State.fixture(.checkAnswers)
      #expect(draw(&usual, size).frame.text.hasPrefix("This window is too small."))
    }
  }

  @Test func `no screen speaks of a file`() {
    for part in Walkthrough.ResultPart.allCases {
      let state = Self.kiosk(.result(part))
      let texts = screenContent(Scene(state, in: pack)).texts
      for word: ScreenWord in [.handOverSave, .handOverAbout, .leave] {
        #expect(!texts.contains(pack.wording[word]), "\(part): \(word)")
      }
    }
  }

  @Test func `any key goes on from the warning and closes the thanks`() {
    for screen: Walkthrough.Screen in [.idleWarning(seconds: 30), .thanks] {
      let state = Self.kiosk(screen)
      let keys: [Key] = [
        .enter, .escape, .character("q"), .character("x"), .function(12), .control("c"), .delete,
        .paste("x"),
      ]
      for key in keys { #expect(action(for: key, in: state, pack: pack) == .anyKeyPressed) }
    }
  }

  @Test(arguments: [false, true])
  func `what is kept is said at the beginning and at the end`(counts: Bool) {
    func says(_ screen: Walkthrough.Screen, _ word: ScreenWord) -> Bool {
      screenContent(Scene(Self.kiosk(screen, counts: counts), in: pack)).blocks.flatMap(\.texts)
        .contains(pack.wording[word])
    }
    #expect(says(.attract, .attractCounted) == counts)
    #expect(says(.thanks, .thanksCounted) == counts && says(.thanks, .thanksKept) != counts)
  }

  /// R10: how long nobody may be there, in minutes where they are whole.
  @Test(arguments: [
    (120, 300, 60, 1, ["2 minutes", "1 minute", "3 minutes"], true),
    (90, 90, 20, 1, ["90 seconds", "20 seconds", "110 seconds"], false),
    (30, 300, 30, 10, ["5 minutes", "5 minutes", "10 minutes"], true),
  ])
  func `when all is erased is said on the first screen and in the help`(
    idle: Int, reading: Int, warning: Int, patience: Int, times: [String], isLongerToRead: Bool
  ) {
    func texts(_ screen: Walkthrough.Screen) -> [String] {
      var policy = Walkthrough.KioskPolicy()
      (policy.limits.idle, policy.limits.reading, policy.limits.warning) = (idle, reading, warning)
      var state = Walkthrough.State(
        day: FixturePack.answerDay, region: "here", kiosk: policy, start: screen)
      if patience > 1 {
        for action: Walkthrough.Action in [.idleWarned(seconds: 60), .moreTimePressed] {
          _ = reduce(&state, action, in: pack)
        }
      }
      return screenContent(Scene(state, in: pack)).blocks.flatMap(\.texts)
    }
    let words = pack.wording
    #expect(texts(.attract).contains(words(.attractKept, ["time": times[2]])))
    let help = texts(.help)
    #expect(help.contains(words(.helpIdle, ["idle": times[0], "warning": times[1]])), "\(help)")
    #expect(help.contains(words[.helpIdleReading]) == isLongerToRead)
  }

  @Test func `the help speaks of no file in a kiosk, and of no idle clock elsewhere`() {
    let help = screenContent(Scene(.fixture(.help), in: pack)).blocks.flatMap(\.texts)
    #expect(help.contains(pack.wording[.helpUndo]))
    #expect(!help.contains { $0.contains("is erased") })
    let kiosk = screenContent(Scene(Self.kiosk(.help), in: pack)).blocks.flatMap(\.texts)
    #expect(kiosk.contains(pack.wording[.kioskHelpUndo]))
    #expect(!kiosk.contains(pack.wording[.helpUndo]))
  }

  /// Paper is elsewhere, and it may have gone over a network.
  @Test(arguments: [true, false])
  func `who printed is not told that nothing was sent`(printed: Bool) {
    var state = Self.kiosk(.leave)
    state.handOver.printing = printed ? .done : nil
    _ = reduce(&state, .chosen(.leave), in: pack)
    let texts = screenContent(Scene(state, in: pack)).blocks.flatMap(\.texts)
    #expect(state.screen == .thanks && texts.contains(pack.wording[.thanksKept]) != printed)
    #expect(texts.contains(pack.wording[.thanksErased]) == printed)
  }

  @Test func `the first screen offers the languages that the clinic chose`() {
    let two = FixturePack.pack(in: "en")
    func offered(_ languages: [String]) -> [Walkthrough.Entry] {
      let state = Self.kiosk(.attract, answers: [:], languages: languages)
      let content = screenContent(Scene(state, in: two))
      #expect(content.entries == state.entries(in: two))
      return content.entries.filter { if case .language = $0 { true } else { false } }
    }
    #expect(offered([]) == [.language("xx")] && offered(["en", "xx"]) == [.language("xx")])
    #expect(offered(["en"]).isEmpty)
  }

  @Test func `the boxes for the staff's number`() throws {
    let lines = [
      "Out of order.", "", "Staff: end this", "", "Touch the digits of your number.", "",
      "* * * _ _ _ _ _ _ _ _ _",
    ]
    let words = PadWords(erase: "delete", done: "Go on", back: "Back")
    let pad = try #require(StaffPad(lines, words, size: Self.home))
    expectGolden(pad.frame.text + "\n", named: "staff-pad-80x24", extension: "screen")
    let boxes = pad.targets.flatMap(\.areas)
    #expect(boxes.count == 13)
    #expect(boxes.allSatisfy { $0.size.width >= 6 && $0.size.height >= 3 })
    #expect(boxes.allSatisfy { pad.frame.area.intersection($0) == $0 })
    let points = boxes.flatMap(\.points)
    #expect(Set(points).count == points.count)
    let keys: [Key] =
      "123456789".map { .character($0) } + [.backspace, .character("0"), .enter, .escape]
    #expect(pad.targets.map(\.meaning) == keys.map { .key($0) })
    #expect(StaffPad(lines, words, size: Self.small) == nil)
  }

  @Test func `the page that is out of order asks for the staff, and says the number to call`() {
    let words = outOfOrderWords(pack.wording, in: pack.manifest.regions.first)
    let text = words.joined(separator: "\n")
    #expect(words.contains(pack.wording[.outOfOrderStaff]))
    #expect(text.contains("111") && !text.contains("{"))
  }
}
