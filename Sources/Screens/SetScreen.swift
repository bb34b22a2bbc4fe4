import RecommendationCore
import TextUI
import WalkthroughCore

/// What a screen says, set for a window.
///
/// To set it costs far more than to draw it, and moving the focus changes none of it. It depends on
/// what `init` is given, and of the visit on the sheet and the focus of a picture alone: so a
/// renderer keeps it as long as `isSet` holds. Where the focus is and what is seen is said when it
/// is drawn.
struct SetScreen {
  private let content: ScreenContent
  private let words: Wording
  private let size: Size
  private let glyphs: Glyphs
  private let pointer: PointerUse
  /// The columns left of the text, and those of it.
  private let margin: Int
  private let width: Int
  /// Those of a picture, which is drawn anew for each focus.
  private let sheet: Int?
  private let focus: Int?

  private let footer: [FooterLine]
  private let footerKeys: [KeyHint]
  private let said: [String]
  private let fault: [String]
  private let layout: Layout
  private let isPictured: Bool
  private let scrolls: Bool
  /// The line below what was done and what is wrong, and the one that the keys begin at, or the
  /// rule over them.
  private let top: Int
  private let bottom: Int
  private let height: Int
  /// The screen without a focus, as it was drawn last.
  private var bare: RenderedScreen?

  /// `nil` for a window that is too small.
  ///
  /// The keys of a screen that was set before serve again where they are the same.
  init?(
    _ content: ScreenContent, _ visit: Walkthrough.Visit, _ words: Wording, size: Size,
    glyphs: Glyphs, pointer: PointerUse, after before: SetScreen? = nil
  ) {
    let leastWidth = content.code == nil ? Spacing.smallestWindow.width : Spacing.besideCode
    guard size.width >= leastWidth, size.height >= Spacing.smallestWindow.height else { return nil }
    self.content = content
    self.words = words
    self.size = size
    self.glyphs = glyphs
    self.pointer = pointer
    sheet = content.picture.map { _ in visit.sheet }
    focus = content.picture.map { _ in visit.focus }

    let isRoomy = Spacing.isRoomy(size)
    let margin = content.code == nil ? Spacing.margin(size) : Spacing.marginBesideCode
    let width = min(Spacing.widestText, size.width - 2 * margin)
    (self.margin, self.width) = (margin, width)
    let most = isRoomy ? 2 : 1
    let keys = content.keysOverPicture
    var footer: [FooterLine]
    if let before, before.size == size, before.glyphs == glyphs, before.width == width,
      before.footerKeys == keys
    {
      footer = before.footer
    } else {
      footer = footerLines(keys, width: width, most: most, glyphs: glyphs)
    }
    let fault = content.fault.map {
      wrap(glyphs.text($0), width: width, first: glyphs.alarm + " ", rest: "  ")
        .prefix(size.height / 3)
    }
    let said =
      content.notice.map { wrap(glyphs.text($0), width: width).prefix(size.height / 3) } ?? []
    // A blank line below what is wrong, but a picture needs every line.
    let air = isRoomy && fault != nil && content.picture == nil ? 1 : 0
    top = (isRoomy ? 2 : 1) + said.count + (fault?.count ?? 0) + air
    let bars = isRoomy ? 1 : 0
    let pictured = Layout(
      picturing: content, sheet: visit.sheet, width: width,
      height: size.height - footer.count - bars - top, focus: visit.focus, glyphs: glyphs)
    let isWithoutPicture = pictured == nil && content.picture != nil
    if isWithoutPicture {
      footer = footerLines(content.keys, width: width, most: most, glyphs: glyphs)
    }
    footerKeys = isWithoutPicture ? content.keys : keys
    bottom = size.height - footer.count - bars
    height = max(1, bottom - top)
    // One column less while the text scrolls, for the sign that there is more.
    var layout =
      pictured ?? Layout(content, width: width, focus: nil, isRoomy: isRoomy, glyphs: glyphs)
    scrolls = layout.lines.count > height
    if scrolls {
      layout = Layout(content, width: width - 2, focus: nil, isRoomy: isRoomy, glyphs: glyphs)
    }
    isPictured = pictured != nil
    self.layout = layout
    self.footer = footer
    self.fault = Array(fault ?? [])
    self.said = Array(said)
  }

  private var isRoomy: Bool { Spacing.isRoomy(size) }

