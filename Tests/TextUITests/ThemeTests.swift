import Testing
import TextUI

struct ThemeTests {
  /// What is read as text; the rest are heads, keys, links and lines.
  private static let text: Set<Palette> = [.body, .hint, .warning, .urgent, .focus, .chosen]

  /// R9, by WCAG 2.2: 1.4.6 asks 7:1 of text, 1.4.3 asks 4.5:1 of the rest.
  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `every role is read on every palette`(theme: Theme, depth: ColorDepth) {
    for palette in TerminalPalette.all {
      for role in Palette.allCases {
        let paint = theme[role, depth]
        let ink = palette.color(paint.foreground, otherwise: palette.ink)
        let paper = palette.color(paint.background, otherwise: palette.paper)
        let ratio = contrast(ink, paper)
        // What the owner of the terminal chose is theirs: Solarized gives its own text 4.7:1.
        let isOwn = paint == Paint() && palette.name == "Solarized"
        let least = Self.text.contains(role) && !isOwn ? 7 : 4.5
        #expect(ratio >= least, "\(theme.name) \(depth) \(role) on \(palette.name): \(ratio)")
      }
    }
  }

  /// A colour without its ground would stand on whatever the terminal has.
  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `a colour brings its ground along`(theme: Theme, depth: ColorDepth) {
    for role in Palette.allCases {
      let paint = theme[role, depth]
      #expect((paint.foreground == nil) == (paint.background == nil), "\(role)")
    }
    if depth == .none { #expect(Palette.allCases.allSatisfy { theme[$0, depth] == Paint() }) }
  }

  /// R58: two roles that look alike but for their hue are told apart by who sees no red, green or
  /// blue.
  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `hues differ for every eye`(theme: Theme, depth: ColorDepth) {
    let styles: [Style] = [.heading, .key, .chosen, .warning, .good]
    for palette in TerminalPalette.all {
      for (place, one) in styles.enumerated() {
        for other in styles.dropFirst(place + 1) {
          let (a, b) = (theme[one.color, depth], theme[other.color, depth])
          if a == b || a.foreground == nil || b.foreground == nil { continue }
          // A mark stands before what is chosen and what is wrong; the difference is not the hue's.
          if depth == .sixteen, [one, other].contains(where: { [.chosen, .warning].contains($0) }) {
            continue
          }
          for eye in Eye.all {
            let distance = eye.distance(
              palette.color(a.foreground, otherwise: palette.ink),
              palette.color(b.foreground, otherwise: palette.ink))
            #expect(
              distance >= 20,
              "\(theme.name) \(depth) \(one.color) \(other.color) \(eye.name): \(distance)")
          }
        }
      }
    }
  }

  /// R58.
  @Test func `roles that matter differ without colour`() {
    let styles: [Style] = [.body, .focus, .chosen, .urgent, .link]
    let looks = styles.map { [$0.bold, $0.reverse, $0.underline, $0.dim] }
    #expect(Set(looks).count == styles.count)
    // Fainter text is not read at 7:1.
    for style in styles + [.hint, .warning, .good, .heading, .key] { #expect(!style.dim) }
  }

  @Test func `a theme is known by its name`() {
    for theme in Theme.all { #expect(Theme(named: theme.name) == theme) }
    #expect(Theme(named: "sepia") == nil)
  }

  @Test func `a style keeps its role and its attributes`() {
    for role in Palette.allCases {
      let style = Style(role, bold: true, underline: true)
      #expect(style.color == role)
      #expect(style.bold && style.underline && !style.reverse && !style.dim)
      #expect(style.code == UInt16(role.rawValue) << 4 | 5)
    }
  }

  @Test(arguments: [
    (-1, false, ColorDepth.none), (0, false, .none), (7, false, .none), (8, false, .eight),
    (8, true, .sixteen), (16, false, .sixteen), (88, false, .sixteen), (256, false, .many),
    (65_536, false, .many), (1 << 24, false, .direct),
  ])
  func `the depth follows the number of colours`(colors: Int, isConsole: Bool, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors, isLinuxConsole: isConsole) == depth)
  }

  @Test(arguments: [
    (15, nil), (16, 0x000000), (18, 0x000087), (117, 0x87D7FF), (220, 0xFFD700), (231, 0xFFFFFF),
    (232, 0x080808), (255, 0xEEEEEE),
  ])
  func `a colour of the cube is the same everywhere`(number: UInt8, rgb: UInt32?) {
    #expect(Color(number).rgb == rgb)
  }
}
