import FixturePack
import QuestionnaireModel
import RecommendationCore
import Rehearsal
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// R1: a kiosk by the keys of a numeric keypad alone.
struct KeypadTests {
  private let pack = FixturePack.pack

  private static func kiosk(
    _ screen: Walkthrough.Screen, answers: [Item.ID: Answer] = [:],
    _ change: (inout Walkthrough.KioskPolicy) -> Void = { _ in }
  ) -> Walkthrough.State {
    var policy = Walkthrough.KioskPolicy()
    change(&policy)
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: screen)
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: FixturePack.pack)
    return state
  }

  private func question(_ id: Item.ID) -> Walkthrough.State {
    Self.kiosk(.question(id, isChange: false), answers: FixturePack.answers(before: id))
  }

  private func press(_ keys: String, on state: inout Walkthrough.State) {
    for character in keys {
      let key: Key = character == "\n" ? .enter : .character(character)
      guard let action = Screens.action(for: key, in: state, pack: pack) else { continue }
      _ = reduce(&state, action, in: pack)
    }
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 40, height: 12)])
  func `walks the whole way`(size: Size) {
    let walk = KeypadWalk(
      FixturePack.fullAnswers, on: FixturePack.answerDay, in: pack, size: size)
    #expect(walk.fault == nil && walk.hasLeft, "\(walk.fault ?? "")")
    #expect(walk.screens.last == .thanks)
    for (id, answer) in FixturePack.fullAnswers {
      if case .text = answer { continue }
      #expect(walk.response[id] == answer, "\(id)")
    }
    let pad = Set("0123456789*+.").map(Key.character) + [.enter]
    #expect(Set(walk.keys).isSubset(of: pad))
  }

  @Test(
    arguments: [
      ("place", "*", .backPressed), ("place", "-", .backPressed), ("place", "+", .helpPressed),
      ("age", "*", .backPressed), ("age", "+", .helpPressed), ("age", ".", .characterTyped(".")),
      ("note", "*", .backPressed), ("note", "+", .helpPressed),
      ("note", "-", .characterTyped("-")), ("note", "7", .characterTyped("7")),
    ] as [(Item.ID, Character, Walkthrough.Action)])
  func `has a key for back and one for help`(
    id: Item.ID, key: Character, means: Walkthrough.Action
  ) {
    #expect(Screens.action(for: .character(key), in: question(id), pack: pack) == means)
    let usual = Walkthrough.State.question(id)
    #expect(Screens.action(for: .character("+"), in: usual, pack: pack) != .helpPressed)
  }

  @Test func `back takes what was typed first`() {
    var state = question("age")
    press("67*", on: &state)
    #expect(state.drafts["age"]?.fields[0] == "6")
    press("*", on: &state)
    #expect(state.drafts["age"]?.fields[0] == "" && state.screen == question("age").screen)
    press("*", on: &state)
    #expect(state.screen != question("age").screen)
  }

  @Test func `feet and inches are typed with a point between`() {
    var state = question("size")
    let item = pack.questionnaire["size"]
    if item.map({ state.draft(of: $0).unit }) != 1 { state.visit.focus = 0 }
    state.drafts["size", default: .init()].unit = 1
    press("5.7", on: &state)
    #expect(state.drafts["size"]?.fields[0] == "5'7")
  }

  /// Who has marked something by its number goes on by Enter, and does not take it back.
  @Test func `a number marks and Enter goes on`() {
    var state = question("parts")
    press("1", on: &state)
    let draft = state.drafts["parts"]
    press("\n", on: &state)
    #expect(draft?.several.count == 1)
    #expect(state.screen != question("parts").screen)
    #expect(state.response["parts"] != nil)
  }

  @Test func `arrows and Enter mark one line after the other as ever`() {
    var state = question("parts")
    press("\n\n", on: &state)
    #expect(state.screen == question("parts").screen)
    #expect(state.drafts["parts"]?.several.isEmpty == true)
  }

  // MARK: - The help

  @Test func `the help does to the screen below what has no digit there`() {
    for (id, choice) in [("size", Walkthrough.HelpChoice.switchUnits), ("note", .skip)]
      as [(Item.ID, Walkthrough.HelpChoice)]
    {
      var state = question(id)
      let before = state.drafts[id]
      press("+", on: &state)
      #expect(state.screen == .help)
      guard let index = state.entries(in: pack).firstIndex(of: .help(choice)) else {
        Issue.record("\(choice) is not offered on \(id)")
        continue
      }
      let isLong = state.numbering(in: pack) == .twoDigits
      press(isLong ? String(String(101 + index).dropFirst()) : String(index + 1), on: &state)
      #expect(state.screen != .help)
      #expect(state.drafts[id] != before || state.response[id] == .declined)
    }
  }

  @Test func `each choice of the help leads where its key does`() {
    let table: [(Walkthrough.HelpChoice, Walkthrough.Action)] = [
      (.emergency, .emergencyPressed), (.why, .whyPressed), (.review, .reviewPressed),
      (.sections, .sectionsPressed), (.undo, .undoPressed), (.stop, .leavePressed),
    ]
    var start = Self.kiosk(.question("age", isChange: false))
    for age in [61.0, 60] {
      _ = reduce(&start, .answered("age", .number(Quantity(age, .years))), in: pack)
      start.visit = Walkthrough.Visit(.question("age", isChange: false))
    }
    for (choice, action) in table {
      var (byHelp, byKey) = (start, start)
      _ = reduce(&byHelp, .helpPressed, in: pack)
      _ = reduce(&byHelp, .chosen(.help(choice)), in: pack)
      _ = reduce(&byKey, action, in: pack)
      #expect(byHelp.screen == byKey.screen, "\(choice)")
      #expect(byHelp.response == byKey.response, "\(choice)")
      #expect(byHelp.history.past == byKey.history.past, "\(choice)")
      #expect(byHelp.history.past.count == (choice == .undo ? 1 : 2), "\(choice)")
    }
  }

  @Test func `nothing is offered that means nothing`() {
    var state = Self.kiosk(.attract)
    press("+", on: &state)
    let entries = state.entries(in: pack)
    #expect(!entries.contains(.help(.undo)) && !entries.contains(.help(.stop)))
    #expect(!entries.contains(.help(.speech)) && entries.last == .back)
    #expect(screenContent(Scene(state, in: pack)).entries == entries)
  }

  // MARK: - Two digits

  @Test func `a list of more than nine has two digits each, and tells of the first`() {
    var state = Self.kiosk(.checkAnswers, answers: FixturePack.fullAnswers)
    let screen = state.screen
    #expect(state.numbering(in: pack) == .twoDigits)
    let frame = render(state, in: pack, size: Size(width: 80, height: 40), glyphs: .unicode).frame
    #expect(frame.text.contains("01 [") && frame.text.contains("10 "), "\(frame.text)")
    #expect(reduce(&state, .digitPressed(1), in: pack) == [])
    #expect(state.screen == screen)
    let told = screenContent(Scene(state, in: pack)).notice
    #expect(told == pack.wording(.secondDigit, ["digit": "1"]))
    guard case .change(let wanted) = state.entries(in: pack)[9] else { return }
    _ = reduce(&state, .digitPressed(0), in: pack)
    #expect(state.screen == .question(wanted, isChange: true))
  }

  @Test func `back takes the first digit alone, any other key lets go of it`() {
    var state = Self.kiosk(.checkAnswers, answers: FixturePack.fullAnswers)
    let before = state
    _ = reduce(&state, .digitPressed(1), in: pack)
    _ = reduce(&state, .backPressed, in: pack)
    #expect(state == before)
    _ = reduce(&state, .digitPressed(1), in: pack)
    _ = reduce(&state, .helpPressed, in: pack)
    _ = reduce(&state, .backPressed, in: pack)
    #expect(state == before)
  }

  /// The numbers are seen on every screen, so that none has to be guessed.
  @Test func `each entry shows its number`() {
    for one in Case.all where one.state.kiosk == nil && one.state.screen != .save {
      var state = Self.kiosk(one.state.screen)
      state.response = one.state.response
      let numbering = state.numbering(in: pack)
      guard numbering != .typed else { continue }
      let frame = render(state, in: pack, size: Size(width: 80, height: 120), glyphs: .unicode)
      let entries = state.entries(in: pack).filter { $0 != .noneOfThese && $0 != .noToTheRest }
      for number in 1...max(1, entries.count) where !entries.isEmpty {
        let label = numbering == .twoDigits ? String(String(100 + number).dropFirst()) : "\(number)"
        #expect(frame.frame.text.contains(label), "\(one), \(label):\n\(frame.frame.text)")
      }
    }
  }

  // MARK: - What a visitor chooses

  @Test func `a keypad alone names no other keys`() {
    let others = ["Esc", "Up/Down", "Left/Right", "F1", "Ctrl-C", "Q ", "W "]
    for one in Case.all where one.state.screen != .save && one.state.screen != .saved {
      var state = Self.kiosk(one.state.screen) { $0.hasKeypadAlone = true }
      state.response = one.state.response
      let hints = screenContent(Scene(state, in: pack)).keys.map { $0.key + " " }
      let named = others.filter { hints.contains($0) || hints.contains($0 + " ") }
      #expect(named.isEmpty, "\(one): \(hints)")
      #expect(!hints.isEmpty, "\(one)")
    }
  }

  @Test func `more time is asked for on the warning alone, with 2`() {
    var state = Self.kiosk(.question("age", isChange: false))
    _ = reduce(&state, .moreTimePressed, in: pack)
    #expect(!state.needsMoreTime)
    _ = reduce(&state, .idleWarned(seconds: 60), in: pack)
    #expect(Screens.action(for: .character("2"), in: state, pack: pack) == .moreTimePressed)
    #expect(Screens.action(for: .character("3"), in: state, pack: pack) == .anyKeyPressed)
    _ = reduce(&state, .moreTimePressed, in: pack)
    #expect(state.needsMoreTime && state.screen == .question("age", isChange: false))
    _ = reduce(&state, .idleWarned(seconds: 60), in: pack)
    #expect(Screens.action(for: .character("2"), in: state, pack: pack) == .anyKeyPressed)
  }

  /// R6: "press 5" is true whatever else there is.
  @Test func `5 reads aloud from the first screen on, however many languages there are`() {
    for pack in [FixturePack.pack, FixturePack.pack(in: "en")] {
      var state = Self.kiosk(.attract) { $0.offersSpeech = true }
      let drawn = render(state, in: pack, size: Size(width: 40, height: 12), glyphs: .unicode)
      #expect(drawn.frame.text.contains(pack.wording[.attractSpeech]), "\(drawn.frame.text)")
      _ = reduce(&state, .drawn(drawn.metrics), in: pack)
      _ = reduce(&state, .digitPressed(5), in: pack)
      #expect(state.speaks && state.screen == .attract && state.hasBegun)
      #expect(state.visit.focus == 0)
    }
    var silent = Self.kiosk(.attract)
    _ = reduce(&silent, .digitPressed(5), in: pack)
    _ = reduce(&silent, .speechPressed, in: pack)
    #expect(!silent.speaks && !silent.entries(in: pack).contains(.speech))
  }
}
