import QuestionnaireModel
import RecommendationCore

/// One step back, with nothing lost: what stands on the screen stays as a draft.
func reduceBack(
  _ state: inout Walkthrough.State, in pack: ContentPack
) -> [Walkthrough.Effect] {
  if state.pop() { return [] }
  switch state.screen {
  case .question(_, isChange: true): state.go(to: .checkAnswers)
  case .question(let id, isChange: false):
    return goBack(&state, to: state.question(before: id, in: pack))
  case .interruption:
    // Back to the answer that raised it: it may have been a slip of the finger.
    return goBack(&state, to: lastAnswered(state, in: pack))
  case .checkAnswers: return goBack(&state, to: state.question(before: nil, in: pack))
  case .changeEffect(let id, _): state.go(to: .question(id, isChange: true))
  case .consistency: state.go(to: .checkAnswers)
  case .result(let part):
    state.go(to: state.previousPart(before: part, in: pack).map { .result($0) } ?? .checkAnswers)
  case .pageList, .page: return [.leave]
  default: return reduceLeave(&state)
  }
  return []
}

/// To a question, or where none is left to the first screen.
///
/// That of a kiosk is for somebody new, so back from the first question asks whether to end.
private func goBack(
  _ state: inout Walkthrough.State, to question: Item.ID?
) -> [Walkthrough.Effect] {
  if question == nil, state.kiosk != nil { return reduceLeave(&state) }
  state.go(to: question.map { .question($0, isChange: false) } ?? .welcome)
  return []
}

/// The last item, in the order asked, that the stop rests on.
private func lastAnswered(_ state: Walkthrough.State, in pack: ContentPack) -> Item.ID? {
  guard case .interruption(let flags) = state.screen else { return nil }
  let because = raisedFlags(state.answers(in: pack), rules: pack.rules)
    .filter { flags.contains($0.id) }.flatMap(\.because).map(\.item)
  return because.max {
    (pack.questionnaire.position(of: $0) ?? 0) < (pack.questionnaire.position(of: $1) ?? 0)
  }
}

/// Asks before it leaves, unless nothing has been said.
func reduceLeave(_ state: inout Walkthrough.State) -> [Walkthrough.Effect] {
  if state.screen == .leave || state.screen == .thanks { return reduceLeaveNow(&state) }
  if state.kiosk != nil, !state.hasBegun { return [] }
  if state.response == QuestionnaireResponse() { return [.leave] }
  state.push(.leave)
  return []
}

/// To "check your answers", from any place after the first answer.
func reduceReview(_ state: inout Walkthrough.State, in pack: ContentPack) {
  guard state.response != QuestionnaireResponse(), state.screen != .checkAnswers else { return }
  state.go(to: .checkAnswers)
}

/// To what the words of the screen mean, where it has any.
func reduceWords(_ state: inout Walkthrough.State, _ terms: [GlossaryTerm.ID]) {
  switch state.screen {
  case .words, .glossary: break
  default: if !terms.isEmpty { state.push(.words(terms)) }
  }
}

/// An answer that came as a whole; one that does not fit its item changes nothing.
func reduceAnswer(
  _ state: inout Walkthrough.State, _ id: Item.ID, _ answer: Answer, in pack: ContentPack
) {
  guard let item = pack.questionnaire[id], item.fault(in: answer) == nil else { return }
  if case .question(id, let isChange) = state.screen {
    state.offer(answer, to: id, isChange: isChange, in: pack)
  } else {
    state.take(answer, to: id, in: pack)
  }
}

/// Moves the focus or the text.
///
///     over a picture                                     ->   the zone on that side gets the focus
///     among answers, or what was found                   ->   the next entry gets the focus, round and round
///     the next entry is on the screen or just below it   ->   it gets the focus
///     otherwise                                          ->   the text moves by a line
///
/// So a text with a link at its end is read to the end first.
func reduceMove(
  _ state: inout Walkthrough.State, _ direction: Walkthrough.Direction, in pack: ContentPack
) {
  let entries = state.entries(in: pack)
  if state.visit.waiting != nil, let item = state.item(in: pack) { forgetWaiting(&state, item) }
  state.visit.isMarkedByNumber = false
  if direction == .left || direction == .right, let item = state.item(in: pack),
    reduceSideways(&state, direction, item: item, entries: entries)
  {
    return
  }
  if state.moveOverPicture(direction, entries: entries, in: pack) { return }
  if state.screen == .codes, direction == .left || direction == .right {
    return state.turnCode(by: direction == .right ? 1 : -1)
  }
  if case .result(let part) = state.screen, direction == .left || direction == .right {
    let other =
      direction == .right
      ? state.nextPart(after: part, in: pack) : state.previousPart(before: part, in: pack)
    if let other { state.go(to: .result(other)) }
    return
  }
  let count = entries.count
  let keepsFocusSeen = state.keepsFocusSeen
  switch direction {
  case .up: step(&state, by: -1, count: count, wraps: keepsFocusSeen)
  case .down: step(&state, by: 1, count: count, wraps: keepsFocusSeen)
  case .first:
    if keepsFocusSeen { state.visit.focus = 0 }
    state.visit.scroll = 0
  case .last:
    if keepsFocusSeen { state.visit.focus = max(0, count - 1) }
    state.visit.scroll = state.visit.metrics?.scrollLimit ?? 0
  case .pageUp: page(&state, by: -1, keepsFocusSeen: keepsFocusSeen)
  case .pageDown: page(&state, by: 1, keepsFocusSeen: keepsFocusSeen)
  case .left, .right: break
  }
}

