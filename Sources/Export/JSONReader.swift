/// A value of a JSON text, with the place where it begins.
struct JSONNode: Equatable, Sendable {
  let value: Value
  let place: TextPlace

  indirect enum Value: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  struct Member: Equatable, Sendable {
    let name: String
    let place: TextPlace
    let node: JSONNode
  }
}

/// Counted from 1; a column is a Unicode scalar.
struct TextPlace: Hashable, Comparable, Sendable {
  var line: Int
  var column: Int

  static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// Why a text is no JSON.
struct JSONFault: Error, Equatable {
  let place: TextPlace
  let summary: String
  let remedy: String
}

/// Reads RFC 8259 and nothing beside it: no comments, no comma before a closing bracket, no name
/// twice in an object.
///
/// Takes any bytes: what is not UTF-8, or nested more than 32 deep, is a fault.
struct JSONReader {
  private static let deepest = 32
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private(set) var place = TextPlace(line: 1, column: 1)
  private var depth = 0

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(try decoded(bytes))
    let node = try reader.readValue()
    reader.skipSpace()
    if reader.next != nil {
      throw reader.fault("there is more after the end of the value", "remove it")
    }
    return node
  }

  private static func decoded(_ bytes: [UInt8]) throws(JSONFault) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var place = TextPlace(line: 1, column: 1)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return scalars
      case .error:
        throw JSONFault(
          place: place, summary: "a byte is not UTF-8", remedy: "save the file as UTF-8")
      case .scalarValue(let scalar):
        if scalar == "\u{FEFF}" && scalars.isEmpty {
          throw JSONFault(
            place: place, summary: "the file begins with a byte order mark",
            remedy: "save the file as UTF-8 without it")
        }
        scalars.append(scalar)
        place.advance(past: scalar)
      }
    }
  }

  // MARK: - Steps

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func advance() {
    guard let scalar = next else { return }
    place.advance(past: scalar)
    position += 1
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
      advance()
    }
  }

  func fault(_ summary: String, _ remedy: String) -> JSONFault {
    JSONFault(place: place, summary: summary, remedy: remedy)
  }

  // MARK: - Values

  private mutating func readValue() throws(JSONFault) -> JSONNode {
    skipSpace()
    let start = place
    guard let first = next else {
      throw fault("the text ends where a value should stand", "write a value")
    }
    let value: JSONNode.Value
    switch first {
    case "{": value = .object(try nested { (reader) throws(JSONFault) in try reader.readMembers() })
    case "[": value = .array(try nested { (reader) throws(JSONFault) in try reader.readElements() })
    case "\"": value = .string(try readString())
    case "-", "0"..."9": value = .number(try readNumber())
    case "a"..."z", "A"..."Z": value = try readWord()
    default:
      throw fault("here should stand a value", "write a text in quotes, a number, true or false")
    }
    return JSONNode(value: value, place: start)
  }

  private mutating func nested<Value>(
    _ read: (inout JSONReader) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value {
    if depth == Self.deepest {
      throw fault("too many brackets inside each other", "write answers without nesting them")
    }
    depth += 1
    advance()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func readElements() throws(JSONFault) -> [JSONNode] {
    var elements: [JSONNode] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try readValue())
      skipSpace()
      if take("]") { return elements }
      if !take(",") { throw fault("here should stand a comma or ]", "add it") }
    }
  }

  private mutating func readMembers() throws(JSONFault) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    var places: [String: TextPlace] = [:]
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      let start = place
      guard next == "\"" else { throw fault("here should stand a name in quotes", "add it") }
      let name = try readString()
      if let first = places.updateValue(start, forKey: name) {
        throw JSONFault(
          place: start, summary: "\"\(printable(name))\" stands here a second time",
          remedy: "keep one of the two; the first is at line \(first.line)")
      }
      skipSpace()
      if !take(":") { throw fault("here should stand a colon", "add it") }
      members.append(JSONNode.Member(name: name, place: start, node: try readValue()))
      skipSpace()
      if take("}") { return members }
      if !take(",") { throw fault("here should stand a comma or }", "add it") }
    }
  }

  private mutating func readWord() throws(JSONFault) -> JSONNode.Value {
    let start = place
    var word = ""
    while let scalar = next, scalar.isASCII, scalar.properties.isAlphabetic {
      word.unicodeScalars.append(scalar)
      advance()
    }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      throw JSONFault(
        place: start, summary: "\(word) is no value", remedy: "put a text in quotes: \"\(word)\"")
    }
  }

  /// Minus, whole part without a leading zero, fraction, exponent: RFC 8259, section 6.
  private mutating func readNumber() throws(JSONFault) -> Double {
    let start = (position: position, place: place)
    _ = take("-")
    let whole = position
    try readDigits()
    if scalars[whole] == "0" && position - whole > 1 {
      throw JSONFault(
        place: start.place, summary: "a number begins with 0", remedy: "leave the 0 out")
    }
    if take(".") { try readDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try readDigits()
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start.position..<position])
    guard let value = Double(text), value.isFinite else {
      throw JSONFault(
        place: start.place, summary: "the number is too large", remedy: "write a smaller one")
    }
    return value
  }

  private mutating func readDigits() throws(JSONFault) {
    let start = position
    while let scalar = next, ("0"..."9").contains(scalar) { advance() }
    if position == start { throw fault("here should stand a digit", "complete the number") }
  }
}

extension TextPlace {
  mutating func advance(past scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}
