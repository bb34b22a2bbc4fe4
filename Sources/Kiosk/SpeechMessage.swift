/// What a visitor tells the process that reads aloud.
///
///     say 0 en 11\n
///     Hello there
///     hush\n
package enum SpeechMessage: Equatable, Sendable {
  /// An urgent text is heard to its end, whatever comes.
  case say(String, language: String, isUrgent: Bool)
  case hush

  /// So many bytes of a text are read aloud; what is longer is cut.
  package static let longest = 16_384

  package var bytes: [UInt8] {
    switch self {
    case .hush: return Array("hush\n".utf8)
    case .say(let text, let language, let isUrgent):
      // A zero byte ends nothing here, and a program may take it for the end.
      var said = Array(text.utf8.filter { $0 != 0 }.prefix(Self.longest))
      while String(validating: said, as: UTF8.self) == nil { said.removeLast() }
      return Array("say \(isUrgent ? 1 : 0) \(language) \(said.count)\n".utf8) + said
    }
  }
}

/// Puts messages together from bytes, however they are cut into pieces.
package struct SpeechReader: Sendable {
  private var bytes: [UInt8] = []

  package init() {}

  /// The messages that end within these bytes; `nil`: it is none, and nothing more can be read.
  package mutating func read(_ more: some Sequence<UInt8>) -> [SpeechMessage]? {
    bytes += more
    var messages: [SpeechMessage] = []
    while let end = bytes.prefix(80).firstIndex(of: 0x0A) {
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      if words == ["hush"] {
        messages.append(.hush)
        bytes.removeFirst(end + 1)
        continue
      }
      guard words.count == 4, words[0] == "say", let count = Int(words[3]),
        (0...SpeechMessage.longest).contains(count), Self.isLanguage(words[2])
      else { return nil }
      guard bytes.count - end - 1 >= count else { break }
      let text = String(decoding: bytes[(end + 1)..<(end + 1 + count)], as: UTF8.self)
      messages.append(
        .say(text, language: String(words[2]), isUrgent: words[1] == "1"))
      bytes.removeFirst(end + 1 + count)
    }
    return bytes.count > 2 * SpeechMessage.longest ? nil : messages
  }

  /// A code such as `en` or `pt-br`: it becomes an argument of a program.
  private static func isLanguage(_ text: Substring) -> Bool {
    (1...12).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
