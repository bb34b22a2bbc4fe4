import QuestionnaireModel
import RecommendationCore

/// The content, every page and every claim are reviewed before their day: after it is an error,
/// from 90 days before it a warning.
struct ReviewInTime: ContentRule {
  static func check(_ draft: Draft) {
    if let manifest = draft.manifest {
      check(
        draft, "the content", reviewed: manifest.reviewed, due: manifest.reviewDue,
        at: manifest.place(of: "review-due"))
    }
    for page in draft.pages {
      check(
        draft, "page '\(page.id)'", reviewed: page.reviewed, due: page.reviewDue,
        at: page.place(of: "review-due"))
    }
    for claim in draft.claims {
      check(
        draft, "claim '\(claim.id)'", due: claim.reviewDue, at: claim.place(of: "review-due"),
        remedy: "review it, then set 'review-due'")
    }
  }

  private static func check(
    _ draft: Draft, _ what: String, reviewed: Day, due: Day, at place: Place
  ) {
    if due <= reviewed {
      draft.report.error(
        name, at: place, "the review of \(what) is due before it was last reviewed",
        "write a later day after 'review-due'")
      return
    }
    check(
      draft, what, due: due, at: place, remedy: "review it, then set 'reviewed' and 'review-due'")
  }

  private static func check(
    _ draft: Draft, _ what: String, due: Day, at place: Place, remedy: String
  ) {
    let left = due.number - draft.day.number
    if left < 0 {
      draft.report.error(name, at: place, "the review of \(what) was due on \(due)", remedy)
    } else if left <= 90 {
      draft.report.warning(
        name, at: place, "the review of \(what) is due on \(due), in \(left) days", remedy)
    }
  }
}
