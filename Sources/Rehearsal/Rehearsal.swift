package import QuestionnaireModel
package import RecommendationCore
import Screens
package import TextUI
package import WalkthroughCore

/// A whole walk with given answers, from the first screen to the end of the result, by one of the
/// two faces.
package struct Rehearsal {
  package let pack: ContentPack
  package let answers: [Item.ID: Answer]
  /// Whether the person stops where an emergency stops them, or goes on.
  package let stopsAtEmergency: Bool

  /// The screens in the order in which they came, questions among them.
  package private(set) var screens: [Walkthrough.Screen] = []
  package private(set) var state: Walkthrough.State
  /// Why the walk did not come to its end, or what was not well on it.
  package private(set) var fault: String?

  /// The answers must hold one for each item.
  package init(
    _ answers: [Item.ID: Answer], stopsAtEmergency: Bool = false, on day: Day, in pack: ContentPack
  ) {
    self.pack = pack
    self.answers = answers
    self.stopsAtEmergency = stopsAtEmergency
    let region = pack.manifest.regions.first { $0.id == pack.manifest.defaultRegion }
    state = Walkthrough.State(
      day: day, region: pack.manifest.defaultRegion, units: region?.units ?? .metric,
      suggestedFile: "page.txt")
    state.settleFocus(in: pack)
  }

  /// No way is longer than so many steps.
  private static let mostSteps = 2000

  private var isAtEnd: Bool {
    guard case .result = state.screen else { return false }
    return !state.entries(in: pack).contains(.continue)
  }

  private mutating func noteScreen() {
    if screens.last != state.screen { screens.append(state.screen) }
  }

  private mutating func fail(_ words: String) { fault = "\(words) on \(state.screen)" }

  // MARK: - By keys

  /// The walk on a screen of this size.
  package func byKeys(size: Size) -> Rehearsal {
    var walk = self
    walk.walkByKeys(size)
    return walk
  }

  private mutating func walkByKeys(_ size: Size) {
    var renderer = Renderer(pack)
    for _ in 0..<Self.mostSteps {
      noteScreen()
      if isAtEnd { return }
      draw(size, &renderer)
      switch state.screen {
      case .interruption: press([.character(stopsAtEmergency ? "1" : "2")], size, &renderer)
      case .question(let id, _) where screens.count == asked:
        // Not every answer had been on the screen: Enter shows them all and presses again then.
        let fault = pack.questionnaire[id].flatMap { state.draft(of: $0).fault }
        enters += 1
        guard fault == nil || fault == .moreBelow, enters < 60 else {
          return fail("the keys gave no answer")
        }
        press([.enter], size, &renderer)
      case .question(let id, _):
        asked = screens.count
        enters = 0
        guard let item = pack.questionnaire[id], let answer = answers[id] else {
          return fail("no answer")
        }
        for entry in Script.entriesWithoutDigit(for: answer, to: item) {
          press(way(to: entry) + [.character(" ")], size, &renderer)
        }
        if state.screen == screens.last {
          press(Script.keys(for: answer, to: item, units: state.units), size, &renderer)
        }
      default: press([.enter], size, &renderer)
      }
    }
    fail("stuck")
  }

  /// How many screens had come when the last question was answered, and how often Enter was pressed
  /// on it since.
  private var asked = 0
  private var enters = 0

  private mutating func press(_ keys: [Key], _ size: Size, _ renderer: inout Renderer) {
    for key in keys {
      draw(size, &renderer)
      if let action = action(for: key, in: state, pack: pack) {
        _ = reduce(&state, action, in: pack)
      }
    }
  }

  private mutating func draw(_ size: Size, _ renderer: inout Renderer) {
    let drawn = renderer.render(state, size: size, glyphs: .unicode)
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
  }

  /// The fewest arrows and turns of a picture that lead the focus to an entry.
  private func way(to entry: Walkthrough.Entry) -> [Key] {
    let wanted = state.entries(in: pack).firstIndex(of: entry)
    var found: [(state: Walkthrough.State, keys: [Key])] = [(state, [])]
    var next = 0
    while next < found.count, found[next].state.visit.focus != wanted {
      for key: Key in [.down, .right, .up, .left, .tab] {
        var state = found[next].state
        guard let action = action(for: key, in: state, pack: pack) else { continue }
        _ = reduce(&state, action, in: pack)
        let isNew = found.allSatisfy {
          $0.state.visit.focus != state.visit.focus || $0.state.visit.sheet != state.visit.sheet
        }
        if isNew { found.append((state, found[next].keys + [key])) }
      }
      next += 1
    }
    return next < found.count ? found[next].keys : []
  }

  // MARK: - By lines

  /// The walk in lines, which must say all that the screens do.
  package func byLines() -> Rehearsal {
    var walk = self
    walk.walkByLines()
    return walk
  }

  private mutating func walkByLines() {
    var face = LineFace()
    for _ in 0..<Self.mostSteps {
      noteScreen()
      switch state.screen {
      case _ where isAtEnd: return type([], &face)
      case .interruption: type([stopsAtEmergency ? "1" : "2"], &face)
      case .question(let id, _):
        guard let item = pack.questionnaire[id], let answer = answers[id] else {
          return fail("no answer")
        }
        type(Script.lines(for: answer, to: item), &face)
      default: type([""], &face)
      }
      if fault != nil { return }
    }
    fail("stuck")
  }

  private mutating func type(_ lines: [String], _ face: inout LineFace) {
    let before = state
    let said = linesSaid(on: state, in: pack)
    if let text = unsaidText(of: screenContent(Scene(state, in: pack)), in: said) {
      return fail("the lines do not say in its place \"\(text)\"")
    }
    for line in lines {
      let said = face.lines(for: state, in: pack)
      if said.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) {
        return fail("a control character")
      }
      switch face.reply(to: line, state: state, in: pack) {
      case .askMore: break
      case .misunderstood(let words): return fail("\"\(line)\" gives \"\(words)\"")
      case .act(let actions): for action in actions { _ = reduce(&state, action, in: pack) }
      }
    }
    if !lines.isEmpty, state == before { fail("the lines did nothing") }
  }
}

/// What keeps the two faces from being one walk, if anything: other questions, another order, another
/// result, or a text that only the screen has.
package func faultOfFaces(_ rehearsal: Rehearsal, size: Size) -> String? {
  let (screen, lines) = (rehearsal.byKeys(size: size), rehearsal.byLines())
  if let fault = screen.fault { return "by keys: \(fault)" }
  if let fault = lines.fault { return "by lines: \(fault)" }
  if screen.screens != lines.screens {
    let pairs = zip(screen.screens + [.leave], lines.screens + [.leave])
    let first = pairs.first { $0.0 != $0.1 }
    return "the ways part: \(first.map { "\($0.0) by keys, \($0.1) by lines" } ?? "at the end")"
  }
  for (id, answer) in screen.state.response.answers where answer != rehearsal.answers[id] {
    return "by keys the answer to \(id) is \(answer)"
  }
  if screen.state.response != lines.state.response { return "the answers differ" }
  let pack = rehearsal.pack
  if screen.state.recommendation(in: pack) != lines.state.recommendation(in: pack) {
    return "the results differ"
  }
  return nil
}
