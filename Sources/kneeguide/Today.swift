import Glibc
import QuestionnaireModel

extension Day {
  /// The day of the local calendar; `nil` only when the clock is out of all bounds.
  static func today() -> Day? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  static func todayOrFailure() throws -> Day {
    guard let day = today() else {
      throw Failure(
        "the clock of this machine gives no day; set the date", status: Failure.badInput)
    }
    return day
  }
}
