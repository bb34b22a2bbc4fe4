import ClinicTrust
import QuestionnaireModel
import RecommendationCore
import Screens

/// What the staff reads where it types its number, and what stands above while the kiosk is out of
/// order.
///
/// Those of the content, where it can be read; a kiosk that is out of order for its content has to
/// do without.
struct StaffWords {
  private(set) var heading = "Staff: end this"
  private(set) var about = "Type your number, then press Enter. Esc goes back."
  private(set) var wrong = "That was not the number. Type it again, then press Enter."
  private(set) var touch = "Touch your number, then OK."
  private(set) var touchWrong = "That was not the number. Touch it again, then OK."
  private(set) var pad = PadWords(erase: "delete", done: "OK", back: "Back")
  private(set) var outOfOrder = ContentWatch.ownWords
  /// How the review of the content stands; `nil`: there is nothing to do about it.
  private(set) var review: String?
  private var content: Wording?

  init() {}

  init(_ words: Wording, in region: Region?, review: ReviewState) {
    heading = words[.staffHeading]
    about = words[.staffAbout]
    wrong = words[.staffWrong]
    touch = words[.staffTouch]
    touchWrong = words[.staffTouchWrong]
    pad = PadWords(words)
    outOfOrder = outOfOrderWords(words, in: region)
    self.review = words.text(of: review)
    content = words
  }

  func wait(minutes: Int) -> String {
    content?(.staffWait, ["minutes": String(minutes)])
      ?? "There were too many wrong numbers. Minutes until the next try: \(minutes)."
  }
}

extension Wording {
  /// What the staff is told of a review: from thirty days before it on.
  fileprivate func text(of review: ReviewState) -> String? {
    switch review {
    case .current, .clockWrong: nil
    case .dueSoon(let days): self(.staffReviewSoon, ["days": String(days)])
    case .postponed(let days, let until):
      self(.staffReviewPostponed, ["days": String(days), "day": until.description])
    case .overdue(let days): self(.staffReviewOver, ["days": String(days)])
    }
  }
}
