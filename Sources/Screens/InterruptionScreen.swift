import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// The stop for an emergency: the action first, then why and what not to do, then the choice.
func interruptionScreen(_ scene: Scene, _ flags: [RedFlag.ID]) -> ScreenContent {
  let raised = (scene.result?.redFlags ?? []).filter { flags.contains($0.id) }
  let level = raised.map(\.disposition).max() ?? .emergencyDepartment
  let text = scene.pack.rules.dispositions[level]
  var content = ScreenContent(section: scene.word(.stopSection))
  content.heading = [text?.symbol ?? "", scene.fill(text?.title ?? "")].filter { !$0.isEmpty }
    .joined(separator: " ")
  let first = raised.first
  content.say(scene.fill(action(of: first, level: level, scene)), .urgent)
  content.gap()
  for entry in [Walkthrough.Entry.stopHere, .finishForClinician] {
    content.add(
      entry, .button(scene.word(entry == .stopHere ? .stopHere : .finishForClinician)))
  }
  content.gap()
  for flag in raised {
    guard let rule = scene.pack[flag: flag.id] else { continue }
    content.blocks.append(.subheading(scene.fill(rule.title)))
    content.say(
      flag.isUnsure ? scene.word(.unsureSign) + " " + scene.fill(rule.why) : scene.fill(rule.why))
    sayReasons(flag.because, scene, &content)
  }
  sayDoNots(raised, scene, &content)
  for flag in flags {
    guard let page = scene.pack[flag: flag]?.page else { continue }
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
  var seen: Set<String> = []
  let doNots = raised.flatMap { scene.pack[flag: $0.id]?.doNot ?? [] }
    .filter { seen.insert($0).inserted }
  guard !doNots.isEmpty else { return }
  content.gap()
  content.blocks.append(.subheading(scene.word(.doNot)))
  content.blocks += doNots.map { .bullet(scene.fill($0)) }
}

/// The answers behind a part of the result: what was said, each on its line.
func sayReasons(_ because: [Subject], _ scene: Scene, _ content: inout ScreenContent) {
  let texts = because.compactMap { subjectText($0, in: scene.answers, wording: scene.words) }
  guard !texts.isEmpty else { return }
  content.say(scene.word(.youSaid), .hint)
  content.blocks += texts.map { .bullet(scene.fill($0)) }
}

func pageLink(_ page: Page.ID, _ scene: Scene) -> String {
  scene.word(.readPage, ["page": scene.pack[page: page].map { scene.fill($0.title) } ?? page.rawValue])
}
