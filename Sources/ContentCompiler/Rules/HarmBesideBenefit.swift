import QuestionnaireModel
import RecommendationCore

/// A page that shows that a treatment helps has a section on harm, under one of the headings that
/// the pack lists for it.
struct HarmBesideBenefit: ContentRule {
  static func check(_ draft: Draft) {
    guard draft.manifest != nil else { return }
    let benefits = Set(draft.claims.filter(\.isBenefit).map(\.value.id))
    for page in draft.pages {
      guard
        let mark = draft.claimMarks.first(where: {
          $0.page == page.id && benefits.contains($0.claim)
        }), !headings(of: page.value).contains(where: draft.harmHeadings.contains)
      else { continue }
      draft.report.error(
        name, at: mark.place,
        "page '\(page.id)' shows the benefit '\(mark.claim)' and has no section on harm",
        "add a section under one of 'harm-headings' of pack.yaml")
    }
  }

  private static func headings(of page: Page) -> [String] {
    page.blocks.compactMap { block in
      guard case .heading = block else { return nil }
      return block.inlines.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
  }
}
