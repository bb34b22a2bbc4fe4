package import QuestionnaireModel

/// Lines of the log that only a visit gave cause for.
///
/// The log has the second of each of its lines, which here would be a visitor's. So they are told when
/// their day is over, or the kiosk ends, and with that day alone; each once.
package final class DayLog {
  private let day: () -> Day?
  private let log: (String) -> Void
  private var held: [Day: Set<String>] = [:]
  private var seen: Day?

  /// A log that has nothing to tell yet; `day` is asked for the day that it is.
  package init(on day: @escaping () -> Day?, log: @escaping (String) -> Void) {
    self.day = day
    self.log = log
  }

  /// Takes a line; it is told later.
  package func hold(_ line: String) {
    if let today = day() { held[today, default: []].insert(line) }
  }

  /// Tells what other days have left; true when it is first asked, and when another day has come.
  package func turn() -> Bool {
    guard let today = day(), today != seen else { return false }
    seen = today
    tell { $0 != today }
    return true
  }

  /// Tells all that is left.
  package func end() { tell { _ in true } }

  private func tell(_ isOver: (Day) -> Bool) {
    for day in held.keys.filter(isOver).sorted() {
      // Not in the order in which they came.
      for line in (held.removeValue(forKey: day) ?? []).sorted() { log("on \(day): \(line)") }
    }
  }
}
