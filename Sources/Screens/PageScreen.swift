import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

func pageListScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.read), heading: scene.word(.pagesHeading))
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
/// Its sources stand at the end, the pages it speaks of after them as links.
func pageScreen(_ scene: Scene, _ id: Page.ID) -> ScreenContent {
  guard let page = scene.pack[page: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(section: scene.word(.read), heading: scene.fill(page.title))
  var glosses = PageGlosses(page, scene)
  for block in page.blocks {
    if case .heading = block { glosses.end(&content) }
    let before = content.blocks.count
    say(block, scene, &content)
    glosses.read(content.blocks[before...])
  }
  glosses.end(&content)
  saySources(page.sources, scene, &content)
  content.say(scene.word(.pageReviewed, ["day": page.reviewed.description]), .hint)
  content.gap()
  let linked = page.linkedPages.filter { scene.pack[page: $0] != nil }
  for link in linked { content.add(.open(.page(link)), .link(pageLink(link, scene))) }
  content.add(.back, .button(scene.word(.back)))
  return content
}

private func say(_ block: Page.Block, _ scene: Scene, _ content: inout ScreenContent) {
  switch block {
  case .heading(_, let inlines):
    content.gap()
    content.blocks.append(.subheading(scene.fill(plainText(inlines))))
  case .paragraph(let inlines):
    content.gap()
    content.say(scene.fill(plainText(inlines)))
  case .bullets(let items):
    content.blocks += items.map { .bullet(scene.fill($0.map(plainText).joined(separator: " "))) }
  case .numbered(let first, let items):
    for (index, item) in items.enumerated() {
      content.blocks.append(
        .numbered(first + index, scene.fill(item.map(plainText).joined(separator: " "))))
    }
  case .quote(let blocks):
    content.gap()
    for inner in blocks { content.say("| " + scene.fill(plainText(inner)), .hint) }
  case .rule: content.gap()
  }
}

/// The words of a block without its marks.
func plainText(_ block: Page.Block) -> String {
  switch block {
  case .heading(_, let inlines), .paragraph(let inlines): plainText(inlines)
  case .bullets(let items), .numbered(_, let items):
    items.map { $0.map(plainText).joined(separator: " ") }.joined(separator: "; ")
  case .quote(let blocks): blocks.map(plainText).joined(separator: " ")
  case .rule: ""
  }
}

func plainText(_ inlines: [Page.Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text): text
    case .emphasis(let inner), .strong(let inner), .page(_, let inner): plainText(inner)
    case .source(_, let inner): "[" + plainText(inner) + "]"
    }
  }.joined()
}
