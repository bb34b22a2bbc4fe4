import FixturePack
import PackFile
import QuestionnaireModel
import RecommendationCore
import Testing

struct RoundTripTests {
  @Test func `the fixture pack comes back as it was`() throws {
    let bytes = try PackFile.encode(FixturePack.pack)
    #expect(try PackFile.decode(bytes) == FixturePack.pack)
  }

  @Test func `an empty pack comes back as it was`() throws {
    var random = RandomPack(seed: 1, longest: 0)
    let pack = random.pack()
    #expect(try PackFile.decode(PackFile.encode(pack)) == pack)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `any pack comes back as it was`(seed: UInt64)
    throws
  {
    var random = RandomPack(seed: seed, longest: 1 + Int(seed % 3))
    let pack = random.pack()
    #expect(try PackFile.decode(PackFile.encode(pack)) == pack)
  }

  @Test func `the same value gives the same bytes`() throws {
    let words = (0..<200).map { ("key-\($0)", "words \($0)") }
    func bytes(_ words: [(String, String)]) throws -> [UInt8] {
      try PackFile.encode(pack(wording: Dictionary(words) { first, _ in first }))
    }
    #expect(try bytes(words) == bytes(words.reversed()))
    #expect(try PackFile.encode(FixturePack.pack) == PackFile.encode(FixturePack.pack))
    #expect(
      try PackFile.encode(pack(criterion: .test(Subject("a"), .compare(.less, 0))))
        == PackFile.encode(pack(criterion: .test(Subject("a"), .compare(.less, -0.0)))))
  }

  @Test func `what was read is written with the same bytes`() throws {
    let bytes = try PackFile.encode(FixturePack.pack)
    #expect(try PackFile.encode(PackFile.decode(bytes)) == bytes)
  }

  /// Swift calls the two equal, so a table of strings alone would take one for the other.
  @Test func `letters keep the bytes they were written with`() throws {
    let words = ["one": "\u{E9}", "two": "e\u{301}"]
    let read = try PackFile.decode(PackFile.encode(pack(wording: words))).wording.words
    #expect(read["one"].map { Array($0.utf8) } == [0xC3, 0xA9])
    #expect(read["two"].map { Array($0.utf8) } == [0x65, 0xCC, 0x81])
  }

  @Test func `words are found where they stand`() throws {
    let words = ["": "nothing", "a": "one", "b": "", "ab": "two", "ü": "drei", "z": "last"]
    for count in 0...words.count {
      let keys = words.keys.sorted().prefix(count)
      let some = words.filter { keys.contains($0.key) }
      let read = try PackFile.decode(PackFile.encode(pack(wording: some))).wording
      for key in words.keys { #expect(read.text(key) == some[key] ?? key) }
      #expect(read.text("aa") == "aa" && read.text("zz") == "zz")
      #expect(read.words == some)
    }
  }

  @Test func `the opening is what the first screen says, and nothing else`() throws {
    let pack = FixturePack.pack
    let opening = try PackFile.Checked(PackFile.encode(pack)).opening()
    #expect(opening.manifest == pack.manifest && opening.wording == pack.wording)
    #expect(opening.questionnaire.items.isEmpty && opening.rules.redFlags.isEmpty)
    #expect(opening.pages.isEmpty && opening.glossary.count == 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `a term is found without the others`(seed: UInt64)
    throws
  {
    var random = RandomPack(seed: seed, longest: 4)
    let pack = random.pack()
    let read = try PackFile.decode(PackFile.encode(pack)).glossary
    for term in pack.glossary.words.terms { #expect(read[term.id] == pack.glossary[term.id]) }
    #expect(read["no such word"] == nil)
  }

  @Test func `a text stands in the file once`() throws {
    let bytes = try PackFile.encode(pack(wording: ["one": "Zürich", "two": "Zürich"]))
    #expect(bytes.ranges(of: Array("Zürich".utf8)).count == 1)
  }

  @Test func `the hash is the checksum at the end`() throws {
    let bytes = try PackFile.encode(FixturePack.pack)
    let digits = bytes.suffix(32).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(PackFile.hash(of: bytes) == digits.joined())
  }

  /// BLAKE2b-256 of nothing, from the reference implementation.
  @Test func `the hash of nothing is that of nothing`() {
    #expect(
      PackFile.hash(of: [])
        == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
  }

  @Test(arguments: [
    (pack(criterion: .test(Subject("a"), .compare(.less, .nan))), PackWriteError.notFinite),
    (pack(criterion: .test(Subject("a"), .compare(.less, -.infinity))), .notFinite),
    (pack(criterion: .atLeast(1 << 31, [])), .outOfRange(1 << 31)),
    (pack(criterion: nested(65)), .tooDeep),
    (pack(digits: -1), .outOfRange(-1)),
    (pack(digits: 16), .outOfRange(16)),
  ])
  func `what the format cannot hold is not written`(pack: ContentPack, error: PackWriteError) {
    #expect(throws: error) { try PackFile.encode(pack) }
    #expect(!error.description.contains("\n"))
  }

  @Test func `criteria may nest as deep as the limit`() throws {
    let pack = pack(criterion: nested(PackFile.deepest))
    #expect(try PackFile.decode(PackFile.encode(pack)) == pack)
  }
}

/// A pack in which nothing but the given is of interest.
func pack(
  wording: [String: String] = [:], criterion: Criterion = .always, digits: Int = 0
) -> ContentPack {
  let fixture = FixturePack.pack
  let item = Item(
    id: "a", ask: "", why: "", summary: "",
    kind: .number(.init(unit: .none, units: [], least: 0, most: 1, decimals: digits)),
    offersNotSure: false, maySkip: false, isPrivate: false, enableWhen: criterion)
  return ContentPack(
    manifest: fixture.manifest, wording: Wording(wording),
    questionnaire: Questionnaire(sections: [
      Section(id: "s", title: "", isEmergency: false, items: [item])
    ]), rules: fixture.rules, pages: [], references: [])
}

/// "Not" upon "not", so many levels in all.
func nested(_ levels: Int) -> Criterion {
  (1..<levels).reduce(.always) { criterion, _ in .not(criterion) }
}
