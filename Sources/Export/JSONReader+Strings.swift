extension JSONReader {
  mutating func readString() throws(JSONFault) -> String {
    let start = place
    advance()
    var text = ""
    while let scalar = next {
      switch scalar {
      case "\"":
        advance()
        return text
      case "\\": text.unicodeScalars.append(try readEscape())
      case "\u{0}"..."\u{1F}":
        throw fault("a text holds a line end or another control", "close the quotes before it")
      default:
        text.unicodeScalars.append(scalar)
        advance()
      }
    }
    throw JSONFault(place: start, summary: "a text is not closed", remedy: "close its quotes")
  }

  private mutating func readEscape() throws(JSONFault) -> Unicode.Scalar {
    let start = place
    advance()
    guard let scalar = next else {
      throw JSONFault(place: start, summary: "a text is not closed", remedy: "close its quotes")
    }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    if let meant = plain[scalar] {
      advance()
      return meant
    }
    guard scalar == "u" else {
      throw JSONFault(
        place: start, summary: "\\ before a character that needs none",
        remedy: "write \\\\ for a backslash")
    }
    advance()
    let unit = try readHex(from: start)
    // A pair of surrogates stands for one character beyond U+FFFF: RFC 8259, section 7.
    if (0xD800...0xDBFF).contains(unit), take("\\"), take("u") {
      let low = try readHex(from: start)
      if (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    } else if let scalar = Unicode.Scalar(unit) {
      return scalar
    }
    throw JSONFault(
      place: start, summary: "\\u is followed by half a character",
      remedy: "write the character itself")
  }

  private mutating func readHex(from start: TextPlace) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = next, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw JSONFault(
          place: start, summary: "\\u needs four hexadecimal digits", remedy: "add them")
      }
      value = value << 4 + UInt32(digit)
      advance()
    }
    return value
  }
}
