import Glibc
import QuestionnaireModel

/// The day on this machine's calendar.
func today() -> Day {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  let day = Day(
    year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  // A clock beyond the year 9999 makes every review late, which is the safe way to be wrong.
  return day ?? Day(year: 9999, month: 12, day: 31) ?? today()
}
