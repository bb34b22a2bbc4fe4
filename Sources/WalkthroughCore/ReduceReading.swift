import QuestionnaireModel
package import RecommendationCore

extension Walkthrough.State {
  /// The page on the screen, if it has several headings to go to.
  package func pageWithHeadings(in pack: ContentPack) -> Page.ID? {
    guard case .page(let id) = screen, headings(of: id, in: pack).count > 1 else { return nil }
    return id
  }

  /// The passages of a page that are headings.
  package func headings(of id: Page.ID, in pack: ContentPack) -> [Int] {
    let passages = pack[page: id]?.passages ?? []
    return passages.indices.filter { passages[$0].isHeading }
  }
}

/// To the words to look for, from whatever is read; on that screen itself, to the field.
func reduceSearch(_ state: inout Walkthrough.State) {
  if state.screen == .search {
    state.visit.focus = 0
    state.visit.scroll = 0
  } else if state.screen.isReading {
    state.push(.search)
  }
}

/// The words looked for, as they are typed; what was found for others is gone.
func reduceSearchWords(_ state: inout Walkthrough.State, _ action: Walkthrough.Action) {
  state.visit.focus = 0
  state.visit.search.hits = nil
  func add(_ text: String) {
    let fits = text.filter { $0.unicodeScalars.allSatisfy(\.isPrintableInAnswers) }
    state.visit.search.query += String(fits.prefix(max(0, 60 - state.visit.search.query.count)))
  }
  switch action {
  case .characterTyped(let character): add(String(character))
  case .textPasted(let text): add(text)
  case .deletedBackward:
    if !state.visit.search.query.isEmpty { state.visit.search.query.removeLast() }
  default: break
  }
}

/// Looks for the words; the first page found gets the focus, or the field if there is none.
func find(_ state: inout Walkthrough.State, in pack: ContentPack) {
  let region = state.region(in: pack)
  let hits = search(state.visit.search.query, in: Walkthrough.pagesInOrder(pack)) {
    region?.filling($0) ?? $0
  }
  state.visit.search.hits = hits
  state.visit.focus = state.entries(in: pack).firstIndex(of: .hit(0)) ?? 0
  state.visit.scroll = 0
}

func pressHit(_ state: inout Walkthrough.State, _ index: Int) {
  guard let hits = state.visit.search.hits, hits.indices.contains(index) else { return }
  state.push(.page(hits[index].page), from: hits[index].passage)
}

/// Back to the page, and there to the passage.
func pressHeading(_ state: inout Walkthrough.State, _ passage: Int?) {
  guard state.pop() else { return }
  state.visit.passage = passage
  state.visit.scroll = 0
}
