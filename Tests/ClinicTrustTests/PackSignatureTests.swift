import ClinicTrust
import PackFile
import QuestionnaireModel
import Testing

struct PackSignatureTests {
  private let key: SecretKey
  private let pack = Array("KNEEPACK".utf8) + (0..<200).map { UInt8($0) }

  init() throws { key = try SecretKey() }

  private func fault(
    _ pack: [UInt8], _ signature: [UInt8], _ key: PublicKey
  ) -> SignatureFault? {
    do throws(SignatureFault) {
      try PackSignature.verify(pack, signature: signature, key: key)
      return nil
    } catch { return error }
  }

  @Test func `a signed pack is taken, and has the digest of its bytes`() throws {
    let signature = PackSignature.sign(pack, key: key)
    #expect(signature.count == PackSignature.length)
    #expect(signature.count == 116)
    let digest = try PackSignature.verify(pack, signature: signature, key: key.publicKey)
    #expect(digest == PackDigest(of: pack))
    #expect(PackDigest(digest.description) == digest)
  }

  @Test func `no bit of a signature can be turned`() {
    let signature = PackSignature.sign(pack, key: key)
    for bit in 0..<signature.count * 8 {
      var other = signature
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(fault(pack, other, key.publicKey) != nil, "bit \(bit)")
    }
  }

  @Test func `no bit of a pack can be turned`() {
    let signature = PackSignature.sign(pack, key: key)
    for bit in 0..<pack.count * 8 {
      var other = pack
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(fault(other, signature, key.publicKey) == .otherPack, "bit \(bit)")
    }
  }

  @Test func `each fault has its name`() throws {
    let signature = PackSignature.sign(pack, key: key)
    let other = try SecretKey()
    func turned(_ place: Int) -> [UInt8] {
      var turned = signature
      turned[place] ^= 0x80
      return turned
    }
    let rows: [([UInt8], PublicKey, SignatureFault)] = [
      ([], key.publicKey, .missing),
      (Array(signature.prefix(9)), key.publicKey, .wrongLength(found: 9, right: 116)),
      (signature.dropLast(), key.publicKey, .wrongLength(found: 115, right: 116)),
      (signature + [0], key.publicKey, .wrongLength(found: 117, right: 116)),
      (pack, key.publicKey, .notASignature),
      (turned(0), key.publicKey, .notASignature),
      (turned(9), key.publicKey, .tooNew(0x8001)),
      (signature, other.publicKey, .wrongKey),
      (turned(44), key.publicKey, .wrongKey),
      (turned(20), key.publicKey, .forged),
      (turned(115), key.publicKey, .forged),
      (PackSignature.sign(pack + [0], key: key), key.publicKey, .otherPack),
      (
        PackSignature.sign(pack, format: PackSignature.format + 1, key: key), key.publicKey,
        .otherFormat(found: PackSignature.format + 1, known: PackSignature.format)
      ),
    ]
    for (signature, key, fault) in rows {
      #expect(self.fault(pack, signature, key) == fault)
      #expect(fault.description.contains("; "), "says no remedy")
    }
  }

  @Test func `an override is no signature, and a signature no override`() throws {
    let day = try #require(Day("2027-12-31"))
    let override = ReviewOverride(pack: PackDigest(of: pack), until: day).signed(by: key)
    #expect(fault(pack, override, key.publicKey) == .notASignature)
    // With the other's first bytes the signature does not fit any more.
    let disguised = Array(PackSignature.sign(pack, key: key).prefix(8)) + override.dropFirst(8)
    #expect(fault(pack, disguised, key.publicKey) != nil)
    #expect(throws: SignatureFault.notASignature) {
      try ReviewOverride(file: PackSignature.sign(pack, key: key), key: key.publicKey)
    }
  }

  @Test func `both halves of a key read back from their files`() throws {
    let read = try key.withFile { file in Result { try SecretKey(file: file) } }.get()
    #expect(read.publicKey == key.publicKey)
    #expect(try PublicKey(file: key.publicKey.file) == key.publicKey)
    #expect(fault(pack, PackSignature.sign(pack, key: read), key.publicKey) == nil)
    #expect(key.publicKey.name.count == 16)
  }

  @Test func `what is no key is refused, and the wrong half has words of its own`() throws {
    let file = key.publicKey.file
    let secret = key.withFile { $0 }
    let bad: [[UInt8]] = [
      [], Array("hello\n".utf8), file.dropLast(2), file + [0x0A], [0x20] + file,
      Array(String(decoding: file, as: UTF8.self).uppercased().utf8),
      Array(String(decoding: file.dropLast(), as: UTF8.self).utf8.dropLast()) + Array("g\n".utf8),
    ]
    for file in bad { #expect(throws: KeyFault.notAKey) { try PublicKey(file: file) } }
    #expect(throws: KeyFault.otherHalf) { try PublicKey(file: secret) }
    #expect(throws: KeyFault.otherHalf) { try SecretKey(file: file) }
    #expect(throws: KeyFault.notAKey) { try SecretKey(file: []) }
  }

  /// The first of the test vectors of RFC 8032, 7.1: a seed, its public half.
  @Test func `a seed has the public half that the standard says`() throws {
    let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    let half = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    let key = try SecretKey(file: Array("kneeguide-secret-key 1 \(seed)\n".utf8))
    #expect(key.publicKey.file == Array("kneeguide-public-key 1 \(half)\n".utf8))
  }
}
