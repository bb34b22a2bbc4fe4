import RecommendationCore

/// Explains the words of a page at the end of the section in which each stands first.
///
/// Not the words that the page is about or explains by itself.
struct PageGlosses {
  private let scene: Scene
  private let terms: [GlossaryTerm]
  private let finder: TermFinder
  /// The terms that need no line, or have it.
  private var done: Set<GlossaryTerm.ID>
  private var texts: [String] = []

  init(_ page: Page, _ scene: Scene) {
    self.scene = scene
    let words = scene.pack.glossary.words
    terms = words.terms
    finder = TermFinder(terms)
    done = Set(words.explained(on: page.id))
    done.formUnion(terms.filter { $0.page == page.id || $0.isOnKeyOnly }.map(\.id))
  }

  mutating func read(_ blocks: some Sequence<ScreenContent.Block>) {
    texts += blocks.flatMap(\.saidTexts)
  }

  /// Says what the new words of the section mean.
  mutating func end(_ content: inout ScreenContent) {
    let new = finder.terms(in: texts).map { terms[$0] }.filter { done.insert($0.id).inserted }
    texts = []
    if !new.isEmpty { content.gap() }
    for term in new { content.say(gloss(term, scene), .hint) }
  }
}
