import TextUI
import WalkthroughCore

/// The body of a screen set in lines of a width, before it is cut to the height of the window.
struct Layout {
  struct Span: Equatable {
    let text: String
    let style: Style
    /// Its style where its entry has the focus; `nil`: the same.
    var focused: Style?
    /// Whether the sign of the focus, which is as wide, takes its place there.
    var isMark = false

    /// What stands before an entry.
    static let mark = Span(text: "  ", style: .body, focused: .chosen, isMark: true)
  }

  var lines: [[Span]] = []
  /// The lines of each entry, in order.
  var entries: [Range<Int>] = []
  /// Where the hardware cursor goes when an entry has the focus, in order.
  var cursors: [Point] = []
  /// The first line of each block, in order.
  var blockLines: [Int] = []

  /// Where an entry stands that does not take whole lines.
  var spots: [Int: [Area]] = [:]

  let width: Int
  let glyphs: Glyphs
  /// Entries that have their number and no lines: they stand elsewhere.
  private let leftOut: Set<Int>
  var nextNumber = 1
  private let content: ScreenContent
  /// Where what is known of an item starts, in columns.
  private let column: Int

  init(
    _ content: ScreenContent, width: Int, focus: Int?, isRoomy: Bool, glyphs: Glyphs,
    leavingOut leftOut: Set<Int> = []
  ) {
    self.width = max(1, width)
    self.glyphs = glyphs
    self.leftOut = leftOut
    self.content = content
    column = Layout.detailColumn(content, glyphs: glyphs)
    if !content.heading.isEmpty {
      add(content.heading, style: .heading)
      if isRoomy { lines.append([]) }
    }
    let drawsRails = isRoomy && width >= Spacing.railsFrom
    var rungs: [Rung] = []
    for (index, block) in content.blocks.enumerated() {
      if isRoomy, index > 0, block.startsParagraph(after: content.blocks[index - 1]) {
        add(.gap)
      }
      blockLines.append(lines.count)
      if case .entry(_, .rung(let rung)) = block {
        rungs.append(rung)
        continue
      }
      addLadder(&rungs, drawsRails: drawsRails)
      add(block)
    }
    addLadder(&rungs, drawsRails: drawsRails)
    while lines.last?.isEmpty == true && lines.count > 1 { lines.removeLast() }
    if let focus { for row in rows(of: focus) { lines[row] = focusedLine(row) } }
  }

  /// The lines of an entry; none for one that there is not.
  func rows(of entry: Int) -> Range<Int> {
    entries.indices.contains(entry) ? entries[entry].clamped(to: lines.indices) : 0..<0
  }

  /// A line as it reads where its entry has the focus: in other styles, and as wide.
  func focusedLine(_ row: Int) -> [Span] {
    lines[row].map { span in
      Span(text: span.isMark ? glyphs.focus : span.text, style: span.focused ?? span.style)
    }
  }

  private mutating func add(_ block: ScreenContent.Block) {
    switch block {
    case .text(let text, let tone):
      switch tone {
      case .body: add(text, style: .body)
      case .hint: add(text, style: .hint)
      case .urgent: addBand(text)
      case .warning:
        add(text, first: glyphs.alarm + " ", rest: "  ", style: .warning)
      case .strong: add(text, style: .heading)
      }
    case .subheading(let text): add(text, style: .heading)
    case .bullet(let text):
      add(text, first: glyphs.bullet + " ", rest: "  ", style: .body)
    case .numbered(let number, let text):
      let mark = "\(number). "
      add(text, first: mark, rest: blanks(mark.count), style: .body)
    case .quoted(let text):
      let bar = "\(glyphs.vertical) "
      let hang = text.hasPrefix("- ") ? "  " : ""
      add(text, first: bar, rest: bar + hang, style: .hint)
    case .entry(_, let text): addEntry(text)
    case .persons(let chart): add(chart)
    case .bar(let text, let value): addBar(text, value)
    case .gap: if lines.last?.isEmpty == false { lines.append([]) }
    }
  }

  mutating func append(_ line: [Span]) { lines.append(line) }

  mutating func addText(_ text: String) { add(text, style: .body) }

  private mutating func add(
    _ text: String, first: String = "", rest: String = "", style: Style
  ) {
    for line in wrap(glyphs.text(text), width: width, first: first, rest: rest) {
      lines.append([Span(text: line, style: style)])
    }
  }

