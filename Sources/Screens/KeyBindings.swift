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
  if state.takesAnyKey {
    let asksForTime = key == .character("2") && state.entries(in: pack).contains(.moreTime)
    return asksForTime ? .moreTimePressed : .anyKeyPressed
  }
  if state.kiosk != nil, let meant = keypadAction(for: key, in: state, pack: pack) { return meant }
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

/// What the keys beside the digits of a keypad mean in a kiosk; `nil`: the same as elsewhere.
///
///     *   back; what was typed goes first, sign by sign
///     -   the same, but where it is part of an answer
///     +   help
///     .   in an answer the sign that a keypad lacks
private func keypadAction(
  for key: Key, in state: Walkthrough.State, pack: ContentPack
) -> Walkthrough.Action? {
  guard case .character(let character) = key else { return nil }
  let item = state.item(in: pack)
  let isField = isField(state, in: pack)
  let takesHyphen = isTypingText(state, in: pack) || (isField && item?.kind == .date)
  switch character {
  case "+": return .helpPressed
  case "-" where takesHyphen: return .characterTyped("-")
  case "*", "-":
    return isField && !typedText(state, in: pack).isEmpty ? .deletedBackward : .backPressed
  case "." where isField && item?.kind == .date: return .characterTyped("-")
  case "." where isField && item.map { $0.kind == .bodySize && isFeet($0, state) } == true:
    return .characterTyped("'")
  default: return nil
  }
}

private func isFeet(_ item: Item, _ state: Walkthrough.State) -> Bool {
  state.visit.focus == 0 && state.draft(of: item).unit == 1
}

/// What stands in the focused field.
private func typedText(_ state: Walkthrough.State, in pack: ContentPack) -> String {
  if state.screen == .search { return state.visit.search.query }
  if state.screen == .save { return state.file.name }
  if state.screen == .visitCode { return state.sealing.code }
  guard let item = state.item(in: pack) else { return "" }
  let fields = state.draft(of: item).fields
  return fields.indices.contains(state.visit.focus) ? fields[state.visit.focus] : ""
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
  guard case .question(let id, _) = state.screen, case .text = pack.questionnaire.kind(of: id)
  else { return false }
  return true
}

/// Whether something is typed on the screen, numbers included.
func isField(_ state: Walkthrough.State, in pack: ContentPack) -> Bool {
  let entries = state.entries(in: pack)
  guard entries.indices.contains(state.visit.focus), case .field = entries[state.visit.focus] else {
    return false
  }
  return true
}
