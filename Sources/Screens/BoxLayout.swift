import QuestionnaireModel
import TextUI
import WalkthroughCore

/// The body of a screen set for a finger: texts, and a box for all that can be pressed.
///
///     Does the knee swell?
///     ┌──────────────────────┐
///     │  ( ) Yes             │
///     └──────────────────────┘
struct BoxLayout {
  struct Text {
    let at: Point
    let line: [Layout.Span]
    /// It is drawn only where all these lines are seen: what names a row goes with its boxes.
    let with: Range<Int>
  }

  struct Box {
    let area: Area
    let lines: [[Layout.Span]]
    let style: Style
    let meaning: Target.Meaning
    /// As `Text.with`; `nil`: its own lines.
    var with: Range<Int>?
  }

  private(set) var texts: [Text] = []
  private(set) var boxes: [Box] = []
  /// The lines of each entry, in order.
  private(set) var entries: [Range<Int>]
  private(set) var cursors: [Point]
  /// The first line of each block, in order.
  private(set) var blockLines: [Int]
  private(set) var height = 0

  let glyphs: Glyphs
  private let content: ScreenContent
  private let words: BoxWords
  private let focus: Int
  private let columns: Int
  /// Where boxes may stand; narrower beside the digits.
  private var width: Int

  /// At most so many boxes stand side by side as there are `columns`.
  init(
    _ content: ScreenContent, width: Int, columns: Int, focus: Int, words: BoxWords, glyphs: Glyphs
  ) {
    self.content = content
    self.width = width
    self.columns = columns
    self.focus = focus
    self.words = words
    self.glyphs = glyphs
    let count = content.entries.count
    entries = Array(repeating: 0..<0, count: count)
    cursors = Array(repeating: Point(x: 0, y: 0), count: count)
    blockLines = Array(repeating: 0, count: content.blocks.count)

    var said = ScreenContent(section: "", heading: content.heading)
    var group: [Item] = []
    var index = 0
    for (number, block) in content.blocks.enumerated() {
      if case .entry(let entry, let text) = block {
        say(&said, before: number)
        blockLines[number] = height
        group.append(Item(index: index, entry: entry, text: text))
        index += 1
        continue
      }
      if !group.isEmpty && block != .gap {
        set(group)
        group = []
      }
      blockLines[number] = height
      if group.isEmpty { said.blocks.append(block) }
    }
    say(&said, before: content.blocks.count)
    set(group)
  }

  private struct Item {
    let index: Int
    let entry: Walkthrough.Entry
    let text: EntryText

    var isField: Bool { if case .field = text { true } else { false } }
  }

  /// Sets the texts that stand right before a block.
  private mutating func say(_ said: inout ScreenContent, before block: Int) {
    let layout = Layout(
      said, width: min(width, Spacing.widestText), focus: nil, isRoomy: false, glyphs: glyphs)
    for (index, line) in layout.blockLines.enumerated() {
      blockLines[block - layout.blockLines.count + index] = height + line
    }
    for line in layout.lines { add(line) }
    said = ScreenContent(section: "")
  }

  private mutating func add(_ line: [Layout.Span]) {
    texts.append(Text(at: Point(x: 0, y: height), line: line, with: height..<height + 1))
    height += 1
  }

  private mutating func set(_ group: [Item]) {
    guard let signs = content.typedSigns, group.contains(where: \.isField) else {
      return setAll(group)
    }
    let top = height
    let keys = keyPad(signs, right: width, top: top)
    width -= keys.width + 2
    setAll(group)
    width += keys.width + 2
    boxes += keys.boxes
    height = max(height, keys.bottom)
  }

  private mutating func setAll(_ group: [Item]) {
    var plain: [Item] = []
    for item in group {
      switch item.text {
      case .row(let text, let hint, let answer, _):
        setGrid(plain)
        plain = []
        setRow(item, text, hint, answer)
      case .scale(let value, let low, let high):
        setGrid(plain)
        plain = []
        setScale(item, value, low, high)
      case .field:
        setGrid(plain)
        plain = []
        setField(item)
      default: plain.append(item)
      }
    }
    setGrid(plain)
  }

  // MARK: Boxes

