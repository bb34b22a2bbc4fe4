import RecommendationCore
import WalkthroughCore

/// Where the visit's code is typed; to go on from here is to agree.
func visitCodeScreen(_ scene: Scene) -> ScreenContent {
  let lengths = Walkthrough.Sealing.codeLengths
  let digits: KeyValuePairs = [
    "least": String(lengths.lowerBound), "most": String(lengths.upperBound),
  ]
  var content = ScreenContent(
    section: scene.word(.partHandOver), heading: scene.word(.visitCodeHeading))
  content.takesDigits = true
  content.typedSigns = ""
  if scene.state.sealing.isCodeBad { content.fault = scene.word(.visitCodeBad, digits) }
  content.say(scene.word(.visitCodeAbout, digits))
  content.gap()
  content.add(
    .field(0),
    .field(label: scene.word(.visitCodeField), text: scene.state.sealing.code, unit: ""))
  content.gap()
  content.say(whoReads(.sealed, scene), .strong)
  content.say(whatGoesIn(scene), .hint)
  content.gap()
  content.add(.sealNow, .button(scene.word(.sealNow)))
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// A sealed page on its way, then what came of it.
func sealingScreen(_ scene: Scene) -> ScreenContent {
  let sealing = scene.state.sealing
  var content = ScreenContent(section: scene.word(.partHandOver), heading: scene.word(.formSealed))
  if sealing.isUnderWay {
    content.say(scene.word(.sealWait), .strong)
  } else if sealing.outcome == .kept {
    content.say(scene.word(.sealKept, ["code": sealing.code]), .strong)
    content.say(whoReads(.sealed, scene))
  } else if let outcome = sealing.outcome {
    content.say(scene.word(outcome.word), .warning)
    content.say(scene.word(.sealTellStaff))
  }
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    content.add(entry, .button(scene.word(sealingButton(entry))))
  }
  return content
}

private func sealingButton(_ entry: Walkthrough.Entry) -> ScreenWord {
  switch entry {
  case .sealNow: .sealAgain
  case .leave: .leave
  default: .back
  }
}

/// What lies in the clinic's folder of this visit, or may.
func whatIsKept(_ scene: Scene) -> String {
  let days = String(scene.state.kiosk?.keepDays ?? 0)
  return scene.word(scene.state.sealing.isKept ? .thanksSealed : .thanksUnsure, ["days": days])
}

extension Walkthrough.SealOutcome {
  fileprivate var word: ScreenWord {
    switch self {
    case .kept: .sealKept
    case .unsure: .sealUnsure
    case .full: .sealFull
    case .gone: .sealGone
    case .failed: .sealFailed
    }
  }
}
