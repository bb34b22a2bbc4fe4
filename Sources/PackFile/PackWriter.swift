/// Bytes as they grow.
///
/// The first thing that does not fit is kept in `failure`, and makes the bytes worthless.
struct PackWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var failure: PackWriteError?
  /// Every text so far, by its bytes: strings that Swift calls equal may differ in their bytes.
  private var places: [[UInt8]: Int] = [:]
  private var texts: [[UInt8]] = []
  private var depth = 0

  /// Writes a value in the way of its type.
  mutating func write(_ value: some PackCoded) { value.write(to: &self) }

  mutating func append(_ integer: some FixedWidthInteger) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// A count, an offset or a length.
  mutating func append(count: Int) {
    let fitting = UInt32(exactly: count)
    if fitting == nil { fail(.tooLarge) }
    append(fitting ?? 0)
  }

  /// The place of a text in the table, which has it once.
  mutating func append(text: String) {
    let text = Array(text.utf8)
    let place = places[text] ?? texts.count
    if place == texts.count {
      places[text] = place
      texts.append(text)
    }
    append(count: place)
  }

  /// All texts written so far: their number, where each ends, their bytes.
  mutating func appendStringTable() {
    append(count: texts.count)
    var end = 0
    for text in texts {
      end += text.count
      append(count: end)
    }
    for text in texts { append(text) }
  }

  /// Writes something with its length before it.
  mutating func appendWithLength(_ write: (inout PackWriter) -> Void) {
    let outer = bytes
    bytes = []
    write(&self)
    let inner = bytes
    bytes = outer
    append(count: inner.count)
    append(inner)
  }

  mutating func fail(_ reason: PackWriteError) { failure = failure ?? reason }

  /// Writes something that may hold more of its kind; nothing where it is too deep.
  mutating func nest(_ write: (inout PackWriter) -> Void) {
    guard depth < PackFile.deepest else { return fail(.tooDeep) }
    depth += 1
    write(&self)
    depth -= 1
  }
}
