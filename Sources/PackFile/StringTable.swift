/// Where the texts of a pack stand in the file; each is made into a string where it is read.
///
/// In the file: their number, where each ends, their bytes.
struct StringTable: Sendable {
  private let ends: Range<Int>
  private let texts: Range<Int>

  /// No text at all.
  init() {
    ends = 0..<0
    texts = 0..<0
  }

  /// Checks that the texts follow one another and fill the part.
  ///
  /// Whether one is UTF-8 shows where it is read.
  init(from pack: inout PackReader) throws(PackFault) {
    ends = try pack.take(4 * pack.count(ofAtLeast: 4))
    texts = try pack.rest()
    var start = 0
    for place in 0..<count {
      let end = end(place, in: pack.bytes)
      guard start <= end, end <= texts.count else { throw pack.fault("a text that is not there") }
      start = end
    }
    guard start == texts.count else { throw pack.fault("bytes after the last text") }
  }

  var count: Int { ends.count / 4 }

  /// The bytes of the text at a place below `count`.
  func text(_ place: Int, in file: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let start = texts.lowerBound + (place == 0 ? 0 : end(place - 1, in: file))
    let end = texts.lowerBound + end(place, in: file)
    return UnsafeRawBufferPointer(rebasing: file[start..<end])
  }

  private func end(_ place: Int, in file: UnsafeRawBufferPointer) -> Int {
    let end = file.loadUnaligned(fromByteOffset: ends.lowerBound + 4 * place, as: UInt32.self)
    return Int(UInt32(littleEndian: end))
  }
}
