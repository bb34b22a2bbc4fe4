import QuestionnaireModel
package import RecommendationCore
import WalkthroughCore

/// The first screen of a kiosk: what this is, how long it takes, and that nothing is kept.
func attractScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.welcomeHeading))
  content.place = scene.state.kiosk?.clinic ?? ""
  content.say(scene.word(.welcomeEmergency), .warning)
  content.say(scene.word(.attractAbout))
  sayWhatIsKept(scene, &content)
  if scene.state.kiosk?.counts == true { content.say(scene.word(.attractCounted)) }
  content.say(scene.word(.attractStaff), .strong)
  if scene.state.kiosk?.offersSpeech == true { content.say(scene.word(.attractSpeech)) }
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    content.add(entry, .button(attractButton(entry, scene)))
  }
  content.gap()
  content.say(scene.fill(scene.pack.manifest.notADiagnosis), .hint)
  return content
}

/// What is kept, and how long nobody may be there before all is erased.
private func sayWhatIsKept(_ scene: Scene, _ content: inout ScreenContent) {
  let limits = scene.state.kiosk?.limits ?? Walkthrough.IdleClock.Limits()
  content.say(
    scene.word(
      scene.state.forms.contains(.sealed) ? .attractKeptUnless : .attractKept,
      ["time": time(limits.idle + limits.warning, scene)]))
}

/// The same at length, for the help.
func sayWhenErased(_ scene: Scene, _ content: inout ScreenContent) {
  guard let limits = scene.state.kiosk?.limits else { return }
  content.say(
    scene.word(
      .helpIdle, ["idle": time(limits.idle, scene), "warning": time(limits.warning, scene)]))
  if limits.reading > limits.idle { content.say(scene.word(.helpIdleReading)) }
}

/// Seconds, as long as this visitor has them: in minutes where they are whole ones.
private func time(_ seconds: Int, _ scene: Scene) -> String {
  let seconds = seconds * scene.state.patience
  let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
  if rest > 0 { return scene.word(.seconds, ["number": String(seconds)]) }
  return scene.word(minutes == 1 ? .oneMinute : .minutes, ["number": String(minutes)])
}

private func attractButton(_ entry: Walkthrough.Entry, _ scene: Scene) -> String {
  switch entry {
  case .language(let code):
    scene.pack.manifest.otherLanguages.first { $0.code == code }?.name ?? code
  case .open(.pageList): scene.word(.welcomeRead)
  case .open(.help): scene.word(.welcomeKeys)
  case .look: scene.word(.changeLook)
  case .speech: scene.word(scene.state.speaks ? .speechStop : .speechStart)
  default: scene.word(.welcomeStart)
  }
}

/// What the help of a kiosk offers, each as a button with its number.
func addHelpChoices(_ scene: Scene, _ content: inout ScreenContent) {
  for choice in scene.state.helpChoices(in: scene.pack) {
    content.add(.help(choice), .button(scene.word(word(for: choice, scene.state))))
  }
  content.gap()
}

private func word(
  for choice: Walkthrough.HelpChoice, _ state: Walkthrough.State
) -> ScreenWord {
  switch choice {
  case .notSure: .notSure
  case .skip: .skip
  case .switchUnits: .switchUnits
  case .emergency: .emergencyHelpHeading
  case .stop: .kioskStop
  case .why: .why
  case .review: .check
  case .sections: .sections
  case .glossary: .glossary
  case .sources: .sources
  case .article: .articleView
  case .undo: .takeBack
  case .redo: .bringBack
  case .speech: state.speaks ? .speechStop : .speechStart
  }
}

/// What a keypad needs to be told of a question that is answered with digits.
func keypadHints(_ item: Item, _ scene: Scene) -> [String] {
  guard scene.state.kiosk != nil else { return [] }
  var hints: [String] = []
  switch item.kind {
  case .bodySize where scene.state.draft(of: item).unit == 1: hints.append(scene.word(.feetKey))
  case .date: hints.append(scene.word(.dateKey))
  default: break
  }
  let others: [Walkthrough.Entry] = [.notSure, .skip, .switchUnits]
  let entries = scene.state.entries(in: scene.pack)
  if scene.state.numbering(in: scene.pack) == .typed, others.contains(where: entries.contains) {
    hints.append(scene.word(.othersByHelp))
  }
  return hints
}

/// It says how long there is and nothing that changes with the clock, so that it is drawn only when
/// it is said anew.
func idleWarningScreen(_ scene: Scene, seconds: Int) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.idleHeading))
  content.say(scene.word(.idleAbout, ["seconds": String(seconds)]), .urgent)
  content.gap()
  content.add(.stay, .button(scene.word(.idleExtend)))
  if !scene.state.needsMoreTime { content.add(.moreTime, .button(scene.word(.idleMoreTime))) }
  return content
}

func thanksScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.thanksHeading))
  let isSealed = scene.state.sealing.mayBeKept
  // What went to the printer was sent.
  let isElsewhere = isSealed || scene.state.handOver.printing != nil
  content.say(
    scene.word(
      scene.state.kiosk?.counts == true
        ? .thanksCounted : isElsewhere ? .thanksErased : .thanksKept),
    .strong)
  if scene.state.handOver.printing != nil { content.say(scene.word(.printTake), .strong) }
  if isSealed { content.say(whatIsKept(scene)) }
  content.say(scene.word(.thanksStaff))
  content.gap()
  content.add(.leave, .button(scene.word(.thanksDone)))
  return content
}

/// Sends the person to the clinic's desk, in a kiosk alone.
func sayDesk(_ scene: Scene, _ content: inout ScreenContent) {
  guard let kiosk = scene.state.kiosk else { return }
  content.say(scene.word(.tellDesk), .urgent)
  if !kiosk.deskWords.isEmpty { content.say(kiosk.deskWords, .strong) }
}

/// What stands on a kiosk that cannot start, line by line; empty: a blank line.
package func outOfOrderWords(_ words: Wording, in region: Region?) -> [String] {
  let emergency = words[.welcomeEmergency]
  return [
    words[.outOfOrder], "", words[.outOfOrderStaff], "", region?.filling(emergency) ?? emergency,
  ]
}
