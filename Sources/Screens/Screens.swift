package import QuestionnaireModel
package import RecommendationCore
package import WalkthroughCore

/// Everything that a screen is made from, worked out once for each drawing.
package struct Scene {
  package let state: Walkthrough.State
  package let pack: ContentPack
  package let region: Region?
  /// The answers, and the form in the words for whoever gives them.
  package let answers: Answers
  let words: Wording
  package let result: Recommendation?

  package init(_ state: Walkthrough.State, in pack: ContentPack) {
    self.state = state
    self.pack = pack
    region = state.region(in: pack)
    let plain = state.answers(in: pack)
    // The one place where the words for another person are chosen.
    answers =
      plain.isForAnother
      ? Answers(plain.response, to: plain.questionnaire.wordedForAnother, on: plain.day) : plain
    let said = plain.isForAnother ? pack.wording.forAnother : pack.wording
    words =
      switch state.kiosk {
      case nil: said
      case let kiosk?: kiosk.hasKeypadAlone ? said.inKiosk.onKeypad : said.inKiosk
      }
    result = state.screen.showsResult ? assess(answers, rules: pack.rules) : nil
  }

  var questionnaire: Questionnaire { answers.questionnaire }

  /// The item on the screen; `nil` elsewhere than on a question.
  var item: Item? {
    if case .question(let id, _) = state.screen { questionnaire[id] } else { nil }
  }

  /// The words of the screen with the region's numbers filled in.
  func word(_ key: ScreenWord) -> String { fill(words[key]) }

  func word(_ key: ScreenWord, _ values: KeyValuePairs<String, String>) -> String {
    fill(words(key, values))
  }

  func fill(_ text: String) -> String { region?.filling(text) ?? text }
}

extension Walkthrough.Screen {
  fileprivate var showsResult: Bool {
    switch self {
    case .result, .pattern, .step, .treatment, .grounds, .flag, .interruption: true
    default: false
    }
  }
}

/// What the screen that is seen says.
///
/// One function a screen; this one only hands over.
package func screenContent(_ scene: Scene) -> ScreenContent {
  var finder: TermFinder?
  return screenContent(scene, finder: &finder)
}

/// The same with a finder of the pack's words, for whoever keeps it: it is made where there is none
/// and the screen needs one.
func screenContent(_ scene: Scene, finder: inout TermFinder?) -> ScreenContent {
  var content = contentWithoutKeys(scene)
  content.fault = content.fault.map { scene.word(.problem, ["fault": $0]) }
  content.keys = keyHints(scene, hasWords: hasWords(content, scene, finder: &finder))
  return content
}

/// The same without the keys that work there.
func contentWithoutKeys(_ scene: Scene) -> ScreenContent {
  var content = bareContent(scene)
  content.notice = noticeText(scene)
  guard scene.state.kiosk != nil else { return content }
  content.numbering = scene.state.numbering(in: scene.pack)
  if let digit = scene.state.visit.firstDigit {
    content.notice = scene.word(.secondDigit, ["digit": String(digit)])
  }
  return content
}

private func bareContent(_ scene: Scene) -> ScreenContent {
  switch scene.state.screen {
  case .welcome: welcomeScreen(scene)
  case .attract: attractScreen(scene)
  case .idleWarning(let seconds): idleWarningScreen(scene, seconds: seconds)
  case .thanks: thanksScreen(scene)
  case .question(let id, let isChange): questionScreen(scene, id, isChange: isChange)
  case .interruption(let flags): interruptionScreen(scene, flags)
  case .checkAnswers: checkAnswersScreen(scene)
  case .changeEffect(let id, let answer): changeEffectScreen(scene, id, answer)
  case .consistency(let id): consistencyScreen(scene, id)
  case .result(let part): resultScreen(scene, part)
  case .flag(let id): flagScreen(scene, id)
  case .pattern(let id): patternScreen(scene, id)
  case .step(let id): stepScreen(scene, id)
  case .treatment(let id): treatmentScreen(scene, id)
  case .grounds(let grounds): groundsScreen(scene, grounds)
  case .pageList: pageListScreen(scene)
  case .page(let id): pageScreen(scene, id)
  case .sources(let page): sourcesScreen(scene, page)
  case .claim(let id): claimScreen(scene, id)
  case .headings(let page): headingsScreen(scene, page)
  case .search: searchScreen(scene)
  case .sections: sectionsScreen(scene)
  case .help: helpScreen(scene)
  case .why(let id): whyScreen(scene, id)
  case .emergencyHelp: emergencyHelpScreen(scene)
  case .handOverChoice: handOverChoiceScreen(scene)
  case .shownPages: shownPagesScreen(scene)
  case .printing: printingScreen(scene)
  case .codes: codesScreen(scene)
  case .save: saveScreen(scene)
  case .saved: savedScreen(scene)
  case .visitCode: visitCodeScreen(scene)
  case .sealing: sealingScreen(scene)
  case .words(let terms): wordsScreen(scene, terms)
  case .glossary: glossaryScreen(scene)
  case .leave: leaveScreen(scene)
  }
}
