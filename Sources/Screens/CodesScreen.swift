import RecommendationCore
package import TextUI
package import WalkthroughCore

/// A code for a phone, as it stands beside what a screen says.
package struct CodeContent: Equatable, Sendable {
  package let code: Walkthrough.Code
  /// Modules a side of the largest that follow one another here, so that the words keep their place.
  package let side: Int
}

/// One code after the other, or why there is none.
func codesScreen(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(
    section: scene.word(.partHandOver), heading: scene.word(.codesHeading))
  guard let codes = scene.state.handOver.codes, let code = codes.code else {
    return refusal(scene)
  }
  let count = codes.pages.count
  content.code = CodeContent(code: code, side: codes.pages.map(\.side).max() ?? code.side)
  content.say(scene.word(.codesAbout))
  if count > 1 {
    content.place = scene.word(
      .codesPlace, ["n": String(codes.place + 1), "total": String(count)])
    content.say(scene.word(.codesSeveral))
  }
  content.say(scene.word(.formQrReaders), .warning)
  content.say(scene.word(.codesHide, ["seconds": String(Walkthrough.CodeClock.seconds)]), .hint)
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    switch entry {
    case .turnCode(let delta):
      content.add(entry, .button(scene.word(delta > 0 ? .codesNext : .codesPrevious)))
    default: content.add(entry, .button(scene.word(.codesHideNow)))
    }
  }
  return content
}

/// Why no code is seen here, and the same pages in words.
private func refusal(_ scene: Scene) -> ScreenContent {
  var content = ScreenContent(section: scene.word(.partHandOver), heading: scene.word(.codesNone))
  content.say(whyNone(scene))
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    switch entry {
    case .form(let form):
      content.add(entry, .item(scene.word(form.word), detail: scene.word(form.readers)))
    default: content.add(entry, .button(scene.word(.back)))
    }
  }
  return content
}

private func whyNone(_ scene: Scene) -> String {
  guard let codes = scene.state.handOver.codes, let room = codes.room else {
    return scene.word(.codesInLines)
  }
  guard let needed = codes.needed else { return scene.word(.codesTooMuch) }
  let (width, height) = room.window(for: needed)
  return scene.word(.codesTooSmall, ["width": String(width), "height": String(height)])
}

extension Walkthrough.CodeRoom {
  /// What a window has beside the words.
  package init(in size: Size, glyphs: Glyphs) {
    let width = max(0, size.width - Spacing.besideCode)
    let isInHalves = !glyphs.isASCII
    self.init(
      modules: isInHalves ? min(width, 2 * size.height - 1) : min(width / 2, size.height),
      isInHalves: isInHalves)
  }

  /// The columns and lines of the smallest window with room for so many modules a side.
  func window(for side: Int) -> (width: Int, height: Int) {
    let size = Self.size(of: side, isInHalves: isInHalves)
    return (Spacing.besideCode + size.width, size.height)
  }

  fileprivate static func size(of side: Int, isInHalves: Bool) -> Size {
    isInHalves
      ? Size(width: side, height: (side + 1) / 2) : Size(width: 2 * side, height: side)
  }
}

/// Where a code is drawn in a window: at its right, in the middle of its height.
struct PlacedCode {
  private let code: Walkthrough.Code
  private let isInHalves: Bool
  private let area: Area
  /// What is left for the words, at the left.
  let words: Size

  /// `nil` where it does not fit: a part of a code is none.
  init?(_ content: CodeContent, in size: Size, glyphs: Glyphs) {
    code = content.code
    isInHalves = !glyphs.isASCII
    let largest = Walkthrough.CodeRoom.size(of: content.side, isInHalves: isInHalves)
    let own = Walkthrough.CodeRoom.size(of: code.side, isInHalves: isInHalves)
    words = Size(width: size.width - largest.width, height: size.height)
    guard words.width >= Spacing.besideCode, largest.height <= size.height else { return nil }
    area = Area(
      x: words.width + (largest.width - own.width) / 2, y: (size.height - own.height) / 2,
      width: own.width, height: own.height)
  }

  /// The whole window: the words as they were drawn, and the code.
  func beside(_ frame: Frame, in size: Size) -> Frame {
    var whole = Frame(size: size)
    whole.copy(frame, rows: 0..<frame.size.height, to: whole.area)
    whole.cursor = frame.cursor
    // The light modules around it are drawn too: a dark window would swallow them.
    whole.fill(area, style: .code)
    for y in 0..<area.size.height {
      for x in 0..<area.size.width { put(x, y, &whole) }
    }
    return whole
  }

  private func put(_ x: Int, _ y: Int, _ frame: inout Frame) {
    let place = Point(x: area.left + x, y: area.top + y)
    guard isInHalves else {
      if isDark(x / 2, y) { frame.put(" ", at: place, style: Style(.code)) }
      return
    }
    switch (isDark(x, 2 * y), isDark(x, 2 * y + 1)) {
    case (true, true): frame.put("█", at: place, style: .code)
    case (true, false): frame.put("▀", at: place, style: .code)
    case (false, true): frame.put("▄", at: place, style: .code)
    case (false, false): break
    }
  }

  private func isDark(_ x: Int, _ y: Int) -> Bool {
    code.modules.indices.contains(y) && code.modules[y].indices.contains(x) && code.modules[y][x]
  }
}
