extension Unicode.Scalar {
  /// Whether a reader could see what the character does: no control but line end and tab, nothing
  /// of no width, no change of direction, nothing private or unassigned.
  var isPlainInContent: Bool {
    if value < 0x7F { return value >= 0x20 || value == 0x0A || value == 0x0D || value == 0x09 }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }

  /// Whether it is of a script that is written from right to left: Unicode's blocks of Hebrew,
  /// Arabic, Syriac and their like, whose unassigned places have that direction too.
  var isWrittenRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
