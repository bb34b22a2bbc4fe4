import QuestionnaireModel
import RecommendationCore

/// A key on a question screen.
func reduceQuestion(
  _ state: inout Walkthrough.State, _ action: Walkthrough.Action, item: Item,
  entries: [Walkthrough.Entry], in pack: ContentPack
) -> [Walkthrough.Effect] {
  let focused = entries.indices.contains(state.visit.focus) ? entries[state.visit.focus] : nil
  if action != .pressed { forgetWaiting(&state, item) }
  switch action {
  case .pressed, .digitPressed: break
  default: state.visit.isMarkedByNumber = false
  }
  switch action {
  case .pressed:
    if state.visit.waiting != nil {
      showUnseen(&state, item, entries: entries)
    } else if state.visit.isMarkedByNumber, entries.contains(.continue) {
      return press(&state, .continue, in: pack)
    } else if let focused {
      return press(&state, focused, in: pack)
    }
  case .spacePressed:
    if case .field = focused {
      type(" ", in: item, &state)
    } else if case .option(let option) = focused {
      edit(item, &state) { $0.mark(option, in: item) }
    } else if let focused {
      return press(&state, focused, in: pack)
    }
  case .digitPressed(let digit):
    guard let number = state.number(endingIn: digit, in: pack) else { break }
    reduceDigit(number, item: item, entries: entries, &state)
  case .characterTyped(let character): type(String(character), in: item, &state)
  case .textPasted(let text): type(text, in: item, &state)
  case .deletedBackward:
    guard let index = fieldTyped(in: item, state) else { break }
    state.visit.focus = index
    edit(item, &state) { draft in
      if !draft.fields[index].isEmpty { draft.fields[index].removeLast() }
    }
  case .unitsPressed:
    if entries.contains(.switchUnits) { return press(&state, .switchUnits, in: pack) }
  default: break
  }
  return []
}

/// A digit types in a field, sets a scale, and elsewhere marks the entry of that number.
private func reduceDigit(
  _ digit: Int, item: Item, entries: [Walkthrough.Entry], _ state: inout Walkthrough.State
) {
  switch item.kind {
  case .number, .bodySize, .date, .text: type(String(digit), in: item, &state)
  case .scale:
    // 1 and then 0 is ten.
    edit(item, &state) { $0.rate(digit == 0 && $0.scale == 1 ? 10 : digit) }
    state.visit.focus = 0
  case .choices, .zones, .each:
    if digit == 0 { return declineAll(item, entries: entries, &state) }
    fallthrough
  case .yesNo, .choice:
    // "None of these" has the digit 0, so it takes no number among the others.
    let numbered = entries.filter { $0 != .noneOfThese && $0 != .noToTheRest }
    guard numbered.indices.contains(digit - 1) else { return }
    let entry = numbered[digit - 1]
    state.visit.focus = entries.firstIndex(of: entry) ?? state.visit.focus
    switch entry {
    case .option(let option): edit(item, &state) { $0.mark(option, in: item) }
    case .row(let row): edit(item, &state) { $0.turn(row, by: 1, in: item) }
    case .notSure: edit(item, &state) { $0.markNotSure() }
    case .skip: edit(item, &state) { $0.markSkipped() }
    default: return
    }
    state.visit.isMarkedByNumber = state.kiosk != nil
  }
}

/// "None of these" by a digit.
///
/// It only marks, and the way on gets the focus: a key held down must not run through pages.
private func declineAll(
  _ item: Item, entries: [Walkthrough.Entry], _ state: inout Walkthrough.State
) {
  if entries.contains(.noToTheRest) {
    edit(item, &state) { $0.declineRest(of: item) }
  } else if entries.contains(.noneOfThese) {
    edit(item, &state) { $0.markNone() }
  } else {
    return
  }
  state.visit.focus = entries.firstIndex(of: .continue) ?? state.visit.focus
}

/// Left and right on a scale and on a row change the answer; false where they mean nothing.
func reduceSideways(
  _ state: inout Walkthrough.State, _ direction: Walkthrough.Direction, item: Item,
  entries: [Walkthrough.Entry]
) -> Bool {
  guard entries.indices.contains(state.visit.focus) else { return false }
  let delta = direction == .right ? 1 : -1
  switch entries[state.visit.focus] {
  case .scale:
    edit(item, &state) { $0.rate(min(max(($0.scale ?? (delta > 0 ? -1 : 1)) + delta, 0), 10)) }
  case .row(let row): edit(item, &state) { $0.turn(row, by: delta, in: item) }
  default: return false
  }
  return true
}

/// What pressing an entry of a question does.
func pressQuestionEntry(
  _ state: inout Walkthrough.State, _ entry: Walkthrough.Entry, in pack: ContentPack
) -> [Walkthrough.Effect] {
  guard case .question(let id, let isChange) = state.screen, let item = pack.questionnaire[id]
  else {
    return []
  }
  let isSingle: Bool =
    switch item.kind {
    case .yesNo, .choice: true
    default: false
    }
  switch entry {
  case .option(let option):
    if isSingle {
      edit(item, &state) { $0.choose(option) }
      commit(item, isChange: isChange, &state, in: pack)
    } else {
      edit(item, &state) { $0.mark(option, in: item) }
    }
  case .row(let row): edit(item, &state) { $0.turn(row, by: 1, in: item) }
  case .noneOfThese:
    edit(item, &state) { $0.markNone() }
    commit(item, isChange: isChange, &state, in: pack)
  case .noToTheRest:
    guard isAllShown(&state, item, in: pack) else { return [] }
    edit(item, &state) { $0.declineRest(of: item) }
    commit(item, isChange: isChange, &state, in: pack)
  case .notSure:
    edit(item, &state) { $0.markNotSure() }
    commit(item, isChange: isChange, &state, in: pack)
  case .skip:
    edit(item, &state) { $0.markSkipped() }
    commit(item, isChange: isChange, &state, in: pack)
  case .switchUnits: edit(item, &state) { $0.switchUnit(of: item) }
  case .field(0) where item.kind == .bodySize: state.visit.focus = 1
  case .field, .scale, .continue: commit(item, isChange: isChange, &state, in: pack)
  default: break
  }
  return []
}

