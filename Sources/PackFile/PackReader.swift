/// Reads one part of a file, and never past its end.
///
/// Lives no longer than the bytes that it was given. `position` never passes the end, so that
/// neither what is left nor a position after a checked step can overflow.
struct PackReader {
  private let bytes: UnsafeRawBufferPointer
  private let name: String
  private let strings: [String]
  private var position = 0
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer, of name: String, strings: [String]) {
    self.bytes = bytes
    self.name = name
    self.strings = strings
  }

  /// Reads a value in the way of its type.
  mutating func read<Value: PackCoded>() throws(PackFault) -> Value { try Value(from: &self) }

  mutating func uint8() throws(PackFault) -> UInt8 { try load() }
  mutating func uint16() throws(PackFault) -> UInt16 { try load() }
  mutating func uint32() throws(PackFault) -> UInt32 { try load() }
  mutating func int32() throws(PackFault) -> Int32 { try load() }
  mutating func uint64() throws(PackFault) -> UInt64 { try load() }

  /// A count, an offset or a length, not yet compared with anything.
  mutating func count() throws(PackFault) -> Int {
    guard let count = Int(exactly: try uint32()) else { throw fault("a count is too large") }
    return count
  }

  /// The number of elements that follow, each of at least so many bytes.
  mutating func count(ofAtLeast size: Int) throws(PackFault) -> Int {
    let count = try count()
    guard count <= (bytes.count - position) / size else {
      throw fault("a count is larger than what is left")
    }
    return count
  }

  mutating func text() throws(PackFault) -> String {
    let place = try count()
    guard place < strings.count else { throw fault("a text that is not in the table") }
    return strings[place]
  }

  mutating func skip(_ length: Int) throws(PackFault) { _ = try take(length) }

  mutating func take(_ length: Int) throws(PackFault) -> UnsafeRawBufferPointer {
    guard length <= bytes.count - position else { throw fault("it ends too early") }
    let start = position
    position += length
    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
  }

  /// Everything that is left.
  mutating func rest() throws(PackFault) -> UnsafeRawBufferPointer {
    try take(bytes.count - position)
  }

  /// Refuses bytes after the last value.
  func finish() throws(PackFault) {
    guard position == bytes.count else { throw fault("bytes after its end") }
  }

  func fault(_ what: String) -> PackFault { .damaged("\(name): \(what)") }

  /// Goes into something that may hold more of its kind; `ascend` leaves it.
  mutating func descend() throws(PackFault) {
    guard depth < PackFile.deepest else { throw fault("it nests too deep") }
    depth += 1
  }

  mutating func ascend() { depth -= 1 }

  private mutating func load<Number: FixedWidthInteger & BitwiseCopyable>()
    throws(PackFault) -> Number
  {
    let size = MemoryLayout<Number>.size
    guard size <= bytes.count - position else { throw fault("it ends too early") }
    let number = bytes.loadUnaligned(fromByteOffset: position, as: Number.self)
    position += size
    return Number(littleEndian: number)
  }
}

/// The texts of a pack, each made once.
struct StringTable: PackCoded {
  let strings: [String]

  func write(to pack: inout PackWriter) { pack.appendStringTable() }

  init(from pack: inout PackReader) throws(PackFault) {
    let count = try pack.count(ofAtLeast: 4)
    var ends: [Int] = []
    ends.reserveCapacity(count)
    for _ in 0..<count { ends.append(try pack.count()) }
    let texts = try pack.rest()
    var strings: [String] = []
    strings.reserveCapacity(count)
    var start = 0
    for end in ends {
      guard start <= end, end <= texts.count else { throw pack.fault("a text that is not there") }
      let bytes = UnsafeRawBufferPointer(rebasing: texts[start..<end])
      guard let text = String(validating: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
      else { throw pack.fault("a text that is not UTF-8") }
      strings.append(text)
      start = end
    }
    guard start == texts.count else { throw pack.fault("bytes after the last text") }
    self.strings = strings
  }
}
