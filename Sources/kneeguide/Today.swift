import ClinicTrust
import Glibc
import QuestionnaireModel

extension Day {
  /// The day of the local calendar; `nil` only when the clock is out of all bounds.
  static func today() -> Day? { at(time(nil)) }

  /// The day on which this program was built, by the time of its file; `nil` where that is not known.
  ///
  /// A package gives it the time of its source.
  static func built() -> Day? {
    var file = stat()
    return stat("/proc/self/exe", &file) == 0 ? at(file.st_mtim.tv_sec) : nil
  }

  private static func at(_ seconds: time_t) -> Day? {
    var seconds = seconds
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  static func todayOrFailure() throws -> Day {
    guard let day = today() else { throw Failure.noDay }
    return day
  }
}

extension Failure {
  static let noDay = Failure(
    "the clock of this machine gives no day; set the date", status: Failure.badInput)
}

extension KioskStatus.Hour {
  /// The hour that is.
  static func now() -> KioskStatus.Hour? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil, let day = Day.today() else { return nil }
    return KioskStatus.Hour(day: day, hour: Int(parts.tm_hour))
  }
}
