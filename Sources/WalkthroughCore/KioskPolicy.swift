import QuestionnaireModel

extension Walkthrough {
  /// What is otherwise where strangers use one screen, one after the other, with nobody beside them.
  ///
  /// It begins at `Screen.attract`. Every way out wipes what was said, and nothing asks for a file.
  package struct KioskPolicy: Equatable, Sendable {
    /// The clinic's own words for an emergency, below those that send a person to its desk; empty:
    /// none.
    package var deskWords = ""
    /// The clinic's name; empty: not said.
    package var clinic = ""
    /// The codes of the languages that are offered; empty: all that there are.
    package var languages: [String] = []
    /// Whether the screens can be read aloud.
    package var offersSpeech = false
    /// Whether there are no other keys than a keypad's, so that no others are named.
    package var hasKeypadAlone = false
    /// Whether staff can end the kiosk from here, by a number that another process asks for.
    package var hasStaffDoor = false
    /// Whether visits are counted, as sums; the first screen says so.
    package var counts = false
    /// How the pages can be handed over, but for files.
    package var forms: [Form] = [.screen]
    /// So many days after its own a sealed page is removed.
    package var keepDays = 7
    /// How long nobody may be there, which the screens tell.
    package var limits = IdleClock.Limits()

    package init() {}
  }
}

extension Walkthrough.State {
  /// Whether somebody has begun: on the first screen, as a new visitor finds it, nobody has.
  package var hasBegun: Bool {
    screen != .attract || language != nil || look != .usual || speaks || needsMoreTime
  }

  /// Whether any key at all does the one thing that can be done here.
  package var takesAnyKey: Bool {
    switch screen {
    case .idleWarning, .thanks: true
    default: false
    }
  }

  /// Whether there is much to read here, so that nobody is hurried: a result, a stop for an
  /// emergency, a page.
  package var isReadAtLength: Bool {
    switch (screen, place) {
    case (.emergencyHelp, _), (_, .result), (_, .interruption): true
    default: screen.isReading
    }
  }

  /// The languages that a person may change to, the clinic's choice of them in a kiosk.
  package func otherLanguages(of languages: [String]) -> [String] {
    guard let kiosk, !kiosk.languages.isEmpty else { return languages }
    return languages.filter(kiosk.languages.contains)
  }

  /// Whether an emergency has come up since that place that a kiosk tells of; to come back to one is
  /// none.
  func rings(after before: Walkthrough.Screen) -> Bool {
    guard kiosk != nil, case .interruption = place else { return false }
    return place != before
  }

  /// Whether staff can leave from here: from the help of the first screen alone, where nobody has
  /// said anything.
  package var offersStaffDoor: Bool {
    kiosk?.hasStaffDoor == true && screen == .help && place == .attract
  }

  /// Takes away all that was said, and what could bring it back.
  mutating func erase() {
    response = QuestionnaireResponse()
    drafts = [:]
    acknowledged = []
    confirmed = []
    file = Walkthrough.FileDraft()
    handOver = Walkthrough.HandOver()
    sealing.erase()
    showsArticle = false
    forgetSteps()
  }
}

/// The end that a person asked for: at once, in a kiosk by way of the thanks.
func reduceLeaveNow(_ state: inout Walkthrough.State) -> [Walkthrough.Effect] {
  guard state.kiosk != nil, state.screen != .thanks else { return [.leave] }
  let printing = state.handOver.printing
  state.erase()
  // Paper may lie there, or still come. Whose it is this does not say.
  state.handOver.printing = printing.map { _ in .done }
  state.go(to: .thanks)
  return []
}

/// What the idle clock says, and the key that answers it.
func reduceIdle(
  _ state: inout Walkthrough.State, _ action: Walkthrough.Action
) -> [Walkthrough.Effect] {
  guard state.kiosk != nil else { return [] }
  switch action {
  case .idleWarned(let seconds):
    if case .idleWarning = state.screen { _ = state.pop() }
    state.push(.idleWarning(seconds: seconds))
  case .idleEnded:
    state.erase()
    state.go(to: .attract)
    return [.leave]
  case .moreTimePressed:
    guard case .idleWarning = state.screen else { break }
    state.needsMoreTime = true
    _ = state.pop()
  case .anyKeyPressed:
    if state.screen == .thanks { return [.leave] }
    if case .idleWarning = state.screen { _ = state.pop() }
  default: break
  }
  return []
}
