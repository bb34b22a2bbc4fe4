import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

func pageListScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.read), heading: scene.word(.pagesHeading))
  content.tellsLines = true
  content.add(.open(.search), .link(scene.word(.searchPages)))
  var group: Page.Group?
  for page in Walkthrough.pagesInOrder(scene.pack) {
    if page.group != group {
      group = page.group
      content.gap()
      content.blocks.append(.subheading(scene.word(page.group.word)))
    }
    content.add(
      .open(.page(page.id)), .item(scene.fill(page.title), detail: scene.fill(page.about)))
  }
  if scene.pack.glossary.count > 0 {
    content.gap()
    content.add(.open(.glossary), .link(scene.word(.glossary)))
  }
  return content
}

extension Page.Group {
  var word: ScreenWord {
    switch self {
    case .start: .groupStart
    case .urgent: .groupUrgent
    case .conditions: .groupConditions
    case .treatments: .groupTreatments
    case .surgery: .groupSurgery
    case .article: .groupArticle
    case .living: .groupLiving
    }
  }
}

/// An explanation page.
///
/// Its sources and those of its figures stand at the end, the pages it speaks of after them as
/// links.
func pageScreen(_ scene: Scene, _ id: Page.ID) -> ScreenContent {
  guard let page = scene.pack[page: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.read), heading: scene.fill(page.title))
  content.tellsLines = true
  let text = PageText(page, scene)
  var glosses = PageGlosses(page, scene)
  for block in page.blocks {
    if case .heading = block { glosses.end(&content) }
    let before = content.blocks.count
    text.say(block, &content)
    glosses.read(content.blocks[before...])
    content.passages += passages(of: block, in: content.blocks[before...])
  }
  glosses.end(&content)
  saySources(sourcesShown(on: page, scene), scene, &content)
  content.say(scene.word(.pageReviewed, ["day": page.reviewed.description]), .hint)
  content.gap()
  let linked = page.linkedPages.filter { scene.pack[page: $0] != nil }
  for link in linked { content.add(.open(.page(link)), .link(pageLink(link, scene))) }
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// The blocks of a screen that say the passages of a block of a page, one each.
private func passages(
  of block: Page.Block, in said: ArraySlice<ScreenContent.Block>
) -> [Int] {
  said.indices.filter { index in
    switch (block, said[index]) {
    case (.figure, _), (.rule, _), (_, .gap): false
    // Above a quote may stand whose words it has.
    case (.quote, .quoted): true
    case (.quote, _): false
    default: true
    }
  }
}

/// The sources of a page and of the figures that it shows, each once.
func sourcesShown(on page: Page, _ scene: Scene) -> [Reference.ID] {
  page.blocks.reduce(into: page.sources) { sources, block in
    if case .figure(let id) = block { sources += scene.pack[figure: id]?.sources ?? [] }
  }
  .eachOnce()
}
