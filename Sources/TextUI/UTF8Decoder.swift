/// One scalar of UTF-8, byte by byte (RFC 3629).
///
/// Overlong forms, surrogates and what lies beyond U+10FFFF are invalid.
struct UTF8Decoder: Sendable {
  enum Step {
    case incomplete
    /// Nothing comes of it, and the byte is not part of it.
    case invalid
    case scalar(Unicode.Scalar)
  }

  private var value: UInt32
  private var missing: Int
  private var least: UInt32

  /// `nil` for a byte that cannot begin a sequence.
  init?(first byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: (value, missing, least) = (UInt32(byte & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, missing, least) = (UInt32(byte & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, missing, least) = (UInt32(byte & 0x07), 3, 0x1_0000)
    default: return nil
    }
  }

  mutating func take(_ byte: UInt8) -> Step {
    guard byte & 0xC0 == 0x80 else { return .invalid }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    if missing > 0 { return .incomplete }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar)
  }
}