  /// Boxes of one width, from left to right and line by line.
  private mutating func setGrid(_ items: [Item]) {
    guard !items.isEmpty else { return }
    let columns = min(columns, items.count)
    let room = (width - (columns - 1)) / columns
    let widest = items.map { displayWidth(face($0, width: width - 2).lines) }.max() ?? 0
    let boxWidth = columns == 1 ? min(room, max(24, widest + 4)) : room
    for start in stride(from: 0, to: items.count, by: columns) {
      let row = items[start..<min(start + columns, items.count)]
      let faces = row.map { face($0, width: boxWidth - 2) }
      let lineCount = max(1, faces.map(\.lines.count).max() ?? 1)
      for (column, item) in row.enumerated() {
        put(
          item, faces[column],
          Area(x: column * (boxWidth + 1), y: height, width: boxWidth, height: lineCount + 2))
      }
      height += lineCount + 2
    }
  }

  private mutating func put(_ item: Item, _ face: Layout, _ area: Area) {
    boxes.append(
      Box(
        area: area, lines: face.lines, style: item.index == focus ? .chosen : .border,
        meaning: .action(.entryTouched(item.entry))))
    entries[item.index] = area.top..<area.bottom
    let cursor = face.cursors.first ?? Point(x: 0, y: 0)
    cursors[item.index] = Point(x: area.left + 1 + cursor.x, y: area.top + 1 + cursor.y)
  }

  /// What stands in the box of an entry: the same as in a list, but for brackets and numbers.
  private func face(_ item: Item, width: Int) -> Layout {
    var one = ScreenContent(section: "")
    one.takesDigits = true
    let text: EntryText =
      switch item.text {
      case .button(let text), .keyed(_, let text): .item(text, detail: "")
      default: item.text
      }
    one.blocks = [.entry(item.entry, text)]
    return Layout(
      one, width: max(1, width), focus: item.index == focus ? 0 : nil, isRoomy: false,
      glyphs: glyphs)
  }

  private mutating func setField(_ item: Item) {
    let face = face(item, width: width - 2)
    put(
      item, face, Area(x: 0, y: height, width: width, height: max(1, face.lines.count) + 2))
    height += max(1, face.lines.count) + 2
    if content.typedSigns == nil {
      for line in wrap(glyphs.text(words.keyboard), width: width, first: "  ", rest: "  ") {
        add([Layout.Span(text: line, style: .hint)])
      }
    }
  }

  // MARK: Rows

  /// A row with a box for each of its answers: beside its name where there is room, else below.
  private mutating func setRow(_ item: Item, _ text: String, _ hint: String?, _ answer: String?) {
    let values = content.rowValues.map { value in
      (value.text == answer ? glyphs.radioOn : glyphs.radioOff) + " " + glyphs.text(value.text)
    }
    guard !values.isEmpty else { return setGrid([item]) }
    let wanted = values.map { max(Spacing.smallestBox.width, displayWidth($0) + 4) }
    let gaps = values.count - 1
    let room = width - wanted.reduce(gaps + 1, +)
    let isBeside = room >= Spacing.narrowestName
    let name = nameOfRow(item, text, hint, width: isBeside ? room : width)
    let first = Point(x: isBeside ? room + 1 : 0, y: isBeside ? height : height + name.lines.count)
    let areas =
      isBeside
      ? areasBeside(wanted, at: first)
      : areasBelow((wanted.max() ?? 1) - 1, wanted.count, at: first)
    let lines = height..<max(areas.map(\.bottom).max() ?? 0, height + name.lines.count)
    let nameTop = isBeside && name.lines.count == 1 ? height + 1 : height
    for (row, line) in name.lines.enumerated() {
      texts.append(Text(at: Point(x: 0, y: nameTop + row), line: line, with: lines))
    }
    for (index, value) in content.rowValues.enumerated() {
      let text = truncated(
        values[index], to: areas[index].size.width - 3, ellipsis: glyphs.ellipsis)
      addBox(
        areas[index], [" " + text], isOn: value.text == answer,
        .action(
          item.entry.row.map { .rowTouched($0, value.answer) } ?? .entryTouched(item.entry)),
        with: lines)
    }
    entries[item.index] = lines
    cursors[item.index] = Point(x: 0, y: nameTop)
    height = lines.upperBound
  }