  /// What cannot wait: reversed from edge to edge, with its sign.
  private mutating func addBand(_ text: String) {
    let lines = wrap(
      glyphs.text(text), width: max(1, width - 1), first: " " + glyphs.alarm + " ", rest: "   ")
    for line in lines { self.lines.append([Span(text: padded(line, to: width), style: .urgent)]) }
  }

  private mutating func addEntry(_ text: EntryText) {
    let start = lines.count
    let number = text.hasOwnKey ? 0 : nextNumber
    if !text.hasOwnKey { nextNumber += 1 }
    let label = content.label(number, isAnswer: false)
    if leftOut.contains(entries.count) {
      entries.append(start..<start)
      cursors.append(Point(x: 0, y: start))
      return
    }
    switch text {
    case .radio(let text, let hint, let isOn):
      addMarked(
        isOn ? glyphs.radioOn : glyphs.radioOff, text, hint, number: number, isOn: isOn)
    case .check(let text, let hint, let isOn):
      addMarked(
        isOn ? glyphs.checkOn : glyphs.checkOff, text, hint, number: number, isOn: isOn)
    case .none(let text, let isOn):
      addMarked(
        isOn ? glyphs.checkOn : glyphs.checkOff, text, nil, number: number, isOn: isOn)
    case .row(let text, let hint, let answer, let width):
      let mark = "[" + padded(glyphs.text(answer ?? ""), to: width) + "]"
      addMarked(mark, text, hint, number: number, isOn: answer != nil)
    case .field(let label, let text, let unit): addField(label, text, unit)
    case .scale(let value, let low, let high): addScale(value, low, high)
    case .keyed(let key, let text):
      let label = Int(key).map { content.label($0, isAnswer: true) } ?? key + " "
      addLine(label + "[ " + glyphs.text(text) + " ]", style: .body)
    case .button(let text): addLine(label + "[ " + glyphs.text(text) + " ]", style: .body)
    case .link(let text): addLine(label + glyphs.text(text), style: .link)
    case .item(let text, let detail): addItem(label + glyphs.text(text), detail)
    case .described(let text, let mark, let detail, let notes):
      addDescribed(text, mark, detail, notes, label: label)
    // Rungs are laid together, by `addLadder`.
    case .rung: break
    }
    entries.append(start..<max(lines.count, start + 1))
    if cursors.count < entries.count { cursors.append(Point(x: 0, y: start)) }
  }

  /// One of the answers: focus mark, number, state, text; further lines stand under the text.
  private mutating func addMarked(
    _ mark: String, _ text: String, _ hint: String?, number: Int, isOn: Bool
  ) {
    let head = content.label(number, isAnswer: true) + mark + " "
    let style: Style = isOn ? .chosen : .body
    let lead = min(2 + displayWidth(head), max(0, width - 8))
    let room = max(1, width - lead)
    for (index, line) in wrap(glyphs.text(text), width: room).enumerated() {
      let words = Span(text: line, style: style, focused: .focus)
      lines.append(
        index == 0
          ? [.mark, Span(text: head, style: .body, focused: .chosen), words]
          : [Span(text: blanks(lead), style: .body), words])
    }
    if let hint {
      for line in wrap(glyphs.text(hint), width: room) {
        lines.append([Span(text: blanks(lead), style: .body), Span(text: line, style: .hint)])
      }
    }
  }

  private mutating func addLine(_ text: String, style: Style) {
    let room = max(1, width - 2)
    for (index, line) in wrap(text, width: room).enumerated() {
      lines.append([
        Span(text: "  ", style: .body, focused: .chosen, isMark: index == 0),
        Span(text: line, style: style, focused: .focus),
      ])
    }
  }

