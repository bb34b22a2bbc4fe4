import QuestionnaireModel
package import RecommendationCore

/// The next state, and what the world has to do.
///
/// The one way in which a walkthrough changes.
///
/// An action that has no meaning on the screen changes nothing.
package func reduce(
  _ state: inout Walkthrough.State, _ action: Walkthrough.Action, in pack: ContentPack
) -> [Walkthrough.Effect] {
  // Drawing says nothing, and what was said above the screen is to be drawn.
  if case .drawn(let metrics) = action {
    state.noteDrawn(metrics)
    state.settleFocus(in: pack)
    return state.codesToMake
  }
  let before = state.moment
  let place = state.place
  state.notice = nil
  let (past, future) = (state.history.past.count, state.history.future.count)
  let effects = reduceAction(&state, action, in: pack)
  state.hideCoveredCodes()
  state.settleFocus(in: pack)
  // To go back or forward in the history is no step of it.
  if (past, future) == (state.history.past.count, state.history.future.count) {
    state.noteStep(since: before)
  }
  return effects + (state.rings(after: place) ? [.ring] : [])
}

private func reduceAction(
  _ state: inout Walkthrough.State, _ action: Walkthrough.Action, in pack: ContentPack
) -> [Walkthrough.Effect] {
  if state.letsGoOfDigit(before: action) { return [] }
  switch action {
  case .drawn: break
  case .undoPressed: state.undo()
  case .redoPressed: state.redo()
  case .backPressed: return reduceBack(&state, in: pack)
  case .helpPressed: if state.screen != .help { state.push(.help) }
  case .emergencyPressed: if state.screen != .emergencyHelp { state.push(.emergencyHelp) }
  case .leavePressed: return reduceLeave(&state)
  case .reviewPressed: reduceReview(&state, in: pack)
  case .whyPressed: if let item = state.item(in: pack) { state.push(.why(item.id)) }
  case .sourcesPressed: state.showSources(in: pack)
  case .sourcesAsked(let entry): state.showSources(of: entry, in: pack)
  case .articlePressed: if state.offersArticle { state.showsArticle.toggle() }
  case .sectionsPressed: if state.canShowSections { state.push(.sections) }
  case .searchPressed: reduceSearch(&state)
  case .headingsPressed:
    if let page = state.pageWithHeadings(in: pack) { state.push(.headings(page)) }
  case .forwardPressed: state.goForward()
  case .wordsPressed(let terms): reduceWords(&state, terms)
  case .answered(let id, let answer): reduceAnswer(&state, id, answer, in: pack)
  case .chosen(let entry):
    guard let index = state.entries(in: pack).firstIndex(of: entry) else { return [] }
    state.visit.focus = index
    // Chosen by name, so there is nothing left that had to be seen first.
    state.visit.seen = Set(state.entries(in: pack).indices)
    return press(&state, entry, in: pack)
  case .entryTouched(let entry): return reduceTouch(&state, entry, in: pack)
  case .rowTouched(let row, let answer): touchRow(&state, row, answer, in: pack)
  case .scaleTouched(let number): touchScale(&state, number, in: pack)
  case .scrolled(let lines): reduceScroll(&state, by: lines, in: pack)
  case .pagesShown(let blocks):
    state.handOver.shown = blocks
    if state.screen != .shownPages { state.push(.shownPages) }
  case .printingEnded(let end): state.notePrinting(end)
  case .codesMade(let codes): state.show(codes)
  case .codesEnded:
    guard state.screen == .codes, state.pop() else { return [] }
    state.notice = .codesHidden
  case .waitBegan(let form): state.notice = .waiting(form)
  case .saved(let path, let note):
    state.file.savedAt = path
    state.file.note = note
    state.file.fault = nil
    if state.screen == .save { state.visit = Walkthrough.Visit(.saved) }
  case .saveFailed(let fault): state.file.fault = fault
  case .sealEnded(let outcome): state.sealing.end(with: outcome)
  case .obstacleMet:
    if state.screen == .leave { _ = state.pop() }
    if state.screen != .save { state.push(.save) }
  case .idleWarned, .idleEnded, .anyKeyPressed, .moreTimePressed: return reduceIdle(&state, action)
  case .speechPressed: if state.kiosk?.offersSpeech == true { state.speaks.toggle() }
  case .speechFailed:
    if state.speaks { state.notice = .speechEnded }
    state.speaks = false
  case .viewTurned(let delta): state.turnPicture(by: delta, in: pack)
  case .moved(let direction): reduceMove(&state, direction, in: pack)
  case .pressed, .spacePressed, .digitPressed, .characterTyped, .textPasted, .deletedBackward,
    .unitsPressed:
    return reduceScreen(&state, action, in: pack)
  }
  return []
}

