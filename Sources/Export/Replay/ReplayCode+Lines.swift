/// The code on paper.
///
///     [KG1 0G5XC 2M8QR … 7ZB4T
///          9HFKE …]
///
/// Letters and digits that are not mistaken for each other (Crockford's base 32: no I, L, O and U),
/// in groups of five, eleven groups a line. The last two of a line are a sum over it and its number,
/// so that a slip is found in its own line. Spaces, line breaks and the marks of a quoted mail may
/// stand anywhere in it; small letters serve.
extension ReplayCode {
  package static let opening = "[KG1"
  package static let closing = "]"

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let group = 5
  private static let perLine = 55
  private static let checks = 2
  /// A page holds some thousand characters; more is no code.
  private static let longest = 1 << 16

  /// At most 71 columns each.
  package var lines: [String] {
    let symbols = Self.symbols(of: bytes)
    var stream: [[Character]] = []
    for start in stride(from: 0, to: symbols.count, by: Self.perLine - Self.checks) {
      let data = Array(symbols[start..<min(start + Self.perLine - Self.checks, symbols.count)])
      let line = data + Self.check(of: data, line: stream.count)
      stream.append(line.map { Self.alphabet[$0] })
    }
    return stream.enumerated().map { number, line in
      let groups = stride(from: 0, to: line.count, by: Self.group)
        .map { String(line[$0..<min($0 + Self.group, line.count)]) }
      let first = number == 0 ? Self.opening + " " : String(repeating: " ", count: Self.group)
      return first + groups.joined(separator: " ")
        + (number == stream.count - 1 ? Self.closing : "")
    }
  }

  /// The one code in the text of a summary, or of a mail or a file into which it was typed.
  package static func find(in text: [UInt8]) throws(ReplayFault) -> ReplayCode {
    let found = try marked(in: text)
    var symbols: [Int] = []
    var start = 0
    var number = 0
    while start < found.count {
      let line = found[start..<min(start + perLine, found.count)]
      let data = line.dropLast(checks).map(\.value)
      guard line.count > checks,
        check(of: data, line: number) == line.suffix(checks).map(\.value)
      else { throw .slip(line: found[start].line, number: number + 1) }
      symbols += data
      start += perLine
      number += 1
    }
    return try ReplayCode(bytes: try bytes(of: symbols))
  }

  // MARK: - Symbols

  private struct Symbol {
    let value: Int
    /// From 1.
    let line: Int
  }

  /// The symbols between the brackets.
  private static func marked(in text: [UInt8]) throws(ReplayFault) -> [Symbol] {
    var line = 1
    var column = 0
    var heard: [UInt8] = []
    var found: [Symbol]?
    var done: [Symbol]?
    for byte in text {
      column += 1
      let upper = (97...122).contains(byte) ? byte - 32 : byte
      if upper == UInt8(ascii: "\n") {
        line += 1
        column = 0
        continue
      }
      guard var symbols = found else {
        if !isBlank(upper) { heard = heard.suffix(3) + [upper] }
        if heard == Array(opening.utf8) {
          if done != nil { throw .two(line: line) }
          found = []
          heard = []
        }
        continue
      }
      if isBlank(upper) { continue }
      if upper == UInt8(ascii: "]") {
        done = symbols
        found = nil
        continue
      }
      guard let value = value(of: upper) else { throw .letter(line: line, column: column) }
      if symbols.count >= longest { throw .open }
      symbols.append(Symbol(value: value, line: line))
      found = symbols
    }
    if found != nil { throw .open }
    guard let done else { throw .none }
    if done.isEmpty { throw .empty }
    return done
  }

  /// Also the marks of a quoted mail.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|")
  }

  private static func value(of byte: UInt8) -> Int? {
    let letter =
      switch Character(Unicode.Scalar(byte)) {
      case "I", "L": Character("1")
      case "O": Character("0")
      case let other: other
      }
    return alphabet.firstIndex(of: letter)
  }

  private static func check(of data: [Int], line: Int) -> [Int] {
    let sum = Int(
      replaySum(of: [UInt8(truncatingIfNeeded: line)] + data.map { UInt8($0) }, bits: 10))
    return [sum >> 5, sum & 31]
  }

  private static func symbols(of bytes: [UInt8]) -> [Int] {
    var reader = ReplayBitReader(bytes + [0])
    return (0..<(bytes.count * 8 + 4) / 5).map { _ in Int(reader.read(bits: 5) ?? 0) }
  }

  private static func bytes(of symbols: [Int]) throws(ReplayFault) -> [UInt8] {
    var writer = ReplayBitWriter()
    for symbol in symbols { writer.add(UInt64(symbol), bits: 5) }
    let count = symbols.count * 5 / 8
    guard writer.bytes.dropFirst(count).allSatisfy({ $0 == 0 }) else { throw .wrongSum }
    return Array(writer.bytes.prefix(count))
  }
}
