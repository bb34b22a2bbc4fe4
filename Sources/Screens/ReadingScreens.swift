import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Words to look for in all pages, and the pages that have them, each with the sentence found.
func searchScreen(_ scene: Scene) -> ScreenContent {
  let search = scene.state.visit.search
  var content = ScreenContent(section: scene.word(.read), heading: scene.word(.searchHeading))
  content.takesDigits = true
  content.tellsLines = true
  if search.hits?.isEmpty == true { content.fault = scene.word(.searchNone) }
  content.say(scene.word(.searchAbout), .hint)
  content.gap()
  content.add(.field(0), .field(label: scene.word(.searchWords), text: search.query, unit: ""))
  content.add(.findNow, .button(scene.word(.searchNow)))
  content.gap()
  if let hits = search.hits, !hits.isEmpty {
    content.say(scene.word(.searchFound, ["n": String(hits.count)]), .strong)
    for (index, hit) in hits.enumerated() {
      let title = scene.pack[page: hit.page].map { scene.fill($0.title) } ?? hit.page.rawValue
      content.add(.hit(index), .item(title, detail: hit.text))
    }
    content.gap()
  }
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// The headings of a page, to go on from one of them.
func headingsScreen(_ scene: Scene, _ id: Page.ID) -> ScreenContent {
  guard let page = scene.pack[page: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(
    section: scene.fill(page.title), heading: scene.word(.headingsHeading))
  content.tellsLines = true
  content.add(.passage(nil), .link(scene.word(.headingsStart)))
  let passages = page.passages
  for heading in scene.state.headings(of: id, in: scene.pack) {
    content.add(.passage(heading), .link(scene.fill(passages[heading].text)))
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// Where we are: the sections with how far the person has come, each reached one to go to.
func sectionsScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.sections), heading: scene.word(.sectionsHeading))
  let places = scene.state.sectionPlaces(in: scene.pack)
  content.say(scene.word(.sectionsHere, ["place": placeName(places, scene)]), .strong)
  content.say(scene.word(.sectionsAbout), .hint)
  content.gap()
  for place in places {
    let title = scene.fill(place.title)
    let standing = scene.word(
      place.word, ["n": String(place.answered), "total": String(place.asked)])
    if place.isReached {
      content.add(.section(place.section), .item(title, detail: standing))
    } else {
      content.blocks.append(.bullet(title + ": " + standing))
    }
  }
  if scene.state.entries(in: scene.pack).contains(.open(.checkAnswers)) {
    content.gap()
    content.add(.open(.checkAnswers), .link(scene.word(.check)))
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// What the stage of the way is called that lies under all that was laid over it.
private func placeName(_ places: [Walkthrough.SectionPlace], _ scene: Scene) -> String {
  switch scene.state.place {
  case .checkAnswers, .consistency: scene.word(.check)
  case .result(let part): scene.word(.result) + ", " + scene.word(part.word)
  default: places.first(where: \.isHere).map { scene.fill($0.title) } ?? ""
  }
}

extension Walkthrough.SectionPlace {
  fileprivate var word: ScreenWord {
    if isHere { return .sectionHere }
    if !isReached { return .sectionToCome }
    return isDone ? .sectionDone : .sectionBegun
  }
}
