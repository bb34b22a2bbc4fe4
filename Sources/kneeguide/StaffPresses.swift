import Glibc
import Kiosk
import Screens
import TextUI

/// What the staff presses where it types its number, on keys or with a finger.
///
/// Digits go from the terminal to where they are kept, and into nothing else.
struct StaffPresses {
  enum Press {
    case digit(UInt8)
    case erase, done, back
    case pointer(Pointer)
    case other
  }

  /// Milliseconds without a press until the next visitor, and those after which an ESC is a key.
  private static let patience = 30_000
  private static let escapeDelay = 100

  let isTouched: Bool
  private var decoder = KeyDecoder()

  init(isTouched: Bool) { self.isTouched = isTouched }

  /// `nil` when there is none for long, or there will be none any more.
  mutating func next() -> Press? {
    while let byte = nextByte(within: decoder.isWaiting ? Self.escapeDelay : Self.patience) {
      guard isTouched, decoder.isWaiting || byte == 0x1B else { return press(byte) }
      for case .pointer(let pointer) in decoder.decode([byte]) { return .pointer(pointer) }
    }
    guard decoder.isWaiting else { return nil }
    _ = decoder.flush()
    return .back
  }

  /// What comes of a target that is held down: its key, if it is let go there.
  mutating func next(
    after target: Target, _ pointing: inout Pointing, _ targets: [Target]
  ) -> Press? {
    guard let press = next() else { return nil }
    guard case .pointer(let pointer) = press else { return press }
    guard case .acted(let acted) = pointing.take(pointer, over: targets), acted == target,
      case .key(let key) = acted.meaning
    else { return .other }
    switch key {
    case .character(let digit): return digit.asciiValue.map { .digit($0) } ?? .other
    case .backspace: return .erase
    case .enter: return .done
    default: return .back
    }
  }

  private func press(_ byte: UInt8) -> Press {
    switch byte {
    case 0x30...0x39: .digit(byte)
    case 0x08, 0x2E, 0x7F: .erase
    case 0x0A, 0x0D: .done
    // Escape and what begins with it, the keypad's key for back, Ctrl-C, Q.
    case 0x1B, 0x2A, 0x03, 0x51, 0x71: .back
    default: .other
    }
  }

  private func nextByte(within milliseconds: Int) -> UInt8? {
    let end = monotonicMilliseconds() + milliseconds
    while true {
      let left = end - monotonicMilliseconds()
      if left <= 0 { return nil }
      VisitorProcess.tell(.isVisited)
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&input, 1, Int32(min(left, 2000))) > 0 else { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(0, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return nil }
    }
  }
}
