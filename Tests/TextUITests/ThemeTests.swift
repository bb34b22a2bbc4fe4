import Testing
import TextUI

struct ThemeTests {
  /// WCAG 2.2, 1.4.6, on the palettes of the Linux console, of xterm and of VTE: only these reach
  /// 7:1 on all.
  @Test(arguments: Theme.all)
  func `every pair of colours is read at seven to one`(theme: Theme) {
    let inks: [Color] = [.white, .brightGreen, .brightYellow, .brightCyan, .brightWhite]
    for role in Palette.allCases {
      let paint = theme[role]
      if paint == Paint() { continue }
      let isRead =
        paint.background == .black && paint.foreground.map(inks.contains) == true
        || paint == Paint(.black, on: .white)
      #expect(isRead, "\(theme.name) \(role)")
    }
  }

  @Test func `roles that matter differ without colour`() {
    let styles: [Style] = [.body, .focus, .chosen, .urgent, .link]
    let looks = styles.map { [$0.bold, $0.reverse, $0.underline, $0.dim] }
    #expect(Set(looks).count == styles.count)
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
}
