package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// A drawn screen, and what drawing it told.
package struct RenderedScreen: Equatable, Sendable {
  package let frame: Frame
  package let metrics: Walkthrough.Metrics
  /// What can be pointed at; empty where nobody points.
  package var targets: [Target] = []
}

/// The screen that is seen, drawn for a size.
///
/// Any size gives a frame.
///
///     Section                              Part 2 of 6
///     ────────────────────────────────────────────────
///     body
///     ────────────────────────────────────────────────
///     Enter continue   Esc back   ? help
package func render(
  _ state: Walkthrough.State, in pack: ContentPack, size: Size, glyphs: Glyphs,
  pointer: PointerUse = .none
) -> RenderedScreen {
  var renderer = Renderer(pack, pointer: pointer)
  return renderer.render(state, size: size, glyphs: glyphs)
}

/// Draws a walkthrough again and again.
///
/// What a screen says is worked out anew only where something was said or opened: most keys do no
/// more than move the focus.
package struct Renderer {
  private let pack: ContentPack
  private let pointer: PointerUse
  private var last: (basis: Basis, content: ScreenContent)?

  package init(_ pack: ContentPack, pointer: PointerUse = .none) {
    self.pack = pack
    self.pointer = pointer
  }

  /// The same as `render` gives.
  package mutating func render(
    _ state: Walkthrough.State, size: Size, glyphs: Glyphs
  ) -> RenderedScreen {
    let basis = Basis(state, in: pack)
    let content =
      if let last, last.basis == basis {
        last.content
      } else {
        screenContent(Scene(state, in: pack))
      }
    last = (basis, content)
    if pointer == .touch, size.width >= Spacing.smallestTouchWindow.width,
      size.height >= Spacing.smallestTouchWindow.height
    {
      return renderBoxes(
        content, state.visit, needsFocusSeen: state.keepsFocusSeen, pack.wording, size: size,
        glyphs: glyphs)
    }
    return Screens.render(
      content, state.visit, needsFocusSeen: state.keepsFocusSeen, pack.wording, size: size,
      glyphs: glyphs, pointer: pointer)
  }

  /// All that what a screen says depends on.
  private struct Basis: Equatable {
    let state: Walkthrough.State
    let isTyping: Bool

    init(_ state: Walkthrough.State, in pack: ContentPack) {
      isTyping = isTypingText(state, in: pack)
      var state = state
      let search = state.visit.search
      state.visit = Walkthrough.Visit(state.screen)
      state.visit.search = search
      self.state = state
    }
  }
}

