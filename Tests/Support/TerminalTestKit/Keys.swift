package import TextUI

/// Keys as a script writes them: `1 <enter> y <down> <ctrl-c> <f1> <paste:some text> <click:10,4>`.
///
/// Blanks separate; a bare word is its characters; `<lt>` is "<" and `<space>` the space bar. A
/// name that is not known stands for its characters, so that a mistake shows in what is typed.
package struct Keys: ExpressibleByStringLiteral, Sendable {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  package init(stringLiteral script: String) { self.init(script) }

  package init(_ script: String) {
    var keys: [Key] = []
    var rest = script[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">"),
        let named = Keys.named(rest[rest.index(after: rest.startIndex)..<end])
      {
        keys += named
        rest = rest[rest.index(after: end)...]
      } else {
        if character != " " { keys.append(.character(character)) }
        rest = rest.dropFirst()
      }
    }
    self.keys = keys
  }

  private static let names: [Substring: Key] = [
    "enter": .enter, "esc": .escape, "escape": .escape, "tab": .tab, "backtab": .backTab,
    "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down,
    "left": .left, "right": .right, "home": .home, "end": .end, "pageup": .pageUp,
    "pagedown": .pageDown, "space": .character(" "), "lt": .character("<"),
  ]

  private static func named(_ name: Substring) -> [Key]? {
    if let key = names[name] { return [key] }
    let parts = name.split(separator: ":", maxSplits: 1)
    if parts.count == 2 { return pointer(parts[0], parts[1]) ?? paste(parts[0], parts[1]) }
    if name.first == "f", let number = Int(name.dropFirst()), (1...20).contains(number) {
      return [.function(number)]
    }
    guard let last = name.last else { return nil }
    if name.dropLast() == "ctrl-" { return [.control(last)] }
    if name.dropLast() == "alt-" { return [.alt(last)] }
    // `<b>`: a letter that stands by itself.
    return name.count == 1 ? [.character(last)] : nil
  }

  private static func paste(_ name: Substring, _ text: Substring) -> [Key]? {
    name == "paste" ? [.paste(String(text))] : nil
  }

  private static func pointer(_ name: Substring, _ place: Substring) -> [Key]? {
    let numbers = place.split(separator: ",").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    let at = Point(x: numbers[0], y: numbers[1])
    switch name {
    case "click":
      return [.pointer(Pointer(.press, at: at)), .pointer(Pointer(.release, at: at))]
    case "press": return [.pointer(Pointer(.press, at: at))]
    case "release": return [.pointer(Pointer(.release, at: at))]
    case "wheelup": return [.pointer(Pointer(.wheelUp, at: at))]
    case "wheeldown": return [.pointer(Pointer(.wheelDown, at: at))]
    default: return nil
    }
  }
}

extension Keys {
  /// What an xterm sends for these keys.
  package var bytes: [UInt8] { keys.flatMap { Array(Keys.sequence($0).utf8) } }

  private static func sequence(_ key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .alt(let character): "\u{1B}\(character)"
    case .control(let character):
      String(Character(Unicode.Scalar((character.asciiValue ?? 0x40) & 0x1F)))
    case .paste(let text): "\u{1B}[200~\(text)\u{1B}[201~"
    case .pointer(let pointer): sequence(pointer)
    case .function(let number):
      number <= 4 ? "\u{1B}O" + ["P", "Q", "R", "S"][max(0, number - 1)] : functionKey(number)
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .insert: "\u{1B}[2~"
    case .delete: "\u{1B}[3~"
    case .up: "\u{1B}[A"
    case .down: "\u{1B}[B"
    case .right: "\u{1B}[C"
    case .left: "\u{1B}[D"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    }
  }

  private static func functionKey(_ number: Int) -> String {
    let codes = [15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    return "\u{1B}[\(codes[min(max(0, number - 5), codes.count - 1)])~"
  }

  private static func sequence(_ pointer: Pointer) -> String {
    let place = "\(pointer.at.x + 1);\(pointer.at.y + 1)"
    return switch pointer.kind {
    case .press: "\u{1B}[<0;\(place)M"
    case .release: "\u{1B}[<0;\(place)m"
    case .wheelUp: "\u{1B}[<64;\(place)M"
    case .wheelDown: "\u{1B}[<65;\(place)M"
    }
  }
}
