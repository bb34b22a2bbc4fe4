import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// R50: the hardware cursor stands on what has the focus, after every key; a screen reader and a
/// Braille display follow it and nothing else.
struct CursorTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 120, height: 40),
  ]
  private let pack = FixturePack.pack

  /// One of each kind: those that move, answer, type, open something and go back.
  private static let keys: [Key] =
    [
      .enter, .escape, .up, .down, .left, .right, .tab, .home, .end, .pageUp, .pageDown,
      .backspace, .paste("6 ü"),
    ] + (1...8).map(Key.function) + "10 sa/hfx".map(Key.character)

  @Test(arguments: Case.all, sizes)
  func `after any key on any screen`(one: Case, size: Size) {
    var renderer = Renderer(pack)
    var state = one.state
    expectOnFocus(drawn(&state, size, &renderer), state, "\(one)")
    // The screens that keys open are cases of their own; twice is enough for them.
    for key in size.height > 24 ? Self.keys.filter({ !$0.opens }) : Self.keys {
      var next = state
      guard press(key, &next), next != state else { continue }
      expectOnFocus(drawn(&next, size, &renderer), next, "\(one), then \(key)")
    }
  }

  @Test(arguments: 1...15, sizes)
  func `after every key of a random walk`(seed: UInt64, size: Size) {
    var renderer = Renderer(pack)
    var random = SeededGenerator(seed: seed)
    var state = Walkthrough.State.fixture()
    expectOnFocus(drawn(&state, size, &renderer), state, "the start")
    for _ in 0..<60 {
      let key = random.key()
      guard press(key, &state) else { continue }
      expectOnFocus(drawn(&state, size, &renderer), state, "seed \(seed), \(key)")
    }
  }

  /// Presses a key as the loop does; `false` where it means nothing, or the person leaves.
  private func press(_ key: Key, _ state: inout Walkthrough.State) -> Bool {
    guard let action = action(for: key, in: state, pack: pack) else { return false }
    var next = state
    for effect in reduce(&next, action, in: pack) {
      switch effect {
      case .leave: return false
      case .ring: break
      case .handOut(.qr): _ = reduce(&next, .codesMade(.sample(2)), in: pack)
      case .handOut: _ = reduce(&next, .pagesShown([.text("A page.")]), in: pack)
      case .save(let path): _ = reduce(&next, .saved(at: path, note: nil), in: pack)
      }
    }
    state = next
    return true
  }

  /// What is drawn; the state hears of it as from the loop.
  private func drawn(
    _ state: inout Walkthrough.State, _ size: Size, _ renderer: inout Renderer
  ) -> RenderedScreen {
    let drawn = renderer.render(state, size: size, glyphs: .unicode)
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    return drawn
  }

  private func expectOnFocus(
    _ drawn: RenderedScreen, _ state: Walkthrough.State, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if isOnFocus(drawn, state) { return }
    Issue.record(
      """
      \(what): the cursor is at \(String(describing: drawn.frame.cursor)) on \(state.screen)
      \(drawn.frame.text)
      """, sourceLocation: sourceLocation)
  }

  private func isOnFocus(_ drawn: RenderedScreen, _ state: Walkthrough.State) -> Bool {
    let (frame, metrics, focus) = (drawn.frame, drawn.metrics, state.visit.focus)
    guard let cursor = frame.cursor, frame.area.contains(cursor) else { return false }
    let isBesideCode = frame.area.points.contains { frame[$0].style == .code }
    let margin = isBesideCode ? Spacing.marginBesideCode : Spacing.margin(frame.size)
    let window = metrics.scroll..<(metrics.scroll + metrics.height)
    let entries = state.entries(in: pack)
    guard entries.indices.contains(focus), metrics.entries.indices.contains(focus),
      window.contains(metrics.entries[focus].lowerBound)
    else {
      // Read, not picked from: at the first line of what is read.
      return cursor.x == margin && cursor.y > 0
    }
    let line = frame.line(cursor.y)
    switch entries[focus] {
    case .field, .scale: return isTyped(drawn, state, at: cursor)
    case .option where metrics.showsPicture: return frame[cursor].style.reverse
    // The list beside a picture has a margin of its own.
    default:
      return frame[cursor].character == ">" && (metrics.showsPicture || cursor.x == margin)
        && line.dropFirst(cursor.x).hasPrefix("> ")
    }
  }

  /// Behind what was typed, of which a narrow field shows the end; on the number that was picked.
  private func isTyped(
    _ drawn: RenderedScreen, _ state: Walkthrough.State, at cursor: Point
  ) -> Bool {
    let line = drawn.frame.line(cursor.y)
    switch screenContent(Scene(state, in: pack)).entryTexts[state.visit.focus] {
    case .field(_, let text, _):
      let before = line.prefix(cursor.x).drop { $0 == " " }
      let shown = before.split(separator: "[", omittingEmptySubsequences: false).last ?? ""
      return text.isEmpty ? before.hasSuffix("[") : !shown.isEmpty && text.hasSuffix(shown)
    case .scale(let value, _, _):
      let number = value.map { "\($0)]" } ?? " 0 "
      return line.drop { $0 == " " }.hasPrefix("> ")
        && line.dropFirst(cursor.x).hasPrefix(number)
    default: return false
    }
  }
}

extension Key {
  /// Whether it opens a screen, wherever one is.
  fileprivate var opens: Bool {
    if case .function = self { true } else { false }
  }
}
