import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Sets the text of a page as what a screen says.
///
/// Behind the words of a claim stands its badge, and the words of others stand in a box of their
/// own.
struct PageText {
  private let scene: Scene
  private let badges: [Claim.ID: Claim.Badge]

  init(_ page: Page, _ scene: Scene) {
    self.scene = scene
    let claims = scene.state.claims(on: page.id, in: scene.pack)
    badges = Dictionary(claims.map { ($0.id, $0.badge) }, uniquingKeysWith: { first, _ in first })
  }

  func say(_ block: Page.Block, _ content: inout ScreenContent) {
    switch block {
    case .heading(_, let inlines):
      content.gap()
      content.blocks.append(.subheading(scene.fill(inlines.plainText(marking: mark))))
    case .paragraph(let inlines):
      content.gap()
      content.say(scene.fill(inlines.plainText(marking: mark)))
    case .bullets(let items):
      content.blocks += items.map { .bullet(scene.fill($0.plainText(marking: mark))) }
    case .numbered(let first, let items):
      for (index, item) in items.enumerated() {
        content.blocks.append(
          .numbered(first + index, scene.fill(item.plainText(marking: mark))))
      }
    case .quote(let blocks):
      content.gap()
      if block.inlines.contains(where: isClaim) {
        content.say(scene.word(.quoteHeading), .warning)
      }
      for inner in blocks { content.blocks += quoted(inner).map { .quoted($0) } }
      content.gap()
    case .rule: content.gap()
    case .figure(let id):
      if let figure = scene.pack[figure: id] { sayFigure(figure, scene, &content) }
    }
  }

  private func isClaim(_ inline: Page.Inline) -> Bool {
    if case .claim = inline { true } else { false }
  }

  private func quoted(_ block: Page.Block) -> [String] {
    if case .bullets(let items) = block {
      items.map { "- " + scene.fill($0.plainText(marking: mark)) }
    } else {
      [scene.fill(block.plainText(marking: mark))]
    }
  }

  private func mark(_ claim: Claim.ID) -> String {
    badges[claim].map { " " + badgeText($0, scene) } ?? ""
  }
}