func render(
  _ content: ScreenContent, _ visit: Walkthrough.Visit, needsFocusSeen: Bool, _ words: Wording,
  size: Size, glyphs: Glyphs, pointer: PointerUse = .none
) -> RenderedScreen {
  var frame = Frame(size: size)
  guard size.width >= Spacing.smallestWindow.width, size.height >= Spacing.smallestWindow.height
  else {
    return tooSmall(words, size: size, glyphs: glyphs)
  }
  let isRoomy = Spacing.isRoomy(size)
  let margin = Spacing.margin(size)
  let width = Spacing.textWidth(size)
  let most = isRoomy ? 2 : 1
  var footer = footerLines(content.keysOverPicture, width: width, most: most, glyphs: glyphs)
  let fault = content.fault.map {
    wrap(glyphs.text($0), width: width, first: glyphs.alarm + " ", rest: "  ")
      .prefix(size.height / 3)
  }
  let said =
    content.notice.map { wrap(glyphs.text($0), width: width).prefix(size.height / 3) } ?? []
  let ceiling = (isRoomy ? 2 : 1) + said.count
  // A blank line below what is wrong, but a picture needs every line.
  let air = isRoomy && fault != nil && content.picture == nil ? 1 : 0
  let top = ceiling + (fault?.count ?? 0) + air
  let bars = isRoomy ? 1 : 0
  let pictured = Layout(
    picturing: content, sheet: visit.sheet, width: width,
    height: size.height - footer.count - bars - top, focus: visit.focus, glyphs: glyphs)
  if pictured == nil {
    footer = footerLines(content.keys, width: width, most: most, glyphs: glyphs)
  }
  let bottom = size.height - footer.count - bars
  let height = max(1, bottom - top)

  if isRoomy {
    frame.rule(at: Point(x: 0, y: 1), width: size.width, glyphs: glyphs)
    frame.rule(at: Point(x: 0, y: bottom), width: size.width, glyphs: glyphs)
  }
  for (index, line) in footer.enumerated() {
    draw(line.spans, at: Point(x: margin, y: size.height - footer.count + index), &frame)
  }

  // What was just done and what is wrong stand still above the body, however far that is scrolled.
  for (index, line) in said.enumerated() {
    frame.put(line, at: Point(x: margin, y: ceiling - said.count + index), style: .hint)
  }
  for (index, line) in (fault ?? []).enumerated() {
    frame.put(line, at: Point(x: margin, y: ceiling + index), style: .warning)
  }

  // One column less while the text scrolls, for the sign that there is more.
  var layout =
    pictured
    ?? Layout(content, width: width, focus: visit.focus, isRoomy: isRoomy, glyphs: glyphs)
  let scrolls = layout.lines.count > height
  if scrolls {
    layout = Layout(content, width: width - 2, focus: visit.focus, isRoomy: isRoomy, glyphs: glyphs)
  }
  let scroll = scrollOffset(
    layout.entries, of: layout.lines.count, visit,
    passage: content.line(ofPassage: visit.passage, of: layout.blockLines), height: height,
    needsFocusSeen: needsFocusSeen)
  let metrics = Walkthrough.Metrics(
    height: height, contentHeight: layout.lines.count, entries: layout.entries, scroll: scroll,
    showsPicture: pictured != nil)
  drawHeader(content, linesSeen(content, metrics, words), &frame, margin: margin, glyphs: glyphs)
  for (row, line) in layout.lines.dropFirst(scroll).prefix(height).enumerated() {
    draw(line, at: Point(x: margin, y: top + row), &frame)
  }
  if scrolls {
    drawMoreSigns(
      &frame, x: margin + width - 1, top: top, height: height, isAbove: scroll > 0,
      isBelow: scroll + height < layout.lines.count, glyphs: glyphs)
    if isRoomy {
      // In words too, on the lines around the body.
      let more = [
        (words[.above], 1, scroll > 0),
        (words[.below], bottom, scroll + height < layout.lines.count),
      ]
      for (word, y, isMore) in more where isMore {
        let text = " " + glyphs.text(word) + " "
        let x = margin + width - displayWidth(text)
        frame.put(text, at: Point(x: max(margin, x), y: y), style: .key)
      }
    }
  }
  placeCursor(
    &frame, layout, visit, scroll: scroll, top: top, height: height, margin: margin)
  var drawn = RenderedScreen(frame: frame, metrics: metrics)
  if pointer != .none {
    let body = Area(x: 0, y: top, width: size.width, height: height)
    drawn.targets =
      layout.targets(of: content).compactMap { $0.moved(x: margin, y: top - scroll, within: body) }
      + footerTargets(footer, at: Point(x: margin, y: size.height - footer.count))
    if scrolls {
      drawn.targets += scrollTargets(
        Area(x: margin + width - 2, y: top, width: 2, height: height), metrics)
    }
  }
  return drawn
}

extension ScreenContent {
  /// The line at which a passage of a page begins, by the first lines of the blocks; `nil` where it
  /// has no such passage.
  func line(ofPassage passage: Int?, of blockLines: [Int]) -> Int? {
    guard let passage, passages.indices.contains(passage),
      blockLines.indices.contains(passages[passage])
    else { return nil }
    return blockLines[passages[passage]]
  }
}

/// The first line that is seen: that of the passage to be shown, else where the eye was.
func scrollOffset(
  _ entries: [Range<Int>], of count: Int, _ visit: Walkthrough.Visit, passage: Int?, height: Int,
  needsFocusSeen: Bool
) -> Int {
  let limit = max(0, count - height)
  if let passage { return min(passage, limit) }
  var scroll = min(max(0, visit.scroll), limit)
  guard needsFocusSeen, entries.indices.contains(visit.focus) else { return scroll }
  let lines = entries[visit.focus]
  if lines.upperBound > scroll + height { scroll = lines.upperBound - height }
  if lines.lowerBound < scroll { scroll = lines.lowerBound }
  // Back at the first answer the question above it comes back too.
  if visit.focus == 0 && lines.upperBound <= height { scroll = 0 }
  return min(scroll, limit)
}

func draw(_ spans: [Layout.Span], at point: Point, _ frame: inout Frame) {
  var x = point.x
  for span in spans { x = frame.put(span.text, at: Point(x: x, y: point.y), style: span.style) }
}

