import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import TerminalTestKit
import TextUI
import WalkthroughCore
import WalkthroughTestKit
import kneeguide

/// What came of keys that went through the real loop.
struct Journey {
  let state: Walkthrough.State
  let ending: Ending
  let frames: [Frame]
  let saved: [String]

  /// The last screen.
  var screen: String { frames.last?.text ?? "" }

  func answer(_ id: Item.ID) -> Answer? { state.response[id] }
}

/// The keys through the loop.
///
/// After the last of them the terminal vanishes.
func journey(
  _ keys: Keys, from start: Walkthrough.State = .fixture(),
  size: Size = Size(width: 80, height: 24),
  save: @escaping (String) -> Walkthrough.Action = { .saved(at: $0, note: nil) },
  obstacle: Walkthrough.Action? = nil, pointer: PointerUse = .none
) -> Journey {
  journey(
    keys.keys.map { .key($0) }, from: start, size: size, save: save, obstacle: obstacle,
    pointer: pointer)
}

func journey(
  _ events: [TerminalEvent], from start: Walkthrough.State = .fixture(),
  size: Size = Size(width: 80, height: 24),
  save: @escaping (String) -> Walkthrough.Action = { .saved(at: $0, note: nil) },
  obstacle: Walkthrough.Action? = nil, pointer: PointerUse = .none
) -> Journey {
  var saved: [String] = []
  var effects = WalkthroughEffects(
    save: { path, _ in
      saved.append(path)
      return save(path)
    }, beforeLeaving: { _ in obstacle })
  effects.handOut = { form, _ in form == .screen ? .pagesShown([.text("A page.")]) : nil }
  var terminal = ScriptedTerminal(size: size, events: events)
  var state = start
  let ending = runLoop(
    &terminal, &state, pack: FixturePack.pack, effects: effects, pointer: pointer)
  return Journey(state: state, ending: ending, frames: terminal.frames, saved: saved)
}

extension Keys {
  /// From the welcome to "check your answers": the answers of `FixturePack.fullAnswers`.
  static let wholeWalk: Keys = """
    <enter> 0 <enter> 67 <enter> 1 <enter> 170 <enter> 80.5 <enter> <paste:It squeaks.> <enter>
    2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 2 3 <end> <enter> 3 <end> <enter>
    1 1 2 2 <end> <enter>
    """

  static func + (a: Keys, b: Keys) -> Keys { Keys(a.keys + b.keys) }
}
