package import QuestionnaireModel

/// A medical word in plain words.
package struct GlossaryTerm: Equatable, Sendable {
  package typealias ID = Identifier<GlossaryTerm>

  package let id: ID
  package let term: String
  /// Its other forms, such as the plural and names that mean the same.
  package let also: [String]
  /// A phrase without a full stop.
  package let means: String
  /// The page that is about it, and so needs no line that explains it.
  package let page: Page.ID?
  /// Explained where a person asks, and nowhere by itself: most people know it, or texts that use
  /// it say what it is.
  package let isOnKeyOnly: Bool
  package init(
    id: ID, term: String, also: [String] = [], means: String, page: Page.ID? = nil,
    isOnKeyOnly: Bool = false
  ) {
    self.id = id
    self.term = term
    self.also = also
    self.means = means
    self.page = page
    self.isOnKeyOnly = isOnKeyOnly
  }

  package var forms: [String] { [term] + also }
}

/// The medical words of the content, and where they stand.
package struct Glossary: Equatable, Sendable {
  /// How many terms there are.
  package let count: Int
  /// The items on whose screens terms stand, in the order asked.
  package let items: [ItemWords]
  private let source: Source

  private enum Source: Sendable {
    case words(Words)
    case decoder(
      words: @Sendable () -> Words, term: @Sendable (GlossaryTerm.ID) -> GlossaryTerm?)
  }

  /// The terms, and what pages explain of them by themselves.
  package struct Words: Equatable, Sendable {
    /// In the order of the alphabet.
    package let terms: [GlossaryTerm]
    package let pages: [PageWords]
    package init(terms: [GlossaryTerm] = [], pages: [PageWords] = []) {
      self.terms = terms
      self.pages = pages
    }

    package subscript(id: GlossaryTerm.ID) -> GlossaryTerm? { terms.first { $0.id == id } }

    /// What a page explains in its own words.
    package func explained(on page: Page.ID) -> [GlossaryTerm.ID] {
      pages.first { $0.page == page }?.explained ?? []
    }
  }

  /// The terms on the screen of an item, each once, in the order of the text.
  package struct ItemWords: Equatable, Sendable {
    package let item: Item.ID
    package let own: [GlossaryTerm.ID]
    /// Those in the words for another person.
    package let forAnother: [GlossaryTerm.ID]
    /// Those that the item does not explain by itself.
    package let unexplained: [GlossaryTerm.ID]
    package init(
      item: Item.ID, own: [GlossaryTerm.ID], forAnother: [GlossaryTerm.ID],
      unexplained: [GlossaryTerm.ID]
    ) {
      self.item = item
      self.own = own
      self.forAnother = forAnother
      self.unexplained = unexplained
    }
  }

  /// The terms that a page explains by itself.
  package struct PageWords: Equatable, Sendable {
    package let page: Page.ID
    package let explained: [GlossaryTerm.ID]
    package init(page: Page.ID, explained: [GlossaryTerm.ID]) {
      self.page = page
      self.explained = explained
    }
  }

  package init(_ words: Words = Words(), items: [ItemWords] = []) {
    count = words.terms.count
    self.items = items
    source = .words(words)
  }

  /// The decoders give the same whenever they are called: all words, so many terms, and one of
  /// these terms.
  package init(
    count: Int, items: [ItemWords], words: @escaping @Sendable () -> Words,
    term: @escaping @Sendable (GlossaryTerm.ID) -> GlossaryTerm?
  ) {
    self.count = count
    self.items = items
    source = .decoder(words: words, term: term)
  }

  /// The terms and pages; those of a pack are decoded where they are asked for.
  package var words: Words {
    switch source {
    case .words(let words): words
    case .decoder(let words, _): words()
    }
  }

  /// One term; of a pack it is decoded without the others.
  package subscript(id: GlossaryTerm.ID) -> GlossaryTerm? {
    switch source {
    case .words(let words): words[id]
    case .decoder(_, let term): term(id)
    }
  }

  package static func == (a: Glossary, b: Glossary) -> Bool {
    a.count == b.count && a.items == b.items && a.words == b.words
  }

  /// Whether a term stands on the screen of the item.
  package func hasWords(on item: Item.ID, isForAnother: Bool) -> Bool {
    items.first { $0.item == item }.map {
      !(isForAnother ? $0.forAnother : $0.own).isEmpty
    } ?? false
  }

  /// The terms that stand on the item first, of all items that this person is asked, and that the
  /// item does not explain by itself.
  package func firstUses(on item: Item.ID, in answers: Answers) -> [GlossaryTerm.ID] {
    guard let place = items.firstIndex(where: { $0.item == item }),
      !items[place].unexplained.isEmpty
    else { return [] }
    func terms(_ words: ItemWords) -> [GlossaryTerm.ID] {
      answers.isForAnother ? words.forAnother : words.own
    }
    let before = Set(items[..<place].filter { answers.isAsked($0.item) }.flatMap(terms))
    return terms(items[place]).filter {
      items[place].unexplained.contains($0) && !before.contains($0)
    }
  }
}

extension Item {
  /// What its screen says, in reading order; its words for another person where it has any.
  package func screenTexts(isForAnother: Bool) -> [String] {
    let item = isForAnother ? wordedForAnother : self
    var texts = [item.ask] + [item.hint].compactMap(\.self)
    for row in item.rows { texts += [row.text] + [row.hint].compactMap(\.self) }
    for option in item.options { texts += [option.text] + [option.hint].compactMap(\.self) }
    if case .scale(let low, let high) = item.kind { texts += [low, high] }
    return texts
  }
}
