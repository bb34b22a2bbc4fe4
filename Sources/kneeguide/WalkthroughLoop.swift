package import RecommendationCore
import Screens
package import TextUI
package import WalkthroughCore

/// How a walkthrough ended.
package enum Ending: Equatable, Sendable {
  case left
  /// The terminal vanished.
  case closed
  case signal(Int32)
}

/// What the world does for a walkthrough.
///
/// Each gives the action that tells how it went.
package struct WalkthroughEffects {
  package var save: (String, Walkthrough.State) -> Walkthrough.Action
  /// Called before leaving; an action keeps the person here, since something could not be done.
  package var beforeLeaving: (Walkthrough.State) -> Walkthrough.Action?
  /// The pack in a language; `nil` where there is none that can be read.
  package var pack: (String) -> ContentPack?

  package init(
    save: @escaping (String, Walkthrough.State) -> Walkthrough.Action,
    beforeLeaving: @escaping (Walkthrough.State) -> Walkthrough.Action? = { _ in nil },
    pack: @escaping (String) -> ContentPack? = { _ in nil }
  ) {
    self.save = save
    self.beforeLeaving = beforeLeaving
    self.pack = pack
  }

  /// Takes the pack in the language that the person chose, where they chose one; true when it is
  /// another one than before.
  ///
  /// Where it cannot be read all stays as it is.
  package func follow(_ state: inout Walkthrough.State, _ pack: inout ContentPack) -> Bool {
    guard let wanted = state.language, wanted != pack.manifest.language else { return false }
    let other = self.pack(wanted)
    if let other { pack = other }
    state.language = pack.manifest.language
    return other != nil
  }
}

/// The one loop of the screen: draw, wait, act.
package func runLoop<T: Terminal & ~Copyable>(
  _ terminal: inout T, _ state: inout Walkthrough.State, pack: ContentPack,
  effects: WalkthroughEffects
) -> Ending {
  var pack = pack
  state.settleFocus(in: pack)
  var renderer = Renderer(pack)
  var needsDrawing = true
  while true {
    if needsDrawing {
      let drawn = renderer.render(state, size: terminal.size, glyphs: terminal.glyphs)
      terminal.present(drawn.frame)
      _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    }
    needsDrawing = true
    switch terminal.wait(milliseconds: nil) {
    case .closed: return .closed
    case .signal(let number): return .signal(number)
    case .idle: needsDrawing = false
    case .resized: break
    case .key(let key):
      guard let action = action(for: key, in: state, pack: pack) else {
        needsDrawing = false
        continue
      }
      if apply(action, to: &state, pack: pack, effects: effects) { return .left }
      if effects.follow(&state, &pack) { renderer = Renderer(pack) }
    }
  }
}

/// Applies an action and what follows from it; true when the person leaves.
package func apply(
  _ action: Walkthrough.Action, to state: inout Walkthrough.State, pack: ContentPack,
  effects: WalkthroughEffects
) -> Bool {
  for effect in reduce(&state, action, in: pack) {
    switch effect {
    case .save(let path): _ = reduce(&state, effects.save(path, state), in: pack)
    case .leave:
      guard let obstacle = effects.beforeLeaving(state) else { return true }
      // Only once: who leaves again leaves.
      if state.file.fault != nil && state.screen == .leave { return true }
      _ = reduce(&state, .obstacleMet, in: pack)
      _ = reduce(&state, obstacle, in: pack)
    }
  }
  return false
}
