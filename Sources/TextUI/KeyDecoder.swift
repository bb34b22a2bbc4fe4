/// Turns the bytes of a terminal into keys, however they are cut into pieces.
///
/// Knows the sequences of xterm, the Linux console, tmux and screen, rxvt and the VT100 at once, so
/// that a wrong TERM costs no key. A sequence it does not know gives no key and is swallowed to its
/// end: its letters never get into an answer. Invalid UTF-8 is dropped. Holds at most a paste of 64
/// KiB.
package struct KeyDecoder: Sendable {
  /// What the decoder has the beginning of.
  ///
  /// The longer the wait that the caller grants, the slower the line may be.
  package enum Pending: Sendable {
    /// An ESC: the key, if nothing follows soon.
    case escape
    /// A sequence that has no other meaning.
    case sequence
    /// A paste: what is left of it must not come out as keys.
    case paste
  }

  enum State: Sendable {
    case ground
    case scalar(UTF8Decoder)
    case escape
    case escapeTwice
    case singleShift
    case control(ControlSequence)
    case string
    case stringEscape
    case click(X10Click)
    /// The `[[` of the Linux console's F1 to F5.
    case consoleFunction
    case paste
  }

  static let longestPaste = 65_536

  var state = State.ground
  var keys: [Key] = []
  var pasted = PasteBuffer(limit: longestPaste)

  package init() {}

  package var pending: Pending? {
    switch state {
    case .ground: nil
    case .escape, .escapeTwice: .escape
    case .paste: .paste
    default: .sequence
    }
  }

  /// Whether something has begun and not ended.
  ///
  /// The caller waits a while, then calls `flush`.
  package var isWaiting: Bool { pending != nil }

  /// The keys that end within these bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    for byte in bytes { take(byte) }
    defer { keys = [] }
    return keys
  }

  /// The keys that are left when nothing more comes: an ESC by itself is the key, a paste is taken
  /// as it is, any other beginning is dropped.
  package mutating func flush() -> [Key] {
    switch state {
    case .escape: keys.append(.escape)
    case .escapeTwice: keys += [.escape, .escape]
    case .paste: endPaste()
    default: break
    }
    state = .ground
    defer { keys = [] }
    return keys
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeOnGround(byte)
    case .scalar(var decoder):
      switch decoder.take(byte) {
      case .incomplete: state = .scalar(decoder)
      case .invalid:
        state = .ground
        takeOnGround(byte)
      case .scalar(let scalar):
        state = .ground
        type(scalar)
      }
    case .escape: takeAfterEscape(byte)
    case .escapeTwice:
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
        // rxvt: Alt with an arrow.
        state = .escape
      } else {
        keys.append(.escape)
        state = .escape
      }
      takeAfterEscape(byte)
    case .singleShift:
      state = .ground
      if byte < 0x20 || byte >= 0x7F {
        takeOnGround(byte)
      } else if let key = Key(singleShift: byte) {
        keys.append(key)
      }
    case .control(let sequence): takeInSequence(byte, sequence)
    case .string: takeInString(byte)
    case .stringEscape:
      state = .escape
      if byte == UInt8(ascii: "\\") { state = .ground } else { takeAfterEscape(byte) }
    case .click(var click):
      state = click.take() ? .ground : .click(click)
    case .consoleFunction:
      state = .ground
      if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) {
        keys.append(.function(Int(byte) - 0x40))
      } else if byte < 0x20 || byte >= 0x7F {
        takeOnGround(byte)
      }
    case .paste:
      if pasted.take(byte) {
        endPaste()
        state = .ground
      }
    }
  }

  private mutating func takeOnGround(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0..<0x20, 0x7F: keys.append(Key(control: byte))
    case 0x20..<0x7F: keys.append(.character(Character(Unicode.Scalar(byte))))
    default:
      if let decoder = UTF8Decoder(first: byte) { state = .scalar(decoder) }
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escapeTwice
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "O"): state = .singleShift
    // DCS, SOS, OSC, PM, APC: strings that a terminal sends in answer to a question.
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string
    case 0x20..<0x7F:
      state = .ground
      keys.append(.alt(Character(Unicode.Scalar(byte))))
    default:
      state = .ground
      keys.append(.escape)
      takeOnGround(byte)
    }
  }

  private mutating func takeInString(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape
    // BEL ends an OSC; CAN and SUB abort any string (ECMA-48).
    case 0x07, 0x18, 0x1A: state = .ground
    default: break
    }
  }

  private mutating func takeInSequence(_ byte: UInt8, _ sequence: ControlSequence) {
    var sequence = sequence
    switch sequence.take(byte) {
    case .incomplete: state = .control(sequence)
    case .aborted:
      state = .ground
      takeOnGround(byte)
    case .consoleFunction: state = .consoleFunction
    case .click: state = .click(X10Click())
    case .paste: state = .paste
    case .complete(let key):
      state = .ground
      if let key { keys.append(key) }
    }
  }

  private mutating func endPaste() {
    keys.append(.paste(pasted.end()))
  }

  private mutating func type(_ scalar: Unicode.Scalar) {
    if scalar.isTypeable { keys.append(.character(Character(scalar))) }
  }
}
