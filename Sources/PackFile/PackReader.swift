import QuestionnaireModel

/// Reads a range of a file, and never past its end.
///
/// Lives no longer than the bytes that it was given. `position` never passes the end, so that
/// neither what is left nor a position after a checked step can overflow.
struct PackReader {
  /// The file and its texts, for what is read later.
  let source: PackSource
  /// The whole file.
  let bytes: UnsafeRawBufferPointer
  private var name: String
  private var position: Int
  private var end: Int
  private var depth = 0
  /// The texts made so far, where they are kept.
  private var texts: [String?] = []
  /// The positions of the items read so far, by the places of their ids among the texts kept.
  private var positions: [Int?] = []
  private var itemCount = 0

  init(_ source: PackSource, _ bytes: UnsafeRawBufferPointer, at range: Range<Int>, of name: String)
  {
    self.source = source
    self.bytes = bytes
    self.name = name
    position = range.lowerBound
    end = range.upperBound
  }

  /// Keeps every text that it makes: for a reader of many parts, which have most texts in common.
  mutating func keepTexts() {
    texts = Array(repeating: nil, count: source.strings.count)
    positions = Array(repeating: nil, count: source.strings.count)
  }

  /// Goes on at another range.
  mutating func move(to range: Range<Int>, of name: String) {
    self.name = name
    position = range.lowerBound
    end = range.upperBound
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
    guard count <= (end - position) / size else {
      throw fault("a count is larger than what is left")
    }
    return count
  }

  mutating func text() throws(PackFault) -> String { try text(at: try count()) }

  /// The id of an item that follows, the next in the order asked.
  mutating func newItem() throws(PackFault) -> Item.ID {
    let place = try count()
    let id = Item.ID(rawValue: try text(at: place))
    // Of two items with the same id the first is the one that counts.
    if place < positions.count, positions[place] == nil { positions[place] = itemCount }
    itemCount += 1
    return id
  }

  /// The id of an item to look at, and its position if that was read before.
  mutating func item() throws(PackFault) -> (id: Item.ID, position: Int?) {
    let place = try count()
    let id = Item.ID(rawValue: try text(at: place))
    return (id, place < positions.count ? positions[place] : nil)
  }

  /// The bytes of a text that can be made into a string whenever it is asked for.
  func checkedText(at place: Int) throws(PackFault) -> UnsafeRawBufferPointer {
    guard place < source.strings.count else { throw fault("a text that is not in the table") }
    let text = source.strings.text(place, in: bytes)
    if text.reduce(0, |) >= 0x80 { _ = try validText(text) }
    return text
  }

  /// Whether the text at a place is this one; false where there is none.
  func isText(_ text: String, at place: Int) -> Bool {
    place < source.strings.count && source.strings.text(place, in: bytes).elementsEqual(text.utf8)
  }

  private mutating func text(at place: Int) throws(PackFault) -> String {
    guard place < source.strings.count else { throw fault("a text that is not in the table") }
    if place < texts.count, let text = texts[place] { return text }
    let text = try makeText(place)
    if place < texts.count { texts[place] = text }
    return text
  }

  private func makeText(_ place: Int) throws(PackFault) -> String {
    let bytes = source.strings.text(place, in: bytes)
    // Most texts are ASCII, and to make sure of that is far faster than to ask String.
    if bytes.reduce(0, |) < 0x80 { return String(decoding: bytes, as: UTF8.self) }
    return try validText(bytes)
  }

  private func validText(_ bytes: UnsafeRawBufferPointer) throws(PackFault) -> String {
    guard
      let text = String(validating: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
    else { throw .damaged("\(PackPart.strings.name): a text that is not UTF-8") }
    return text
  }

  mutating func skip(_ length: Int) throws(PackFault) { _ = try take(length) }

  /// Where the next bytes stand in the file.
  mutating func take(_ length: Int) throws(PackFault) -> Range<Int> {
    guard length <= end - position else { throw fault("it ends too early") }
    let start = position
    position += length
    return start..<position
  }

  /// Everything that is left.
  mutating func rest() throws(PackFault) -> Range<Int> { try take(end - position) }

  /// Refuses bytes after the last value.
  func finish() throws(PackFault) {
    guard position == end else { throw fault("bytes after its end") }
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
    guard size <= end - position else { throw fault("it ends too early") }
    let number = bytes.loadUnaligned(fromByteOffset: position, as: Number.self)
    position += size
    return Number(littleEndian: number)
  }
}
