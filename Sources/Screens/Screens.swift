package import QuestionnaireModel
package import RecommendationCore
package import WalkthroughCore

/// Everything that a screen is made from, worked out once for each drawing.
package struct Scene {
  package let state: Walkthrough.State
  package let pack: ContentPack
  package let region: Region?
  package let answers: Answers
  package let result: Recommendation?

  package init(_ state: Walkthrough.State, in pack: ContentPack) {
    self.state = state
    self.pack = pack
    region = state.region(in: pack)
    answers = state.answers(in: pack)
    result = state.screen.showsResult ? assess(answers, rules: pack.rules) : nil
  }

  var words: Wording { pack.wording }

  /// The words of the screen with the region's numbers filled in.
  func word(_ key: ScreenWord, _ values: [String: String] = [:]) -> String {
    fill(pack.wording(key, values))
  }

  func fill(_ text: String) -> String { region?.filling(text) ?? text }
}

extension Walkthrough.Screen {
  fileprivate var showsResult: Bool {
    switch self {
    case .result, .pattern, .treatment, .flag, .interruption: true
    default: false
    }
  }
}

/// What the screen that is seen says. One function a screen; this one only hands over.
package func screenContent(_ scene: Scene) -> ScreenContent {
  var content =
    switch scene.state.screen {
    case .welcome: welcomeScreen(scene)
    case .question(let id, let isChange): questionScreen(scene, id, isChange: isChange)
    case .interruption(let flags): interruptionScreen(scene, flags)
    case .checkAnswers: checkAnswersScreen(scene)
    case .result(let part): resultScreen(scene, part)
    case .flag(let id): flagScreen(scene, id)
    case .pattern(let id): patternScreen(scene, id)
    case .treatment(let id): treatmentScreen(scene, id)
    case .pageList: pageListScreen(scene)
    case .page(let id): pageScreen(scene, id)
    case .help: helpScreen(scene)
    case .why(let id): whyScreen(scene, id)
    case .emergencyHelp: emergencyHelpScreen(scene)
    case .save: saveScreen(scene)
    case .saved: savedScreen(scene)
    case .leave: leaveScreen(scene)
    }
  content.keys = keyHints(scene)
  return content
}
