import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

func welcomeScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.pack.manifest.title, heading: scene.word(.welcomeHeading))
  content.say(scene.word(.welcomeEmergency), .strong)
  content.gap()
  content.say(scene.word(.welcomeAbout))
  content.say(scene.fill(scene.pack.manifest.notADiagnosis))
  content.say(scene.word(.welcomePrivacy))
  content.gap()
  content.add(.start, .button(scene.word(.welcomeStart)))
  content.add(.open(.pageList), .button(scene.word(.welcomeRead)))
  content.add(.open(.help), .button(scene.word(.welcomeKeys)))
  content.add(.leave, .button(scene.word(.leave)))
  return content
}

func helpScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.help), heading: scene.word(.helpHeading))
  for key: ScreenWord in [
    .helpMove, .helpChoose, .helpRows, .helpBack, .helpWhy, .helpReview, .helpEmergency, .helpLeave,
  ] {
    content.blocks.append(.bullet(scene.word(key)))
  }
  content.gap()
  content.say(scene.word(.helpStaff))
  content.say(scene.fill(scene.pack.manifest.notADiagnosis), .hint)
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

func whyScreen(_ scene: Scene, _ id: Item.ID) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.why), heading: scene.word(.whyHeading))
  if let item = scene.pack.questionnaire[id] {
    content.say(scene.fill(item.ask), .hint)
    content.gap()
    content.say(scene.fill(item.why))
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

func emergencyHelpScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.emergencyHelp), heading: scene.word(.emergencyHelpHeading))
  content.say(scene.word(.emergencyHelpCall), .urgent)
  content.say(scene.word(.emergencyHelpNurse))
  content.say(scene.word(.emergencyHelpCrisis))
  content.gap()
  content.say(scene.word(.emergencyHelpKept), .hint)
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

func leaveScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.leave), heading: scene.word(.leaveHeading))
  content.say(scene.word(scene.state.file.savedAt == nil ? .leaveLost : .leaveSaved))
  content.gap()
  content.add(.stay, .button(scene.word(.leaveStay)))
  content.add(.leave, .button(scene.word(.leaveNow)))
  return content
}
