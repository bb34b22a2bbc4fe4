/// Where things stand on every screen, and how far apart.
package enum Spacing {
  /// Text stands in at most so many columns, however wide the window is.
  package static let widestText = 72
  /// From this width on the column of text stands in the middle; below, at the left.
  package static let centeredFrom = 100
  /// The smallest window in which a screen is drawn; below it one line asks for more room.
  package static let smallestWindow = Size(width: 40, height: 12)
  /// Between two keys in the footer, two views of a picture, two charts beside each other.
  package static let gap = 3
  /// What a text field holds at the least, and a field for a number and its unit.
  package static let textField = 40
  package static let numberField = 12
  /// From this width on a ladder has rails, and what is known of a thing stands beside its name.
  package static let railsFrom = 60
  /// The entries beside a picture are not set narrower, nor the name of a row beside its boxes.
  package static let narrowestList = 22
  package static let narrowestName = 24
  /// The smallest window with room for boxes to touch, and the smallest box.
  package static let smallestTouchWindow = Size(width: 80, height: 24)
  package static let smallestBox = Size(width: 6, height: 3)
  /// Boxes stand in at most so many columns, however wide the window is.
  package static let widestBoxes = 100
  /// So many columns right of the boxes are for scrolling, where there is more than is seen.
  package static let scrollStrip = 8

  /// The words beside a code take so many columns at least, of which two on either side are empty.
  package static let besideCode = 35
  package static let marginBesideCode = 2

  /// Whether there is room for lines around the body and blank lines between paragraphs.
  package static func isRoomy(_ size: Size) -> Bool { size.height >= 18 }

  /// The columns left of the text.
  package static func margin(_ size: Size) -> Int {
    if size.width >= centeredFrom { return (size.width - widestText) / 2 }
    return size.width >= 76 ? 2 : size.width >= 44 ? 1 : 0
  }

  package static func textWidth(_ size: Size) -> Int {
    min(widestText, size.width - 2 * margin(size))
  }
}
