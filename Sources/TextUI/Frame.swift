/// A whole screen as a value: what stands in each cell, and where the cursor is.
package struct Frame: Sendable {
  package let size: Size
  /// On what has the focus, always: screen readers and magnifiers know nothing else of it.
  ///
  /// `nil`: at the top left.
  package var cursor: Point?

  /// For the terminal that presents the frame, row after row: a scalar, or 0x4000_0000 for the
  /// right half of a wide character, or 0x8000_0000 with the number of an entry in `clusters`.
  package internal(set) var scalars: [UInt32]
  /// The `code` of each cell's style.
  package internal(set) var styles: [UInt16]
  /// Characters with marks, five numbers each: the base, the marks, zeros.
  package internal(set) var clusters: [UInt32] = []

  /// A frame of blanks.
  ///
  /// At most 1,000 columns and 10,000 rows: what is more than that is left out.
  package init(size: Size, style: Style = .body) {
    self.size = Size(width: min(size.width, 1_000), height: min(size.height, 10_000))
    let count = self.size.width * self.size.height
    scalars = Array(filledWith: CellCode.blank, count: count)
    styles = Array(filledWith: style.code, count: count)
  }

  package var area: Area { size.area }

  /// What stands at the place; outside of the frame, a blank.
  package subscript(point: Point) -> Cell {
    guard area.contains(point) else {
      return Cell(character: " ", style: .body, isContinuation: false)
    }
    let index = point.y * size.width + point.x
    return Cell(
      character: character(at: index), style: Style(code: styles[index]),
      isContinuation: scalars[index] == CellCode.continuation)
  }

  /// The row's characters without the blanks at its end; empty outside of the frame.
  package func line(_ y: Int) -> String {
    guard 0 <= y, y < size.height else { return "" }
    let row = y * size.width..<(y + 1) * size.width
    guard let last = row.last(where: { scalars[$0] != CellCode.blank }) else { return "" }
    var line = ""
    for index in row.lowerBound...last where scalars[index] != CellCode.continuation {
      line.append(character(at: index))
    }
    return line
  }

  /// The screen as lines: the picture that tests compare.
  package var text: String { (0..<size.height).map(line).joined(separator: "\n") }

  func character(at index: Int) -> Character {
    let code = scalars[index]
    if code == CellCode.continuation { return " " }
    guard code & CellCode.cluster != 0 else {
      return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    var text = ""
    for value in cluster(code) where value != 0 {
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return text.first ?? " "
  }

  func cluster(_ code: UInt32) -> ArraySlice<UInt32> {
    let start = Int(code & ~CellCode.cluster) * CellCode.clusterLength
    return clusters[start..<start + CellCode.clusterLength]
  }
}

extension Frame: Equatable {
  /// Whether both look the same and have the cursor at the same place, however they came about.
  package static func == (a: Frame, b: Frame) -> Bool {
    guard a.size == b.size, a.cursor == b.cursor, a.styles == b.styles else { return false }
    if a.clusters == b.clusters { return a.scalars == b.scalars }
    return a.scalars.indices.allSatisfy { index in
      let (x, y) = (a.scalars[index], b.scalars[index])
      guard x & y & CellCode.cluster != 0 else { return x == y }
      return a.cluster(x) == b.cluster(y)
    }
  }
}

extension Array where Element: BitwiseCopyable {
  /// As `init(repeating:count:)`, in steps that double: a screen has thousands of cells, and each
  /// new one begins so.
  @inline(__always) fileprivate init(filledWith value: Element, count: Int) {
    self.init(unsafeUninitializedCapacity: Swift.max(0, count)) { buffer, filled in
      guard let start = buffer.baseAddress, count > 0 else { return }
      start.initialize(to: value)
      filled = 1
      while filled < count {
        let more = Swift.min(filled, count - filled)
        (start + filled).initialize(from: start, count: more)
        filled += more
      }
    }
  }
}
