import CSodium
package import RecommendationCore

/// The compiled pack: the one file that the patient's program reads.
///
///     offset  size
///          0     8  "KNEEPACK"
///          8     2  format version
///         10     2  flags, none of which exists yet: 0
///         12     4  length of the file
///         16     4  number of parts
///         20  12 n  the parts in order: number, offset, length; 4 bytes each
///             16  the code of its language, in ASCII, filled up with 0
///                   the parts, one straight after the other
///       last    32  BLAKE2b-256 of everything before it
///
/// A file may hold packs in several languages, one straight after the other: the first is in the
/// language that the content was written in.
///
/// Integers are little-endian. Texts stand once each in the last part, and everywhere else as their
/// place in it. The same value always gives the same bytes.
package enum PackFile {
  /// Grows with every change of the layout, of a type's fields or of a code.
  package static let formatVersion: UInt16 = 6

  /// How deep criteria and the blocks of a page may nest.
  ///
  /// Deeper ones are neither written nor read, so that no pack can exhaust the stack.
  package static let deepest = 64

  package static let checksumLength = 32

  static let magic = Array("KNEEPACK".utf8)
  private static let flags: UInt16 = 0
  /// Up to the first part.
  static let headerLength = 20 + 12 * PackPart.allCases.count + languageLength
  static let languageLength = 16

  /// The file of a pack; fails only for a value that the format cannot hold.
  package static func encode(_ pack: ContentPack) throws(PackWriteError) -> [UInt8] {
    var body = PackWriter()
    var ends: [Int] = []
    for part in PackPart.allCases {
      body.write(part, of: pack)
      ends.append(body.bytes.count)
    }

    var file = PackWriter()
    file.append(magic)
    file.append(formatVersion)
    file.append(flags)
    file.append(count: headerLength + body.bytes.count + checksumLength)
    file.append(count: PackPart.allCases.count)
    var start = 0
    for (part, end) in zip(PackPart.allCases, ends) {
      file.append(part.rawValue)
      file.append(count: headerLength + start)
      file.append(count: end - start)
      start = end
    }
    let language = Array(pack.manifest.language.utf8)
    if language.count > languageLength { file.fail(.longCode(pack.manifest.language)) }
    file.append(language + [UInt8](repeating: 0, count: max(0, languageLength - language.count)))
    if let failure = body.failure ?? file.failure { throw failure }
    file.append(body.bytes)
    return file.bytes + file.bytes.withUnsafeBytes { checksum(of: $0) }
  }

  /// Reads a pack, or says what is wrong with it; never a part of one.
  ///
  /// Its figures, its claims, the words of its glossary and the blocks of its pages are decoded
  /// where they are asked for; those that cannot be read are not there. The checksum leaves that to
  /// a file that no `encode` made.
  package static func decode(_ bytes: [UInt8]) throws(PackFault) -> ContentPack {
    try Checked(bytes).pack()
  }

  /// The checksum in small hexadecimal letters, as it is shown as the hash of a pack.
  ///
  /// Made from the content, not read from the end of the file. Never fails; checks nothing.
  package static func hash(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let sum = bytes.dropLast(checksumLength).withUnsafeBytes { checksum(of: $0) }
    return String(
      decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// A short name of a text, in twelve small hexadecimal letters: the same text has the same name.
  package static func fingerprint(of text: String) -> String {
    String(hash(of: Array(text.utf8) + [UInt8](repeating: 0, count: checksumLength)).prefix(12))
  }

  /// BLAKE2b of 32 bytes, without a key (RFC 7693).
  package static func checksum(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    // Chooses the fastest way on this processor. Fails only where there are no random numbers, of
    // which none is taken here.
    _ = sodium_init()
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var sum = [UInt8](repeating: 0, count: checksumLength)
    // Fails only for a length of the sum or of the key that BLAKE2b does not have.
    _ = crypto_generichash(&sum, sum.count, start, UInt64(bytes.count), nil, 0)
    return sum
  }

  /// Where each part stands, in their order.
  ///
  /// They follow one another without a gap and fill the file.
  static func readHeader(_ source: PackSource) throws(PackFault) -> [Range<Int>] {
    let end = source.file.count - checksumLength
    return try source.read("header", at: 16..<headerLength) {
      (header) throws(PackFault) in
      guard try header.count() == PackPart.allCases.count else {
        throw header.fault("a wrong number of parts")
      }
      var parts: [Range<Int>] = []
      var next = headerLength
      for part in PackPart.allCases {
        let (number, start, length) = try (header.uint32(), header.count(), header.count())
        guard number == part.rawValue, start == next, length <= end - next else {
          throw header.fault("the part \(part.name) is not where it should be")
        }
        parts.append(next..<next + length)
        next += length
      }
      try header.skip(languageLength)
      guard next == end else { throw header.fault("bytes that belong to no part") }
      return parts
    }
  }

  /// Checks everything around the parts, and the checksum over them, before any of them is read.
  static func checkEnvelope(_ bytes: [UInt8]) throws(PackFault) {
    guard bytes.starts(with: magic) else {
      throw magic.starts(with: bytes) ? .truncated : .notAPack
    }
    if bytes.count < headerLength + checksumLength { throw .truncated }
    let length = try PackSource(file: bytes).read("header", at: magic.count..<16) {
      (header) throws(PackFault) in
      let version = try header.uint16()
      if version > formatVersion { throw .tooNew(found: version, known: formatVersion) }
      if version < formatVersion {
        throw header.fault("the format \(version) is not known any more")
      }
      if try header.uint16() != flags { throw header.fault("unknown flags") }
      return try header.count()
    }
    if bytes.count < length { throw .truncated }
    if bytes.count > length { throw .damaged("header: the file is longer than it says") }
    let end = bytes.count - checksumLength
    let sum = bytes[..<end].withUnsafeBytes { checksum(of: $0) }
    guard bytes[end...].elementsEqual(sum) else { throw .damaged("the checksum does not fit") }
  }
}
