/// How often a PIN may be tried.
///
/// Five tries, then none for a minute; after it one, and none for two minutes, then four, and so on
/// up to an hour. The right PIN ends that. Who keeps this value must outlive the visitors, or each of
/// them had five tries.
///
///     1 2 3 4 5 ── 1 min ── 6 ── 2 min ── 7 ── 4 min ── … ── 60 min ── n ── 60 min
package struct PINAttempts: Equatable, Sendable {
  package static let free = 5
  package static let firstWait = 60_000
  package static let longestWait = 3_600_000

  private var wrong = 0
  private var closedUntil: Int?

  package init() {}

  package enum Answer: Equatable, Sendable {
    case mayTry
    /// For so many milliseconds more, at least one.
    case wait(Int)
  }

  /// Asks for a try.
  ///
  /// It counts as a wrong one from now on, so that nothing is won by ending the program before it is
  /// known to be wrong; `wasRight` takes that back.
  ///
  /// - Parameter now: milliseconds of a clock that never jumps.
  /// - Returns: whether there may be one, or how long there may be none.
  package mutating func begin(at now: Int) -> Answer {
    if let closedUntil, now < closedUntil { return .wait(closedUntil - now) }
    wrong = min(wrong + 1, 64)
    if wrong >= Self.free { closedUntil = now + wait }
    return .mayTry
  }

  /// The try that began was right: all is as at first.
  package mutating func wasRight() { self = PINAttempts() }

  /// Milliseconds until the next try; 0 when there may be one.
  package func wait(at now: Int) -> Int { max(0, (closedUntil ?? now) - now) }

  private var wait: Int {
    let doublings = min(wrong - Self.free, 16)
    return min(Self.firstWait << doublings, Self.longestWait)
  }
}