/// Which lines are seen, in words; `nil` where all are, or the screen does not tell.
func linesSeen(
  _ content: ScreenContent, _ metrics: Walkthrough.Metrics, _ words: Wording
) -> String? {
  guard content.tellsLines, metrics.scrollLimit > 0 else { return nil }
  let last = min(metrics.scroll + metrics.height, metrics.contentHeight)
  return words(
    .linesSeen,
    [
      "first": String(metrics.scroll + 1), "last": String(last),
      "total": String(metrics.contentHeight),
    ])
}

/// The lines that are seen are told where the screen has no other place, and there is room for both
/// what it is and them.
func drawHeader(
  _ content: ScreenContent, _ linesSeen: String?, _ frame: inout Frame, margin: Int, glyphs: Glyphs
) {
  let width = frame.size.width - 2 * margin
  frame.fill(Area(x: 0, y: 0, width: frame.size.width, height: 1), style: .header)
  var place = glyphs.text(content.place)
  if let linesSeen, place.isEmpty {
    let lines = glyphs.text(linesSeen)
    if displayWidth(glyphs.text(content.section) + " " + lines) <= width { place = lines }
  }
  let room = max(0, width - displayWidth(place) - 1)
  frame.put(
    truncated(glyphs.text(content.section), to: room, ellipsis: glyphs.ellipsis),
    at: Point(x: margin, y: 0), style: .header)
  frame.put(
    place, at: Point(x: margin + width - displayWidth(place), y: 0), style: .header)
}

private func drawMoreSigns(
  _ frame: inout Frame, x: Int, top: Int, height: Int, isAbove: Bool, isBelow: Bool, glyphs: Glyphs
) {
  if isAbove { frame.put(glyphs.up, at: Point(x: x, y: top), style: .key) }
  if isBelow { frame.put(glyphs.down, at: Point(x: x, y: top + height - 1), style: .key) }
}

/// A line of keys, and the columns of those that can be pointed at.
struct FooterLine {
  var spans: [Layout.Span] = []
  var marks: [(x: Int, width: Int, key: Key)] = []
}

/// The keys set in lines; those that find no room are left out, the last first.
private func footerLines(
  _ keys: [KeyHint], width: Int, most: Int, glyphs: Glyphs
) -> [FooterLine] {
  var lines = [FooterLine()]
  var used = 0
  for hint in keys {
    let key = glyphs.text(hint.key)
    let does = " " + glyphs.text(hint.does)
    let wide = displayWidth(key) + displayWidth(does)
    let gap = used == 0 ? 0 : Spacing.gap
    if used + gap + wide > width {
      if lines.count == most { continue }
      lines.append(FooterLine())
      used = 0
    }
    if used > 0 {
      lines[lines.count - 1].spans.append(Layout.Span(text: blanks(Spacing.gap), style: .footer))
      used += Spacing.gap
    }
    if let press = hint.press { lines[lines.count - 1].marks.append((used, wide, press)) }
    lines[lines.count - 1].spans.append(Layout.Span(text: key, style: .key))
    lines[lines.count - 1].spans.append(Layout.Span(text: does, style: .footer))
    used += wide
  }
  return lines
}

/// The hardware cursor stands on the focused entry, always: it is what a screen reader follows.
private func placeCursor(
  _ frame: inout Frame, _ layout: Layout, _ visit: Walkthrough.Visit, scroll: Int, top: Int,
  height: Int, margin: Int
) {
  var y = top
  var x = margin
  if layout.cursors.indices.contains(visit.focus) {
    let cursor = layout.cursors[visit.focus]
    if (scroll..<(scroll + height)).contains(cursor.y) {
      y = top + cursor.y - scroll
      x = margin + cursor.x
    }
  }
  frame.cursor = Point(x: min(x, frame.size.width - 1), y: y)
}

private func tooSmall(_ words: Wording, size: Size, glyphs: Glyphs) -> RenderedScreen {
  var frame = Frame(size: size)
  let lines = wrap(glyphs.text(words[.tooSmall]), width: max(1, size.width))
  frame.put(Array(lines.prefix(size.height)), at: Point(x: 0, y: 0), style: .body)
  frame.cursor = Point(x: 0, y: 0)
  // No metrics that could make a hidden option count as seen.
  return RenderedScreen(
    frame: frame,
    metrics: Walkthrough.Metrics(height: 0, contentHeight: 0, entries: [], scroll: 0))
}
