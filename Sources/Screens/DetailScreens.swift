import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Why a red flag was raised: the rule, the answers, the sources.
func flagScreen(_ scene: Scene, _ id: RedFlag.ID) -> ScreenContent {
  guard let flag = scene.pack[flag: id] else { return ScreenContent(section: "") }
  let raised = scene.result?.redFlags.first { $0.id == id }
  var content = ScreenContent(section: scene.word(.result), heading: scene.fill(flag.title))
  if let raised {
    content.say(
      scene.fill(action(of: raised, level: raised.disposition, scene)), .strong)
    if raised.isUnsure { content.say(scene.word(.unsureSign), .warning) }
  }
  content.gap()
  content.say(scene.pack.attributing(scene.fill(flag.why), to: flag.sources))
  if let raised { sayReasons(raised.because, scene, &content) }
  if scene.result?.disposition.isEmergency == false {
    list(scene.word(.partSooner), flag.getHelpSooner, scene, &content)
  }
  saySources(flag.sources, scene, &content)
  content.gap()
  if let page = flag.page { content.add(.open(.page(page)), .link(pageLink(page, scene))) }
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// A pattern: what fits, what does not, its own first steps and safety net.
func patternScreen(_ scene: Scene, _ id: ConditionPattern.ID) -> ScreenContent {
  guard let pattern = scene.pack[pattern: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.partPatterns), heading: scene.fill(pattern.name))
  content.say(scene.word(.patternCaution), .hint)
  if let fitting = scene.result?.conditions.first(where: { $0.id == id }) {
    list(scene.word(.fits), fitting.supporting.map(\.text), scene, &content)
    list(scene.word(.doesNotFit), fitting.against.map(\.text), scene, &content)
  }
  if scene.result?.disposition.hidesTreatments != true {
    list(scene.word(.firstSteps), pattern.firstSteps, of: pattern.sources, scene, &content)
  }
  list(scene.word(.partSooner), pattern.getHelpSooner, of: pattern.sources, scene, &content)
  saySources(pattern.sources, scene, &content)
  content.gap()
  if let page = pattern.page { content.add(.open(.page(page)), .link(pageLink(page, scene))) }
  content.add(.back, .button(scene.word(.back)))
  return content
}

private func list(
  _ heading: String, _ texts: [String], of sources: [Reference.ID] = [], _ scene: Scene,
  _ content: inout ScreenContent
) {
  guard !texts.isEmpty else { return }
  content.gap()
  content.blocks.append(.subheading(heading))
  // One source is enough beside each of so many lines: all of them stand below.
  content.blocks += texts.map {
    .bullet(scene.pack.attributing(scene.fill($0), to: sources, atMost: 1))
  }
}
