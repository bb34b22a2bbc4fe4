package import RecommendationCore
import WalkthroughCore

/// The first screen of a kiosk: what this is, how long it takes, and that nothing is kept.
func attractScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.welcomeHeading))
  content.place = scene.state.kiosk?.clinic ?? ""
  content.say(scene.word(.welcomeEmergency), .warning)
  content.say(scene.word(.attractAbout))
  content.say(scene.word(.attractKept))
  content.say(scene.word(.attractStaff), .strong)
  content.gap()
  content.add(.start, .button(scene.word(.welcomeStart)))
  let offered = scene.state.otherLanguages(of: scene.pack.manifest.otherLanguages.map(\.code))
  for language in scene.pack.manifest.otherLanguages where offered.contains(language.code) {
    content.add(.language(language.code), .button(language.name))
  }
  content.add(.open(.pageList), .button(scene.word(.welcomeRead)))
  content.add(.open(.help), .button(scene.word(.welcomeKeys)))
  content.gap()
  content.say(scene.fill(scene.pack.manifest.notADiagnosis), .hint)
  return content
}

/// It says how long there is and nothing that changes with the clock, so that it is drawn only when
/// it is said anew.
func idleWarningScreen(_ scene: Scene, seconds: Int) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.idleHeading))
  content.say(scene.word(.idleAbout, ["seconds": String(seconds)]), .urgent)
  content.gap()
  content.add(.stay, .button(scene.word(.idleExtend)))
  return content
}

func thanksScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.thanksHeading))
  content.say(scene.word(.thanksKept), .strong)
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
