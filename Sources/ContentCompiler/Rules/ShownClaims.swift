import QuestionnaireModel
import RecommendationCore

/// Every claim is marked on the pages that it names, at least one, and on no other.
struct ShownClaims: ContentRule {
  static func check(_ draft: Draft) {
    let pages = Set(draft.pages.map(\.value.id))
    var marked: [Claim.ID: Set<Page.ID>] = [:]
    for mark in draft.claimMarks { marked[mark.claim, default: []].insert(mark.page) }
    for claim in draft.claims {
      if claim.shown.isEmpty {
        draft.report.error(
          name, at: claim.place(of: "shown"), "claim '\(claim.id)' is shown nowhere",
          "name a page that marks it")
      }
      for page in claim.shown
      where pages.contains(page) && marked[claim.value.id]?.contains(page) != true {
        draft.report.error(
          name, at: claim.place(of: "shown"),
          "claim '\(claim.id)' is shown on page '\(page)', which does not mark it",
          "mark it there with '[words](claim:\(claim.id))', or remove the page")
      }
    }
    let shown = Dictionary(
      draft.claims.map { ($0.value.id, $0.shown) }, uniquingKeysWith: { first, _ in first })
    for mark in draft.claimMarks where shown[mark.claim]?.contains(mark.page) == false {
      draft.report.error(
        name, at: mark.place,
        "page '\(mark.page)' marks the claim '\(mark.claim)', which does not name the page",
        "add the page to 'shown' of the claim, or remove the mark")
    }
  }
}
