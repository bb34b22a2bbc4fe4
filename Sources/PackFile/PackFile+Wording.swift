import RecommendationCore

/// Sorted by the bytes of the keys, so that the same words give the same bytes, and that words are
/// found in the file itself: most of them are never read.
extension Wording: PackCoded {
  func write(to pack: inout PackWriter) {
    let words = words
    let keys = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    pack.append(count: keys.count)
    for key in keys {
      pack.write(key)
      pack.write(words[key] ?? "")
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let table = try WordTable(from: &pack)
    self.init(find: { table.text(of: $0) }, all: { table.all })
  }
}

/// The keys and the words of a wording, as they stand in a file.
private struct WordTable: Sendable {
  private let source: PackSource
  private let count: Int
  /// The places of a key and of its words, 4 bytes each, again and again.
  private let start: Int

  /// Checks all of it, so that to find words later cannot fail.
  init(from pack: inout PackReader) throws(PackFault) {
    source = pack.source
    count = try pack.count(ofAtLeast: 8)
    var last: UnsafeRawBufferPointer?
    var start: Int?
    for _ in 0..<count {
      let entry = try pack.take(8).lowerBound
      start = start ?? entry
      let places = Self.places(at: entry, in: pack.bytes)
      let key = try pack.checkedText(at: places.key)
      if let last, !last.lexicographicallyPrecedes(key) {
        throw pack.fault(
          last.elementsEqual(key) ? "a key stands twice" : "the keys are out of order")
      }
      _ = try pack.checkedText(at: places.text)
      last = key
    }
    self.start = start ?? 0
  }

  func text(of key: String) -> String? {
    var key = key
    return source.file.withUnsafeBytes { file in
      key.withUTF8 { key in
        var (low, high) = (0, count)
        while low < high {
          let middle = (low + high) / 2
          let places = Self.places(at: start + 8 * middle, in: file)
          let order = order(
            of: UnsafeRawBufferPointer(key), and: source.strings.text(places.key, in: file))
          if order == 0 {
            return String(decoding: source.strings.text(places.text, in: file), as: UTF8.self)
          } else if order > 0 {
            low = middle + 1
          } else {
            high = middle
          }
        }
        return nil
      }
    }
  }

  var all: [String: String] {
    source.file.withUnsafeBytes { file in
      var words: [String: String] = [:]
      for entry in 0..<count {
        let places = Self.places(at: start + 8 * entry, in: file)
        let (key, text) = (
          source.strings.text(places.key, in: file), source.strings.text(places.text, in: file)
        )
        words[String(decoding: key, as: UTF8.self)] = String(decoding: text, as: UTF8.self)
      }
      return words
    }
  }

  /// Below 0 where the first stands before the second by their bytes, 0 where they are the same.
  private func order(of a: UnsafeRawBufferPointer, and b: UnsafeRawBufferPointer) -> Int {
    let shorter = min(a.count, b.count)
    var at = 0
    // Keys begin alike, so eight bytes at once.
    while at + 8 <= shorter {
      let left = UInt64(bigEndian: a.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let right = UInt64(bigEndian: b.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      if left != right { return left < right ? -1 : 1 }
      at += 8
    }
    while at < shorter {
      if a[at] != b[at] { return a[at] < b[at] ? -1 : 1 }
      at += 1
    }
    return a.count - b.count
  }

  private static func places(
    at offset: Int, in file: UnsafeRawBufferPointer
  ) -> (key: Int, text: Int) {
    func place(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    return (place(offset), place(offset + 4))
  }
}
