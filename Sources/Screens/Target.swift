package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// Whether a mouse or a finger is used, and what for.
package enum PointerUse: Sendable {
  /// Not at all: nothing on a screen can be pointed at.
  case none
  /// On the screens as they are.
  case mouse
  /// On screens made of boxes, where there is room for them; elsewhere as a mouse.
  case touch
}

/// Something on a screen that can be pointed at.
package struct Target: Equatable, Sendable {
  /// What its press means.
  package enum Meaning: Equatable, Sendable {
    case action(Walkthrough.Action)
    /// The same as this key.
    case key(Key)
  }

  /// The areas of all targets of a screen lie apart.
  package let areas: [Area]
  package let meaning: Meaning

  init(_ areas: [Area], _ meaning: Meaning) {
    self.areas = areas
    self.meaning = meaning
  }

  package func contains(_ point: Point) -> Bool { areas.contains { $0.contains(point) } }

  /// What is seen of it when its screen is drawn elsewhere; `nil` for nothing.
  func moved(x: Int, y: Int, within clip: Area) -> Target? {
    let seen = areas.map { area in
      Area(
        x: area.left + x, y: area.top + y, width: area.size.width, height: area.size.height
      ).intersection(clip)
    }.filter { !$0.isEmpty }
    return seen.isEmpty ? nil : Target(seen, meaning)
  }
}

/// What the press of a target means on the screen that is seen; `nil`: nothing.
package func action(
  for target: Target, in state: Walkthrough.State, pack: ContentPack
) -> Walkthrough.Action? {
  switch target.meaning {
  case .action(let action): action
  case .key(let key): action(for: key, in: state, pack: pack)
  }
}

extension Frame {
  /// The same with a target that is held down.
  package func pressing(_ target: Target) -> Frame {
    var frame = self
    for area in target.areas { frame.restyle(area, .focus) }
    return frame
  }
}

extension Layout {
  /// Each entry where it stands, and of a scale each number.
  func targets(of content: ScreenContent) -> [Target] {
    let texts = content.entryTexts
    return content.entries.enumerated().flatMap { index, entry -> [Target] in
      guard entries.indices.contains(index) else { return [] }
      let lines = entries[index]
      if case .scale(let value, _, _) = texts[index] {
        return scaleTargets(value, y: lines.lowerBound)
      }
      let whole = Area(x: 0, y: lines.lowerBound, width: width, height: lines.count)
      return [Target(spots[index] ?? [whole], .action(.entryTouched(entry)))]
    }
  }

  /// The numbers as `addScale` sets them.
  private func scaleTargets(_ value: Int?, y: Int) -> [Target] {
    var x = 2
    return (0...10).map { number in
      let width = String(number).count + 2
      defer { x += width }
      return Target(
        [Area(x: x, y: y, width: width, height: 1)], .action(.scaleTouched(number)))
    }
  }
}

func footerTargets(_ lines: [FooterLine], at origin: Point) -> [Target] {
  lines.enumerated().flatMap { row, line in
    line.marks.map { mark in
      Target(
        [Area(x: origin.x + mark.x, y: origin.y + row, width: mark.width, height: 1)],
        .key(mark.key))
    }
  }
}

/// The upper half of a strip leads up, the lower half down, each where there is more.
func scrollTargets(_ strip: Area, _ metrics: Walkthrough.Metrics) -> [Target] {
  let (upper, lower) = strip.halves
  let up = Target([upper], .action(.moved(.pageUp)))
  let down = Target([lower], .action(.moved(.pageDown)))
  return (metrics.scroll > 0 ? [up] : []) + (metrics.scroll < metrics.scrollLimit ? [down] : [])
}

extension Area {
  /// The upper and the lower half.
  var halves: (Area, Area) {
    let height = size.height / 2
    return (
      Area(x: left, y: top, width: size.width, height: height),
      Area(x: left, y: top + height, width: size.width, height: size.height - height)
    )
  }
}
