/// A sequence that begins with ESC [ (ECMA-48 CSI), byte by byte.
struct ControlSequence: Sendable {
  enum Step {
    case incomplete
    /// A byte that belongs to no sequence: it stands for itself.
    case aborted
    /// `ESC [ [`, one more letter follows.
    case consoleFunction
    /// `ESC [ M`, three bytes of a mouse follow.
    case click
    case paste
    /// `nil`: not known, or nothing of interest.
    case complete(Key?)
  }

  /// `<` or `?` and the like before the numbers.
  private var prefix: UInt8 = 0
  private var numbers = SIMD4<Int32>()
  private var count = 0
  private var isEmpty = true
  private var hasIntermediate = false

  mutating func take(_ byte: UInt8) -> Step {
    defer { isEmpty = false }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if count == 0 { count = 1 }
      if count <= 4 {
        // Stops growing long before it could overflow.
        numbers[count - 1] = min(99_999, numbers[count - 1] * 10 + Int32(byte - 0x30))
      }
    case UInt8(ascii: ";"), UInt8(ascii: ":"): count = min(max(count, 1) + 1, 5)
    case UInt8(ascii: "<")...UInt8(ascii: "?"):
      if isEmpty { prefix = byte } else { hasIntermediate = true }
    // rxvt: Shift with an editing key ends in a "$", which elsewhere stands before the end.
    case UInt8(ascii: "$") where prefix == 0 && count == 1: return .complete(editingKey)
    case 0x20...0x2F: hasIntermediate = true
    case 0x40...0x7E: return end(byte)
    default: return .aborted
    }
    return .incomplete
  }

  private func end(_ final: UInt8) -> Step {
    if hasIntermediate { return .complete(nil) }
    if isEmpty, final == UInt8(ascii: "[") { return .consoleFunction }
    if isEmpty, final == UInt8(ascii: "M") { return .click }
    if prefix == UInt8(ascii: "<") { return .complete(pointer(final).map { .pointer($0) }) }
    if prefix != 0 { return .complete(nil) }
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      if numbers[0] == 200, count == 1, final == UInt8(ascii: "~") { return .paste }
      return .complete(editingKey)
    case UInt8(ascii: "A"), UInt8(ascii: "a"): return .complete(.up)
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return .complete(.down)
    case UInt8(ascii: "C"), UInt8(ascii: "c"): return .complete(.right)
    case UInt8(ascii: "D"), UInt8(ascii: "d"): return .complete(.left)
    case UInt8(ascii: "H"): return .complete(.home)
    case UInt8(ascii: "F"): return .complete(.end)
    case UInt8(ascii: "Z"): return .complete(.backTab)
    case UInt8(ascii: "P"): return .complete(.function(1))
    case UInt8(ascii: "Q"): return .complete(.function(2))
    case UInt8(ascii: "S"): return .complete(.function(4))
    default: return .complete(nil)
    }
  }

  /// The keys that are known by a number.
  ///
  /// What is held down with them is in the second number and does not matter.
  private var editingKey: Key? {
    switch Int(numbers[0]) {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number where (11...15).contains(number): .function(number - 10)
    case let number where (17...21).contains(number): .function(number - 11)
    case let number where (23...26).contains(number): .function(number - 12)
    case 28, 29: .function(Int(numbers[0]) - 13)
    case let number where (31...34).contains(number): .function(number - 14)
    default: nil
    }
  }

  /// `ESC [ < button ; column ; row M`, or `m` when it is let go (xterm, mode 1006).
  private func pointer(_ final: UInt8) -> Pointer? {
    guard count == 3 else { return nil }
    let at = Point(x: max(0, Int(numbers[1]) - 1), y: max(0, Int(numbers[2]) - 1))
    // Shift, Meta and Control do not matter.
    switch (Int(numbers[0]) & ~0b11100, final) {
    case (0, UInt8(ascii: "M")): return Pointer(.press, at: at)
    case (0, UInt8(ascii: "m")): return Pointer(.release, at: at)
    case (64, UInt8(ascii: "M")): return Pointer(.wheelUp, at: at)
    case (65, UInt8(ascii: "M")): return Pointer(.wheelDown, at: at)
    default: return nil
    }
  }
}

/// The three bytes after ESC [ M (xterm, mode 1000 without 1006).
///
/// A form that is never asked for, in which a wide screen has columns without a number: it is
/// swallowed.
struct X10Click: Sendable {
  private var count = 0

  /// Whether the click ends with this byte.
  mutating func take() -> Bool {
    count += 1
    return count == 3
  }
}

extension Key {
  /// The key of a byte below 0x20 (but ESC), or of DEL.
  init(control byte: UInt8) {
    switch byte {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    default: self = .control(Character(Unicode.Scalar(byte & 0x1F | 0x40)))
    }
  }

  /// The key of ESC O and this: arrows and keypad in application mode, F1 to F4.
  ///
  /// `nil`: not known.
  init?(singleShift byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): self = .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): self = .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): self = .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): self = .left
    case UInt8(ascii: "H"): self = .home
    case UInt8(ascii: "F"): self = .end
    case UInt8(ascii: "M"): self = .enter
    case UInt8(ascii: "I"): self = .tab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): self = .function(Int(byte) - 0x4F)
    case UInt8(ascii: "X"): self = .character("=")
    // The keypad's digits and signs are those of ASCII, 0x40 further up.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      self = .character(Character(Unicode.Scalar(byte - 0x40)))
    default: return nil
    }
  }
}
