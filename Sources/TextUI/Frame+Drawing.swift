extension Frame {
  /// Writes a line of text and returns the column after it, whether it was clipped or not.
  ///
  /// Clipped at the frame, and at `area` if there is one. A wide character is never cut in two:
  /// where half of it would stand there is a blank. What cannot be drawn (a control, a line break,
  /// an unassigned scalar) becomes U+FFFD.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = .body, in area: Area? = nil
  ) -> Int {
    let clip = area.map { self.area.intersection($0) } ?? self.area
    let isOnRow = !clip.isEmpty && clip.top <= point.y && point.y < clip.bottom
    if let end = putPlain(text, at: point, style: style, in: clip) { return end }
    var x = point.x
    for drawn in DrawnText(text) {
      let end = x.plus(drawn.width)
      if isOnRow, x < clip.right, end > clip.left {
        if clip.left <= x, end <= clip.right {
          set(code(of: drawn), width: drawn.width, x: x, y: point.y, style: style.code)
        } else {
          set(
            CellCode.blank, width: 1, x: max(x, clip.left), y: point.y, style: style.code)
        }
      }
      x = end
    }
    return x
  }

  /// The same for a text of printable ASCII, as most are; `nil`, and nothing written, for any
  /// other.
  private mutating func putPlain(
    _ text: String, at point: Point, style: Style, in clip: Area
  ) -> Int? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isPlain else { return nil }
      let end = point.x.plus(bytes.count)
      guard !clip.isEmpty, clip.top <= point.y, point.y < clip.bottom else { return end }
      let columns = max(point.x, clip.left)..<max(point.x, clip.left, min(end, clip.right))
      let skipped = columns.lowerBound.minus(point.x)
      setNarrow(columns, y: point.y, style: style.code) { UInt32(bytes[skipped + $0]) }
      return end
    } ?? nil
  }

  /// Writes lines one below the other.
  package mutating func put(
    _ lines: [String], at point: Point, style: Style = .body, in area: Area? = nil
  ) {
    for (offset, line) in lines.enumerated() {
      put(line, at: Point(x: point.x, y: point.y.plus(offset)), style: style, in: area)
    }
  }

  /// Fills every cell of the area with a narrow character; a wide one counts as a blank.
  package mutating func fill(
    _ area: Area, with character: Character = " ", style: Style = .body
  ) {
    var text = DrawnText(String(character))
    let drawn = text.next().flatMap { $0.width == 1 ? $0 : nil }
    let code = drawn.map { self.code(of: $0) } ?? CellCode.blank
    let clip = self.area.intersection(area)
    guard !clip.isEmpty else { return }
    for y in clip.top..<clip.bottom {
      setNarrow(clip.left..<clip.right, y: y, style: style.code) { _ in code }
    }
  }

  /// Gives the cells of the area another style and keeps what stands in them.
  package mutating func restyle(_ area: Area, _ style: Style) {
    forEachCell(of: area) { frame, x, y in
      frame.styles[y * frame.size.width + x] = style.code
    }
  }

  /// Draws a border along the inside of the area; nothing where there is no room for its corners.
  package mutating func box(_ area: Area, glyphs: Glyphs, style: Style = .border) {
    guard area.size.width >= 2, area.size.height >= 2 else { return }
    let right = area.right - 1
    let bottom = area.bottom - 1
    rule(at: area.origin, width: area.size.width, glyphs: glyphs, style: style)
    rule(
      at: Point(x: area.left, y: bottom), width: area.size.width, glyphs: glyphs, style: style)
    for x in [area.left, right] {
      fill(
        Area(x: x, y: area.top, width: 1, height: area.size.height), with: glyphs.vertical,
        style: style)
    }
    put(String(glyphs.topLeft), at: area.origin, style: style)
    put(String(glyphs.topRight), at: Point(x: right, y: area.top), style: style)
    put(String(glyphs.bottomLeft), at: Point(x: area.left, y: bottom), style: style)
    put(String(glyphs.bottomRight), at: Point(x: right, y: bottom), style: style)
  }

  /// Draws a horizontal line.
  package mutating func rule(
    at point: Point, width: Int, glyphs: Glyphs, style: Style = .border
  ) {
    fill(
      Area(x: point.x, y: point.y, width: width, height: 1), with: glyphs.horizontal, style: style)
  }

  /// Shows rows of another frame, a taller one for instance, at the top left of the area; its
  /// cursor comes along if it stands on what is shown.
  package mutating func copy(_ other: Frame, rows: Range<Int>, to area: Area) {
    let rows = rows.clamped(to: 0..<other.size.height)
    let clip = self.area.intersection(area)
    for (offset, row) in rows.enumerated() {
      let y = area.top.plus(offset)
      guard y < clip.bottom else { break }
      guard y >= clip.top else { continue }
      for x in clip.left..<max(clip.left, clip.right) {
        let from = x.minus(area.left)
        guard from < other.size.width else { break }
        copyCell(of: other, at: row * other.size.width + from, x: x, y: y, clip: clip)
      }
    }
    guard let cursor = other.cursor, rows.contains(cursor.y) else { return }
    let moved = Point(
      x: area.left.plus(cursor.x), y: area.top.plus(cursor.y - rows.lowerBound))
    if clip.contains(moved) { self.cursor = moved }
  }

  private mutating func copyCell(of other: Frame, at index: Int, x: Int, y: Int, clip: Area) {
    var code = other.scalars[index]
    let isWide =
      index + 1 < other.scalars.count && other.scalars[index + 1] == CellCode.continuation
    if code == CellCode.continuation {
      // Its left half was shown with it, unless that half is clipped away.
      if x > clip.left { return }
      code = CellCode.blank
    }
    if code & CellCode.cluster != 0 { code = add(Array(other.cluster(code))) }
    let fits = isWide && code != CellCode.blank && x + 1 < clip.right
    set(
      isWide && !fits && code != CellCode.blank ? CellCode.blank : code, width: fits ? 2 : 1, x: x,
      y: y, style: other.styles[index])
  }

  private mutating func forEachCell(of area: Area, _ body: (inout Frame, Int, Int) -> Void) {
    let clip = self.area.intersection(area)
    guard !clip.isEmpty else { return }
    for y in clip.top..<clip.bottom {
      for x in clip.left..<clip.right { body(&self, x, y) }
    }
  }

  private mutating func code(of drawn: DrawnCharacter) -> UInt32 {
    if drawn.markCount == 0 { return drawn.base.value }
    return add([
      drawn.base.value, drawn.marks[0], drawn.marks[1], drawn.marks[2], drawn.marks[3],
    ])
  }

  private mutating func add(_ cluster: [UInt32]) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: clusters.count / CellCode.clusterLength)
    clusters += cluster
    return CellCode.cluster | number
  }

  /// Writes narrow cells side by side that lie within the frame, as `set` does one by one, and
  /// faster.
  private mutating func setNarrow(
    _ columns: Range<Int>, y: Int, style: UInt16, code: (Int) -> UInt32
  ) {
    guard !columns.isEmpty else { return }
    let start = y * size.width
    let first = start + columns.lowerBound
    let after = start + columns.upperBound
    if columns.lowerBound > 0, scalars[first] == CellCode.continuation {
      scalars[first - 1] = CellCode.blank
    }
    if columns.upperBound < size.width, scalars[after] == CellCode.continuation {
      scalars[after] = CellCode.blank
    }
    scalars.withUnsafeMutableBufferPointer { cells in
      for index in first..<after { cells[index] = code(index - first) }
    }
    styles.withUnsafeMutableBufferPointer { cells in
      for index in first..<after { cells[index] = style }
    }
  }

  /// Writes a cell that lies within the frame.
  ///
  /// What is left of a wide character that it covers by half becomes a blank.
  private mutating func set(_ code: UInt32, width: Int, x: Int, y: Int, style: UInt16) {
    let start = y * size.width
    let first = start + x
    let after = first + width
    let end = start + size.width
    if scalars[first] == CellCode.continuation, x > 0 { scalars[first - 1] = CellCode.blank }
    if after < end, scalars[after] == CellCode.continuation { scalars[after] = CellCode.blank }
    scalars[first] = code
    styles[first] = style
    if width == 2 {
      scalars[first + 1] = CellCode.continuation
      styles[first + 1] = style
    }
  }
}
