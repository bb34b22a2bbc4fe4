import RecommendationCore
import WalkthroughCore

func saveScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.partHandOver), heading: scene.word(.saveHeading))
  content.fault = scene.state.file.fault
  content.say(scene.word(.saveAbout))
  if scene.state.forms.contains(.pdf) {
    content.say(scene.word(.saveEndings), .hint)
  } else if scene.state.forms.contains(.markdown) {
    content.say(scene.word(.saveEndingsNoPdf), .hint)
  }
  content.gap()
  content.add(
    .field(0), .field(label: scene.word(.fileName), text: scene.state.file.name, unit: ""))
  content.gap()
  content.add(.saveNow, .button(scene.word(.saveNow)))
  content.add(.back, .button(scene.word(.back)))
  return content
}

func savedScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.partHandOver), heading: scene.word(.savedHeading))
  content.say(scene.word(.savedAt, ["path": scene.state.file.savedAt ?? ""]), .strong)
  if let note = scene.state.file.note { content.say(note, .warning) }
  content.say(scene.word(.savedAbout))
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  content.add(.leave, .button(scene.word(.leave)))
  return content
}
