import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// The stop for an emergency: the action first, then what not to do and why, then the choice.
func interruptionScreen(_ scene: Scene, _ flags: [RedFlag.ID]) -> ScreenContent {
  let raised = (scene.result?.redFlags ?? []).filter { flags.contains($0.id) }
  let level = raised.map(\.disposition).max() ?? .emergencyDepartment
  let text = scene.pack.rules.dispositions[level]
  var content = ScreenContent(section: scene.word(.stopSection))
  content.heading = [text?.symbol ?? "", scene.fill(text?.title ?? "")].filter { !$0.isEmpty }
    .joined(separator: " ")
  content.say(scene.fill(action(of: raised.first, level: level, scene)), .urgent)
  sayDesk(scene, &content)
  sayDoNots(raised, scene, &content)
  for flag in raised {
    guard let rule = scene.pack[flag: flag.id] else { continue }
    content.gap()
    content.blocks.append(.subheading(scene.fill(rule.title)))
    if flag.isUnsure { content.say(scene.word(.unsureSign)) }
    content.say(scene.pack.attributing(scene.fill(rule.why), to: rule.sources))
    sayReasons(flag.because, scene, &content)
  }
  content.gap()
  content.add(.stopHere, .button(scene.word(.stopHere)))
  content.add(.finishForClinician, .button(scene.word(.finishForClinician)))
  for page in flags.compactMap({ scene.pack[flag: $0]?.page }).eachOnce() {
    content.add(.open(.page(page)), .link(pageLink(page, scene)))
  }
  return content
}

/// The action line: the flag's own, or the level's where the person was only not sure.
func action(
  of flag: Recommendation.RaisedFlag?, level: Disposition, _ scene: Scene
) -> String {
  let general = scene.pack.rules.dispositions[level]?.action ?? ""
  guard let flag, !flag.isUnsure, let rule = scene.pack[flag: flag.id], rule.disposition == level
  else { return general }
  return rule.action
}

func sayDoNots(
  _ raised: [Recommendation.RaisedFlag], _ scene: Scene, _ content: inout ScreenContent
) {
  let doNots = raised.flatMap { scene.pack[flag: $0.id]?.doNot ?? [] }.eachOnce()
  guard !doNots.isEmpty else { return }
  content.gap()
  content.blocks.append(.subheading(scene.word(.doNot)))
  content.blocks += doNots.map { .bullet(scene.fill($0)) }
}

/// The answers behind a part of the result: what was said, each on its line.
///
/// Signs that are not there are left out, unless there is nothing else: the JSON has them all.
func sayReasons(_ because: [Subject], _ scene: Scene, _ content: inout ScreenContent) {
  let present = because.filter { scene.answers.status(of: $0) != .answered(.option(.no)) }
  let texts = (present.isEmpty ? because : present).compactMap {
    subjectText($0, in: scene.answers, wording: scene.words)
  }
  guard !texts.isEmpty else { return }
  content.say(scene.word(.youSaid), .hint)
  content.blocks += texts.map { .bullet(scene.fill($0)) }
}

func pageLink(_ page: Page.ID, _ scene: Scene) -> String {
  scene.word(
    .readPage, ["page": scene.pack[page: page].map { scene.fill($0.title) } ?? page.rawValue])
}