/// Makes the draft the answer and goes on; a draft that is none stays, with its fault.
private func commit(
  _ item: Item, isChange: Bool, _ state: inout Walkthrough.State, in pack: ContentPack
) {
  guard isAllShown(&state, item, in: pack) else { return }
  switch state.draft(of: item).answer(to: item) {
  case .success(let answer):
    state.offer(answer, to: item.id, isChange: isChange, in: pack)
  case .failure(let error):
    edit(item, &state) { $0.fault = error.fault }
    focusFault(error.fault, item: item, &state, in: pack)
  }
}

/// The focus goes to the first row that still needs an answer, else to the first entry.
private func focusFault(
  _ fault: Walkthrough.DraftFault, item: Item, _ state: inout Walkthrough.State,
  in pack: ContentPack
) {
  let draft = state.draft(of: item)
  let entries = state.entries(in: pack)
  let open = entries.firstIndex {
    if case .row(let row) = $0 { draft.rows[row] == nil } else { false }
  }
  state.visit.focus = open ?? 0
}

/// Whether every option has been on the screen.
///
/// If not, says so and shows the next ones.
private func isAllShown(
  _ state: inout Walkthrough.State, _ item: Item, in pack: ContentPack
) -> Bool {
  let entries = state.entries(in: pack)
  let unseen = firstUnseen(state, entries)
  // In a window too small to draw in nothing is seen at all.
  guard let unseen, let metrics = state.visit.metrics,
    metrics.contentHeight > metrics.height || metrics.height == 0
  else { return true }
  edit(item, &state) { $0.fault = .moreBelow }
  state.visit.waiting = state.visit.focus
  state.visit.focus = unseen
  state.visit.revealFocus()
  return false
}

/// Enter while answers are still to be seen: it shows the next ones and answers nothing.
///
/// When all have been seen the focus comes back to what was pressed, and the next Enter presses it.
private func showUnseen(
  _ state: inout Walkthrough.State, _ item: Item, entries: [Walkthrough.Entry]
) {
  if let unseen = firstUnseen(state, entries) {
    state.visit.focus = unseen
  } else {
    state.visit.focus = state.visit.waiting ?? 0
    forgetWaiting(&state, item)
  }
  state.visit.revealFocus()
}

/// The first answer that has not been on the screen; what only leads on need not be seen.
private func firstUnseen(_ state: Walkthrough.State, _ entries: [Walkthrough.Entry]) -> Int? {
  entries.indices.first { index in
    entries[index] != .continue && entries[index] != .noToTheRest
      && !state.visit.seen.contains(index)
  }
}

/// Any other key than Enter ends the wait: the person looks around alone.
func forgetWaiting(_ state: inout Walkthrough.State, _ item: Item) {
  guard state.visit.waiting != nil else { return }
  state.visit.waiting = nil
  if state.drafts[item.id]?.fault == .moreBelow { state.drafts[item.id]?.fault = nil }
}

func edit(
  _ item: Item, _ state: inout Walkthrough.State, _ change: (inout Walkthrough.Draft) -> Void
) {
  var draft = state.draft(of: item)
  draft.fault = nil
  change(&draft)
  state.drafts[item.id] = draft
}

/// The field that is typed in: the focused one, from another entry the first; `nil` where none is.
private func fieldTyped(in item: Item, _ state: Walkthrough.State) -> Int? {
  switch item.kind {
  case .text, .number, .date: 0
  case .bodySize: state.visit.focus < 2 ? state.visit.focus : 0
  default: nil
  }
}

/// Types into the focused field; from another entry the first field gets the focus.
private func type(_ text: String, in item: Item, _ state: inout Walkthrough.State) {
  let longest: Int
  let allowed: (Character) -> Bool
  switch item.kind {
  case .text(let limit):
    longest = limit
    allowed = { $0.unicodeScalars.allSatisfy(\.isPrintableInAnswers) }
  case .number, .bodySize, .date:
    longest = 12
    allowed = { $0.isASCII && ($0.isNumber || ".,'-\" ".contains($0)) }
  default: return
  }
  let index = fieldTyped(in: item, state) ?? 0
  state.visit.focus = index
  edit(item, &state) { draft in
    draft.isNotSure = false
    draft.isSkipped = false
    let room = max(0, longest - draft.fields[index].count)
    draft.fields[index] += String(text.filter(allowed).prefix(room))
  }
}

/// The file name on the save screen.
func reduceFileName(_ state: inout Walkthrough.State, _ action: Walkthrough.Action) {
  state.file.fault = nil
  func add(_ text: String) {
    let fits = text.filter { $0.unicodeScalars.allSatisfy(\.isPrintableInAnswers) }
    state.file.name += String(fits.prefix(max(0, 4000 - state.file.name.count)))
  }
  switch action {
  case .characterTyped(let character): add(String(character))
  case .textPasted(let text): add(text)
  case .deletedBackward: if !state.file.name.isEmpty { state.file.name.removeLast() }
  default: break
  }
}
