internal import PackFile

/// The file beside a pack that says who answers for its bytes.
///
/// What is signed: the format of the pack, in 2 bytes, and its digest, in 32.
package enum PackSignature {
  private static let bodyLength = 2 + PackFile.checksumLength
  package static let length = SignedNote.length(ofBody: bodyLength)

  /// Signs any bytes; whether they are a pack the caller has looked at.
  package static func sign(
    _ pack: [UInt8], format: UInt16 = PackSignature.format, key: SecretKey
  ) -> [UInt8] {
    SignedNote.make(
      .packSignature, saying: SignedNote.littleEndian(format) + PackDigest(of: pack).bytes, by: key)
  }

  /// The digest of a pack whose every byte the key's owner has signed.
  ///
  /// Says nothing of what is in the pack: that is `PackFile.decode`'s.
  @discardableResult
  package static func verify(
    _ pack: [UInt8], signature: [UInt8], key: PublicKey
  ) throws(SignatureFault) -> PackDigest {
    let body = Array(
      try SignedNote.read(.packSignature, signature, ofBody: bodyLength, key: key))
    let digest = PackDigest(of: pack)
    guard body[2...].elementsEqual(digest.bytes) else { throw .otherPack }
    let found = UInt16(body[0]) | UInt16(body[1]) << 8
    guard found == format else { throw .otherFormat(found: found, known: format) }
    return digest
  }

  /// The format of packs that this program reads.
  package static var format: UInt16 { PackFile.formatVersion }
}
