import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `glossary.yaml`, which may be left out.
  func readGlossary(_ folder: Folder) {
    let path = "glossary.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.term]),
      let map = MapReader(document, "the glossary", in: self)
    else { return }
    medicalEndings = words(map, "medical-endings")
    plainWords = Set(words(map, "plain-words"))
    for value in map.requiredList("terms") {
      if let map = MapReader(value, "term", in: self) { readTerm(map) }
    }
    map.finish()
  }

  private func readTerm(_ map: MapReader) {
    let id = map.id(declaring: .term)
    let term = map.text("term")
    let also = map.texts("also")
    let means = map.text("means", "add 'means:': one plain phrase")
    // Not a link: nobody gets to the page from here.
    let page = map.optionalWord("page")
    if let page {
      mention(.page, page, at: map.places["page"] ?? map.place, onPage: page)
    }
    let isOnKeyOnly = map.flag("on-key-only")
    map.finish()
    guard let id, let term, let means else { return }
    terms.append(
      map.placed(
        GlossaryTerm(
          id: GlossaryTerm.ID(id), term: term, also: also, means: means,
          page: page.map { Page.ID($0) }, isOnKeyOnly: isOnKeyOnly)))
  }

  private func words(_ map: MapReader, _ key: String) -> [String] {
    map.list(key).compactMap { map.read(word: $0, key)?.lowercased() }
  }

  /// The glossary with the places of its terms among the items.
  func glossary(_ questionnaire: Questionnaire) -> Glossary {
    let terms = terms.map(\.value).sorted {
      ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id)
    }
    let finder = TermFinder(terms)
    let items = questionnaire.items.compactMap { item -> Glossary.ItemWords? in
      func found(isForAnother: Bool) -> [GlossaryTerm.ID] {
        let title = questionnaire.section(of: item.id)?.title ?? ""
        return finder.terms(in: [title] + item.screenTexts(isForAnother: isForAnother))
          .map { terms[$0].id }
      }
      let own = found(isForAnother: false)
      let other = found(isForAnother: true)
      let quiet = Set(
        (explainedOnItem[item.id] ?? []).map(\.term) + terms.filter(\.isOnKeyOnly).map(\.id))
      if own.isEmpty && other.isEmpty { return nil }
      return Glossary.ItemWords(
        item: item.id, own: own, forAnother: other,
        unexplained: (own + other.filter { !own.contains($0) }).filter { !quiet.contains($0) })
    }
    let pages = explainedOnPage.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { Glossary.PageWords(page: $0.key, explained: $0.value.map(\.term)) }
    return Glossary(Glossary.Words(terms: terms, pages: pages), items: items)
  }
}
