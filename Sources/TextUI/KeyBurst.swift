/// Tells keys that a person presses from those that something else sends: a text that is pasted
/// into a terminal without bracketed paste, or a scanner.
///
/// A burst is more than 30 keys within 20 milliseconds. It goes on until 20 milliseconds pass
/// without a key.
package struct KeyBurst: Sendable {
  package static let mostKeys = 30
  package static let milliseconds: Int64 = 20

  private var recent: [(count: Int, at: Int64)] = []
  private var isOn = false

  package init() {}

  /// Whether these keys, which came at that time, belong to a burst.
  ///
  /// Times are of one clock that never goes back.
  package mutating func take(_ count: Int, at now: Int64) -> Bool {
    recent.removeAll { now - $0.at >= KeyBurst.milliseconds }
    if recent.isEmpty { isOn = false }
    if count > 0 { recent.append((count, now)) }
    if recent.reduce(0, { $0 + $1.count }) > KeyBurst.mostKeys { isOn = true }
    return isOn
  }
}
