import QuestionnaireModel

extension Page {
  /// A piece of a page's text that stands by itself: a heading, a paragraph, a point of a list, a
  /// piece of a quote.
  package struct Passage: Equatable, Sendable {
    package let text: String
    package let isHeading: Bool
  }

  /// The text of the page in its order.
  ///
  /// Figures are pictures of numbers and have none.
  package var passages: [Passage] { blocks.flatMap(\.passages) }
}

extension Page.Block {
  fileprivate var passages: [Page.Passage] {
    switch self {
    case .heading: [Page.Passage(text: plainText(), isHeading: true)]
    case .paragraph: [Page.Passage(text: plainText(), isHeading: false)]
    case .bullets(let items), .numbered(_, let items):
      items.map { Page.Passage(text: $0.plainText(), isHeading: false) }
    case .quote(let blocks):
      blocks.flatMap { block in
        if case .bullets = block { return block.passages }
        return [Page.Passage(text: block.plainText(), isHeading: false)]
      }
    case .rule, .figure: []
    }
  }
}

/// A page in which words were found.
package struct PageHit: Equatable, Sendable {
  package let page: Page.ID
  /// The place among its passages; `nil`: its title says the words.
  package let passage: Int?
  /// The sentence that was found; of a title, what the page is about.
  package let text: String

  package init(page: Page.ID, passage: Int?, text: String) {
    self.page = page
    self.passage = passage
    self.text = text
  }
}

/// The pages that have all these words, the closest first.
///
/// A word is found at the beginning of words, in small and large letters alike: "inject" finds
/// "Injections". The words may stand in any order, some of them in the title. First come the pages
/// whose title has the most of them, then those with the others in one sentence, in one passage,
/// and anywhere; the order of the pages stands among equals. A query without a letter or a digit
/// finds nothing.
package func search(
  _ query: String, in pages: [Page], filling: (String) -> String = { $0 }
) -> [PageHit] {
  let wanted = words(of: query)
  if wanted.isEmpty { return [] }
  var found: [(missing: Int, rank: Int, hit: PageHit)] = []
  for page in pages {
    let title = words(of: filling(page.title))
    let missing = wanted.filter { count([$0], in: title) == 0 }
    if missing.isEmpty {
      found.append((0, 0, PageHit(page: page.id, passage: nil, text: filling(page.about))))
    } else if let best = bestPassage(of: page, missing, filling) {
      found.append((missing.count, best.rank, best.hit))
    }
  }
  return found.enumerated().sorted {
    ($0.element.missing, $0.element.rank, $0.offset)
      < ($1.element.missing, $1.element.rank, $1.offset)
  }.map(\.element.hit)
}

/// The place in the text of a page that has the most of the words; `nil` where it lacks one of
/// them.
private func bestPassage(
  of page: Page, _ wanted: [String], _ filling: (String) -> String
) -> (rank: Int, hit: PageHit)? {
  let passages = page.passages.map { filling($0.text) }
  let read = passages.map(words(of:))
  guard count(wanted, in: Array(read.joined())) == wanted.count else { return nil }
  let counts = read.map { count(wanted, in: $0) }
  guard let most = counts.max(), let index = counts.firstIndex(of: most) else { return nil }
  // Of several passages with all the words, one that has them in a single sentence is closer.
  for (index, passage) in passages.enumerated() where counts[index] == wanted.count {
    let whole = sentences(of: passage).first { count(wanted, in: words(of: $0)) == wanted.count }
    if let whole { return (1, PageHit(page: page.id, passage: index, text: whole)) }
  }
  let parts = sentences(of: passages[index])
  let partCounts = parts.map { count(wanted, in: words(of: $0)) }
  let part = partCounts.max().flatMap { partCounts.firstIndex(of: $0) }
  return (
    most == wanted.count ? 2 : 3,
    PageHit(page: page.id, passage: index, text: part.map { parts[$0] } ?? passages[index])
  )
}

/// How many of the words wanted begin one of these.
private func count(_ wanted: [String], in words: [String]) -> Int {
  wanted.count { word in words.contains { $0.hasPrefix(word) } }
}

/// The words in small letters, as the glossary cuts them.
private func words(of text: String) -> [String] { wordsOfText(text).map(\.key) }

/// The text cut behind each mark that ends a sentence.
private func sentences(of text: String) -> [String] {
  var sentences: [String] = []
  var sentence = ""
  for character in text {
    if character == " ", let last = sentence.last, ".?!".contains(last) {
      sentences.append(sentence)
      sentence = ""
    } else {
      sentence.append(character)
    }
  }
  return sentences + (sentence.isEmpty ? [] : [sentence])
}
