internal import CSodium
internal import PackFile

/// The half of a key pair that checks: it may be known to all, and stands in the kiosk.
package struct PublicKey: Equatable, Sendable {
  static let length = 32
  static let title = "kneeguide-public-key 1 "

  let bytes: [UInt8]

  /// From the bytes of a key file: one line, `kneeguide-public-key 1` and 64 small hexadecimal digits.
  package init(file: [UInt8]) throws(KeyFault) {
    bytes = try keyLine(file, title: Self.title, other: SecretKey.title)
  }

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  package var file: [UInt8] { Array(Self.title.utf8) + hexadecimal(bytes) + [0x0A] }

  /// Tells a signature by another key from one that is damaged.
  package var id: [UInt8] { Array(bytes.withUnsafeBytes { PackFile.checksum(of: $0) }.prefix(8)) }

  /// The id as it is shown.
  package var name: String { String(decoding: hexadecimal(id), as: UTF8.self) }
}

/// The half of a key pair that signs; it never stands in a kiosk.
package final class SecretKey {
  static let title = "kneeguide-secret-key 1 "

  /// The seed and the public half, as libsodium has them.
  private let secret: SecretBytes
  package let publicKey: PublicKey

  /// A new pair; fails where the machine has neither memory nor random numbers.
  package convenience init() throws(KeyFault) {
    guard let seed = SecretBytes(count: Int(crypto_sign_SEEDBYTES)) else { throw .noMemory }
    randombytes_buf(seed.start, seed.count)
    try self.init(seed: seed)
  }

  /// From the bytes of a key file, which the caller wipes.
  package convenience init(file: [UInt8]) throws(KeyFault) {
    guard let seed = SecretBytes(count: Int(crypto_sign_SEEDBYTES)) else { throw .noMemory }
    var bytes = try keyLine(file, title: Self.title, other: PublicKey.title)
    _ = seed.bytes.update(fromContentsOf: bytes)
    wipe(&bytes)
    try self.init(seed: seed)
  }

  private init(seed: SecretBytes) throws(KeyFault) {
    guard let secret = SecretBytes(count: Int(crypto_sign_SECRETKEYBYTES)) else {
      throw .noMemory
    }
    var half = [UInt8](repeating: 0, count: PublicKey.length)
    // Never fails: it computes.
    _ = crypto_sign_seed_keypair(&half, secret.start, seed.start)
    self.secret = secret
    publicKey = PublicKey(bytes: half)
  }

  /// Hands out the bytes of the key file, and wipes them afterwards.
  package func withFile<Result>(_ body: ([UInt8]) -> Result) -> Result {
    withKeyLine(Self.title, secret.bytes, body)
  }

  /// The Ed25519 signature of the message (RFC 8032).
  func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    _ = crypto_sign_detached(
      &signature, nil, message, UInt64(message.count), secret.start)
    return signature
  }
}

extension PublicKey {
  func accepts(_ signature: ArraySlice<UInt8>, of message: ArraySlice<UInt8>) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES) else { return false }
    let (signature, message) = (Array(signature), Array(message))
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}

/// Why a file is not read as a key.
package enum KeyFault: Error, Equatable, Sendable, CustomStringConvertible {
  case notAKey
  /// A secret key where a public one belongs, or the other way.
  case otherHalf
  case noMemory

  package var description: String {
    switch self {
    case .notAKey: "this file holds no key; make a pair with 'kneeguide-content keygen'"
    case .otherHalf:
      "this is the other half of a key pair; sign with the secret one, check with the one in .pub"
    case .noMemory: "there is no memory for a key; end other programs"
    }
  }
}

/// Hands out the line of a secret key, whose first bytes count, and wipes it afterwards.
func withKeyLine<Result>(
  _ title: String, _ secret: UnsafeMutableBufferPointer<UInt8>, _ body: ([UInt8]) -> Result
) -> Result {
  var file = Array(title.utf8)
  // Else it moves while it grows, and leaves digits behind.
  file.reserveCapacity(file.count + 2 * PublicKey.length + 1)
  defer { wipe(&file) }
  for byte in secret.prefix(PublicKey.length) {
    file.append(hexadecimalDigit(byte >> 4))
    file.append(hexadecimalDigit(byte & 15))
  }
  file.append(0x0A)
  return body(file)
}

/// The 32 bytes of a key, from the line that its file is.
func keyLine(
  _ file: [UInt8], title: String, other: String
) throws(KeyFault) -> [UInt8] {
  if file.starts(with: other.utf8) { throw .otherHalf }
  var line = file[...]
  if line.last == 0x0A { line.removeLast() }
  guard line.starts(with: title.utf8), line.count == title.utf8.count + 2 * PublicKey.length,
    let bytes = fromHexadecimal(line.dropFirst(title.utf8.count))
  else { throw .notAKey }
  return bytes
}

/// Small digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  bytes.flatMap { [hexadecimalDigit($0 >> 4), hexadecimalDigit($0 & 15)] }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x61 + value - 10
}

/// Takes small digits only, so that a value has one form; `nil` for anything else.
func fromHexadecimal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  guard text.count % 2 == 0 else { return nil }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 2)
  var high: UInt8?
  for digit in text {
    let value: UInt8
    switch digit {
    case 0x30...0x39: value = digit - 0x30
    case 0x61...0x66: value = digit - 0x61 + 10
    default: return nil
    }
    if let first = high {
      bytes.append(first << 4 | value)
      high = nil
    } else {
      high = value
    }
  }
  return bytes
}