  private func areasBeside(_ widths: [Int], at first: Point) -> [Area] {
    var x = first.x
    return widths.map { width in
      defer { x += width + 1 }
      return Area(x: x, y: first.y, width: width, height: Spacing.smallestBox.height)
    }
  }

  /// Boxes of one width, in as many lines as they need.
  private func areasBelow(_ widest: Int, _ count: Int, at first: Point) -> [Area] {
    let inLine = max(1, min(count, (width + 1) / (widest + 1)))
    let lineCount = (count + inLine - 1) / inLine
    // The same in each line, as far as that goes.
    let columns = (count + lineCount - 1) / lineCount
    let boxWidth = (width - (columns - 1)) / columns
    return (0..<count).map { index in
      Area(
        x: first.x + index % columns * (boxWidth + 1),
        y: first.y + index / columns * Spacing.smallestBox.height, width: boxWidth,
        height: Spacing.smallestBox.height)
    }
  }

  private func nameOfRow(_ item: Item, _ text: String, _ hint: String?, width: Int) -> Layout {
    face(
      Item(index: item.index, entry: item.entry, text: .item(text, detail: hint ?? "")),
      width: width)
  }

  // MARK: Numbers

  private mutating func setScale(_ item: Item, _ value: Int?, _ low: String, _ high: String) {
    let boxWidth = max(Spacing.smallestBox.width, width / 11)
    for number in 0...10 {
      let text = number == value ? "[\(number)]" : "\(number)"
      addBox(
        Area(x: number * boxWidth, y: height, width: boxWidth, height: 3),
        [centered(text, in: boxWidth - 2)], isOn: number == value, .action(.scaleTouched(number)))
    }
    entries[item.index] = height..<height + 3
    cursors[item.index] = Point(x: (value ?? 0) * boxWidth + 1, y: height + 1)
    height += 3
    for text in ["0 = " + glyphs.text(low), "10 = " + glyphs.text(high)] {
      for line in wrap(text, width: width, first: "  ", rest: "      ") {
        add([Layout.Span(text: line, style: .hint)])
      }
    }
  }

  /// The digits in the order of a telephone, then a sign, 0 and the way to take one back.
  private func keyPad(
    _ signs: String, right: Int, top: Int
  ) -> (boxes: [Box], width: Int, bottom: Int) {
    let erase = glyphs.text(words.erase)
    let boxWidth = max(8, displayWidth(erase) + 2)
    let keys: [Character?] = Array("123456789") + [signs.first, "0", nil]
    let boxes = keys.enumerated().compactMap { index, key -> Box? in
      let isErase = index == keys.count - 1
      guard key != nil || isErase else { return nil }
      let area = Area(
        x: right - (3 - index % 3) * boxWidth, y: top + index / 3 * 3, width: boxWidth, height: 3)
      let text = centered(key.map { String($0) } ?? erase, in: boxWidth - 2)
      return Box(
        area: area, lines: [[Layout.Span(text: text, style: .body)]], style: .border,
        meaning: .action(key.map { .characterTyped($0) } ?? .deletedBackward))
    }
    return (boxes, 3 * boxWidth, top + 12)
  }

  private mutating func addBox(
    _ area: Area, _ lines: [String], isOn: Bool, _ meaning: Target.Meaning,
    with whole: Range<Int>? = nil
  ) {
    boxes.append(
      Box(
        area: area,
        lines: lines.map { [Layout.Span(text: $0, style: isOn ? .chosen : .body)] },
        style: isOn ? .chosen : .border, meaning: meaning, with: whole))
  }
}

extension Walkthrough.Entry {
  fileprivate var row: AnswerOption.ID? { if case .row(let row) = self { row } else { nil } }
}

func centered(_ text: String, in width: Int) -> String {
  padded(blanks((width - displayWidth(text)) / 2) + text, to: width)
}

private func displayWidth(_ lines: [[Layout.Span]]) -> Int {
  lines.map { line in
    var text = line.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return TextUI.displayWidth(text)
  }.max() ?? 0
}
