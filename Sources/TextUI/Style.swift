/// What a piece of text is for.
///
/// A theme gives each role its colours.
package enum Palette: UInt8, CaseIterable, Sendable {
  case body
  case heading
  case hint
  case key
  case focus
  case chosen
  case urgent
  case warning
  case good
  case border
  case header
  case footer
  case link
  case badge
  case code
}

/// How a cell looks: its role, and the attributes that hold in every theme.
///
/// Meaning is never in the colour alone: whatever must be told apart differs in its attributes or
/// in its words, so that a terminal without colour shows it too.
package struct Style: Hashable, Sendable {
  package var color: Palette
  private var attributes: UInt8

  package init(
    _ color: Palette = .body, bold: Bool = false, reverse: Bool = false, underline: Bool = false,
    dim: Bool = false
  ) {
    self.color = color
    attributes = 0
    self.bold = bold
    self.reverse = reverse
    self.underline = underline
    self.dim = dim
  }

  package var bold: Bool {
    get { attributes & 1 != 0 }
    set { set(1, newValue) }
  }

  package var reverse: Bool {
    get { attributes & 2 != 0 }
    set { set(2, newValue) }
  }

  package var underline: Bool {
    get { attributes & 4 != 0 }
    set { set(4, newValue) }
  }

  /// Fainter than the rest.
  ///
  /// Not for anything that must be read: it falls below a contrast of 7:1.
  package var dim: Bool {
    get { attributes & 8 != 0 }
    set { set(8, newValue) }
  }

  private mutating func set(_ bit: UInt8, _ on: Bool) {
    attributes = on ? attributes | bit : attributes & ~bit
  }
}

extension Style {
  package static let body = Style()
  package static let heading = Style(.heading, bold: true)
  package static let hint = Style(.hint)
  package static let key = Style(.key, bold: true)
  package static let focus = Style(.focus, reverse: true)
  package static let chosen = Style(.chosen, bold: true)
  package static let urgent = Style(.urgent, bold: true, reverse: true)
  package static let warning = Style(.warning, bold: true)
  package static let good = Style(.good, bold: true)
  package static let border = Style(.border)
  package static let header = Style(.header, reverse: true)
  package static let footer = Style(.footer)
  package static let link = Style(.link, underline: true)
  package static let badge = Style(.badge, reverse: true)
  /// A code for a phone, dark on light in every theme; where there is no colour, reversed.
  package static let code = Style(.code, reverse: true)
}

extension Style {
  /// The role in the upper twelve bits; bold, reverse, underline and dim in the lower four, from
  /// the lowest up.
  package var code: UInt16 { UInt16(color.rawValue) << 4 | UInt16(attributes) }

  init(code: UInt16) {
    color = Palette(rawValue: UInt8(truncatingIfNeeded: code >> 4)) ?? .body
    attributes = UInt8(truncatingIfNeeded: code & 15)
  }
}
