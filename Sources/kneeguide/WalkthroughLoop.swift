import Kiosk
package import RecommendationCore
package import Screens
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
  /// Hands the pages over in a form that is no file; `nil`: nothing is to be told.
  package var handOut: (Walkthrough.Form, Walkthrough.State) -> Walkthrough.Action? = { _, _ in nil
  }
  /// Whether something that was begun goes on, so that the next is asked before long.
  package private(set) var isBusy: () -> Bool = { false }
  /// What came of it, in the words of a pack, once; it never waits.
  ///
  /// Late news come also when nothing goes on any more.
  package private(set) var news: (Wording) -> Walkthrough.Action? = { _ in nil }
  /// What the person waits for while this is done; `nil`: it takes no time.
  package var awaited: (Walkthrough.Effect, Walkthrough.State) -> Walkthrough.Form? = { _, _ in nil
  }
  /// Called before leaving; an action keeps the person here, since something could not be done.
  package var beforeLeaving: (Walkthrough.State) -> Walkthrough.Action?
  /// The pack in a language; `nil` where there is none that can be read.
  package var pack: (String) -> ContentPack?
  /// Rings the bell of the terminal.
  package var ring: () -> Void = {}
  /// The colours of a look that a visitor chose.
  package var theme: (Walkthrough.Look) -> Theme = { _ in .default }

  package init(
    save: @escaping (String, Walkthrough.State) -> Walkthrough.Action,
    beforeLeaving: @escaping (Walkthrough.State) -> Walkthrough.Action? = { _ in nil },
    pack: @escaping (String) -> ContentPack? = { _ in nil }
  ) {
    self.save = save
    self.beforeLeaving = beforeLeaving
    self.pack = pack
  }

  /// Hears from one more that goes on beside the keys.
  package mutating func follow(
    isBusy: @escaping () -> Bool, news: @escaping (Wording) -> Walkthrough.Action?
  ) {
    let (others, othersNews) = (self.isBusy, self.news)
    self.isBusy = { others() || isBusy() }
    self.news = { othersNews($0) ?? news($0) }
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

/// Where a click led to another screen, further clicks that follow within so many milliseconds are
/// of the same double click, and must not answer what nobody has read.
private let doubleClick = 300

/// So many milliseconds at most lie between two looks at what goes on beside the keys.
private let busyWait = 100

/// Draws the first screen, for which the pack need hold no more than what that screen says.
///
/// The loop draws the same screen again, and so writes nothing more.
package func showFirst<T: Terminal & ~Copyable>(
  _ state: Walkthrough.State, on terminal: inout T, pack: ContentPack, pointer: PointerUse = .none
) {
  var state = state
  state.settleFocus(in: pack)
  terminal.present(
    render(state, in: pack, size: terminal.size, glyphs: terminal.glyphs, pointer: pointer).frame)
}

/// The one loop of the screen: draw, wait, act.
///
/// `now` gives milliseconds of a clock that never jumps; `nil`: the machine's.
package func runLoop<T: Terminal & ~Copyable>(
  _ terminal: inout T, _ state: inout Walkthrough.State, pack: ContentPack,
  effects: WalkthroughEffects, pointer use: PointerUse = .none, timer: VisitorTimer? = nil,
  voice: Voice? = nil, now: (() -> Int)? = nil
) -> Ending {
  let now = now ?? monotonicMilliseconds
  var codeClock = Walkthrough.CodeClock()
  var pack = pack
  state.settleFocus(in: pack)
  var renderer = Renderer(pack, pointer: use)
  var pointing = Pointing()
  var isSettling = false
  var needsDrawing = true
  var shown: RenderedScreen?
  var look = state.look
  func act(_ action: Walkthrough.Action) -> Bool {
    apply(action, to: &state, pack: pack, effects: effects) { waiting in
      terminal.present(
        renderer.render(waiting, size: terminal.size, glyphs: terminal.glyphs).frame)
    }
  }
  while true {
    for due in [timer?.action(in: state), codeClock.action(in: state, at: now())] {
      guard let due else { continue }
      if act(due) { return .left }
      needsDrawing = true
    }
    if let news = effects.news(pack.wording) {
      if apply(news, to: &state, pack: pack, effects: effects) { return .left }
      needsDrawing = true
    }
    if state.look != look {
      look = state.look
      terminal.wear(effects.theme(look))
    }
    if needsDrawing {
      var drawn = renderer.render(state, size: terminal.size, glyphs: terminal.glyphs)
      if state.screen == .codes {
        // What was made for another window is made anew before it is seen.
        let codes = state.handOver.codes
        if act(.drawn(drawn.metrics)) { return .left }
        if state.handOver.codes != codes {
          drawn = renderer.render(state, size: terminal.size, glyphs: terminal.glyphs)
        }
      }
      terminal.present(drawn.frame)
      renderer.tidy()
      _ = reduce(&state, .drawn(drawn.metrics), in: pack)
      shown = drawn
    }
    if voice?.follow(state, in: pack) == false {
      _ = act(.speechFailed)
      needsDrawing = true
      continue
    }
    needsDrawing = true
    terminal.letsBurstsThrough = isTypingText(state, in: pack)
    timer?.beat(in: state)
    let patience = [
      isSettling ? doubleClick : nil, effects.isBusy() ? busyWait : nil,
      codeClock.milliseconds(at: now()),
    ].compactMap(\.self).min()
    let event = terminal.wait(
      milliseconds: timer?.milliseconds(in: state, atMost: patience) ?? patience)
    if case .key(let key) = event {
      if timer?.noteKey(key, on: state.screen) == .struckTwice {
        needsDrawing = false
        continue
      }
      voice?.hush()
      if state.speaks, key == .character("/"), !isTypingText(state, in: pack) {
        voice?.again()
        continue
      }
      if state.takesAnyKey, !key.isLettingGo {
        pointing.letGo()
        // Whatever is pressed twice in a hurry does nothing beyond.
        isSettling = true
        let meant = actionOfAnyKey(key, over: shown, in: state, pack: pack)
        if act(meant) { return .left }
        continue
      }
    }
    switch event {
    case .closed: return .closed
    case .signal(let number): return .signal(number)
    case .idle:
      isSettling = false
      needsDrawing = false
    case .resized: pointing.letGo()
    case .key(.pointer(let pointer)):
      needsDrawing = false
      guard !isSettling, use != .none, let shown else { continue }
      switch pointing.take(pointer, over: shown.targets) {
      case .nothing: break
      case .held(let target): terminal.present(shown.frame.pressing(target))
      case .released: terminal.present(shown.frame)
      case .scrolled(let lines):
        _ = reduce(&state, .scrolled(by: lines), in: pack)
        needsDrawing = true
      case .acted(let target):
        needsDrawing = true
        guard let action = action(for: target, in: state, pack: pack) else { continue }
        let before = state.screen
        if act(action) { return .left }
        if effects.follow(&state, &pack) { renderer = Renderer(pack, pointer: use) }
        isSettling = state.screen != before
      }
    case .key(.control("z")) where state.kiosk != nil: needsDrawing = false
    case .key(.control("z")):
      pointing.letGo()
      terminal.suspend()
      needsDrawing = false
    case .key(let key):
      pointing.letGo()
      isSettling = false
      guard let action = action(for: key, in: state, pack: pack) else {
        needsDrawing = false
        continue
      }
      if act(action) { return .left }
      if effects.follow(&state, &pack) { renderer = Renderer(pack, pointer: use) }
    }
  }
}

/// Applies an action and what follows from it; true when the person leaves.
///
/// Before the person has to wait, `showing` gets the state that says so.
package func apply(
  _ action: Walkthrough.Action, to state: inout Walkthrough.State, pack: ContentPack,
  effects: WalkthroughEffects, showing: (Walkthrough.State) -> Void = { _ in }
) -> Bool {
  for effect in reduce(&state, action, in: pack) {
    if let form = effects.awaited(effect, state) {
      _ = reduce(&state, .waitBegan(form), in: pack)
      showing(state)
    }
    switch effect {
    case .save(let path): _ = reduce(&state, effects.save(path, state), in: pack)
    case .handOut(let form):
      if let told = effects.handOut(form, state) { _ = reduce(&state, told, in: pack) }
    case .ring: effects.ring()
    case .leave:
      let obstacle = effects.beforeLeaving(state)
      // Only once: who leaves again leaves.
      guard let obstacle, state.file.fault == nil || state.screen != .leave else {
        state.forgetSteps()
        return true
      }
      _ = reduce(&state, .obstacleMet, in: pack)
      _ = reduce(&state, obstacle, in: pack)
    }
  }
  return false
}

/// Where any key does: one of them, or a box, asks for more time.
private func actionOfAnyKey(
  _ key: Key, over shown: RenderedScreen?, in state: Walkthrough.State, pack: ContentPack
) -> Walkthrough.Action {
  let more = Target.Meaning.action(.entryTouched(.moreTime))
  if case .pointer(let pointer) = key,
    shown?.targets.contains(where: { $0.meaning == more && $0.contains(pointer.at) }) == true
  {
    return .moreTimePressed
  }
  return action(for: key, in: state, pack: pack) ?? .anyKeyPressed
}

extension Key {
  /// The end of a press, which is no key by itself.
  fileprivate var isLettingGo: Bool {
    if case .pointer(let pointer) = self { pointer.kind == .release } else { false }
  }
}
