import QuestionnaireModel
import RecommendationCore
import TextUI
import WalkthroughCore

/// The keys that work on the screen that is seen, the most needed first: where there is little room
/// the last are left out.
func keyHints(_ scene: Scene, hasWords: Bool) -> [KeyHint] {
  let state = scene.state
  let isTyping = isTypingText(state, in: scene.pack)
  var hints: [KeyHint] = []
  func add(_ key: ScreenWord, _ does: ScreenWord) {
    let hint = KeyHint(scene.word(key), scene.word(does), press: key.pressed)
    // In a kiosk the way out is seen on every screen, however little room there is.
    let isWayOut = does == .doesLeave && state.kiosk != nil
    hints.insert(hint, at: isWayOut ? min(2, hints.count) : hints.count)
  }
  switch state.screen {
  case .question(let id, _):
    let kind = scene.pack.questionnaire.kind(of: id)
    let isPicked = isPickedLineByLine(kind) && !state.visit.isMarkedByNumber
    add(.keyEnter, isPicked ? .doesChoose : .doesContinue)
    add(.keyBack, .doesBack)
    if isTyping {
      add(.keyF1, .doesHelp)
      add(.keyF2, .doesWhy)
      add(.keyEmergencyAlways, .doesEmergency)
      if hasWords { add(.keyWordsAlways, .doesWords) }
      if scene.state.response != .init() { add(.keyReviewAlways, .doesReview) }
      add(.keyLeaveAlways, .doesLeave)
      add(.keySectionsAlways, .doesSections)
    } else {
      add(.keyHelp, .doesHelp)
      if case .scale = kind { add(.keyLeftRight, .doesChange) }
      if case .each = kind { add(.keySpace, .doesChange) }
      add(.keyWhy, .doesWhy)
      add(.keyEmergency, .doesEmergency)
      if hasWords { add(.keyWords, .doesWords) }
      if scene.state.response != .init() { add(.keyReview, .doesReview) }
      add(.keyLeave, .doesLeave)
      add(.keySections, .doesSections)
    }
  case .save:
    add(.keyEnter, .doesSave)
    add(.keyBack, .doesBack)
    add(.keyLeaveAlways, .doesLeave)
    if hasWords { add(.keyWordsAlways, .doesWords) }
  case .result:
    add(.keyEnter, .doesContinue)
    add(.keyBack, .doesBack)
    add(.keyHelp, .doesHelp)
    if state.offersArticle { add(.keyArticle, .doesArticle) }
    add(.keyLeftRight, .doesParts)
    add(.keyUpDown, .doesRead)
    add(.keySources, .doesSources)
    add(.keyReview, .doesReview)
    add(.keyLeave, .doesLeave)
    add(.keyEmergency, .doesEmergency)
    if hasWords { add(.keyWords, .doesWords) }
    add(.keySections, .doesSections)
  case .search:
    add(.keyEnter, isTyping ? .doesSearch : .doesChoose)
    add(.keyBack, .doesBack)
    add(.keyUpDown, .doesMove)
    add(.keyLeaveAlways, .doesLeave)
  case .codes:
    let isSeen = state.handOver.codes?.code != nil
    add(.keyEnter, .doesChoose)
    add(.keyBack, isSeen ? .doesHide : .doesBack)
    add(.keyHelp, .doesHelp)
    add(.keyLeave, .doesLeave)
    add(.keyEmergency, .doesEmergency)
    if isSeen, state.handOver.codes?.pages.count != 1 { add(.keyLeftRight, .doesCodes) }
    if hasWords { add(.keyWords, .doesWords) }
  case .visitCode:
    add(.keyEnter, .doesContinue)
    add(.keyBack, .doesBack)
    add(.keyHelp, .doesHelp)
    add(.keyEmergency, .doesEmergency)
    add(.keyLeave, .doesLeave)
  case .idleWarning: add(.keyAny, .doesStay)
  case .thanks: add(.keyAny, .doesClose)
  case .attract:
    add(.keyEnter, .doesChoose)
    add(.keyUpDown, .doesMove)
    add(.keyHelp, .doesHelp)
  case .welcome:
    add(.keyEnter, .doesChoose)
    add(.keyUpDown, .doesMove)
    add(.keyHelp, .doesHelp)
    add(.keyLeave, .doesLeave)
  case .leave:
    add(.keyEnter, .doesChoose)
    add(.keyUpDown, .doesMove)
    add(.keyBack, .doesBack)
    if hasWords { add(.keyWords, .doesWords) }
  case .checkAnswers, .changeEffect, .consistency, .interruption, .flag, .pattern, .treatment,
    .pageList, .page, .sources, .claim, .step, .grounds, .headings, .sections, .help, .why, .words,
    .glossary, .emergencyHelp, .handOverChoice, .shownPages, .printing, .saved, .sealing:
    add(.keyEnter, .doesChoose)
    add(.keyBack, .doesBack)
    if state.screen != .help { add(.keyHelp, .doesHelp) }
    if state.offersArticle { add(.keyArticle, .doesArticle) }
    add(.keyUpDown, .doesRead)
    add(.keyLeave, .doesLeave)
    if !state.screen.tellsWhatToDoNow { add(.keyEmergency, .doesEmergency) }
    if state.screenOfSources(in: scene.pack) != nil { add(.keySources, .doesSources) }
    if hasWords { add(.keyWords, .doesWords) }
    if state.screen.isReading { add(.keySearch, .doesSearch) }
    if state.pageWithHeadings(in: scene.pack) != nil { add(.keyHeadings, .doesHeadings) }
    if state.canGoForward { add(.keyForward, .doesForward) }
    if state.canShowSections { add(.keySections, .doesSections) }
  }
  if state.kiosk?.hasKeypadAlone == true {
    let way = scene.word(.doesLeave)
    return hints.filter {
      state.takesAnyKey || $0.does == way || $0.press?.isOnKeypad == true
    }
  }
  guard state.screen != .leave, !state.takesAnyKey else { return hints }
  if state.canUndo { add(isTyping ? .keyUndoAlways : .keyUndo, .doesUndo) }
  if state.canRedo {
    add(isTyping || mayMeanYes(state, in: scene.pack) ? .keyRedoAlways : .keyRedo, .doesRedo)
  }
  return hints
}

