internal import CSodium
internal import PackFile

/// The half of a key pair that seals: it stands in the kiosk, and opens nothing.
package struct SealingKey: Equatable, Sendable {
  static let length = 32
  package static let title = "kneeguide-sealing-key 1 "

  let bytes: [UInt8]

  /// From the bytes of a key file: one line, `kneeguide-sealing-key 1` and 64 small hexadecimal
  /// digits.
  package init(file: [UInt8]) throws(SealingKeyFault) {
    // Now, for a process that will later open no file of random numbers.
    guard isSodiumReady else { throw .noMemory }
    bytes = try sealingKeyLine(file, title: Self.title, other: OpeningKey.title, .openingKey)
  }

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  package var file: [UInt8] { Array(Self.title.utf8) + hexadecimal(bytes) + [0x0A] }

  /// Tells what another key has sealed from what is damaged.
  var id: [UInt8] { Array(bytes.withUnsafeBytes { PackFile.checksum(of: $0) }.prefix(8)) }

  /// The id as it is shown.
  package var name: String { String(decoding: hexadecimal(id), as: UTF8.self) }

  /// A sealed box of these bytes, which nobody opens without the other half; `nil` where the machine
  /// has no random numbers.
  func box(_ bytes: [UInt8]) -> [UInt8]? {
    guard isSodiumReady else { return nil }
    var box = [UInt8](repeating: 0, count: bytes.count + Self.boxLength)
    guard crypto_box_seal(&box, bytes, UInt64(bytes.count), self.bytes) == 0 else { return nil }
    return box
  }

  /// So many bytes a box has more than what is in it.
  static let boxLength = 48
}

/// The half of a key pair that opens; it never stands in a kiosk.
package final class OpeningKey {
  package static let title = "kneeguide-opening-key 1 "

  private let secret: SecretBytes
  package let sealingKey: SealingKey

  /// A new pair; fails where the machine has neither memory nor random numbers.
  package convenience init() throws(SealingKeyFault) {
    guard let secret = SecretBytes(count: SealingKey.length) else { throw .noMemory }
    randombytes_buf(secret.start, secret.count)
    self.init(secret: secret)
  }

  /// From the bytes of a key file, which the caller wipes.
  package convenience init(file: [UInt8]) throws(SealingKeyFault) {
    guard let secret = SecretBytes(count: SealingKey.length) else { throw .noMemory }
    var bytes = try sealingKeyLine(file, title: Self.title, other: SealingKey.title, .sealingKey)
    _ = secret.bytes.update(fromContentsOf: bytes)
    wipe(&bytes)
    self.init(secret: secret)
  }

  private init(secret: SecretBytes) {
    var half = [UInt8](repeating: 0, count: SealingKey.length)
    // Never fails: it computes.
    _ = crypto_scalarmult_base(&half, secret.start)
    self.secret = secret
    sealingKey = SealingKey(bytes: half)
  }

  /// Hands out the bytes of the key file, and wipes them afterwards.
  package func withFile<Result>(_ body: ([UInt8]) -> Result) -> Result {
    withKeyLine(Self.title, secret.bytes, body)
  }

  /// What is in a sealed box; `nil`: it is damaged, or was sealed with another key.
  func open(_ box: ArraySlice<UInt8>) -> [UInt8]? {
    guard box.count >= SealingKey.boxLength else { return nil }
    let box = Array(box)
    var bytes = [UInt8](repeating: 0, count: box.count - SealingKey.boxLength)
    let opened = crypto_box_seal_open(
      &bytes, box, UInt64(box.count), sealingKey.bytes, secret.start)
    return opened == 0 ? bytes : nil
  }
}

/// Why a file is not read as a key for sealed pages.
package enum SealingKeyFault: Error, Equatable, Sendable, CustomStringConvertible {
  case notAKey
  /// The half that seals, where the one that opens belongs.
  case sealingKey
  /// The half that opens, where the one that seals belongs.
  case openingKey
  case noMemory

  package var description: String {
    switch self {
    case .notAKey:
      "this file holds no key for sealed pages; make a pair with 'kneeguide kiosk --make-keep-key'"
    case .sealingKey: "this is the half that seals; take the secret one, without .pub"
    case .openingKey:
      "this is the secret half, which opens; take it off this machine, and put the one with .pub here"
    case .noMemory: "there is no memory for a key; end other programs"
    }
  }
}

private func sealingKeyLine(
  _ file: [UInt8], title: String, other: String, _ otherHalf: SealingKeyFault
) throws(SealingKeyFault) -> [UInt8] {
  do throws(KeyFault) {
    return try keyLine(file, title: title, other: other)
  } catch {
    throw error == .otherHalf ? otherHalf : .notAKey
  }
}
