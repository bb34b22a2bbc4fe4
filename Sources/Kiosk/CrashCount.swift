/// How often visitors have died of late.
package struct CrashCount: Equatable, Sendable {
  /// So many in so many milliseconds, and the kiosk is out of order.
  package static let most = 5
  package static let span = 60_000

  private var times: [Int] = []

  package init() {}

  /// Counts one more; true when it is one too many.
  package mutating func note(at now: Int) -> Bool {
    times.append(now)
    times.removeAll { now - $0 >= Self.span }
    return times.count >= Self.most
  }
}