extension Key {
  /// Whether a keypad has it, or another for the same.
  fileprivate var isOnKeypad: Bool {
    [.enter, .escape, .character("?"), .function(1)].contains(self)
  }
}

extension ScreenWord {
  /// The key that the word names; `nil` where it names several, or none.
  fileprivate var pressed: Key? {
    switch self {
    case .keyEnter: .enter
    case .keySpace: .character(" ")
    case .keyBack: .escape
    case .keyWhy: .character("w")
    case .keyWords: .character("m")
    case .keyHelp: .character("?")
    case .keyEmergency: .character("e")
    case .keyReview: .character("r")
    case .keySources: .character("s")
    case .keyArticle: .character("a")
    case .keySections: .character("l")
    case .keySearch: .character("/")
    case .keyHeadings: .character("h")
    case .keyForward: .character("f")
    case .keyUndo: .character("z")
    case .keyRedo: .character("y")
    case .keyLeave: .character("q")
    case .keyLeaveAlways: .control("c")
    case .keyF1: .function(1)
    case .keyF2: .function(2)
    case .keyReviewAlways: .function(3)
    case .keyEmergencyAlways: .function(4)
    case .keyWordsAlways: .function(5)
    case .keyUndoAlways: .function(6)
    case .keyRedoAlways: .function(7)
    case .keySectionsAlways: .function(8)
    default: nil
    }
  }
}

/// Whether Enter marks a line and leaves the way on to the last one.
private func isPickedLineByLine(_ kind: Item.Kind?) -> Bool {
  switch kind {
  case .choices, .zones, .each: true
  default: false
  }
}

extension Walkthrough.Screen {
  /// Where the numbers to call and what to do at once stand already, and every line is needed.
  fileprivate var tellsWhatToDoNow: Bool {
    switch self {
    case .emergencyHelp, .interruption: true
    default: false
    }
  }
}
