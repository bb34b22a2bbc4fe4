import FixturePack
import PackFile
import QuestionnaireModel
import RecommendationCore
import Testing

struct DamageTests {
  let whole: [UInt8]
  /// Small, and with a part of every kind.
  let small: [[UInt8]]

  init() throws {
    whole = try PackFile.encode(FixturePack.pack)
    small = try (0..<16 as Range<UInt64>).map { seed in
      var random = RandomPack(seed: 100 + seed, longest: 2)
      return try PackFile.encode(random.pack())
    }
  }

  @Test func `nothing is no pack`() {
    #expect(throws: PackFault.truncated) { try PackFile.decode([] as [UInt8]) }
  }

  @Test(arguments: ["KNEE", "KNEEPAC"]) func `the begin of a pack is cut short`(begin: String) {
    #expect(throws: PackFault.truncated) { try PackFile.decode(Array(begin.utf8)) }
  }

  @Test(arguments: ["x", "KNEEPACk", "%PDF-1.7", "id: knee\nversion: 1\n"])
  func `another file is not a pack`(text: String) {
    #expect(throws: PackFault.notAPack) { try PackFile.decode(Array(text.utf8)) }
  }

  @Test func `a newer pack is told apart from a damaged one`() {
    var bytes = whole
    bytes[8] = UInt8(PackFile.formatVersion) + 1
    let fault = PackFault.tooNew(found: PackFile.formatVersion + 1, known: PackFile.formatVersion)
    #expect(throws: fault) { try PackFile.decode(bytes) }
    #expect(throws: fault) { try PackFile.decode(sealed(bytes)) }
    bytes[8] = 0
    #expect(throws: PackFault.self) { try PackFile.decode(sealed(bytes)) }
  }

  @Test func `every flipped bit is found`() {
    var random = RandomPack(seed: 7, longest: 0)
    var bytes = whole
    #expect(bytes.count >= 1000)
    for position in bytes.indices {
      let bit: UInt8 = 1 << random.number(below: 8)
      bytes[position] ^= bit
      if fault(in: bytes) == nil { Issue.record("bit \(bit) of byte \(position)") }
      bytes[position] ^= bit
    }
    #expect(fault(in: bytes) == nil)
  }

  @Test func `a checksum that does not fit is a fault`() {
    var bytes = whole
    bytes[bytes.count - 1] ^= 1
    #expect(throws: PackFault.damaged("the checksum does not fit")) { try PackFile.decode(bytes) }
  }

  @Test func `every shorter file is cut short`() {
    for length in 0..<whole.count {
      let fault = fault(in: Array(whole[..<length]))
      if fault != .truncated { Issue.record("\(length) bytes: \(String(describing: fault))") }
    }
  }

  @Test func `a shorter file is a fault even where it says so`() {
    for bytes in small {
      for length in 0..<bytes.count - 32 {
        var cut = Array(bytes[..<length]) + bytes.suffix(32)
        set(length: cut.count, in: &cut)
        if fault(in: sealed(cut)) == nil { Issue.record("\(length) bytes") }
      }
    }
  }

