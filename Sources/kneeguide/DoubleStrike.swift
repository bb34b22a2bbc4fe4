package import TextUI

/// Lets a hand that trembles press a key twice and mean it once (EN 301 549, 5.8).
///
/// The time runs from the last stroke, counted or not, so that a key held down counts once.
package struct DoubleStrike: Sendable {
  package enum Verdict: Sendable {
    case counts
    case struckTwice
  }

  private let milliseconds: Int
  private var last: (key: Key, at: Int)?

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// What a key that came at a time is; what a finger or a paste does always counts.
  package mutating func take(_ key: Key, at now: Int) -> Verdict {
    switch key {
    case .pointer, .paste: return .counts
    default: break
    }
    defer { last = (key, now) }
    guard milliseconds > 0, let last, last.key == key else { return .counts }
    return now - last.at <= milliseconds ? .struckTwice : .counts
  }
}
