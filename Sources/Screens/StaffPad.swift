package import RecommendationCore
package import TextUI

/// Where the staff touches its number: lines at the left, and at the right a box for each digit, to
/// take one back, to go on and to go back.
package struct StaffPad: Equatable, Sendable {
  package let frame: Frame
  package let targets: [Target]

  /// `nil` for a window without room for all of it.
  package init?(_ lines: [String], _ words: PadWords, size: Size) {
    let named = [words.erase, words.done, words.back].map(displayWidth)
    let width = max(Spacing.smallestBox.width + 2, (named.max() ?? 0) + 2)
    let left = size.width - 2 - 3 * width
    let height = Spacing.smallestBox.height
    let text = lines.flatMap { $0.isEmpty ? [""] : wrap($0, width: max(1, left - 4)) }
    guard left >= 24, size.height >= 5 * height, text.count <= size.height else { return nil }
    var frame = Frame(size: size)
    frame.put(text, at: Point(x: 2, y: (size.height - text.count) / 2))
    let top = (size.height - 5 * height) / 2
    var keys: [(String, Key)] = "123456789".map { (String($0), .character($0)) }
    keys += [(words.erase, .backspace), ("0", .character("0")), (words.done, .enter)]
    var boxes = keys.enumerated().map { index, key in
      let place = Point(x: left + index % 3 * width, y: top + index / 3 * height)
      return (Area(x: place.x, y: place.y, width: width, height: height), key.0, key.1)
    }
    let last = Area(x: left, y: top + 4 * height, width: 3 * width, height: height)
    boxes.append((last, words.back, .escape))
    for (area, text, _) in boxes {
      frame.box(area, glyphs: .unicode)
      frame.put(
        centered(text, in: area.size.width - 2), at: Point(x: area.left + 1, y: area.top + 1))
    }
    self.frame = frame
    targets = boxes.map { Target([$0.0], .key($0.2)) }
  }
}

/// The words of the boxes that are no digits.
package struct PadWords: Equatable, Sendable {
  package let erase: String
  package let done: String
  package let back: String

  package init(erase: String, done: String, back: String) {
    self.erase = erase
    self.done = done
    self.back = back
  }

  package init(_ words: Wording) {
    self.init(erase: words[.erase], done: words[.continue], back: words[.back])
  }
}