/// Moves by one entry in the order in which they stand on the screen, which on a ladder is not the
/// order of their numbers.
private func step(_ state: inout Walkthrough.State, by delta: Int, count: Int, wraps: Bool) {
  let next = state.visit.entry(state.visit.focus, movedBy: delta)
  guard let metrics = state.visit.metrics, !metrics.entries.isEmpty else {
    if count > 0 {
      state.visit.focus = wraps ? (next + count) % count : min(max(next, 0), count - 1)
    }
    return
  }
  if wraps {
    guard count > 0 else { return }
    state.visit.focus = (next + count) % count
    state.visit.revealFocus()
    return
  }
  let seen = state.visit.seenLines
  let wanted = state.visit.isFocusSeen ? next : delta > 0 ? state.visit.firstEntrySeen : nil
  if let wanted, metrics.entries.indices.contains(wanted) {
    let lines = metrics.entries[wanted]
    let isNear =
      delta > 0 ? lines.lowerBound <= seen.upperBound + 1 : lines.upperBound >= seen.lowerBound - 1
    if isNear {
      state.visit.focus = wanted
      state.visit.revealFocus()
      return
    }
  }
  state.visit.scroll = min(max(state.visit.scroll + delta, 0), metrics.scrollLimit)
}

private func page(_ state: inout Walkthrough.State, by delta: Int, keepsFocusSeen: Bool) {
  guard let metrics = state.visit.metrics else { return }
  let seen = state.visit.seenLines
  var line = seen.lowerBound + max(1, metrics.height - 1) * delta
  // An entry that the edge cuts stands whole on the next page.
  if delta > 0,
    let cut = metrics.entries.first(where: {
      seen.lowerBound < $0.lowerBound && $0.lowerBound < seen.upperBound
        && seen.upperBound < $0.upperBound
    })
  {
    line = min(line, cut.lowerBound)
  } else if delta < 0,
    let cut = metrics.entries.last(where: {
      $0.lowerBound < seen.lowerBound && seen.lowerBound < $0.upperBound
        && $0.upperBound < seen.upperBound
    })
  {
    line = max(line, cut.upperBound - metrics.height)
  }
  look(&state, at: line, by: delta, keepsFocusSeen: keepsFocusSeen)
}

/// A wheel: nothing where all is seen.
func reduceScroll(_ state: inout Walkthrough.State, by lines: Int, in pack: ContentPack) {
  guard let metrics = state.visit.metrics, metrics.scrollLimit > 0, lines != 0 else { return }
  let item = state.item(in: pack)
  if let item { forgetWaiting(&state, item) }
  let line = max(-metrics.contentHeight, min(metrics.contentHeight, lines)) + state.visit.scroll
  look(&state, at: line, by: lines.signum(), keepsFocusSeen: state.keepsFocusSeen)
}

private func look(
  _ state: inout Walkthrough.State, at line: Int, by delta: Int, keepsFocusSeen: Bool
) {
  state.visit.scroll = min(max(line, 0), state.visit.metrics?.scrollLimit ?? 0)
  // Among answers, and what was found, the focus follows the eye; in a text it stays on the way on.
  if keepsFocusSeen,
    let target = delta > 0 ? state.visit.entriesSeen.last : state.visit.entriesSeen.first
  {
    state.visit.focus = target
  }
}

extension Walkthrough.Visit {
  var seenLines: Range<Int> { scroll..<(scroll + (metrics?.height ?? 0)) }

  /// The entries that are seen whole.
  var entriesSeen: [Int] {
    (metrics?.entries ?? []).indices.filter { isSeen($0) }
  }

  /// The highest entry that is seen whole.
  var firstEntrySeen: Int? {
    let lines = metrics?.entries ?? []
    return entriesSeen.min { (lines[$0].lowerBound, $0) < (lines[$1].lowerBound, $1) }
  }

  /// The entry that stands so many places below another on the screen; beyond the ends, and where
  /// nothing was drawn, its number moved as far.
  func entry(_ index: Int, movedBy delta: Int) -> Int {
    let lines = metrics?.entries ?? []
    let order = lines.indices.sorted { (lines[$0].lowerBound, $0) < (lines[$1].lowerBound, $1) }
    guard let place = order.firstIndex(of: index) else { return index + delta }
    return order.indices.contains(place + delta) ? order[place + delta] : place + delta
  }

  /// Whether the focused entry is seen.
  ///
  /// Before the first drawing everything counts as seen.
  var isFocusSeen: Bool { metrics == nil || isSeen(focus) }

  private func isSeen(_ index: Int) -> Bool {
    guard let metrics, metrics.entries.indices.contains(index) else { return false }
    let lines = metrics.entries[index]
    // An entry taller than the screen is seen when its head is.
    return seenLines.contains(lines.lowerBound)
      && (lines.upperBound <= seenLines.upperBound || lines.count > metrics.height)
  }

  /// Scrolls as little as shows the focused entry.
  mutating func revealFocus() {
    guard let metrics, metrics.entries.indices.contains(focus) else { return }
    let lines = metrics.entries[focus]
    if lines.upperBound > scroll + metrics.height { scroll = lines.upperBound - metrics.height }
    if lines.lowerBound < scroll { scroll = lines.lowerBound }
    // The question above the first entry is shown with it, where both find room.
    let isTooTall = lines.count > metrics.height
    if focus == 0 && lines.lowerBound < metrics.height
      && (isTooTall || lines.upperBound <= metrics.height)
    {
      scroll = 0
    }
  }
}

extension Walkthrough.State {
  /// Takes over what drawing told: the scroll that was used, and which entries have been seen.
  mutating func noteDrawn(_ metrics: Walkthrough.Metrics) {
    visit.metrics = metrics
    visit.scroll = metrics.scroll
    // In a window too small to draw in the passage is still to be shown.
    if metrics.height > 0 { visit.passage = nil }
    visit.seen.formUnion(visit.entriesSeen)
  }
}
