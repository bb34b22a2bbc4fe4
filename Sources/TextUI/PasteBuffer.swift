/// What a terminal sends between ESC [ 200 ~ and ESC [ 201 ~ (bracketed paste).
///
/// Keeps so many bytes and drops the rest; the end is found all the same.
struct PasteBuffer: Sendable {
  private static let terminator = Array("\u{1B}[201~".utf8)

  let limit: Int
  private var bytes: [UInt8] = []
  private var matched = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// `true` when the paste ends with this byte.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == PasteBuffer.terminator[matched] {
      matched += 1
      guard matched == PasteBuffer.terminator.count else { return false }
      matched = 0
      return true
    }
    for held in PasteBuffer.terminator.prefix(matched) { keep(held) }
    // The terminator's first byte stands nowhere else in it.
    matched = byte == PasteBuffer.terminator[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) }
  }

  /// The text, without what could be a command: line breaks come out as `\n`, a tab as a blank,
  /// other controls and what shows nothing not at all.
  ///
  /// Leaves nothing behind.
  mutating func end() -> String {
    defer {
      bytes = []
      matched = 0
    }
    var text = ""
    var afterReturn = false
    func add(_ scalar: Unicode.Scalar) {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: break
      case "\r", "\n": text.unicodeScalars.append("\n")
      case "\t": text.unicodeScalars.append(" ")
      default: if scalar.isTypeable { text.unicodeScalars.append(scalar) }
      }
    }
    var decoder: UTF8Decoder?
    for byte in bytes {
      if var started = decoder {
        switch started.take(byte) {
        case .incomplete:
          decoder = started
          continue
        case .scalar(let scalar):
          decoder = nil
          add(scalar)
          continue
        case .invalid: decoder = nil
        }
      }
      if byte < 0x80 { add(Unicode.Scalar(byte)) } else { decoder = UTF8Decoder(first: byte) }
    }
    return text
  }
}
