/// What stands at one place of a frame.
package struct Cell: Hashable, Sendable {
  package let character: Character
  package let style: Style
  /// The right half of the wide character to the left; its own character is a blank.
  package let isContinuation: Bool
}

/// How a cell is kept: one number, so that a frame is two flat arrays and none of its cells an
/// allocation.
///
/// Either a scalar, or the right half of a wide character, or the place of a base with marks in the
/// frame's table.
enum CellCode {
  static let blank: UInt32 = 0x20
  static let continuation: UInt32 = 0x4000_0000
  static let cluster: UInt32 = 0x8000_0000
  /// The base and its marks; 0 where there is none.
  static let clusterLength = 5
}
