extension Walkthrough {
  /// Tells when nobody is there any more.
  ///
  /// It reads no clock itself: each call is told the time, in milliseconds of one that never jumps.
  ///
  ///     key ........ 120 s ........ warning, 60 s left ... 30 s left ... 10 s left ... the end
  ///                                 any key: from the beginning
  ///
  /// Between these there is nothing to draw, so that a screen reader is not talked over.
  package struct IdleClock: Equatable, Sendable {
    package struct Limits: Equatable, Sendable {
      /// Seconds without a key until the warning.
      package var idle = 120
      /// The same where there is much to read.
      package var reading = 300
      /// Seconds from the warning to the end.
      package var warning = 60
      /// Seconds that the thanks stand.
      package var thanks = 10

      package init() {}
    }

    package let limits: Limits
    private var lastKey: Int
    private var warned: Int?
    private var announced: Int?

    package init(_ limits: Limits, at now: Int) {
      self.limits = limits
      lastKey = now
    }

    /// A key was pressed, whatever it means, or something was touched.
    package mutating func noteKey(at now: Int) {
      lastKey = now
      warned = nil
      announced = nil
    }

    /// The milliseconds until there is something to say; `nil` while nobody has begun.
    package func milliseconds(in state: State, at now: Int) -> Int? {
      guard state.hasBegun else { return nil }
      guard let warned else { return max(0, lastKey + limit(in: state) - now) }
      let left = warned + warning(in: state) * 1000 - now
      let next = announcements(in: state).filter { $0 < announced ?? .max }.max() ?? 0
      return max(0, left - next * 1000)
    }

    /// What is to be said now; `nil`: nothing.
    ///
    /// However late it is asked, the warning comes first, and stands as long as it should.
    package mutating func action(in state: State, at now: Int) -> Action? {
      guard state.hasBegun else { return nil }
      guard let warned else {
        guard now >= lastKey + limit(in: state) else { return nil }
        if state.screen == .thanks { return .idleEnded }
        self.warned = now
        announced = warning(in: state)
        return .idleWarned(seconds: warning(in: state))
      }
      let left = warned + warning(in: state) * 1000 - now
      if left <= 0 { return .idleEnded }
      guard let mark = announcements(in: state).filter({ left <= $0 * 1000 }).min(),
        mark != announced
      else {
        return nil
      }
      announced = mark
      return .idleWarned(seconds: mark)
    }

    /// The seconds left at which the warning is said.
    private func announcements(in state: State) -> [Int] {
      let warning = warning(in: state)
      return [warning] + (state.needsMoreTime ? [60, 30, 10] : [30, 10]).filter { $0 < warning }
    }

    private func warning(in state: State) -> Int { limits.warning * state.patience }

    private func limit(in state: State) -> Int {
      if state.screen == .thanks { return limits.thanks * 1000 }
      let seconds = state.isReadAtLength ? max(limits.reading, limits.idle) : limits.idle
      return 1000 * seconds * state.patience
    }
  }
}

extension Walkthrough.State {
  /// How many times as long as usual a visitor who needs more time may take (WCAG 2.2.1).
  package var patience: Int { needsMoreTime ? 10 : 1 }
}
