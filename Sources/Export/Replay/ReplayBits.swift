/// Bits in a row, the highest of each byte first.
struct ReplayBitWriter {
  private(set) var bytes: [UInt8] = []
  private var free = 0

  mutating func add(_ value: UInt64, bits count: Int) {
    for place in stride(from: count - 1, through: 0, by: -1) {
      if free == 0 {
        bytes.append(0)
        free = 8
      }
      free -= 1
      bytes[bytes.count - 1] |= UInt8(value >> UInt64(place) & 1) << UInt8(free)
    }
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0, bits: 1) }

  /// A number that is small most of the time: four bits at a time, the lowest first, and before
  /// each four whether more follow.
  mutating func addNumber(_ value: UInt64) {
    var rest = value
    while rest > 0xF {
      add(1, bits: 1)
      add(rest & 0xF, bits: 4)
      rest >>= 4
    }
    add(0, bits: 1)
    add(rest, bits: 4)
  }

  /// A place among so many; of a single one nothing is written.
  mutating func add(_ place: Int, among count: Int) {
    add(UInt64(place), bits: replayBits(for: count))
  }

  mutating func addText(_ text: String) {
    let utf8 = Array(text.utf8)
    addNumber(UInt64(utf8.count))
    for byte in utf8 { add(UInt64(byte), bits: 8) }
  }
}

/// Reads what `ReplayBitWriter` wrote; `nil` past the end, and for what it never writes.
struct ReplayBitReader {
  private let bytes: [UInt8]
  private var next: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = 0
  }

  /// Whether nothing but the rest of the last byte is left, and that is empty.
  var isAtEnd: Bool {
    var rest = self
    guard bytes.count * 8 - next < 8 else { return false }
    while let bit = rest.read(bits: 1) { if bit != 0 { return false } }
    return true
  }

  mutating func read(bits count: Int) -> UInt64? {
    guard next + count <= bytes.count * 8 else { return nil }
    var value: UInt64 = 0
    for _ in 0..<count {
      value = value << 1 | UInt64(bytes[next / 8] >> UInt8(7 - next % 8) & 1)
      next += 1
    }
    return value
  }

  mutating func readFlag() -> Bool? { read(bits: 1).map { $0 == 1 } }

  mutating func readNumber() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 4) {
      guard let isMore = readFlag(), let four = read(bits: 4) else { return nil }
      value |= four << shift
      if !isMore { return value }
    }
    return nil
  }

  mutating func readPlace(among count: Int) -> Int? {
    guard let value = read(bits: replayBits(for: count)), value < UInt64(count) else { return nil }
    return Int(value)
  }

  mutating func readText() -> String? {
    guard let count = readNumber(), count <= UInt64(bytes.count) else { return nil }
    var utf8: [UInt8] = []
    for _ in 0..<count {
      guard let byte = read(bits: 8) else { return nil }
      utf8.append(UInt8(byte))
    }
    let text = String(decoding: utf8, as: UTF8.self)
    return Array(text.utf8) == utf8 ? text : nil
  }
}

private func replayBits(for count: Int) -> Int {
  count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
}
