import QuestionnaireModel
import RecommendationCore

/// A source in the header of a page is linked in its text, and the other way round.
struct PageSourcesLinked: ContentRule {
  static func check(_ draft: Draft) {
    for page in draft.pages {
      let linked = draft.sourcesLinked[page.id] ?? []
      let names = Set(linked.map(\.name))
      for source in page.sources where !names.contains(source.rawValue) {
        draft.report.error(
          name, at: page.place(of: "sources"),
          "page '\(page.id)' names '\(source)' and does not link to it",
          "link to it with '[1](source:\(source))', or remove it from 'sources'")
      }
      var reported: Set<String> = []
      for link in linked
      where !page.sources.contains(where: { $0.rawValue == link.name })
        && reported.insert(link.name).inserted
      {
        draft.report.error(
          name, at: link.place, "page '\(page.id)' links to '\(link.name)' and does not name it",
          "add it to 'sources' in the header")
      }
    }
  }
}