/// One reducer for each kind of screen.
private func reduceScreen(
  _ state: inout Walkthrough.State, _ action: Walkthrough.Action, in pack: ContentPack
) -> [Walkthrough.Effect] {
  let entries = state.entries(in: pack)
  let focused = entries.indices.contains(state.visit.focus) ? entries[state.visit.focus] : nil
  switch (state.screen, action) {
  case (.question(let id, _), _):
    guard let item = pack.questionnaire[id] else { return [] }
    return reduceQuestion(&state, action, item: item, entries: entries, in: pack)
  case (.save, .characterTyped), (.save, .textPasted), (.save, .deletedBackward):
    if focused == .field(0) { reduceFileName(&state, action) }
  case (.visitCode, .characterTyped), (.visitCode, .digitPressed), (.visitCode, .textPasted),
    (.visitCode, .deletedBackward):
    reduceVisitCode(&state, action)
  case (.search, .characterTyped), (.search, .textPasted), (.search, .deletedBackward):
    reduceSearchWords(&state, action)
  case (_, .pressed), (_, .spacePressed):
    // What is not on the screen cannot be pressed: the text is turned first.
    if !state.visit.isFocusSeen {
      reduceMove(&state, .pageDown, in: pack)
    } else if let focused {
      return press(&state, focused, in: pack)
    }
  case (_, .digitPressed(let digit)):
    guard let number = state.number(endingIn: digit, in: pack) else { return [] }
    let index = number - 1
    guard entries.indices.contains(index) else { return [] }
    // A setting takes no focus, so that Enter still begins, and need not be seen by who asks for it.
    if state.screen == .attract, [.speech, .look].contains(entries[index]) {
      return press(&state, entries[index], in: pack)
    }
    state.visit.focus = index
    guard state.visit.isFocusSeen else {
      state.visit.revealFocus()
      return []
    }
    return press(&state, entries[index], in: pack)
  default: break
  }
  return []
}

/// What pressing an entry does, on every screen.
func press(
  _ state: inout Walkthrough.State, _ entry: Walkthrough.Entry, in pack: ContentPack
) -> [Walkthrough.Effect] {
  switch entry {
  case .start:
    let answers = state.answers(in: pack)
    let first = answers.unanswered.first ?? answers.enabled.first?.id
    state.go(to: first.map { .question($0, isChange: false) } ?? .checkAnswers)
  case .language(let code):
    state.language = code
    state.go(to: state.kiosk == nil ? .welcome : .attract)
  case .change(let id): state.go(to: .question(id, isChange: true))
  case .open(.checkAnswers): state.go(to: .checkAnswers)
  case .form(let form): return pressForm(&state, form)
  case .pages(let pages):
    // Who presses the one that is chosen already has done.
    if state.handOver.pages == pages { return reduceBack(&state, in: pack) }
    state.handOver.pages = pages
  case .turnCode(let delta): state.turnCode(by: delta)
  case .privateAnswers: state.handOver.includesPrivate.toggle()
  case .open(.search): reduceSearch(&state)
  case .open(let screen): state.push(screen)
  case .section(let id): pressSection(&state, id, in: pack)
  case .passage(let passage): pressHeading(&state, passage)
  case .findNow: find(&state, in: pack)
  case .hit(let index): pressHit(&state, index)
  case .stopHere:
    if case .interruption(let flags) = state.screen { state.acknowledged.formUnion(flags) }
    state.go(to: .result(.now))
  case .finishForClinician:
    if case .interruption(let flags) = state.screen { state.goOnAfterInterruption(flags, in: pack) }
  case .saveNow: return state.file.name.isEmpty ? [] : [.save(to: state.file.name)]
  case .sealNow: return pressSealNow(&state)
  case .keepChange: state.decideChange(isKept: true, in: pack)
  case .dropChange: state.decideChange(isKept: false, in: pack)
  case .help(let choice): return reduceHelpChoice(&state, choice, in: pack)
  case .look: state.look = state.look.next
  case .speech: return reduceAction(&state, .speechPressed, in: pack)
  case .moreTime: return reduceIdle(&state, .moreTimePressed)
  case .stay, .back: return reduceBack(&state, in: pack)
  case .leave: return reduceLeave(&state)
  case .staff:
    state.asksForStaff = true
    return [.leave]
  case .continue: reduceContinue(&state, in: pack)
  case .field:
    if state.screen == .save { return press(&state, .saveNow, in: pack) }
    if state.screen == .search { return press(&state, .findNow, in: pack) }
    if state.screen == .visitCode { return press(&state, .sealNow, in: pack) }
    return pressQuestionEntry(&state, entry, in: pack)
  case .option, .noneOfThese, .noToTheRest, .row, .scale, .switchUnits, .notSure, .skip:
    return pressQuestionEntry(&state, entry, in: pack)
  }
  return []
}

private func reduceContinue(_ state: inout Walkthrough.State, in pack: ContentPack) {
  switch state.screen {
  case .question: _ = pressQuestionEntry(&state, .continue, in: pack)
  case .checkAnswers:
    let open = state.answers(in: pack).unanswered.first
    state.go(to: open.map { .question($0, isChange: true) } ?? state.screenBeforeResult(in: pack))
  case .consistency(let id):
    state.confirmed.insert(id)
    state.go(to: state.screenBeforeResult(in: pack))
  case .result(let part):
    if let next = state.nextPart(after: part, in: pack) { state.go(to: .result(next)) }
  default: break
  }
}
