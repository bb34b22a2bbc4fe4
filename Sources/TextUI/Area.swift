/// A rectangle of cells.
package struct Area: Hashable, Sendable {
  package var origin: Point
  package var size: Size
  package init(x: Int, y: Int, width: Int, height: Int) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  package var left: Int { origin.x }
  package var top: Int { origin.y }
  /// The first column that lies beyond.
  package var right: Int { origin.x.plus(size.width) }
  /// The first row that lies below.
  package var bottom: Int { origin.y.plus(size.height) }
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  package func contains(_ point: Point) -> Bool {
    left <= point.x && point.x < right && top <= point.y && point.y < bottom
  }

  /// What both cover; empty where they do not meet.
  package func intersection(_ other: Area) -> Area {
    let x = max(left, other.left)
    let y = max(top, other.top)
    return Area(
      x: x, y: y, width: min(right, other.right).minus(x),
      height: min(bottom, other.bottom).minus(y))
  }

  /// The area without a margin at its sides; empty when the margins take all of it.
  package func inset(horizontally: Int = 0, vertically: Int = 0) -> Area {
    Area(
      x: left.plus(horizontally), y: top.plus(vertically),
      width: size.width.minus(horizontally).minus(horizontally),
      height: size.height.minus(vertically).minus(vertically))
  }
}
