import RecommendationCore
import TextUI
import WalkthroughCore

/// The words in boxes that no screen says.
struct BoxWords {
  let up: String
  let down: String
  let erase: String
  let keyboard: String

  init(_ words: Wording) {
    up = words[.upward]
    down = words[.downward]
    erase = words[.erase]
    keyboard = words[.keyboard]
  }
}

/// A screen for a finger, in a window with room for it.
///
///     Section                              Part 2 of 6
///     ────────────────────────────────────────────────
///     body                                   ┌──────┐
///                                            │  ↓   │
///                                            └──────┘
///     ┌──────────────┐┌─────────────┐┌───────────────┐
///     │     back     ││    help     ││     leave     │
///     └──────────────┘└─────────────┘└───────────────┘
///
/// No box is drawn in part: none is smaller than it ought to be, and none is pressed that is not
/// seen.
func renderBoxes(
  _ content: ScreenContent, _ visit: Walkthrough.Visit, needsFocusSeen: Bool, _ wording: Wording,
  size: Size, glyphs: Glyphs
) -> RenderedScreen {
  var frame = Frame(size: size)
  var targets: [Target] = []
  let words = BoxWords(wording)
  let margin = 2
  let width = min(Spacing.widestBoxes, size.width - 2 * margin)
  let footer = footerBoxes(content.keys, width: width, glyphs: glyphs)
  let fault = content.fault.map {
    wrap(glyphs.text($0), width: width, first: glyphs.alarm + " ", rest: "  ")
      .prefix(size.height / 3)
  }
  let said =
    content.notice.map { wrap(glyphs.text($0), width: width).prefix(size.height / 3) } ?? []
  let top = 2 + said.count + (fault?.count ?? 0)
  let bottom = size.height - (footer.map(\.area.bottom).max() ?? 0)
  let height = max(1, bottom - top)

  frame.rule(at: Point(x: 0, y: 1), width: size.width, glyphs: glyphs)
  for (index, line) in said.enumerated() {
    frame.put(line, at: Point(x: margin, y: 2 + index), style: .hint)
  }
  for (index, line) in (fault ?? []).enumerated() {
    frame.put(line, at: Point(x: margin, y: 2 + said.count + index), style: .warning)
  }
  for box in footer {
    targets.append(draw(box, at: Point(x: margin, y: bottom), &frame, glyphs: glyphs))
  }

  func layout(_ width: Int, _ columns: Int) -> BoxLayout {
    BoxLayout(
      content, width: width, columns: columns, focus: visit.focus, words: words, glyphs: glyphs)
  }
  var body = layout(width, 1)
  if body.height > height { body = layout(width, 2) }
  let scrolls = body.height > height
  if scrolls { body = layout(width - Spacing.scrollStrip, 2) }
  let metrics = Walkthrough.Metrics(
    height: height, contentHeight: body.height, entries: body.entries,
    scroll: scrollOffset(
      body.entries, of: body.height, visit,
      passage: content.line(ofPassage: visit.passage, of: body.blockLines), height: height,
      needsFocusSeen: needsFocusSeen))
  drawHeader(
    content, linesSeen(content, metrics, wording), &frame, margin: margin, glyphs: glyphs)

  let seen = metrics.scroll..<metrics.scroll + height
  let origin = Point(x: margin, y: top - metrics.scroll)
  for text in body.texts where seen.contains(text.with) {
    draw(text.line, at: Point(x: origin.x + text.at.x, y: origin.y + text.at.y), &frame)
  }
  for box in body.boxes where seen.contains(box.with ?? box.area.top..<box.area.bottom) {
    targets.append(draw(box, at: origin, &frame, glyphs: glyphs))
  }
  if scrolls {
    let strip = Area(
      x: margin + width - Spacing.scrollStrip + 1, y: top, width: Spacing.scrollStrip - 1,
      height: height)
    for target in scrollTargets(strip, metrics) {
      let isUp = target.meaning == .action(.moved(.pageUp))
      drawScroll(
        target.areas[0], isUp ? glyphs.up : glyphs.down, isUp ? words.up : words.down, &frame,
        glyphs: glyphs)
      targets.append(target)
    }
  }
  frame.cursor = Point(x: margin, y: top)
  if body.cursors.indices.contains(visit.focus), seen.contains(body.cursors[visit.focus].y) {
    let cursor = body.cursors[visit.focus]
    frame.cursor = Point(x: origin.x + cursor.x, y: origin.y + cursor.y)
  }
  return RenderedScreen(frame: frame, metrics: metrics, targets: targets)
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

private func draw(
  _ box: BoxLayout.Box, at origin: Point, _ frame: inout Frame, glyphs: Glyphs
) -> Target {
  let area = Area(
    x: origin.x + box.area.left, y: origin.y + box.area.top, width: box.area.size.width,
    height: box.area.size.height)
  frame.box(area, glyphs: glyphs, style: box.style)
  for (row, line) in box.lines.enumerated() {
    draw(line, at: Point(x: area.left + 1, y: area.top + 1 + row), &frame)
  }
  return Target([area], box.meaning)
}

private func drawScroll(
  _ area: Area, _ sign: String, _ word: String, _ frame: inout Frame, glyphs: Glyphs
) {
  frame.box(area, glyphs: glyphs)
  let inside = area.inset(horizontally: 1)
  let text = truncated(glyphs.text(word), to: inside.size.width, ellipsis: "")
  let middle = area.top + area.size.height / 2
  let y = area.size.height >= 4 ? middle - 1 : middle
  frame.put(
    centered(sign, in: inside.size.width), at: Point(x: inside.left, y: y), style: .key)
  if area.size.height >= 4 {
    frame.put(centered(text, in: inside.size.width), at: Point(x: inside.left, y: y + 1))
  }
}

/// The keys that are no arrows, as boxes, in as few lines as hold their words.
///
/// Enter and Space are left out: what they press is touched itself.
private func footerBoxes(_ keys: [KeyHint], width: Int, glyphs: Glyphs) -> [BoxLayout.Box] {
  let hints = keys.filter { $0.press != nil && $0.press != .enter && $0.press != .character(" ") }
  guard !hints.isEmpty else { return [] }
  let wanted = hints.map { leastWidth($0, glyphs) }
  let lines =
    (1...mostFooterLines).lazy.map { evenParts(hints.count, $0) }
    .first { parts in parts.allSatisfy { wanted[$0].reduce(0, +) <= width } }
    ?? evenParts(hints.count, mostFooterLines)
  return lines.enumerated().flatMap { row, line in
    footerLine(
      Array(hints[line]), y: Spacing.smallestBox.height * row, width: width, glyphs: glyphs)
  }
}

/// With more lines of keys the smallest window would have no room for what the screen says.
private let mostFooterLines = 3

/// So many things in order, in parts of the same size as far as that goes.
private func evenParts(_ count: Int, _ parts: Int) -> [Range<Int>] {
  (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
}

private func leastWidth(_ hint: KeyHint, _ glyphs: Glyphs) -> Int {
  max(Spacing.smallestBox.width, displayWidth(glyphs.text(hint.does)) + 2)
}

/// Boxes that share a line: what is left of it goes to all of them alike.
///
/// Where their words find no room they are of one width, and the words are cut: no key is left out.
private func footerLine(
  _ hints: [KeyHint], y: Int, width: Int, glyphs: Glyphs
) -> [BoxLayout.Box] {
  var wanted = hints.map { leastWidth($0, glyphs) }
  if wanted.reduce(0, +) > width { wanted = hints.map { _ in width / hints.count } }
  let spare = width - wanted.reduce(0, +)
  var x = 0
  return hints.enumerated().compactMap { index, hint in
    let extra = spare / hints.count + (index < spare % hints.count ? 1 : 0)
    let area = Area(x: x, y: y, width: wanted[index] + extra, height: Spacing.smallestBox.height)
    x = area.right
    guard let key = hint.press else { return nil }
    let text = truncated(
      glyphs.text(hint.does), to: area.size.width - 2, ellipsis: glyphs.ellipsis)
    return BoxLayout.Box(
      area: area,
      lines: [[Layout.Span(text: centered(text, in: area.size.width - 2), style: .body)]],
      style: .border, meaning: .key(key))
  }
}
