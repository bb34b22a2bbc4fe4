import TextUI
package import WalkthroughCore

/// What a kiosk's visitor does beside the keys: it tells that it lives, and notices when nobody is
/// there.
package final class VisitorTimer {
  /// So many milliseconds at most lie between two beats.
  package static let longestWait = 3000

  private var clock: Walkthrough.IdleClock
  private var strike: DoubleStrike
  private var ending = EndingStrike()
  private let now: () -> Int
  private let tell: (Walkthrough.State) -> Void
  private let isOutdated: (Walkthrough.State) -> Bool

  /// A timer that begins now.
  ///
  /// - Parameters:
  ///   - limits: how long nobody may be there.
  ///   - doubleStrike: so many milliseconds after a key the same key counts as the same press.
  ///   - now: milliseconds of a clock that never jumps.
  ///   - tell: told after each drawing and while it waits.
  ///   - isOutdated: whether what nobody has begun yet should be begun anew: another day has come.
  package init(
    _ limits: Walkthrough.IdleClock.Limits, doubleStrike: Int = 0, now: @escaping () -> Int,
    tell: @escaping (Walkthrough.State) -> Void = { _ in },
    isOutdated: @escaping (Walkthrough.State) -> Bool = { _ in false }
  ) {
    clock = Walkthrough.IdleClock(limits, at: now())
    strike = DoubleStrike(milliseconds: doubleStrike)
    self.now = now
    self.tell = tell
    self.isOutdated = isOutdated
  }

  func beat(in state: Walkthrough.State) { tell(state) }

  /// Somebody is there, whether the key counts or not.
  func noteKey(_ key: Key, on screen: Walkthrough.Screen) -> DoubleStrike.Verdict {
    let now = now()
    clock.noteKey(at: now)
    // Both are told of each key, so that one that is held counts for both as held.
    let verdicts = [strike.take(key, at: now), ending.take(key, on: screen, at: now)]
    return verdicts.contains(.struckTwice) ? .struckTwice : .counts
  }

  func action(in state: Walkthrough.State) -> Walkthrough.Action? {
    if !state.hasBegun, isOutdated(state) { return .idleEnded }
    return clock.action(in: state, at: now())
  }

  func milliseconds(in state: Walkthrough.State, atMost most: Int?) -> Int {
    let due = clock.milliseconds(in: state, at: now()) ?? .max
    return min(Self.longestWait, due, most ?? .max)
  }
}
