internal import CSodium
internal import Export
internal import Glibc

/// The number that staff leave a kiosk with, kept as an Argon2id hash.
///
/// The hash is made with libsodium's interactive limits, which take 64 MiB and some tenths of a
/// second: each wrong try costs that too.
package struct StaffPIN: Equatable, Sendable {
  /// One line, as libsodium writes it: `$argon2id$v=19$m=65536,t=2,p=1$…`.
  package let hash: String

  /// Of digits that are long enough and not the first that anybody tries.
  package init(_ digits: PINDigits) throws(PINFault) {
    guard digits.isLongEnough else { throw .tooShort }
    if digits.isGuessable { throw .guessable }
    guard isSodiumReady else { throw .noMemory }
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let made = digits.withCharacters { digits, count in
      crypto_pwhash_str(&text, digits, count, Self.operations, Self.memory)
    }
    guard made == 0 else { throw .noMemory }
    hash = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// From a line that `hash` gave.
  ///
  /// One that was made with other limits is refused: it could take more memory than a kiosk has.
  package init(hash: some StringProtocol) throws(PINFault) {
    let hash = String(hash)
    guard isSodiumReady else { throw .noMemory }
    guard Self.hasForm(hash),
      crypto_pwhash_str_needs_rehash(Self.padded(hash), Self.operations, Self.memory) == 0
    else { throw .noHash }
    self.hash = hash
  }

  /// Whether these are its digits; false too where there is no memory to find out.
  package func matches(_ digits: PINDigits) -> Bool {
    let text = Self.padded(hash)
    return digits.withCharacters { digits, count in
      crypto_pwhash_str_verify(text, digits, count) == 0
    }
  }

  /// Limits, 16 bytes of salt and 32 of hash, the two in Base64: libsodium looks at the limits alone.
  private static func hasForm(_ hash: String) -> Bool {
    let parts = hash.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
    let isBase64 = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2B || byte == 0x2F
    }
    return hash.utf8.count < Int(crypto_pwhash_STRBYTES)
      && parts.map(\.count).suffix(2) == [22, 43]
      && parts.suffix(2).allSatisfy { $0.allSatisfy(isBase64) }
  }

  /// As long as libsodium reads, which may be to the end whatever stands there.
  private static func padded(_ hash: String) -> [CChar] {
    let text = hash.utf8.map { CChar(bitPattern: $0) }
    return text + [CChar](repeating: 0, count: max(1, Int(crypto_pwhash_STRBYTES) - text.count))
  }

  private static let operations = UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE)
  private static let memory = Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
}

/// Why there is no PIN, in words that never hold one.
package enum PINFault: Error, Equatable, Sendable, CustomStringConvertible {
  case tooShort
  case guessable
  case noHash
  case noMemory
  case notReadable(String)
  case notWritten(String)

  package var description: String {
    switch self {
    case .tooShort:
      "the PIN is too short; take \(PINDigits.least) to \(PINDigits.most) digits"
    case .guessable: "the PIN is the first that anybody tries; take digits in no order"
    case .noHash: "the file holds no PIN of this program; have root write one anew"
    case .noMemory: "there is no memory for a PIN (64 MiB); end other programs"
    case .notReadable(let why): "the PIN cannot be read: \(why); mend that, or set it anew"
    case .notWritten(let why): "the PIN was not kept: \(why); the old one still counts"
    }
  }
}

/// The file of the PIN: one line with the hash, mode 0600, of the owner of its folder.
package enum StaffPINFile {
  package static let name = "staff-pin"

  /// `nil` where none was set, so that nobody leaves by a PIN.
  package static func read<Calls: StoreCalls>(
    in folder: String, calls: inout Calls
  ) throws(PINFault) -> StaffPIN? {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try calls.readIfThere(folder + "/" + name)
    } catch {
      throw .notReadable(error.reason)
    }
    guard let bytes else { return nil }
    guard bytes.last == 0x0A, let line = String(validating: bytes.dropLast(), as: UTF8.self) else {
      throw .noHash
    }
    return try StaffPIN(hash: line)
  }

  /// Puts it in place of the old one; where that fails, the old one stays.
  package static func write<Calls: StoreCalls>(
    _ pin: StaffPIN, in folder: String, calls: inout Calls
  ) throws(PINFault) {
    do throws(SystemError) {
      try calls.replace(name, in: folder, with: Array(pin.hash.utf8) + [0x0A], mode: 0o600)
    } catch {
      throw .notWritten(error.reason)
    }
  }
}
