import PackFile
import RecommendationCore
import TextUI

/// A damaged pack is refused, whatever was damaged.
func damageProperty(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> String? {
  var damaged = bytes
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    let place = Int.random(in: 0..<damaged.count, using: &generator)
    damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
  }
  if Bool.random(using: &generator) {
    damaged.removeLast(Int.random(in: 0..<damaged.count, using: &generator))
  }
  if damaged == bytes { return nil }
  return (try? PackFile.decode(damaged)) == nil ? nil : "a damaged pack was read"
}

/// Any bytes can be decoded as keys, and what comes out of pieces is what comes out of the whole.
func keyProperty(_ generator: inout SeededGenerator) -> String? {
  let alphabet: [UInt8] =
    Array("\u{1B}[O;<0123456789MmABCDHF~PQRS xyz".utf8) + [0xC3, 0xA9, 0xFF, 0x80, 0, 13, 127]
  let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
    alphabet.randomElement(using: &generator) ?? 0
  }
  var whole = KeyDecoder()
  let keys = whole.decode(bytes) + whole.flush()
  var pieces = KeyDecoder()
  let cut = Int.random(in: 0...bytes.count, using: &generator)
  let split = pieces.decode(bytes[..<cut]) + pieces.decode(bytes[cut...]) + pieces.flush()
  return keys == split ? nil : "bytes in pieces give other keys: \(bytes)"
}
