package import QuestionnaireModel

/// The days of a pack that a clock is held against.
package struct ReviewDates: Equatable, Sendable {
  /// The day on which the content was last read as a whole.
  package let reviewed: Day
  /// The last day on which it counts as reviewed.
  package let due: Day
  /// The day on which the program was built; `nil` where it does not know.
  package let built: Day?

  package init(reviewed: Day, due: Day, built: Day? = nil) {
    self.reviewed = reviewed
    self.due = due
    self.built = built
  }
}

/// Whether a pack may be shown on a day.
///
///     reviewed ─ current ─┬─ 30 days before ─ dueSoon ─ due ┬─ overdue, or postponed while an override lasts
package enum ReviewState: Equatable, Sendable {
  case current(days: Int)
  /// Days that are left; 0 on the last.
  case dueSoon(days: Int)
  /// Past its date by so many days, by the clinic's own decision.
  case postponed(days: Int, until: Day)
  /// Past its date by so many days: not to be shown.
  case overdue(days: Int)
  /// The clock stands before a day that has been: nothing can be said, and nothing be shown.
  case clockWrong(before: Day)

  /// So many days before the date the staff is told.
  package static let warningDays = 30

  /// An override counts for the pack that it names alone, and never for a wrong clock.
  package init(
    _ dates: ReviewDates, of pack: PackDigest, on day: Day, override: ReviewOverride? = nil
  ) {
    let earliest = max(dates.reviewed, dates.built ?? dates.reviewed)
    let left = dates.due.number - day.number
    if day < earliest {
      self = .clockWrong(before: earliest)
    } else if left > Self.warningDays {
      self = .current(days: left)
    } else if left >= 0 {
      self = .dueSoon(days: left)
    } else if let override, override.pack == pack, day <= override.until {
      self = .postponed(days: -left, until: override.until)
    } else {
      self = .overdue(days: -left)
    }
  }

  /// Whether patients may see the pack.
  package var isUsable: Bool {
    switch self {
    case .current, .dueSoon, .postponed: true
    case .overdue, .clockWrong: false
    }
  }

  /// Days to the review, negative after it; `nil` while the clock is wrong.
  package var daysToReview: Int? {
    switch self {
    case .current(let days), .dueSoon(let days): days
    case .postponed(let days, _), .overdue(let days): -days
    case .clockWrong: nil
    }
  }

  /// One line for the staff: what is, and what to do.
  package var message: String {
    switch self {
    case .current(let days): "the content is reviewed; the next review is due in \(days) days"
    case .dueSoon(let days):
      "the review of the content is due in \(days) days; ask for a newer pack"
    case .postponed(let days, let until):
      "the review of the content was due \(days) days ago; the clinic lets it be used until \(until)"
    case .overdue(let days):
      "the review of the content was due \(days) days ago; install a newer pack, or sign an "
        + "override with 'kneeguide-content override'"
    case .clockWrong(let day):
      "the clock of this machine stands before \(day), which has been; set the date"
    }
  }
}
