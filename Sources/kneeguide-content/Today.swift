import Glibc
import QuestionnaireModel

/// The day on this machine's calendar; `nil` where its clock is beyond the year 9999.
func today() -> Day? {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  return Day(
    year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
}
