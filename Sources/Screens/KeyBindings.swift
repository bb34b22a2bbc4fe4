import QuestionnaireModel
package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// What a key means on the screen that is seen; `nil`: nothing.
///
/// Letters are commands only where no text is typed. Escape, the function keys and Ctrl-C work
/// everywhere.
package func action(
  for key: Key, in state: Walkthrough.State, pack: ContentPack
) -> Walkthrough.Action? {
  if state.takesAnyKey { return .anyKeyPressed }
  let isTyping = isTypingText(state, in: pack)
  switch key {
  case .enter: return .pressed
  case .escape: return .backPressed
  case .up: return .moved(.up)
  case .tab where showsPicture(state): return .viewTurned(by: 1)
  case .backTab where showsPicture(state): return .viewTurned(by: -1)
  case .down, .tab: return .moved(.down)
  case .backTab: return .moved(.up)
  case .left: return .moved(.left)
  case .right: return .moved(.right)
  case .home: return .moved(.first)
  case .end: return .moved(.last)
  case .pageUp: return .moved(.pageUp)
  case .pageDown: return .moved(.pageDown)
  case .backspace: return isField(state, in: pack) ? .deletedBackward : .backPressed
  case .function(1): return .helpPressed
  case .function(2): return .whyPressed
  case .function(3): return .reviewPressed
  case .function(4): return .emergencyPressed
  case .function(5): return wordsAction(state, in: pack)
  case .function(6): return .undoPressed
  case .function(7): return .redoPressed
  case .function(8): return .sectionsPressed
  case .control("c"): return .leavePressed
  case .paste(let text): return isField(state, in: pack) ? .textPasted(text) : nil
  case .character(let character):
    if isTyping { return .characterTyped(character) }
    return command(character, state, in: pack)
  default: return nil
  }
}

/// Whether the entries are seen as a picture, whose views Tab turns.
private func showsPicture(_ state: Walkthrough.State) -> Bool {
  state.visit.metrics?.showsPicture == true
}

private func command(
  _ character: Character, _ state: Walkthrough.State, in pack: ContentPack
) -> Walkthrough.Action? {
  if let digit = character.wholeNumberValue, character.isASCII { return .digitPressed(digit) }
  // The keys are named in capitals, and the lock may be on.
  switch character.lowercased() {
  case " ": return .spacePressed
  case "?": return .helpPressed
  case "b": return .backPressed
  case "w": return .whyPressed
  case "m": return wordsAction(state, in: pack)
  case "r": return .reviewPressed
  case "e": return .emergencyPressed
  case "q": return .leavePressed
  case "u": return .unitsPressed
  case "s": return .sourcesPressed
  case "a": return .articlePressed
  case "z": return .undoPressed
  case "y": return mayMeanYes(state, in: pack) ? nil : .redoPressed
  case "l": return .sectionsPressed
  case "/": return .searchPressed
  case "h": return .headingsPressed
  case "f": return .forwardPressed
  default: return isField(state, in: pack) ? .characterTyped(character) : nil
  }
}

/// Whether who presses Y may mean the answer "yes".
///
/// There it must not bring back an answer that may be "no".
func mayMeanYes(_ state: Walkthrough.State, in pack: ContentPack) -> Bool {
  guard let item = state.item(in: pack) else { return false }
  switch item.kind {
  case .yesNo: return true
  case .each(_, let options): return options.isEmpty || options.contains { $0.id == .yes }
  default: return item.options.contains { $0.id == .yes }
  }
}

/// Whether the keys write free text, so that letters are no commands.
package func isTypingText(_ state: Walkthrough.State, in pack: ContentPack) -> Bool {
  guard state.visit.focus == 0 else { return false }
  if state.screen == .save || state.screen == .search { return true }
  if case .text = state.item(in: pack)?.kind { return true } else { return false }
}

/// Whether something is typed on the screen, numbers included.
func isField(_ state: Walkthrough.State, in pack: ContentPack) -> Bool {
  let entries = state.entries(in: pack)
  guard entries.indices.contains(state.visit.focus), case .field = entries[state.visit.focus] else {
    return false
  }
  return true
}