  @Test(arguments: [1, 31, 32, 1000]) func `bytes at the end are a fault`(more: Int) {
    var bytes = whole + [UInt8](repeating: 0, count: more)
    #expect(throws: PackFault.damaged("header: the file is longer than it says")) {
      try PackFile.decode(bytes)
    }
    set(length: bytes.count, in: &bytes)
    #expect(throws: PackFault.damaged("header: bytes that belong to no part")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `unknown flags are a fault`() {
    var bytes = whole
    bytes[10] = 1
    #expect(throws: PackFault.damaged("header: unknown flags")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  /// The number of a part, and where it begins.
  @Test(arguments: [(20, "manifest"), (24, "manifest"), (32, "wording"), (36, "wording")])
  func `a part that is not where it should be is a fault`(place: Int, part: String) {
    var bytes = whole
    bytes[place] += 1
    #expect(throws: PackFault.damaged("header: the part \(part) is not where it should be")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `bytes after the end of a part are a fault`() {
    // Figures are read where they are asked for.
    for (place, part) in [
      "manifest", "wording", "questionnaire", "rules", "pages", "references", "claims", nil,
      "glossary", "pictures",
    ].enumerated() {
      guard let part else { continue }
      var bytes = whole
      bytes.insert(0, at: start(ofPart: place, in: bytes) + length(ofPart: place, in: bytes))
      set(length: bytes.count, in: &bytes)
      set(UInt32(length(ofPart: place, in: bytes) + 1), at: 28 + 12 * place, in: &bytes)
      for later in place + 1...lastPart {
        set(UInt32(start(ofPart: later, in: bytes) + 1), at: 24 + 12 * later, in: &bytes)
      }
      #expect(throws: PackFault.damaged("\(part): bytes after its end")) {
        try PackFile.decode(sealed(bytes))
      }
    }
  }

  @Test func `a key that stands twice is a fault`() throws {
    var bytes = try PackFile.encode(pack(wording: ["a": "x", "b": "y"]))
    // The number of words; then the places of a key and of its words, 4 bytes each.
    let first = start(ofPart: 1, in: bytes) + 4
    bytes.replaceSubrange(first + 8..<first + 12, with: bytes[first..<first + 4])
    #expect(throws: PackFault.damaged("wording: a key stands twice")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `keys that are out of order are a fault`() throws {
    var bytes = try PackFile.encode(pack(wording: ["a": "x", "b": "y"]))
    let first = start(ofPart: 1, in: bytes) + 4
    let keys = (bytes[first..<first + 4], bytes[first + 8..<first + 12])
    bytes.replaceSubrange(first..<first + 4, with: keys.1)
    bytes.replaceSubrange(first + 8..<first + 12, with: keys.0)
    #expect(throws: PackFault.damaged("wording: the keys are out of order")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `a damaged pack has no opening`() {
    for place in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[place] ^= 1
      #expect(throws: PackFault.self) { try PackFile.Checked(bytes) }
    }
  }

  @Test func `a text that is not in the table is a fault`() throws {
    let whole = try PackFile.encode(pack(wording: ["a": "x"]))
    let texts = number(at: start(ofPart: lastPart, in: whole), in: whole)
    for place in [texts, texts + 1, .max] {
      var bytes = whole
      set(place, at: start(ofPart: 1, in: bytes) + 4, in: &bytes)
      #expect(throws: PackFault.damaged("wording: a text that is not in the table")) {
        try PackFile.decode(sealed(bytes))
      }
    }
  }

  /// The checksum is right, so that the damage reaches the reader of every part.
  @Test func `a well sealed pack of nonsense is refused or read, and never traps`() {
    var random = RandomPack(seed: 11, longest: 0)
    let day = random.day()
    var lines: Set<String> = []
    var readings = 0
    for _ in 0..<20_000 {
      var bytes = random.pick(small)
      for _ in 0...random.number(below: 3) { random.mutate(&bytes) }
      do throws(PackFault) {
        let pack = try PackFile.decode(sealed(bytes))
        readings += 1
        for page in pack.pages { _ = page.blocks }
        _ = pack.claims
        _ = pack.figures
        // What was read can be used too.
        if readings % 10 == 0 {
          _ = assess(Answers(.init(), to: pack.questionnaire, on: day), rules: pack.rules)
        }
      } catch { lines.insert(error.description) }
    }
    #expect(readings > 1000)
    let parts = ["manifest", "wording", "questionnaire", "rules", "pages", "references", "strings"]
    for part in ["header"] + parts { #expect(lines.contains { $0.contains("(\(part): ") }) }
    #expect(lines.allSatisfy { !$0.contains("\n") && $0.utf8.count < 100 })
  }

  @Test func `a count larger than what is left is a fault`() throws {
    let bytes = try PackFile.encode(pack(criterion: .atLeast(77_777, [])))
    let count = try #require(bytes.firstRange(of: [4, 0xD1, 0x2F, 1, 0, 0, 0, 0, 0]))
    for wrong: [UInt8] in [[255, 255, 255, 255], [255, 255, 255, 127], [0, 16, 0, 0]] {
      var damaged = bytes
      damaged.replaceSubrange(count.upperBound - 4..<count.upperBound, with: wrong)
      #expect(throws: PackFault.damaged("questionnaire: a count is larger than what is left")) {
        try PackFile.decode(sealed(damaged))
      }
    }
  }

  @Test func `a number that is none is a fault`() throws {
    let mark = 1.234_567_891e-100
    var bytes = try PackFile.encode(
      pack(criterion: .test(.init("a"), .compare(.less, mark))))
    let place = try #require(bytes.firstRange(of: littleEndian(mark.bitPattern)))
    bytes.replaceSubrange(place, with: littleEndian(Double.nan.bitPattern))
    #expect(throws: PackFault.damaged("questionnaire: a number is not finite")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `letters that are not UTF-8 are a fault`() throws {
    var bytes = try PackFile.encode(pack(wording: ["a": "Zürich"]))
    let place = try #require(bytes.firstRange(of: Array("Zürich".utf8)))
    bytes[place.lowerBound + 2] = 0x41
    #expect(throws: PackFault.damaged("strings: a text that is not UTF-8")) {
      try PackFile.decode(sealed(bytes))
    }
  }

  @Test func `a page that cannot be read has no blocks`() throws {
    let page = try #require(FixturePack.pack.pages.first { $0.id == "signs" })
    #expect(page.blocks.count == 1)
    var bytes = try PackFile.encode(FixturePack.pack)
    // The number of its blocks; the code of a paragraph; the number of its words.
    let place = try #require(bytes.firstRange(of: [1, 0, 0, 0, 2, 3, 0, 0, 0]))
    bytes[place.lowerBound + 4] = 77
    let read = try PackFile.decode(sealed(bytes))
    #expect(read[page: "signs"]?.blocks.isEmpty == true)
    #expect(read != FixturePack.pack)
  }

  @Test func `claims that cannot be read are none`() throws {
    var bytes = try PackFile.encode(FixturePack.pack)
    let first = start(ofPart: 6, in: bytes)
    // The length of the ledger, and the number of its claims.
    #expect(number(at: first + 4, in: bytes) == 2)
    bytes[first + 4] = 3
    let read = try PackFile.decode(sealed(bytes))
    #expect(read.claims.isEmpty && read.pages == FixturePack.pack.pages)
  }

  @Test func `figures that cannot be read are not there`() throws {
    #expect(try PackFile.decode(whole).figures.count == 3)
    var bytes = whole
    // The number of figures; id and title of the first; the code of its base.
    bytes[start(ofPart: 7, in: bytes) + 12] = 77
    let read = try PackFile.decode(sealed(bytes))
    #expect(read.figures.isEmpty && read[figure: "thing-a-or-none"] == nil)
    #expect(read != FixturePack.pack)
  }

  @Test func `criteria that nest too deep are a fault`() throws {
    let deep = try PackFile.encode(pack(criterion: nested(PackFile.deepest)))
    // The innermost is an empty "all": made a "not", it has another one within, a level too deep.
    let innermost = try #require(deep.firstRange(of: [3, 3, 1, 0, 0, 0, 0]))
    var bytes = deep
    bytes.replaceSubrange(innermost.lowerBound + 2..<innermost.upperBound, with: [3, 1, 0, 0, 0])
    #expect(throws: PackFault.damaged("questionnaire: it nests too deep")) {
      try PackFile.decode(sealed(bytes))
    }
  }
}

