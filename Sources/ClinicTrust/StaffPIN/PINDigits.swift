/// The digits that somebody types, in memory that is wiped.
package final class PINDigits {
  package static let least = 6
  package static let most = 12

  private let secret: SecretBytes
  package private(set) var count = 0

  /// None yet; `nil` where there is no memory.
  package init?() {
    guard let secret = SecretBytes(count: Self.most) else { return nil }
    self.secret = secret
  }

  /// Adds an ASCII digit; false, and nothing added, for any other byte and where there is no room.
  package func append(_ digit: UInt8) -> Bool {
    guard (0x30...0x39).contains(digit), count < Self.most else { return false }
    secret.bytes[count] = digit
    count += 1
    return true
  }

  package func removeLast() {
    guard count > 0 else { return }
    count -= 1
    secret.bytes[count] = 0
  }

  package func clear() {
    secret.wipe()
    count = 0
  }

  package var isLongEnough: Bool { count >= Self.least }

  /// All the same, or one after the other upward or downward: what is tried first.
  package var isGuessable: Bool {
    guard count > 1 else { return true }
    let digits = secret.bytes[..<count]
    let steps = Set(zip(digits, digits.dropFirst()).map { Int($1) - Int($0) })
    return steps == [0] || steps == [1] || steps == [-1]
  }

  /// Hands out the digits, in the type that libsodium takes a password in.
  func withCharacters<Result>(_ body: (UnsafePointer<CChar>, UInt64) -> Result) -> Result {
    secret.start.withMemoryRebound(to: CChar.self, capacity: Self.most) {
      body($0, UInt64(count))
    }
  }
}
