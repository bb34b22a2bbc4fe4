/// Every section of the article has a page that carries what it speaks of.
struct CarriedSections: ContentRule {
  static func check(_ draft: Draft) {
    for section in draft.articleSections where section.pages.isEmpty {
      guard let place = section.places["pages"] else { continue }
      draft.report.error(
        name, at: place, "no page carries the section '\(section.id)' of the article",
        "name at least one page")
    }
  }
}
