import Testing

@testable import Export

struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSON.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number(0)),
    ("-0", .number(0)), ("67", .number(67)), ("-1.5e2", .number(-150)), ("1E+2", .number(100)),
    ("2e-1", .number(0.2)), (#""""#, .string("")),
    (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u00e9\uD83D\uDC4D""#, .string("é👍")), (#""膝""#, .string("膝")), ("[]", .array([])),
    ("[1, [2]]", .array([.number(1), .array([.number(2)])])), ("{}", .object([])),
    ("\t{\r\n\"a\" : {\"b\":null} }\n", .object([.init("a", .object([.init("b", .null)]))])),
  ])
  func `reads what is JSON`(text: String, value: JSON) throws {
    #expect(try JSONReader.read(Array(text.utf8)).value.json == value)
  }

  @Test(arguments: [
    ("", 1, 1, "the text ends where a value should stand"),
    ("  \n", 2, 1, "the text ends where a value should stand"),
    ("tru", 1, 1, "tru is no value"), ("yes", 1, 1, "yes is no value"),
    ("01", 1, 1, "a number begins with 0"), ("-", 1, 2, "here should stand a digit"),
    ("1.", 1, 3, "here should stand a digit"), ("1e", 1, 3, "here should stand a digit"),
    (".5", 1, 1, "here should stand a value"), ("+1", 1, 1, "here should stand a value"),
    ("1e999", 1, 1, "the number is too large"), ("NaN", 1, 1, "NaN is no value"),
    ("1 2", 1, 3, "there is more after the end of the value"),
    ("[1,]", 1, 4, "here should stand a value"), ("[1 2]", 1, 4, "here should stand a comma or ]"),
    ("[1", 1, 3, "here should stand a comma or ]"),
    ("{a:1}", 1, 2, "here should stand a name in quotes"),
    ("{\"a\" 1}", 1, 6, "here should stand a colon"),
    ("{\"a\":1,}", 1, 8, "here should stand a name in quotes"),
    ("{\"a\":1 \"b\":2}", 1, 8, "here should stand a comma or }"),
    ("{\"a\":1,\n \"a\":2}", 2, 2, "\"a\" stands here a second time"),
    ("{\"a\":1,\n \"\\u0061\":2}", 2, 2, "\"a\" stands here a second time"),
    ("\"a", 1, 1, "a text is not closed"),
    ("\"a\nb\"", 1, 3, "a text holds a line end or another control"),
    ("\"\\x\"", 1, 2, "\\ before a character that needs none"),
    ("\"\\", 1, 2, "a text is not closed"),
    ("\"\\u12\"", 1, 2, "\\u needs four hexadecimal digits"),
    ("\"\\uD83D\"", 1, 2, "\\u is followed by half a character"),
    ("\"\\uDC4D\"", 1, 2, "\\u is followed by half a character"),
    ("\"\\uD83D\\u0041\"", 1, 2, "\\u is followed by half a character"),
    ("// no\n1", 1, 1, "here should stand a value"), ("{\"é膝\": x}", 1, 8, "x is no value"),
  ])
  func `says what is no JSON, and where`(text: String, line: Int, column: Int, summary: String) {
    let fault = #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8)) }
    #expect(fault?.place == TextPlace(line: line, column: column))
    #expect(fault?.summary == summary)
  }

  @Test func `bytes that are not UTF-8 are a fault at their place`() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      let fault = #expect(throws: JSONFault.self) {
        try JSONReader.read(Array("[\n\"".utf8) + bytes + Array("\"]".utf8))
      }
      #expect(fault?.place == TextPlace(line: 2, column: 2))
      #expect(fault?.summary == "a byte is not UTF-8")
    }
  }

  @Test func `a byte order mark is a fault`() {
    let fault = #expect(throws: JSONFault.self) { try JSONReader.read([0xEF, 0xBB, 0xBF, 0x31]) }
    #expect(fault?.summary == "the file begins with a byte order mark")
  }

  @Test func `nesting has an end`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.read(nested(32))
    let fault = #expect(throws: JSONFault.self) { try JSONReader.read(nested(33)) }
    #expect(fault?.place == TextPlace(line: 1, column: 33))
    #expect(throws: JSONFault.self) { try JSONReader.read(nested(100_000)) }
  }

  @Test func `no bytes make the reader trap, and what it reads it writes`() throws {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array(#"{}[]",:\u0123456789eE+-.truefalsn "#.utf8) + [0x0A, 0xC3, 0xA9, 0xFF, 0]
    var readable = 0
    for round in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        round % 4 == 0
          ? UInt8.random(in: 0...255, using: &random)
          : alphabet.randomElement(using: &random) ?? 0
      }
      guard let node = try? JSONReader.read(bytes) else { continue }
      readable += 1
      let json = node.value.json
      #expect(try JSONReader.read(Array(json.text.utf8)).value.json == json)
    }
    #expect(readable > 100)
  }

  @Test func `text is written so that it reads back`() throws {
    let text = String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar($0) }))
    let written = JSON.string(text + "\u{202E}\u{2028}\u{E000}\u{10FFFF}").text
    #expect(!written.utf8.dropLast().contains { $0 < 0x20 })
    #expect(!written.unicodeScalars.contains("\u{202E}"))
    guard case .string(let read) = try JSONReader.read(Array(written.utf8)).value else {
      Issue.record("no string")
      return
    }
    #expect(Array(read.unicodeScalars.prefix(0x300)) == Array(text.unicodeScalars))
  }
}

extension JSONNode.Value {
  /// The value without its places.
  var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.value.json))
    case .object(let members): .object(members.map { .init($0.name, $0.node.value.json) })
    }
  }
}
