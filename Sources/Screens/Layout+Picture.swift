import QuestionnaireModel
import TextUI
import WalkthroughCore

extension Layout {
  /// Sets the entries of a question as a picture; `nil` where that finds no room.
  ///
  ///     Where does it hurt?
  ///     inner Front outer  Back         Your right knee
  ///      \           /   \    /         [ ] All over
  ///       |  (   )  |     |  |          [ Continue ]
  ///     > 1 [ ] Above the kneecap
  init?(
    picturing content: ScreenContent, sheet number: Int, width: Int, height: Int, focus: Int,
    glyphs: Glyphs
  ) {
    guard let shown = content.picture else { return nil }
    let sheet = shown.picture.sheet(number)
    let drawnWidth =
      sheet.views.map { shown.picture.views[$0].width }.reduce(0, +)
      + Spacing.gap * (sheet.views.count - 1)
    let besideWidth = width - drawnWidth - Spacing.gap
    guard !sheet.views.isEmpty, besideWidth >= Spacing.narrowestList else { return nil }

    let entries = content.entries
    let drawn = entries.indices.filter { index in
      if case .option(let zone) = entries[index] { sheet.shows(zone) } else { false }
    }
    var head = content
    head.blocks = content.blocks.filter { if case .text = $0 { true } else { false } }
    var list = content
    list.heading = ""
    list.blocks = content.blocks.filter {
      switch $0 {
      case .entry, .gap: true
      default: false
      }
    }
    if !shown.caption.isEmpty { list.blocks.insert(.text(shown.caption, .body), at: 0) }
    self.init(head, width: width, focus: nil, isRoomy: false, glyphs: glyphs)
    let beside = Layout(
      list, width: besideWidth, focus: focus, isRoomy: false, glyphs: glyphs,
      leavingOut: Set(drawn))

    let top = lines.count
    let views = sheet.views.map { PictureView(shown.picture, view: $0, content, focus: focus) }
    let rows = 1 + (views.map(\.height).max() ?? 0)
    for row in 0..<max(rows, beside.lines.count) {
      var line: [Span] = []
      for (index, view) in views.enumerated() {
        if index > 0 { line.append(Span(text: blanks(Spacing.gap), style: .body)) }
        line += view.spans(row: row - 1, glyphs: glyphs)
      }
      if beside.lines.indices.contains(row), !beside.lines[row].isEmpty {
        line.append(Span(text: blanks(Spacing.gap), style: .body))
        line += beside.lines[row]
      }
      lines.append(line)
    }
    lines.append(
      focusedName(content, at: drawn.contains(focus) ? focus : nil, width: width))
    if lines.count > height { return nil }
    lines += pickedLines(
      content, drawn, word: shown.picked, width: width, most: height - lines.count)

    let covered = areas(in: views, top: top + 1)
    for index in entries.indices {
      if case .option(let zone) = entries[index], drawn.contains(index) {
        let place = places(of: zone, in: views)
        self.entries.append((top + 1 + place.rows.lowerBound)..<(top + 1 + place.rows.upperBound))
        cursors.append(Point(x: place.anchor.x, y: top + 1 + place.anchor.y))
        spots[index] = covered[zone] ?? []
      } else if beside.entries.indices.contains(index) {
        let range = beside.entries[index]
        self.entries.append((range.lowerBound + top)..<(range.upperBound + top))
        cursors.append(Point(x: drawnWidth + Spacing.gap, y: beside.cursors[index].y + top))
        spots[index] = [
          Area(
            x: drawnWidth + Spacing.gap, y: range.lowerBound + top, width: besideWidth,
            height: range.count)
        ]
      }
    }
  }

  /// Where a zone stands: its rows and its cursor, in the first view that shows it.
  private func places(
    of zone: AnswerOption.ID, in views: [PictureView]
  ) -> (rows: Range<Int>, anchor: Point) {
    var left = 0
    for view in views {
      if let anchor = view.anchors[zone] {
        let rows = view.zones.indices.filter { view.zones[$0].contains(zone) }
        return (
          (rows.first ?? 0)..<((rows.last ?? 0) + 1), Point(x: left + anchor.column, y: anchor.row)
        )
      }
      left += view.width + Spacing.gap
    }
    return (0..<1, Point(x: 0, y: 0))
  }

  /// All that each zone covers, in every view that shows it: the cells of a row that lie side by
  /// side are one area.
  private func areas(in views: [PictureView], top: Int) -> [AnswerOption.ID: [Area]] {
    var areas: [AnswerOption.ID: [Area]] = [:]
    var left = 0
    for view in views {
      for (row, zones) in view.zones.enumerated() {
        var start = 0
        for column in zones.indices
        where column + 1 == zones.count || zones[column + 1] != zones[column] {
          if let zone = zones[column] {
            areas[zone, default: []].append(
              Area(x: left + start, y: top + row, width: column + 1 - start, height: 1))
          }
          start = column + 1
        }
      }
      left += view.width + Spacing.gap
    }
    return areas
  }

  /// The focused zone as it stands in a list: its number, whether it is picked, its name.
  private func focusedName(
    _ content: ScreenContent, at index: Int?, width: Int
  ) -> [Span] {
    guard let index, case .check(let name, let hint, let isOn) = content.entryTexts[index] else {
      return []
    }
    let number = content.label(index + 1, isAnswer: true)
    let mark = (isOn ? glyphs.checkOn : glyphs.checkOff) + " "
    let head = glyphs.focus + number + mark
    let text = name + (hint.map { " (" + $0 + ")" } ?? "")
    return [
      Span(text: head, style: .chosen),
      Span(
        text: truncated(
          glyphs.text(text), to: max(1, width - displayWidth(head)), ellipsis: glyphs.ellipsis),
        style: .focus),
    ]
  }