  /// Whether it is what would be set for this window, and this place on the screen.
  func isSet(for visit: Walkthrough.Visit, size: Size, glyphs: Glyphs) -> Bool {
    self.size == size && self.glyphs == glyphs
      && (content.picture == nil || sheet == visit.sheet && focus == visit.focus)
  }

  /// The screen with its focus; what was drawn before serves as long as the same lines are seen.
  mutating func drawn(_ visit: Walkthrough.Visit, needsFocusSeen: Bool) -> RenderedScreen {
    let scroll = scrollOffset(
      layout.entries, of: layout.lines.count, visit,
      passage: content.line(ofPassage: visit.passage, of: layout.blockLines), height: height,
      needsFocusSeen: needsFocusSeen)
    let bare = bare.flatMap { $0.metrics.scroll == scroll ? $0 : nil } ?? drawn(scroll: scroll)
    self.bare = bare
    var drawn = bare
    putFocus(on: visit.focus, &drawn.frame, scroll: scroll)
    return drawn
  }

  private func drawn(scroll: Int) -> RenderedScreen {
    var frame = Frame(size: size)
    let metrics = Walkthrough.Metrics(
      height: height, contentHeight: layout.lines.count, entries: layout.entries, scroll: scroll,
      showsPicture: isPictured)
    if isRoomy {
      frame.rule(at: Point(x: 0, y: 1), width: size.width, glyphs: glyphs)
      frame.rule(at: Point(x: 0, y: bottom), width: size.width, glyphs: glyphs)
    }
    for (index, line) in footer.enumerated() {
      draw(line.spans, at: Point(x: margin, y: size.height - footer.count + index), &frame)
    }
    // What was just done and what is wrong stand still above the body, however far that is scrolled.
    let ceiling = (isRoomy ? 2 : 1) + said.count
    for (index, line) in said.enumerated() {
      frame.put(line, at: Point(x: margin, y: ceiling - said.count + index), style: .hint)
    }
    for (index, line) in fault.enumerated() {
      frame.put(line, at: Point(x: margin, y: ceiling + index), style: .warning)
    }
    drawHeader(content, linesSeen(content, metrics, words), &frame, margin: margin, glyphs: glyphs)
    for (row, line) in layout.lines.dropFirst(scroll).prefix(height).enumerated() {
      draw(line, at: Point(x: margin, y: top + row), &frame)
    }
    if scrolls { putMoreSigns(&frame, scroll: scroll) }
    if scrolls, isRoomy {
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
    return RenderedScreen(frame: frame, metrics: metrics, targets: targets(metrics))
  }

  private func targets(_ metrics: Walkthrough.Metrics) -> [Target] {
    if pointer == .none { return [] }
    let body = Area(x: 0, y: top, width: size.width, height: height)
    let inBody = layout.targets(of: content).compactMap {
      $0.moved(x: margin, y: top - metrics.scroll, within: body)
    }
    let inFooter = footerTargets(footer, at: Point(x: margin, y: size.height - footer.count))
    if !scrolls { return inBody + inFooter }
    let strip = Area(x: margin + width - 2, y: top, width: 2, height: height)
    return inBody + inFooter + scrollTargets(strip, metrics)
  }

  private func putMoreSigns(_ frame: inout Frame, scroll: Int) {
    drawMoreSigns(
      &frame, x: margin + width - 1, top: top, height: height, isAbove: scroll > 0,
      isBelow: scroll + height < layout.lines.count, glyphs: glyphs)
  }

  /// Marks the entry, and puts the hardware cursor on it, always: it is what a screen reader
  /// follows.
  ///
  /// A picture shows its focus by itself.
  private func putFocus(on entry: Int, _ frame: inout Frame, scroll: Int) {
    let seen = scroll..<scroll + height
    if !isPictured {
      for row in layout.rows(of: entry) where seen.contains(row) {
        draw(layout.focusedLine(row), at: Point(x: margin, y: top + row - scroll), &frame)
      }
      if scrolls { putMoreSigns(&frame, scroll: scroll) }
    }
    var cursor = Point(x: margin, y: top)
    if layout.cursors.indices.contains(entry), seen.contains(layout.cursors[entry].y) {
      let place = layout.cursors[entry]
      cursor = Point(x: margin + place.x, y: top + place.y - scroll)
    }
    frame.cursor = Point(x: min(cursor.x, size.width - 1), y: cursor.y)
  }
}
