/// A few bytes with a signature behind them.
///
///     offset  size
///          0     8  what it is for: "KNEESIGN" or "KNEELATE"
///          8     2  version of this layout, 1
///         10     n  what it says
///     10 + n     8  the first bytes of BLAKE2b-256 of the public key
///     18 + n    64  Ed25519 over everything before it
///
/// Integers are little-endian. The first bytes are signed too, so that a note for one use is none
/// for the other.
enum SignedNote {
  enum Use: String {
    case packSignature = "KNEESIGN"
    case reviewOverride = "KNEELATE"
  }

  static let version: UInt16 = 1
  private static let signatureLength = 64
  private static let keyLength = 8

  static func length(ofBody count: Int) -> Int { 10 + count + keyLength + signatureLength }

  static func make(_ use: Use, saying body: [UInt8], by key: SecretKey) -> [UInt8] {
    let message = Array(use.rawValue.utf8) + littleEndian(version) + body + key.publicKey.id
    return message + key.signature(of: message)
  }

  /// What it says, once the signature was checked.
  static func read(
    _ use: Use, _ note: [UInt8], ofBody count: Int, key: PublicKey
  ) throws(SignatureFault) -> ArraySlice<UInt8> {
    if note.isEmpty { throw .missing }
    let length = length(ofBody: count)
    guard note.starts(with: use.rawValue.utf8) else { throw .notASignature }
    guard note.count >= 10 else { throw .wrongLength(found: note.count, right: length) }
    let found = UInt16(note[8]) | UInt16(note[9]) << 8
    if found > version { throw .tooNew(found) }
    guard note.count == length else { throw .wrongLength(found: note.count, right: length) }
    let end = length - signatureLength
    guard note[(end - keyLength)..<end].elementsEqual(key.id) else { throw .wrongKey }
    guard key.accepts(note[end...], of: note[..<end]) else { throw .forged }
    return note[10..<(end - keyLength)]
  }

  static func littleEndian(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
  }
}

/// Why a signature is not taken.
package enum SignatureFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is none, or an empty file.
  case missing
  case wrongLength(found: Int, right: Int)
  /// A file of another kind.
  case notASignature
  case tooNew(UInt16)
  /// Signed by another key, or its name of the key is damaged.
  case wrongKey
  /// Damaged, or made without the secret key.
  case forged
  /// It is good, but another pack's.
  case otherPack
  /// It is good, but of a pack in a format that this program does not read.
  case otherFormat(found: UInt16, known: UInt16)

  package var description: String {
    switch self {
    case .missing:
      "the signature is missing; put the .sig file beside the pack, or sign it with "
        + "'kneeguide-content sign'"
    case .wrongLength(let found, let right):
      "the signature has \(found) bytes, not \(right); copy it anew"
    case .notASignature: "the file is no signature of this kind; copy the right one"
    case .tooNew(let version):
      "the signature has layout \(version), and this program knows only \(SignedNote.version); "
        + "install the newer program"
    case .wrongKey: "it was signed with another key; take the public key of whoever signed it"
    case .forged: "the signature is damaged or forged; copy it anew, and ask whoever sent it"
    case .otherPack: "the signature is another pack's; copy both files together"
    case .otherFormat(let found, let known):
      "the pack has format \(found), and this program reads \(known); install the program it is for"
    }
  }
}
