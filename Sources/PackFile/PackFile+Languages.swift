package import RecommendationCore

/// A file with packs in several languages.
extension PackFile {
  /// A pack within a file.
  package struct Place: Equatable, Sendable {
    /// The code of its language.
    package let language: String
    package let range: Range<Int>
  }

  /// The file of the same content in several languages, the one that it was written in first.
  package static func encode(_ packs: [ContentPack]) throws(PackWriteError) -> [UInt8] {
    var file: [UInt8] = []
    for pack in packs { file += try encode(pack) }
    return file
  }

  /// Where the packs of a file stand; never empty.
  ///
  /// Looks at their headers alone: what is in a pack, and whether it is damaged, shows when it is
  /// decoded. So a language that nobody asks for costs nothing.
  package static func places(in file: [UInt8]) throws(PackFault) -> [Place] {
    var places: [Place] = []
    var start = 0
    repeat {
      let rest = file.count - start
      guard file[start...].starts(with: magic) else {
        if start > 0 { throw .damaged("header: the file is longer than it says") }
        throw magic.starts(with: file) ? .truncated : .notAPack
      }
      let header = try PackSource(file: file).read(
        "header", at: start..<min(file.count, start + headerLength)
      ) { (header) throws(PackFault) -> (length: Int, code: [UInt8]) in
        guard rest > headerLength else { throw .truncated }
        try header.skip(magic.count)
        let version = try header.uint16()
        try header.skip(2)
        let length = try header.count()
        // Of another format nothing more is known; `decode` says so.
        if version != formatVersion {
          _ = try header.rest()
          return (rest, [])
        }
        try header.skip(headerLength - 16 - languageLength)
        let code = file[try header.take(languageLength)].prefix { $0 != 0 }
        return (length, Array(code))
      }
      // Shorter than a pack can be, and so no step forward: `decode` says what is wrong.
      guard header.length > headerLength else { throw .damaged("header: a wrong length") }
      if header.length > rest { throw .truncated }
      places.append(
        Place(
          language: String(decoding: header.code, as: UTF8.self),
          range: start..<start + header.length))
      start += header.length
    } while start < file.count
    return places
  }
}
