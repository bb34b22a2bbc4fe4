/// How many columns and rows a screen has.
///
/// Never negative.
package struct Size: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Less than nothing counts as nothing.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a screen of this size.
  package var area: Area { Area(x: 0, y: 0, width: width, height: height) }
}

/// A place on a screen: column and row, from 0 at the top left.
///
/// May lie outside of every screen.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// Sums of places stop at the last number there is: a window of any size must never end the
/// program.
extension Int {
  func plus(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  func minus(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }
}
