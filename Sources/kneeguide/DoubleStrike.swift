package import TextUI
package import WalkthroughCore

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

/// Lets the key that led to where a visit can be erased not be the one that erases it.
///
/// A key that is held, or that a hand strikes twice, counts there once: until it has rested for half a
/// second, or another key has come. Whoever presses two keys waits for nothing. In the same way the key
/// that goes on from the idle clock's warning does nothing on the screen below.
///
/// The thanks take nothing at all for half a second, neither another key nor a finger: any would
/// close them, and nobody has read them yet.
package struct EndingStrike: Sendable {
  package static let milliseconds = 500

  /// The stroke that counted, and when it was last repeated.
  private var last: (key: Key, screen: Walkthrough.Screen, at: Int)?

  package init() {}

  /// What a key that came on a screen at a time is; what a finger or a paste does counts but on the
  /// thanks.
  package mutating func take(
    _ key: Key, on screen: Walkthrough.Screen, at now: Int
  ) -> DoubleStrike.Verdict {
    guard let last, last.screen != screen, now - last.at <= Self.milliseconds else {
      last = (key, screen, now)
      return .counts
    }
    let isAgain = key.isStroke(like: last.key)
    let isKeyAgain = isAgain && key.isOfKeyboard
    if screen == .thanks
      || isKeyAgain && (screen.canEndVisit || last.screen.isIdleWarning)
    {
      if isAgain { self.last?.at = now }
      return .struckTwice
    }
    self.last = (key, screen, now)
    return .counts
  }
}

extension Key {
  fileprivate var isOfKeyboard: Bool {
    switch self {
    case .pointer, .paste: false
    default: true
    }
  }

  /// Whether it is the same once more; a finger never hits the same place, and lets go as well.
  fileprivate func isStroke(like other: Key) -> Bool {
    switch (self, other) {
    case (.pointer, .pointer): true
    default: self == other
    }
  }
}

extension Walkthrough.Screen {
  /// Whether a key erases here, or takes away what says that it was done.
  fileprivate var canEndVisit: Bool { self == .leave || self == .thanks }

  fileprivate var isIdleWarning: Bool {
    if case .idleWarning = self { true } else { false }
  }
}
