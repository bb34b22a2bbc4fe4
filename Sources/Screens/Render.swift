package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// A drawn screen, and what drawing it told.
package struct RenderedScreen: Equatable, Sendable {
  package internal(set) var frame: Frame
  package internal(set) var metrics: Walkthrough.Metrics
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
  private var kept: Kept?
  /// What was kept before: to take it apart takes time, which is spent when the screen is drawn.
  private var outdated: Kept?
  /// Of the pack's words, once a screen has been searched for them.
  private var finder: TermFinder?

  package init(_ pack: ContentPack, pointer: PointerUse = .none) {
    self.pack = pack
    self.pointer = pointer
  }

  /// The same as `render` gives.
  package mutating func render(
    _ state: Walkthrough.State, size: Size, glyphs: Glyphs
  ) -> RenderedScreen {
    let isTyping = isTypingText(state, in: pack)
    let kept: Kept
    if let before = self.kept, before.isTyping == isTyping, before.state.saysTheSame(as: state) {
      kept = before
    } else {
      let scene = Scene(state, in: pack)
      let content = screenContent(scene, finder: &finder)
      kept = Kept(state.asSaid, isTyping, content, scene.words)
      outdated = self.kept
      self.kept = kept
    }
    let isForFinger = isForFinger(size)
    var drawn: RenderedScreen
    if kept.content.code == nil {
      drawn = render(kept.content, kept, state, size: size, glyphs: glyphs, isForFinger)
    } else {
      let code = kept.content.code.flatMap { PlacedCode($0, in: size, glyphs: glyphs) }
      var content = kept.content
      if code == nil { content.code = nil }
      drawn = render(content, kept, state, size: code?.words ?? size, glyphs: glyphs, isForFinger)
      if let code { drawn.frame = code.beside(drawn.frame, in: size) }
    }
    drawn.metrics.codeRoom = Walkthrough.CodeRoom(in: size, glyphs: glyphs)
    return drawn
  }

  /// Lets go of what is outdated; best called when nobody waits for anything.
  package mutating func tidy() { outdated = nil }

  private func isForFinger(_ size: Size) -> Bool {
    pointer == .touch && size.width >= Spacing.smallestTouchWindow.width
      && size.height >= Spacing.smallestTouchWindow.height
  }

  private func render(
    _ content: ScreenContent, _ kept: Kept, _ state: Walkthrough.State, size: Size, glyphs: Glyphs,
    _ isForFinger: Bool
  ) -> RenderedScreen {
    if isForFinger {
      return renderBoxes(
        content, state.visit, needsFocusSeen: state.keepsFocusSeen, kept.words, size: size,
        glyphs: glyphs)
    }
    if kept.screen?.isSet(for: state.visit, size: size, glyphs: glyphs) != true {
      kept.screen = SetScreen(
        content, state.visit, kept.words, size: size, glyphs: glyphs, pointer: pointer,
        after: outdated?.screen)
    }
    return kept.screen?.drawn(state.visit, needsFocusSeen: state.keepsFocusSeen)
      ?? tooSmall(kept.words, size: size, glyphs: glyphs)
  }

  /// What was worked out for the screen that was drawn last: its content, and that set for a
  /// window.
  ///
  /// All of it goes when anything is said or opened; what was set goes when the window changes. A
  /// class, since it is large, and to hand it on would copy each of its texts.
  private final class Kept {
    let state: Walkthrough.State
    let isTyping: Bool
    let content: ScreenContent
    /// Those of whoever answers and of the place, as the content has them.
    let words: Wording
    var screen: SetScreen?

    init(
      _ state: Walkthrough.State, _ isTyping: Bool, _ content: ScreenContent, _ words: Wording
    ) {
      self.state = state
      self.isTyping = isTyping
      self.content = content
      self.words = words
    }
  }
}

func render(
  _ content: ScreenContent, _ visit: Walkthrough.Visit, needsFocusSeen: Bool, _ words: Wording,
  size: Size, glyphs: Glyphs, pointer: PointerUse = .none
) -> RenderedScreen {
  var screen = SetScreen(content, visit, words, size: size, glyphs: glyphs, pointer: pointer)
  return screen?.drawn(visit, needsFocusSeen: needsFocusSeen)
    ?? tooSmall(words, size: size, glyphs: glyphs)
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

func drawMoreSigns(
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
func footerLines(
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
