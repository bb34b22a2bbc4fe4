import ClinicTrust
import QuestionnaireModel
import Testing

/// What only the clinic can read.
@Suite struct `A sealed page` {
  private let key: OpeningKey
  private let code: VisitCode

  init() throws {
    key = try OpeningKey()
    code = try #require(VisitCode("4711"))
  }

  private func fault(_ bytes: [UInt8], _ key: OpeningKey) -> SealFault? {
    do throws(SealFault) {
      _ = try SealedPage.open(bytes, with: key)
      return nil
    } catch { return error }
  }

  private func seal(_ text: String) throws -> [UInt8] {
    try #require(SealedPage.seal(text, for: code, with: key.sealingKey))
  }

  @Test(arguments: ["", "Your page\n\nKnee – left.\n", String(repeating: "é", count: 20_000)])
  func `is opened with the other half of its key, and with no other`(text: String) throws {
    let page = try seal(text)
    #expect(SealedPage.hasForm(page))
    let opened = try SealedPage.open(page, with: key)
    #expect(opened.code == code && opened.text == text)
    #expect(fault(page, try OpeningKey()) == .wrongKey)
  }

  /// R20: neither text nor code stands in it, nor what it was sealed from.
  @Test func `holds nothing in clear, and is never twice the same`() throws {
    let canaries = (0..<50).map { "Q7n\($0)zebra" }
    let page = try seal(canaries.joined(separator: "\n"))
    let shown = String(decoding: page, as: UTF8.self)
    for canary in canaries { #expect(!shown.contains(canary)) }
    #expect(!shown.contains("4711"))
    #expect(try seal(canaries.joined(separator: "\n")) != page)
  }

  @Test func `has one of three lengths, whatever is in it`() throws {
    let lengths = try [0, 1, 16_000, 17_000, 32_000, 49_000].map {
      try seal(String(repeating: "a", count: $0)).count
    }
    #expect(lengths == [16_450, 16_450, 16_450, 32_834, 32_834, SealedPage.longest])
    let tooLong = String(repeating: "a", count: 49_152)
    #expect(SealedPage.seal(tooLong, for: code, with: key.sealingKey) == nil)
  }

  @Test func `no bit of it can be turned`() throws {
    let page = try seal("Hello")
    // Each of its head, and one in a hundred of its box.
    for bit in Array(0..<18 * 8) + Array(stride(from: 18 * 8, to: page.count * 8, by: 101)) {
      var other = page
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(fault(other, key) != nil, "bit \(bit)")
    }
  }

  @Test func `each fault has its name, and says what to do`() throws {
    let page = try seal("Hello")
    func turned(_ place: Int) -> [UInt8] {
      var turned = page
      turned[place] ^= 0x80
      return turned
    }
    let rows: [([UInt8], SealFault)] = [
      ([], .notSealed), (Array("Your page".utf8), .notSealed), (turned(0), .notSealed),
      (Array(page.prefix(17)), .damaged), (page.dropLast(), .damaged), (page + [0], .damaged),
      (turned(9), .tooNew(0x8001)), (turned(10), .wrongKey), (turned(40), .damaged),
    ]
    for (bytes, expected) in rows {
      #expect(fault(bytes, key) == expected)
      #expect(expected.description.contains("; "))
      if bytes.count != page.count || expected == .notSealed {
        #expect(!SealedPage.hasForm(bytes))
      }
    }
  }

  @Test(arguments: [
    "", "123", "123456789", "12a4", "１２３４", "12 4", "-1234", "+1234", "12.4", "1234\n", "12/4",
  ])
  func `has no code of another form`(text: String) { #expect(VisitCode(text) == nil) }

  @Test(arguments: ["1234", "0000", "12345678"])
  func `has a code of digits`(text: String) { #expect(VisitCode(text)?.description == text) }

  @Test func `is called by its code and its day`() throws {
    let day = try #require(Day("2026-11-23"))
    let name = SealedName(code, on: day, number: 1)
    #expect(name.description == "KG-4711-2026-11-23-1.sealed")
    #expect(SealedName("KG-4711-2026-11-23-1.sealed") == name)
  }

  @Test(arguments: [
    "KG-4711-2026-11-23-1.txt", "KG-4711-2026-11-23-0.sealed", "KG-4711-2026-11-23-100.sealed",
    "KG-4711-2026-11-23-01.sealed", "KG-4711-2026-02-30-1.sealed", "KG-47-2026-11-23-1.sealed",
    "KG-4711-2026-11-1.sealed", "KG-4711-2026-11-23-1-1.sealed", "kg-4711-2026-11-23-1.sealed",
    "../KG-4711-2026-11-23-1.sealed", "KG-4711-2026-11-23-1.sealed.txt", ".sealed", "KG-.sealed",
  ])
  func `is called by no other name`(name: String) { #expect(SealedName(name) == nil) }
}

@Suite struct `A key for sealed pages` {
  @Test func `comes back from its files`() throws {
    let key = try OpeningKey()
    let file = key.withFile { $0 }
    let line = String(decoding: file, as: UTF8.self)
    #expect(line.wholeMatch(of: /kneeguide-opening-key 1 [0-9a-f]{64}\n/) != nil)
    #expect(try OpeningKey(file: file).sealingKey == key.sealingKey)
    #expect(try SealingKey(file: key.sealingKey.file) == key.sealingKey)
    #expect(try OpeningKey().sealingKey != key.sealingKey)
  }

  private func fault(_ body: () throws -> Void) -> SealingKeyFault? {
    do {
      try body()
      return nil
    } catch { return error as? SealingKeyFault }
  }

  @Test func `is not taken for its other half, nor for a key that signs`() throws {
    let key = try OpeningKey()
    let signing = try SecretKey()
    let secret = key.withFile { $0 }
    #expect(fault { _ = try SealingKey(file: secret) } == .openingKey)
    #expect(fault { _ = try OpeningKey(file: key.sealingKey.file) } == .sealingKey)
    #expect(fault { _ = try SealingKey(file: signing.publicKey.file) } == .notAKey)
    #expect(fault { _ = try OpeningKey(file: signing.withFile { $0 }) } == .notAKey)
    #expect(fault { _ = try SealingKey(file: Array(secret.dropLast(3))) } != nil)
    #expect(fault { _ = try SealingKey(file: []) } == .notAKey)
    for fault in [SealingKeyFault.notAKey, .openingKey, .sealingKey, .noMemory] {
      #expect(fault.description.contains("; "))
    }
  }
}
