internal import CSodium

/// Memory for a secret: locked where the system allows it, never in a core file, between pages that
/// trap, and wiped when it is let go.
final class SecretBytes {
  let count: Int
  private let memory: UnsafeMutableRawPointer

  /// Of zeros; `nil` where there is no memory.
  init?(count: Int) {
    guard isSodiumReady, let memory = sodium_malloc(count) else { return nil }
    self.memory = memory
    self.count = count
    wipe()
  }

  deinit { sodium_free(memory) }

  var start: UnsafeMutablePointer<UInt8> { memory.assumingMemoryBound(to: UInt8.self) }

  var bytes: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  func wipe() { sodium_memzero(memory, count) }
}

/// Overwrites what passed through an array; of copies that somebody else keeps it knows nothing.
package func wipe(_ bytes: inout [UInt8]) {
  bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
}

/// Chosen once for a process; false only where there are no random numbers.
let isSodiumReady = sodium_init() >= 0
