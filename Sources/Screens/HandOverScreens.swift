import RecommendationCore
import WalkthroughCore

/// The forms that this place has, each with who could read it there, and what goes in.
func sayHandOver(_ result: Recommendation, _ scene: Scene, _ content: inout ScreenContent) {
  content.say(
    scene.word(scene.state.forms.contains(.sealed) ? .sealHandOverAbout : .handOverAbout))
  if let path = scene.state.file.savedAt { content.say(scene.word(.savedAt, ["path": path])) }
  if let printing = scene.state.handOver.printing, scene.state.notice != .printing(printing) {
    content.say(printingText(printing, scene))
  }
  if scene.state.sealing.mayBeKept { content.say(whatIsKept(scene)) }
  content.gap()
  for form in scene.state.forms {
    content.add(.form(form), .item(scene.word(form.word), detail: whoReads(form, scene)))
  }
  if !scene.state.forms.isEmpty {
    content.add(
      .open(.handOverChoice), .item(scene.word(.handOverChoose), detail: whatGoesIn(scene)))
  }
  content.add(.open(.checkAnswers), .button(scene.word(.handOverCheck)))
  content.gap()
  sayScores(result.scores, scene, &content)
}

/// `Both pages`, and whether a private answer is among them, where there is one.
func whatGoesIn(_ scene: Scene) -> String {
  let pages = scene.word(.handOverNow, ["pages": scene.word(scene.state.handOver.pages.word)])
  guard scene.state.hasPrivateAnswers(in: scene.pack) else { return pages }
  return pages + " "
    + scene.word(scene.state.handOver.includesPrivate ? .privateIsIn : .privateIsOut)
}

func whoReads(_ form: Walkthrough.Form, _ scene: Scene) -> String {
  scene.word(form.readers, ["days": String(scene.state.kiosk?.keepDays ?? 0)])
}

/// Which pages go in, and whether the answers to private questions do.
func handOverChoiceScreen(_ scene: Scene) -> ScreenContent {
  let chosen = scene.state.handOver
  var content = ScreenContent(
    section: scene.word(.partHandOver), heading: scene.word(.handOverChoose))
  content.say(scene.word(.handOverChooseAbout))
  content.gap()
  for pages in SummaryPages.allCases {
    content.add(
      .pages(pages), .radio(scene.word(pages.word), hint: nil, isOn: chosen.pages == pages))
  }
  if scene.state.hasPrivateAnswers(in: scene.pack) {
    content.gap()
    content.add(
      .privateAnswers,
      .check(
        scene.word(.privateToo), hint: scene.word(.privateTooAbout), isOn: chosen.includesPrivate))
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// How far the pages are on paper, and what to do with it or without it.
func printingScreen(_ scene: Scene) -> ScreenContent {
  let printing = scene.state.handOver.printing ?? .underway
  let heading: ScreenWord =
    switch printing {
    case .underway: .printHeading
    case .done: .printDoneHeading
    case .failed: .printFailedHeading
    }
  var content = ScreenContent(section: scene.word(.partHandOver), heading: scene.word(heading))
  content.say(printingText(printing, scene), printing == .underway ? .body : .strong)
  if case .failed = printing { content.say(scene.word(.printInstead)) }
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    switch entry {
    case .form: content.add(entry, .button(scene.word(.printAgain)))
    case .leave: content.add(entry, .button(scene.word(.leave)))
    default: content.add(entry, .button(scene.word(.back)))
    }
  }
  return content
}

func printingText(_ printing: Walkthrough.Printing, _ scene: Scene) -> String {
  switch printing {
  case .underway: scene.word(.printUnderway)
  case .done: scene.word(.printDone)
  case .failed(let why): why
  }
}

/// The pages as they stand in any form.
func shownPagesScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.partHandOver), heading: scene.word(.shownHeading))
  content.tellsLines = true
  content.say(scene.word(.formScreenReaders), .hint)
  content.gap()
  for block in scene.state.handOver.shown {
    switch block {
    case .heading(let text):
      content.gap()
      content.blocks.append(.subheading(text))
    case .text(let text): content.say(text)
    case .strong(let text): content.say(text, .strong)
    case .bullet(let text): content.blocks.append(.bullet(text))
    case .numbered(let number, let text): content.blocks.append(.numbered(number, text))
    case .gap: content.gap()
    }
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

extension SummaryPages {
  fileprivate var word: ScreenWord {
    switch self {
    case .both: .pagesBoth
    case .person: .pagesPerson
    case .clinician: .pagesClinician
    }
  }
}

extension Walkthrough.Form {
  var word: ScreenWord {
    switch self {
    case .text: .handOverSave
    case .sealed: .formSealed
    case .markdown: .formMarkdown
    case .pdf: .formPdf
    case .screen: .formScreen
    case .qr: .formQr
    case .print: .formPrint
    }
  }

  /// Who could read it.
  var readers: ScreenWord {
    switch self {
    case .text: .formFileReaders
    case .sealed: .formSealedReaders
    case .markdown: .formMarkdownReaders
    case .pdf: .formPdfReaders
    case .screen: .formScreenReaders
    case .qr: .formQrReaders
    case .print: .formPrintReaders
    }
  }
}
