/// The sixteen colours that a terminal has by number (ECMA-48 SGR 30–37, 90–97).
package enum Color: UInt8, CaseIterable, Sendable {
  case black
  case red
  case green
  case yellow
  case blue
  case magenta
  case cyan
  case white
  case brightBlack
  case brightRed
  case brightGreen
  case brightYellow
  case brightBlue
  case brightMagenta
  case brightCyan
  case brightWhite
}

/// The colours of one role; `nil`: the terminal's own.
package struct Paint: Hashable, Sendable {
  package var foreground: Color?
  package var background: Color?
  package init(_ foreground: Color? = nil, on background: Color? = nil) {
    self.foreground = foreground
    self.background = background
  }
}

/// Which colours each role has.
///
/// Only black on white, and white and the bright green, yellow, cyan and white on black, are read
/// at 7:1 on the palettes of the Linux console, of xterm and of VTE alike; no red is. A theme uses
/// these pairs and the terminal's own, nothing else.
package struct Theme: Hashable, Sendable {
  package let name: String
  private let common: Paint
  private let paints: [Palette: Paint]

  private init(name: String, common: Paint, _ paints: [Palette: Paint]) {
    self.name = name
    self.common = common
    self.paints = paints
  }

  package subscript(role: Palette) -> Paint { paints[role] ?? common }

  /// Text in the terminal's own colours, which its owner may have chosen with care.
  package static let `default` = Theme(
    name: "default", common: Paint(),
    [
      .warning: Paint(.brightYellow, on: .black), .good: Paint(.brightGreen, on: .black),
      .link: Paint(.brightCyan, on: .black),
    ])

  package static let highContrast = Theme(
    name: "high-contrast", common: Paint(.brightWhite, on: .black),
    [
      .heading: Paint(.brightYellow, on: .black), .key: Paint(.brightYellow, on: .black),
      .warning: Paint(.brightYellow, on: .black), .good: Paint(.brightGreen, on: .black),
      .link: Paint(.brightCyan, on: .black),
    ])

  /// No colour at all: bold, reverse and underline do the work.
  package static let monochrome = Theme(name: "monochrome", common: Paint(), [:])

  package static let all = [`default`, highContrast, monochrome]

  /// `nil` when no theme has the name.
  package init?(named name: String) {
    guard let theme = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }
}
