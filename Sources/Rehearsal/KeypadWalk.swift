package import QuestionnaireModel
package import RecommendationCore
import Screens
package import TextUI
package import WalkthroughCore

/// A whole visit to a kiosk with the keys of a keypad alone: 0 to 9, Enter, `*` back, `+` help and
/// the point.
package struct KeypadWalk {
  package private(set) var state: Walkthrough.State
  /// The keys that were pressed.
  package private(set) var keys: [Key] = []
  /// What the person said before all was erased.
  package private(set) var response = QuestionnaireResponse()
  package private(set) var screens: [Walkthrough.Screen] = []
  /// Whether the visit ended as it should.
  package private(set) var hasLeft = false
  /// Why the walk did not come to its end, or what was not seen on it.
  package private(set) var fault: String?

  private let pack: ContentPack
  private let answers: [Item.ID: Answer]
  private let size: Size
  private var renderer: Renderer
  private var frame: Frame?

  private static let mostKeys = 1500

  package init(
    _ answers: [Item.ID: Answer], on day: Day, in pack: ContentPack, size: Size,
    kiosk: Walkthrough.KioskPolicy = .init()
  ) {
    self.pack = pack
    self.answers = answers
    self.size = size
    let region = pack.manifest.regions.first { $0.id == pack.manifest.defaultRegion }
    state = Walkthrough.State(
      day: day, region: pack.manifest.defaultRegion, units: region?.units ?? .metric,
      kiosk: kiosk, start: .attract)
    renderer = Renderer(pack)
    state.settleFocus(in: pack)
    draw()
    walk()
  }

  private mutating func walk() {
    while fault == nil, !hasLeft {
      guard keys.count < Self.mostKeys else { return fail("no end") }
      if screens.last != state.screen { screens.append(state.screen) }
      switch state.screen {
      case .question(let id, _): answer(id)
      case .interruption: choose(.finishForClinician)
      case .leave:
        response = state.response
        choose(.leave)
      case .thanks: press(.character("0"))
      case .consistency: choose(.continue)
      case .result where state.entries(in: pack).contains(.leave): choose(.leave)
      case .attract, .checkAnswers, .result, .flag, .pattern: press(.enter)
      default: return fail("lost")
      }
    }
  }

  private mutating func answer(_ id: Item.ID) {
    guard let item = pack.questionnaire[id], let answer = answers[id] else {
      return fail("no answer")
    }
    let before = state.screen
    give(answer, to: item)
    // What the help says is an answer already.
    if state.screen == before { press(.enter) }
    // What is left to read comes first, then the way on.
    for _ in 0..<40 where state.screen == before && fault == nil { press(.enter) }
    if state.screen == before, fault == nil { fail("not answered") }
  }

  private mutating func give(_ answer: Answer, to item: Item) {
    switch answer {
    case .notSure: say(.notSure, of: item)
    case .declined: say(.skip, of: item)
    case .option(let option): choose(.option(option))
    case .options(let chosen):
      if chosen.isEmpty {
        number(0)
      } else {
        for option in chosen { choose(.option(option)) }
      }
    case .rows(let rows):
      for row in item.rows {
        let cycle =
          (item.options.isEmpty ? [.yes, .no] : item.options.map(\.id))
          .map(RowAnswer.option) + [.notSure]
        let turns = rows[row.id].flatMap { cycle.firstIndex(of: $0) } ?? 0
        for _ in 0...turns { choose(.row(row.id)) }
      }
    case .scale(let value): type(String(value))
    case .text: break
    case .number, .date, .bodySize:
      let draft = Walkthrough.Draft(answer, to: item)
      let units = max(2, (item.kind == .bodySize ? 2 : unitCount(item)))
      for _ in 0..<units where state.draft(of: item).unit != draft.unit {
        say(.switchUnits, of: item)
      }
      type(draft.fields[0])
      if item.kind == .bodySize {
        press(.enter)
        type(draft.fields[1])
      }
    }
  }

  private func unitCount(_ item: Item) -> Int {
    if case .number(let range) = item.kind { range.units.count + 1 } else { 1 }
  }

  /// An answer that a digit cannot give where digits are typed stands in the help.
  private mutating func say(_ choice: Walkthrough.HelpChoice, of item: Item) {
    let entry: Walkthrough.Entry =
      switch choice {
      case .notSure: .notSure
      case .skip: .skip
      default: .switchUnits
      }
    guard state.numbering(in: pack) == .typed else { return choose(entry) }
    press(.character("+"))
    guard let index = state.entries(in: pack).firstIndex(of: .help(choice)) else {
      return fail("no \(choice) in the help")
    }
    number(index + 1)
  }

  private mutating func choose(_ entry: Walkthrough.Entry) {
    let entries = state.entries(in: pack).filter { $0 != .noneOfThese && $0 != .noToTheRest }
    guard let index = entries.firstIndex(of: entry) else { return fail("no \(entry)") }
    let before = state.screen
    number(index + 1)
    // Elsewhere than on questions it is shown first, and then pressed.
    if state.screen == before, state.item(in: pack) == nil, !hasLeft { number(index + 1) }
  }

  private mutating func number(_ number: Int) {
    let isLong = state.numbering(in: pack) == .twoDigits
    type(isLong ? String(String(100 + number).dropFirst()) : String(number))
  }

  private mutating func type(_ text: String) {
    for character in text {
      press(.character(character == "'" || character == "-" ? "." : character))
    }
  }

  private mutating func press(_ key: Key) {
    keys.append(key)
    guard let action = action(for: key, in: state, pack: pack) else {
      return fail("\(key) means nothing")
    }
    if reduce(&state, action, in: pack).contains(.leave) { hasLeft = true }
    draw()
  }

  private mutating func draw() {
    let drawn = renderer.render(state, size: size, glyphs: .unicode)
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    frame = drawn.frame
  }

  private mutating func fail(_ words: String) {
    if fault == nil { fault = "\(words) on \(state.screen):\n\(frame?.text ?? "")" }
  }
}