  /// The names of the zones that are picked, as far as there is room.
  private func pickedLines(
    _ content: ScreenContent, _ drawn: [Int], word: String, width: Int, most: Int
  ) -> [[Span]] {
    let names = drawn.compactMap { index in
      if case .check(let text, _, true) = content.entryTexts[index] { text } else { nil }
    }
    guard !names.isEmpty else { return [] }
    let text = glyphs.text(word) + " " + names.map(glyphs.text).joined(separator: "; ")
    return wrap(text, width: width).prefix(most).map { [Span(text: $0, style: .chosen)] }
  }
}

extension ScreenContent {
  /// How each entry reads, in the order of the entries.
  var entryTexts: [EntryText] {
    blocks.compactMap { if case .entry(_, let text) = $0 { text } else { nil } }
  }
}

/// One view, with the state of its zones.
private struct PictureView {
  let width: Int
  let height: Int
  let zones: [[AnswerOption.ID?]]
  /// The cell that stands for each zone.
  private(set) var anchors: [AnswerOption.ID: Picture.Cell] = [:]
  private let view: Picture.View
  private let focused: AnswerOption.ID?
  private var picked: Set<AnswerOption.ID> = []
  private var numbers: [Picture.Cell: Character] = [:]

  init(_ picture: Picture, view number: Int, _ content: ScreenContent, focus: Int) {
    view = picture.views[number]
    width = view.width
    height = view.height
    zones = picture.zones(view: number)
    let entries = content.entries
    let texts = content.entryTexts
    let shown = picture.anchors(view: number, zones: zones)
    focused =
      if entries.indices.contains(focus), case .option(let zone) = entries[focus] { zone } else {
        nil
      }
    for index in entries.indices {
      guard case .option(let zone) = entries[index],
        let anchor = shown[zone]
      else { continue }
      anchors[zone] = anchor
      let label = content.label(index + 1, isAnswer: true).filter { $0 != " " }
      if label.count == 2 {
        for (cell, digit) in zip(cells(for: zone, at: anchor), label) { numbers[cell] = digit }
      } else {
        numbers[anchor] = label.first ?? "."
      }
      if case .check(_, _, true) = texts[index] { picked.insert(zone) }
    }
  }

  /// Two cells side by side for the two digits of a zone, as near to its anchor as there is room.
  private func cells(for zone: AnswerOption.ID, at anchor: Picture.Cell) -> [Picture.Cell] {
    let rows = zones.indices.sorted { abs($0 - anchor.row) < abs($1 - anchor.row) }
    for row in rows {
      let drawn = view.drawing.indices.contains(row) ? Array(view.drawing[row]) : []
      func isFree(_ column: Int) -> Bool {
        zones[row].indices.contains(column) && zones[row][column] == zone
          && (column >= drawn.count || drawn[column] == " ")
      }
      let starts = zones[row].indices.filter { isFree($0) && isFree($0 + 1) }
      if let start = starts.min(by: { abs($0 - anchor.column) < abs($1 - anchor.column) }) {
        return [
          Picture.Cell(row: row, column: start), Picture.Cell(row: row, column: start + 1),
        ]
      }
    }
    return []
  }

  /// A row of the drawing, -1 for the words above it; blank below it.
  func spans(row: Int, glyphs: Glyphs) -> [Layout.Span] {
    if row < 0 { return title(glyphs) }
    let drawing = glyphs.isASCII ? view.ascii : view.drawing
    let characters = drawing.indices.contains(row) ? drawing[row].drawnCharacters : []
    var spans: [Layout.Span] = []
    var (text, textStyle) = ("", Style.body)
    for column in 0..<width {
      let drawn = characters.indices.contains(column) ? characters[column] : " "
      let (character, style) = look(of: drawn, Picture.Cell(row: row, column: column))
      if style != textStyle, !text.isEmpty {
        spans.append(Layout.Span(text: text, style: textStyle))
        text = ""
      }
      textStyle = style
      text.append(character)
    }
    if !text.isEmpty { spans.append(Layout.Span(text: text, style: textStyle)) }
    return spans
  }

  /// A picked zone is hatched, so that no color is needed to see it.
  private func look(of drawn: Character, _ cell: Picture.Cell) -> (Character, Style) {
    guard zones.indices.contains(cell.row), zones[cell.row].indices.contains(cell.column),
      let zone = zones[cell.row][cell.column]
    else { return (drawn, .body) }
    let isFocused = zone == focused
    let isPicked = picked.contains(zone)
    let style: Style = isFocused ? .focus : isPicked ? .chosen : .body
    if drawn == " ", let number = numbers[cell] {
      return (number, isFocused ? .focus : .key)
    }
    let isHatched = isPicked && drawn == " " && (cell.row + cell.column).isMultiple(of: 2)
    return (isHatched ? "x" : drawn, style)
  }

  /// The words at the edges, and the name of the view between them.
  private func title(_ glyphs: Glyphs) -> [Layout.Span] {
    let (left, right) = (glyphs.text(view.left), glyphs.text(view.right))
    let middle = glyphs.text(view.title)
    let room = width - displayWidth(left) - displayWidth(right)
    let free = room - displayWidth(middle)
    guard free >= 2 else {
      let name = padded(truncated(middle, to: width, ellipsis: ""), to: width)
      return [Layout.Span(text: name, style: .heading)]
    }
    let before = max(
      1, min(free - 1, (width - displayWidth(middle)) / 2 - displayWidth(left)))
    return [
      Layout.Span(text: left + blanks(before), style: .hint),
      Layout.Span(text: middle, style: .heading),
      Layout.Span(text: blanks(free - before) + right, style: .hint),
    ]
  }
}
