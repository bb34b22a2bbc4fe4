import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// What the words of the screen below mean, in the order in which they stand there.
func wordsScreen(_ scene: Scene, _ terms: [GlossaryTerm.ID]) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.words), heading: scene.word(.wordsHeading))
  content.blocks += terms.compactMap { scene.pack.glossary[$0] }.map { .bullet(gloss($0, scene)) }
  content.gap()
  content.add(.open(.glossary), .link(scene.word(.glossary)))
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// All words, letter by letter.
func glossaryScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.words), heading: scene.word(.glossaryHeading))
  content.tellsLines = true
  content.say(scene.word(.glossaryAbout), .hint)
  var letter = ""
  for term in scene.pack.glossary.words.terms {
    let first = term.term.prefix(1).uppercased()
    if first != letter {
      letter = first
      content.gap()
      content.blocks.append(.subheading(letter))
    }
    content.blocks.append(.bullet(gloss(term, scene)))
  }
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// A line such as "NSAID: a pain pill such as ibuprofen or naproxen".
func gloss(_ term: GlossaryTerm, _ scene: Scene) -> String {
  scene.word(.wordMeans, ["word": scene.fill(term.term), "meaning": scene.fill(term.means)])
}

/// A question spends at most so many lines on words: its answers must not be pushed out of sight.
private let mostLinesOnQuestion = 2

/// What the words mean that stand on this question first.
func firstUses(on id: Item.ID, _ scene: Scene) -> [String] {
  let terms = scene.pack.glossary.firstUses(on: id, in: scene.answers)
  let told = terms.prefix(
    terms.count > mostLinesOnQuestion ? mostLinesOnQuestion - 1 : terms.count)
  let lines = told.compactMap { scene.pack.glossary[$0] }.map { gloss($0, scene) }
  if told.count == terms.count { return lines }
  return lines + [scene.word(.wordsMore, ["n": String(terms.count - told.count)])]
}

/// What the key for words does on the screen that is seen; `nil` where no medical word stands.
func wordsAction(_ state: Walkthrough.State, in pack: ContentPack) -> Walkthrough.Action? {
  guard hasWordsKey(state.screen) else { return nil }
  let scene = Scene(state, in: pack)
  let words = pack.glossary.words
  let found = TermFinder(words.terms).terms(in: contentWithoutKeys(scene).texts)
  return found.isEmpty ? nil : .wordsPressed(found.map { words.terms[$0].id })
}

/// Whether a medical word stands on the screen.
func hasWords(_ content: ScreenContent, _ scene: Scene) -> Bool {
  var finder: TermFinder?
  return hasWords(content, scene, finder: &finder)
}

/// The same with a finder that is kept, as `screenContent` has it.
///
/// For a question, where each key counts, it is known from when the content was compiled.
func hasWords(
  _ content: ScreenContent, _ scene: Scene, finder: inout TermFinder?
) -> Bool {
  guard hasWordsKey(scene.state.screen), scene.pack.glossary.count > 0 else { return false }
  if case .question(let id, _) = scene.state.screen {
    return scene.pack.glossary.hasWords(on: id, isForAnother: scene.answers.isForAnother)
  }
  let terms = finder ?? TermFinder(scene.pack.glossary.words.terms)
  finder = terms
  return !terms.terms(in: content.texts).isEmpty
}

/// Not on the screens that explain words themselves, nor on the first, which has none, nor where
/// words are typed to be found.
private func hasWordsKey(_ screen: Walkthrough.Screen) -> Bool {
  switch screen {
  case .welcome, .attract, .idleWarning, .thanks, .words, .glossary, .search: false
  default: true
  }
}

extension ScreenContent {
  /// All that is said, in reading order, but for what was typed.
  package var texts: [String] {
    [section, heading, notice ?? "", fault ?? ""] + blocks.flatMap(\.saidTexts)
  }
}

extension ScreenContent.Block {
  /// What it says, in reading order, but for what was typed.
  var saidTexts: [String] {
    switch self {
    case .text(let text, _), .subheading(let text), .bullet(let text), .numbered(_, let text),
      .quoted(let text), .bar(let text, _):
      [text]
    case .persons(let chart): [chart.sentence]
    case .entry(_, let entry): entry.saidTexts
    case .gap: []
    }
  }
}

extension EntryText {
  fileprivate var saidTexts: [String] {
    switch self {
    case .radio(let text, let hint, _), .check(let text, let hint, _): [text, hint ?? ""]
    case .row(let text, let hint, let answer, _): [text, hint ?? "", answer ?? ""]
    case .field(let label, _, let unit): [label, unit]
    case .scale(_, let low, let high): [low, high]
    case .none(let text, _), .button(let text), .keyed(_, let text), .link(let text): [text]
    case .item(let text, let detail): [text, detail]
    case .described(let text, _, let detail, let notes): [text, detail] + notes
    case .rung(let rung): rung.texts
    }
  }
}
