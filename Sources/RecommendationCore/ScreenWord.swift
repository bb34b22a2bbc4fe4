/// The words of the screens, under `screen:` in `Content/wording.yaml`.
package enum ScreenWord: String, CaseIterable, Sendable {
  case title
  case notSure = "not-sure"
  case yes
  case no

  // Answers in words: see `answerText`.
  case noneOfThese = "none-of-these"
  /// The person was asked and would not say.
  case skipped
  /// `{number}` on a scale from 0 to 10.
  case scaleAnswer = "scale-answer"
  /// `{number}` is the body mass index.
  case bodyMassIndex = "body-mass-index"
  // A `{number}` with its unit; for times also the words for one of it.
  case years
  case oneYear = "one-year"
  case months
  case oneMonth = "one-month"
  case weeks
  case oneWeek = "one-week"
  case days
  case oneDay = "one-day"
  case hours
  case oneHour = "one-hour"
  case minutes
  case oneMinute = "one-minute"
  case kilograms
  case pounds
  case grams
  case centimeters
  case meters
  case inches
  case feet

  package var key: String { "screen." + rawValue }
}
