/// The pages of one visit, as only the clinic can read them.
///
///     offset  size
///          0     8  "KNEESEAL"
///          8     2  version of this layout, 1
///         10     8  the first bytes of BLAKE2b-256 of the public key
///         18     n  a sealed box of libsodium (X25519, XSalsa20, Poly1305)
///
/// In the box, filled up with zeros so that its length says little of what is in it:
///
///          1  length of the visit code, then its digits
///          4  length of the text, then the text in UTF-8
///
/// Integers are little-endian. The code stands inside too: a file that got another's name is found
/// out.
package enum SealedPage {
  package static let version: UInt16 = 1
  private static let title = "KNEESEAL"
  private static let headLength = 18
  /// What is in a box is filled up to so many bytes, or twice, or three times as many.
  static let blockLength = 16_384
  static let mostBlocks = 3
  /// No sealed page has more bytes.
  package static let longest = length(ofBlocks: mostBlocks)

  private static func length(ofBlocks count: Int) -> Int {
    headLength + SealingKey.boxLength + count * blockLength
  }

  /// Seals a text; `nil` where it is too long, or the machine has no random numbers.
  package static func seal(_ text: String, for code: VisitCode, with key: SealingKey) -> [UInt8]? {
    let (text, digits) = (Array(text.utf8), Array(code.description.utf8))
    let count = 1 + digits.count + 4 + text.count
    let blocks = (count + blockLength - 1) / blockLength
    guard blocks <= mostBlocks else { return nil }
    var inside: [UInt8] = []
    inside.reserveCapacity(blocks * blockLength)
    defer { wipe(&inside) }
    inside.append(UInt8(digits.count))
    inside += digits
    for shift in [0, 8, 16, 24] { inside.append(UInt8(truncatingIfNeeded: text.count >> shift)) }
    inside += text
    inside += [UInt8](repeating: 0, count: blocks * blockLength - count)
    guard let box = key.box(inside) else { return nil }
    return Array(title.utf8) + SignedNote.littleEndian(version) + key.id + box
  }

  /// Whether bytes have the form of a sealed page; what is in it nobody can tell without the key.
  package static func hasForm(_ bytes: [UInt8]) -> Bool {
    do throws(SealFault) {
      try check(bytes)
      return true
    } catch { return false }
  }

  private static func check(_ bytes: [UInt8]) throws(SealFault) {
    guard bytes.starts(with: title.utf8) else { throw .notSealed }
    guard bytes.count >= headLength else { throw .damaged }
    let found = UInt16(bytes[8]) | UInt16(bytes[9]) << 8
    if found > version { throw .tooNew(found) }
    guard found == version, (1...mostBlocks).map(length).contains(bytes.count) else {
      throw .damaged
    }
  }

  /// What the clinic reads.
  package struct Opened: Equatable, Sendable {
    package let code: VisitCode
    package let text: String
  }

  package static func open(_ bytes: [UInt8], with key: OpeningKey) throws(SealFault) -> Opened {
    try check(bytes)
    guard bytes[10..<headLength].elementsEqual(key.sealingKey.id) else { throw .wrongKey }
    guard var inside = key.open(bytes[headLength...]) else { throw .damaged }
    defer { wipe(&inside) }
    guard let opened = read(inside) else { throw .damaged }
    return opened
  }

  private static func read(_ inside: [UInt8]) -> Opened? {
    var rest = inside[...]
    guard let digits = rest.popFirst(), rest.count >= Int(digits) + 4,
      let code = VisitCode(String(decoding: rest.prefix(Int(digits)), as: UTF8.self))
    else { return nil }
    rest = rest.dropFirst(Int(digits))
    let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    rest = rest.dropFirst(4)
    guard count <= rest.count, rest.dropFirst(count).allSatisfy({ $0 == 0 }),
      let text = String(validating: rest.prefix(count), as: UTF8.self)
    else { return nil }
    return Opened(code: code, text: text)
  }
}

/// Why a sealed page is not opened.
package enum SealFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file of another kind.
  case notSealed
  case tooNew(UInt16)
  /// Sealed with another key.
  case wrongKey
  case damaged

  package var description: String {
    switch self {
    case .notSealed: "this is no sealed page of a kiosk; name a file that ends in .sealed"
    case .tooNew(let version):
      "the sealed page has layout \(version), and this program knows only \(SealedPage.version); "
        + "install the newer program"
    case .wrongKey:
      "it was sealed with another key; take the secret key that the kiosk's public one belongs to"
    case .damaged: "the sealed page is damaged or cut short; copy it anew from the kiosk"
    }
  }
}
