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
      content.blocks.append(.subheading(plainText(inlines)))
    case .paragraph(let inlines):
      content.gap()
      content.say(plainText(inlines))
    case .bullets(let items):
      content.blocks += items.map { .bullet(plainText($0)) }
    case .numbered(let first, let items):
      for (index, item) in items.enumerated() {
        content.blocks.append(.numbered(first + index, plainText(item)))
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
      items.map { "- " + plainText($0) }
    } else {
      [plainText(block)]
    }
  }

  private func plainText(_ blocks: [Page.Block]) -> String {
    blocks.map(plainText).joined(separator: " ")
  }

  /// The words of a block without its marks.
  private func plainText(_ block: Page.Block) -> String {
    switch block {
    case .heading(_, let inlines), .paragraph(let inlines): plainText(inlines)
    case .bullets(let items), .numbered(_, let items):
      items.map(plainText).joined(separator: "; ")
    case .quote(let blocks): plainText(blocks)
    case .rule, .figure: ""
    }
  }

  private func plainText(_ inlines: [Page.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): scene.fill(text)
      case .emphasis(let inner), .strong(let inner), .page(_, let inner): plainText(inner)
      case .source(_, let inner): "[" + plainText(inner) + "]"
      case .claim(let id, let inner):
        plainText(inner) + (badges[id].map { " " + badgeText($0, scene) } ?? "")
      }
    }.joined()
  }
}
