import RecommendationCore

extension Walkthrough {
  /// The pages as codes that a phone reads, made for a window; or why there are none.
  package struct Codes: Equatable, Sendable {
    /// The room that they were made for; `nil`: nothing is drawn here, so that there are none.
    package let room: CodeRoom?
    /// Empty where they find no room.
    package let pages: [Code]
    /// Where they find none: so many modules a side would be enough.
    package let needed: Int?
    /// Which of them is seen.
    package internal(set) var place = 0

    package init(room: CodeRoom?, pages: [Code] = [], needed: Int? = nil) {
      self.room = room
      self.pages = pages
      self.needed = needed
    }

    /// The one that is seen.
    package var code: Code? { pages.indices.contains(place) ? pages[place] : nil }
  }

  /// A square of modules, the light ones around it included; true is dark.
  package struct Code: Equatable, Sendable {
    /// Modules a side of the smallest there is.
    package static let leastSide = 29

    package let modules: [[Bool]]
    package var side: Int { modules.count }

    package init(modules: [[Bool]]) { self.modules = modules }
  }

  /// How large a code can be drawn in a window.
  package struct CodeRoom: Equatable, Sendable {
    /// So many modules a side.
    package let modules: Int
    /// Whether two modules share a character; else each takes two columns of blanks.
    package let isInHalves: Bool

    package init(modules: Int, isInHalves: Bool) {
      self.modules = modules
      self.isInHalves = isInHalves
    }
  }

  /// Tells when a code has been seen for long enough.
  ///
  /// Any camera can read it over a shoulder. It reads no clock itself: each call is told the time,
  /// in milliseconds of one that never jumps.
  package struct CodeClock: Equatable, Sendable {
    /// Seconds that a code is seen, each of them anew.
    package static let seconds = 60

    private var place: Int?
    private var since = 0

    package init() {}

    /// What is to be done now; `nil`: nothing.
    package mutating func action(in state: State, at now: Int) -> Action? {
      let seen = state.codeSeen
      if seen != place { since = now }
      place = seen
      return seen != nil && now >= since + 1000 * Self.seconds ? .codesEnded : nil
    }

    /// The milliseconds until then; `nil` while no code is seen.
    package func milliseconds(at now: Int) -> Int? {
      place.map { _ in max(0, since + 1000 * Self.seconds - now) }
    }
  }
}

extension Walkthrough.State {
  /// The place of the code that is on the screen.
  var codeSeen: Int? {
    guard screen == .codes, let codes = handOver.codes, codes.code != nil else { return nil }
    return codes.place
  }

  /// Next, before, and away; where there is no code, the same in words.
  var codeEntries: [Walkthrough.Entry] {
    guard let codes = handOver.codes, codes.code != nil else {
      return (forms.contains(.screen) ? [.form(.screen)] : []) + [.back]
    }
    return (codes.place + 1 < codes.pages.count ? [.turnCode(by: 1)] : [])
      + (codes.place > 0 ? [.turnCode(by: -1)] : []) + [.back]
  }

  /// Asks for other codes where the window is not the one that these were made for.
  var codesToMake: [Walkthrough.Effect] {
    guard screen == .codes, let room = visit.metrics?.codeRoom, handOver.codes?.room != room else {
      return []
    }
    return [.handOut(.qr)]
  }

  mutating func show(_ codes: Walkthrough.Codes) {
    handOver.codes = codes
    if screen == .codes { visit = Walkthrough.Visit(.codes) } else { push(.codes) }
  }

  mutating func turnCode(by delta: Int) {
    guard screen == .codes, let codes = handOver.codes,
      codes.pages.indices.contains(codes.place + delta)
    else { return }
    handOver.codes?.place += delta
    visit = Walkthrough.Visit(.codes)
  }

  /// A code is on the screen or nowhere: what comes over it takes it away for good.
  mutating func hideCoveredCodes() {
    if screen != .codes { handOver.codes = nil }
    // Undo brings screens back, but no code.
    if screen == .codes, handOver.codes == nil { _ = pop() }
    dropCodesBelow()
  }
}