  private mutating func addField(_ label: String, _ text: String, _ unit: String) {
    let lead = (label.isEmpty ? "" : glyphs.text(label) + ": ") + "["
    let leadWidth = 2 + displayWidth(lead)
    let unit = glyphs.text(unit)
    // Beside the field where there is room for both, else under it.
    let isBeside = leadWidth + Spacing.numberField + 2 + displayWidth(unit) <= width
    let tail = unit.isEmpty || !isBeside ? "]" : "] " + unit
    let shown = glyphs.text(text)
    // A blank after the text is where the cursor stands.
    let least = unit.isEmpty ? Spacing.textField : Spacing.numberField
    let wanted = max(displayWidth(shown) + 1, least)
    let fieldWidth = max(6, min(width - leadWidth - displayWidth(tail), wanted))
    let rows = wrapTyped(shown, width: fieldWidth)
    let y = lines.count
    for (index, row) in rows.enumerated() {
      let head = index == 0 ? lead : blanks(leadWidth - 2)
      var spans: [Span] = [
        Span(text: "  ", style: .body, focused: .chosen, isMark: index == 0),
        Span(text: head, style: .body, focused: .chosen),
        Span(text: padded(row, to: fieldWidth), style: .link, focused: .focus),
      ]
      if index == rows.count - 1 { spans.append(Span(text: tail, style: .body)) }
      lines.append(spans)
    }
    if !unit.isEmpty && !isBeside {
      for line in wrap(unit, width: width, first: "  ", rest: "  ") {
        lines.append([Span(text: line, style: .hint)])
      }
    }
    let last = rows.last ?? ""
    cursors.append(
      Point(x: leadWidth + min(displayWidth(last), fieldWidth - 1), y: y + rows.count - 1))
  }

  /// Typed text cut at the width, blanks kept: what is typed is seen as typed.
  private func wrapTyped(_ text: String, width: Int) -> [String] {
    var rows = [""]
    var used = 0
    for character in text {
      let wide = max(1, displayWidth(character))
      if used + wide > width - 1 && used > 0 {
        rows.append("")
        used = 0
      }
      rows[rows.count - 1].append(character)
      used += wide
    }
    return rows
  }

  private mutating func addScale(_ value: Int?, _ low: String, _ high: String) {
    var spans: [Span] = [.mark]
    let y = lines.count
    var x = 2
    var cursor = x
    for number in 0...10 {
      let isOn = number == value
      let text = isOn ? "[\(number)]" : " \(number) "
      if isOn { cursor = x + 1 }
      spans.append(
        isOn
          ? Span(text: text, style: .chosen, focused: .focus) : Span(text: text, style: .body))
      x += text.count
    }
    lines.append(spans)
    cursors.append(Point(x: cursor, y: y))
    let lowText = "0 = " + glyphs.text(low)
    let highText = "10 = " + glyphs.text(high)
    for text in [lowText, highText] {
      for line in wrap(text, width: width, first: "   ", rest: "       ") {
        lines.append([Span(text: line, style: .hint)])
      }
    }
  }

  /// Right of the longest name that leaves room for its detail.
  private static func detailColumn(_ content: ScreenContent, glyphs: Glyphs) -> Int {
    let names = content.blocks.compactMap { block in
      if case .entry(_, .item(let name, let detail)) = block, !detail.isEmpty {
        displayWidth(glyphs.text(name))
      } else {
        nil
      }
    }
    let label = displayWidth(content.label(1, isAnswer: false))
    return max(20, (names.filter { $0 <= 42 }.max() ?? 0) + label + 5)
  }

  /// A name with what is known of it: beside it where there is room, else under it.
  private mutating func addItem(_ name: String, _ detail: String) {
    let known = glyphs.text(detail)
    if !known.isEmpty, width >= Spacing.railsFrom, displayWidth(name) < column - 3,
      displayWidth(known) <= width - column
    {
      lines.append([
        .mark, Span(text: name, style: .body, focused: .focus),
        Span(text: blanks(column - 2 - displayWidth(name)) + known, style: .hint),
      ])
      return
    }
    addLine(name, style: .body)
    if known.isEmpty { return }
    for line in wrap(known, width: max(1, width - 4)) {
      lines.append([Span(text: "    " + line, style: .hint)])
    }
  }
}

extension ScreenContent.Block {
  /// Whether a blank line parts it from the block above, where there is room.
  ///
  /// Paragraphs stand apart, and so do the buttons below a text; what belongs together, a list or
  /// small print, does not.
  fileprivate func startsParagraph(after block: Self) -> Bool {
    guard case .text(_, let above) = block, above != .hint else { return false }
    switch self {
    case .text(_, let tone): return tone != .hint
    case .entry(_, .button), .entry(_, .link), .entry(_, .item): return true
    default: return false
    }
  }
}
