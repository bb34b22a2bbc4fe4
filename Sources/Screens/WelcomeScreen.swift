import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

func welcomeScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.pack.manifest.title, heading: scene.word(.welcomeHeading))
  content.say(scene.word(.welcomeEmergency), .warning)
  content.gap()
  if scene.state.noticeHasChanged {
    content.say(scene.word(.noticeChanged), .warning)
    content.say(scene.fill(scene.pack.manifest.intendedUse))
  }
  content.say(scene.word(.welcomeAbout))
  content.say(scene.fill(scene.pack.manifest.notADiagnosis))
  content.say(scene.word(.welcomePrivacy))
  content.gap()
  content.add(.start, .button(scene.word(.welcomeStart)))
  for language in scene.pack.manifest.otherLanguages {
    content.add(.language(language.code), .button(language.name))
  }
  content.add(.open(.pageList), .button(scene.word(.welcomeRead)))
  content.add(.open(.help), .button(scene.word(.welcomeKeys)))
  content.add(.leave, .button(scene.word(.leave)))
  return content
}

func helpScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.help), heading: scene.word(.helpHeading))
  // There the ways to answer come first, so that a small window has room for them.
  let isOverQuestion = if case .question = scene.state.place { true } else { false }
  if scene.state.kiosk != nil {
    content.say(scene.word(.helpKeypad))
    if !isOverQuestion { sayWhenErased(scene, &content) }
    addHelpChoices(scene, &content)
    if scene.state.offersStaffDoor {
      content.add(.staff, .button(scene.word(.staffHeading)))
      content.gap()
    }
  }
  let keys: [ScreenWord] = [
    .helpMove, .helpChoose, .helpRows, .helpBack, .helpWhy, .helpWords, .helpReview, .helpSources,
    .helpEmergency, .helpSections, .helpPages, .helpLeave, .helpUndo,
  ]
  if scene.state.kiosk?.hasKeypadAlone != true {
    for key in keys { content.blocks.append(.bullet(scene.word(key))) }
  }
  content.gap()
  if isOverQuestion { sayWhenErased(scene, &content) }
  content.say(scene.word(.helpStaff))
  content.say(scene.fill(scene.pack.manifest.notADiagnosis), .hint)
  content.say(
    scene.word(
      .contentLine,
      [
        "pack": scene.pack.manifest.id, "version": scene.pack.manifest.version,
        "reviewed": scene.pack.manifest.reviewed.description,
      ]), .hint)
  if scene.state.kiosk != nil, scene.pack.manifest.signedOff == nil {
    content.say(scene.word(.aboutNotSignedOff), .hint)
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

func whyScreen(_ scene: Scene, _ id: Item.ID) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.why), heading: scene.word(.whyHeading))
  if let item = scene.questionnaire[id] {
    content.say(scene.fill(item.ask), .hint)
    content.gap()
    content.say(scene.fill(item.why))
    let parts = partsChanged(by: item, scene)
    if !parts.isEmpty {
      content.gap()
      content.say(scene.word(.whyChanges), .hint)
      content.blocks += parts.map { .bullet(scene.word($0)) }
    }
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// The parts of the result that an answer to the item can still change, in the order shown.
///
/// What the other answers have settled is not among them. Every answer stands on the clinician's
/// page, but a private one only where the person wants it.
private func partsChanged(by item: Item, _ scene: Scene) -> [ScreenWord] {
  let uses = scene.pack.rules.openUses(of: item.id, in: scene.state.answers(in: scene.pack))
  let changed = Set(uses.map(\.kind.part) + (item.isPrivate ? [] : [.changesClinicianPage]))
  let parts: [ScreenWord] = [
    .changesUrgency, .changesAdvice, .changesPatterns, .changesTreatments, .changesSurgery,
    .changesClinicianPage,
  ]
  return parts.filter(changed.contains)
}

extension RuleUse.Kind {
  fileprivate var part: ScreenWord {
    switch self {
    case .redFlag, .selfCare: .changesUrgency
    case .condition: .changesPatterns
    case .treatment, .ladder, .step: .changesTreatments
    case .surgeryReason, .surgeryAdvice: .changesSurgery
    case .advice: .changesAdvice
    case .score, .consistency: .changesClinicianPage
    }
  }
}

func emergencyHelpScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.emergencyHelp), heading: scene.word(.emergencyHelpHeading))
  sayDesk(scene, &content)
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
  content.say(scene.word(whatLeavingDoes(scene.state)))
  content.gap()
  content.add(.stay, .button(scene.word(.leaveStay)))
  content.add(.leave, .button(scene.word(.leaveNow)))
  return content
}

private func whatLeavingDoes(_ state: Walkthrough.State) -> ScreenWord {
  if state.sealing.mayBeKept { return .leaveSealed }
  return state.file.savedAt == nil ? .leaveLost : .leaveSaved
}
