internal import PackFile

/// BLAKE2b-256 of all bytes of a pack file: what a signature and an override name.
///
/// Not the hash that `--about` shows, which is that of the pack in one language without its last
/// bytes.
package struct PackDigest: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  package init(of pack: [UInt8]) {
    bytes = pack.withUnsafeBytes { PackFile.checksum(of: $0) }
  }

  /// From 64 small hexadecimal digits; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 2 * PackFile.checksumLength,
      let bytes = fromHexadecimal(Array(text.utf8)[...])
    else { return nil }
    self.bytes = bytes
  }

  package var description: String { String(decoding: hexadecimal(bytes), as: UTF8.self) }
}
