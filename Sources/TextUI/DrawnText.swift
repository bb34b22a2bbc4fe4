/// What one cell, or one pair of cells, can show: a base and at most four marks on it.
struct DrawnCharacter: Equatable {
  var base: Unicode.Scalar
  /// 1 or 2 columns.
  var width: Int
  /// As many as ncurses keeps in a cell (CCHARW_MAX is 5); 0 where there is none.
  var marks = SIMD4<UInt32>()
  var markCount = 0
}

/// A text as it is drawn, cell by cell.
///
/// Terminals disagree on emoji sequences, flags, variation selectors and invisible formats; what
/// they disagree on is not drawn, so that the cursor is where we think it is. Of an emoji sequence
/// the first emoji stays. Controls and unassigned scalars become U+FFFD: no text can send the
/// terminal a command.
struct DrawnText: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  mutating func next() -> DrawnCharacter? {
    while let scalar = ahead {
      ahead = scalars.next()
      if (0x20..<0x7F).contains(scalar.value) {
        var drawn = DrawnCharacter(base: scalar, width: 1)
        // Nothing below U+0300 is a mark.
        if let mark = ahead, mark.value >= 0x300 { takeMarks(onto: &drawn) }
        return drawn
      }
      // A mark with nothing to stand on, or a format, shows nothing.
      let width = scalar.displayWidth
      if width == 0 { continue }
      var drawn = DrawnCharacter(base: scalar, width: width)
      if width < 0 || scalar.isRegionalIndicator {
        drawn = DrawnCharacter(base: "\u{FFFD}", width: 1)
      }
      takeMarks(onto: &drawn)
      return drawn
    }
    return nil
  }

  private mutating func takeMarks(onto drawn: inout DrawnCharacter) {
    while let mark = ahead {
      if mark.value == 0x200D {
        ahead = scalars.next()
        // The rest of a joined emoji.
        if let joined = ahead, joined.properties.isEmoji, joined.value > 0x2000 {
          ahead = scalars.next()
        }
      } else if mark.properties.isEmojiModifier, drawn.base.properties.isEmoji {
        ahead = scalars.next()
      } else if mark.displayWidth == 0 {
        if drawn.markCount < 4, mark.isDrawnMark {
          drawn.marks[drawn.markCount] = mark.value
          drawn.markCount += 1
        }
        ahead = scalars.next()
      } else {
        return
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Not the invisible formats, and not the selectors of text or emoji shape.
  fileprivate var isDrawnMark: Bool {
    properties.generalCategory != .format && !(0xFE00...0xFE0F).contains(value)
      && !(0xE0100...0xE01EF).contains(value)
  }

  /// Whether a person can type or paste it into an answer: it shows something, and gives no
  /// command.
  var isTypeable: Bool {
    if (0x20..<0x7F).contains(value) { return true }
    let width = displayWidth
    return width > 0 ? properties.generalCategory != .privateUse : width == 0 && isDrawnMark
  }
}
