internal import PackFile
package import QuestionnaireModel

/// The clinic's word, signed with its key, that one pack may be used past its review date.
///
/// A signed note of 36 bytes: the pack's digest, then the last day as year (2 bytes), month and day.
package struct ReviewOverride: Equatable, Sendable {
  private static let bodyLength = PackFile.checksumLength + 4
  package static let length = SignedNote.length(ofBody: bodyLength)

  package let pack: PackDigest
  /// The last day on which the pack may still be used.
  package let until: Day

  package init(pack: PackDigest, until: Day) {
    self.pack = pack
    self.until = until
  }

  package func signed(by key: SecretKey) -> [UInt8] {
    let day =
      SignedNote.littleEndian(UInt16(clamping: until.year))
      + [UInt8(clamping: until.month), UInt8(clamping: until.day)]
    return SignedNote.make(.reviewOverride, saying: pack.bytes + day, by: key)
  }

  package init(file: [UInt8], key: PublicKey) throws(SignatureFault) {
    let body = Array(
      try SignedNote.read(.reviewOverride, file, ofBody: Self.bodyLength, key: key))
    let date = body.suffix(4).map(Int.init)
    guard
      let pack = PackDigest(String(decoding: hexadecimal(body.dropLast(4)), as: UTF8.self)),
      let until = Day(year: date[0] | date[1] << 8, month: date[2], day: date[3])
    else { throw .notASignature }
    self.init(pack: pack, until: until)
  }
}
