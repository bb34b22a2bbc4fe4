import FixturePack
import PackFile
import RecommendationCore
import Testing

/// A file with the same content in two languages.
struct LanguageTests {
  private let packs = FixturePack.bilingual

  @Test func `each pack is found by the code of its language, and comes back as it was`() throws {
    let file = try PackFile.encode(packs)
    let places = try PackFile.places(in: file)
    #expect(places.map(\.language) == ["en", "xx"])
    for (place, pack) in zip(places, packs) {
      #expect(try PackFile.decode(Array(file[place.range])) == pack)
    }
    #expect(places.last?.range.upperBound == file.count)
  }

  @Test func `a file with one pack is that pack`() throws {
    let file = try PackFile.encode(FixturePack.pack)
    #expect(try PackFile.encode([FixturePack.pack]) == file)
    #expect(try PackFile.places(in: file).map(\.range) == [file.indices])
  }

  /// Nobody who reads the first language has to wait for the others, or suffers from them.
  @Test func `damage in one language leaves the other whole`() throws {
    var file = try PackFile.encode(packs)
    let places = try PackFile.places(in: file)
    file[file.count - 100] ^= 1
    #expect(try PackFile.places(in: file) == places)
    #expect(try PackFile.decode(Array(file[places[0].range])) == packs[0])
    #expect(throws: PackFault.damaged("the checksum does not fit")) {
      try PackFile.decode(Array(file[places[1].range]))
    }
  }

  @Test func `a file cut anywhere is refused, but for between two packs`() throws {
    let file = try PackFile.encode(packs)
    let first = try PackFile.places(in: file)[0].range.count
    let lengths = (0..<600).map { $0 } + Array(first - 50...first + 600) + [file.count - 1]
    for length in lengths where length != first {
      #expect(throws: PackFault.self, "\(length) bytes") {
        try PackFile.places(in: Array(file[..<length]))
      }
    }
    #expect(try PackFile.places(in: Array(file[..<first])).count == 1)
  }

  @Test(arguments: [0, 1, 100, 4_294_967_295] as [UInt32])
  func `a wrong length is refused`(length: UInt32) throws {
    var file = try PackFile.encode(packs)
    for byte in 0..<4 { file[12 + byte] = UInt8(truncatingIfNeeded: length >> (8 * byte)) }
    #expect(throws: PackFault.self) { try PackFile.places(in: file) }
  }

  @Test func `a code that is too long is not written`() {
    let pack = FixturePack.pack(in: "a-language-of-its-own")
    #expect(throws: PackWriteError.longCode("a-language-of-its-own")) {
      try PackFile.encode(pack)
    }
  }
}
