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

  /// `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