private func fault(in bytes: [UInt8]) -> PackFault? {
  do throws(PackFault) {
    _ = try PackFile.decode(bytes)
    return nil
  } catch { return error }
}

/// The bytes with the checksum that fits them.
private func sealed(_ bytes: [UInt8]) -> [UInt8] {
  let content = Array(bytes.dropLast(PackFile.checksumLength))
  return content + content.withUnsafeBytes { PackFile.checksum(of: $0) }
}

private func set(length: Int, in bytes: inout [UInt8]) {
  guard bytes.count >= 16 else { return }
  bytes.replaceSubrange(12..<16, with: littleEndian(UInt32(length)))
}

private func set(_ number: UInt32, at place: Int, in bytes: inout [UInt8]) {
  bytes.replaceSubrange(place..<place + 4, with: littleEndian(number))
}

private func number(at place: Int, in bytes: [UInt8]) -> UInt32 {
  bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
}

/// The part of the texts.
private let lastPart = 10

/// Where a part begins, as the header says; the first is part 0.
private func start(ofPart part: Int, in bytes: [UInt8]) -> Int {
  Int(number(at: 24 + 12 * part, in: bytes))
}

private func length(ofPart part: Int, in bytes: [UInt8]) -> Int {
  Int(number(at: 28 + 12 * part, in: bytes))
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

extension RandomPack {
  /// One change of the kinds that damage makes; the length that the header tells stays right.
  fileprivate mutating func mutate(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count - PackFile.checksumLength)
    switch number(below: 6) {
    case 0: bytes[place] ^= 1 << number(below: 8)
    case 1: bytes[place] = pick([0, 1, 2, 3, 4, 5, 6, 7, 127, 128, 255])
    case 2: bytes[place] &+= 1
    case 3:
      let wrong: UInt32 = pick([0, 1, .max, 1 << 31, UInt32(bytes.count), UInt32(place)])
      for (offset, byte) in littleEndian(wrong).enumerated()
      where place + offset < bytes.count { bytes[place + offset] = byte }
    case 4:
      let other = number(below: bytes.count - PackFile.checksumLength)
      bytes.swapAt(place, other)
    default:
      let end = min(place + 1 + number(below: 12), bytes.count - PackFile.checksumLength)
      if bool() { bytes.removeSubrange(place..<end) } else { bytes += bytes[place..<end] }
      set(length: bytes.count, in: &bytes)
    }
  }
}
