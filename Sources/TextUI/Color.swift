/// One of the 256 colours of a terminal, by its number.
///
/// The first sixteen (ECMA-48 SGR 30–37, 90–97) look as the terminal's palette has them. Those from
/// 16 up are the same everywhere: a cube of six steps a side, and a row of greys.
package struct Color: Hashable, Sendable {
  package let number: UInt8
  package init(_ number: UInt8) { self.number = number }

  package static let black = Color(0)
  package static let white = Color(7)
  package static let brightCyan = Color(14)
  package static let brightWhite = Color(15)
  /// Black that no palette changes: the darkest grey but one.
  package static let deepBlack = Color(232)
  package static let pureWhite = Color(231)
  package static let amber = Color(220)
  package static let skyBlue = Color(117)
  package static let paleCyan = Color(123)
  package static let navy = Color(18)
  package static let blue = Color(19)
  package static let darkRed = Color(88)

  /// Red, green and blue as one number, the red highest; `nil` where the palette decides.
  package var rgb: UInt32? {
    guard number >= 16 else { return nil }
    if number >= 232 {
      let grey = 8 + 10 * UInt32(number - 232)
      return grey << 16 | grey << 8 | grey
    }
    let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
    let place = Int(number) - 16
    return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
  }
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

/// How many colours a terminal has.
package enum ColorDepth: String, CaseIterable, Sendable {
  case none
  /// Eight, and nobody knows whether bold makes them bright.
  case eight = "8"
  case sixteen = "16"
  case many = "256"
  /// Any, told by red, green and blue.
  case direct = "true"

  /// By what the terminal's description says, and whether it is the Linux console, where bold makes
  /// eight colours sixteen.
  package init(colors: Int, isLinuxConsole: Bool = false) {
    self =
      switch colors {
      case ..<8: .none
      case ..<16: isLinuxConsole ? .sixteen : .eight
      case ..<256: .sixteen
      case ..<(1 << 24): .many
      default: .direct
      }
  }
}
