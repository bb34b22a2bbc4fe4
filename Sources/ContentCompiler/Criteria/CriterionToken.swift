/// A word, number or sign of a criterion, with the number of its first Unicode scalar.
struct CriterionToken: Equatable {
  enum Kind: Equatable {
    /// An id or a keyword.
    case word(String)
    case number(Double, String)
    case comparison(String)
    case open
    case close
    case openList
    case closeList
    case comma
    case dot
    case end
  }

  let kind: Kind
  let offset: Int

  /// The token as an author would name it.
  var name: String {
    switch kind {
    case .word(let word): "'\(word)'"
    case .number(_, let digits): "'\(digits)'"
    case .comparison(let sign): "'\(sign)'"
    case .open: "'('"
    case .close: "')'"
    case .openList: "'['"
    case .closeList: "']'"
    case .comma: "','"
    case .dot: "'.'"
    case .end: "the end"
    }
  }
}

/// A fault of the text form of a criterion.
struct CriterionFault: Error, Equatable {
  let offset: Int
  let summary: String
  let remedy: String
}

/// Cuts a criterion into tokens.
struct CriterionLexer {
  private let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// All tokens, the end among them; throws at the first sign that is not part of the language.
  mutating func tokens() throws(CriterionFault) -> [CriterionToken] {
    var tokens: [CriterionToken] = []
    while true {
      while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
      let offset = next
      let kind = try kind()
      tokens.append(CriterionToken(kind: kind, offset: offset))
      if kind == .end { return tokens }
    }
  }

  private mutating func kind() throws(CriterionFault) -> CriterionToken.Kind {
    guard next < scalars.count else { return .end }
    let scalar = scalars[next]
    if isWordPart(scalar) && scalar != "-" { return wordOrNumber() }
    let start = next
    next += 1
    switch scalar {
    case "(": return .open
    case ")": return .close
    case "[": return .openList
    case "]": return .closeList
    case ",": return .comma
    case ".": return .dot
    case "<", ">":
      if next < scalars.count, scalars[next] == "=" {
        next += 1
        return .comparison(scalar == "<" ? "<=" : ">=")
      }
      return .comparison(String(Character(scalar)))
    case "=":
      if next < scalars.count, scalars[next] == "=" {
        throw CriterionFault(
          offset: start, summary: "'==' is not part of a criterion", remedy: "write '='")
      }
      return .comparison("=")
    default:
      throw CriterionFault(
        offset: start, summary: "'\(Character(scalar))' is not part of a criterion",
        remedy: remedy(for: scalar))
    }
  }

  /// `up-to-30` and `12-weeks` are words, `12` and `2.5` numbers.
  private mutating func wordOrNumber() -> CriterionToken.Kind {
    let start = next
    while next < scalars.count, isWordPart(scalars[next]) { next += 1 }
    if scalars[start..<next].allSatisfy(isDigit) {
      if next + 1 < scalars.count, scalars[next] == ".", isDigit(scalars[next + 1]) {
        next += 1
        while next < scalars.count, isDigit(scalars[next]) { next += 1 }
      }
      let digits = string(start..<next)
      if let number = decimalNumber(digits) { return .number(number, digits) }
    }
    return .word(string(start..<next))
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
  }

  private func remedy(for scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "write 'and'"
    case "|": "write 'or'"
    case "!": "write 'not', or 'is not'"
    case "≥": "write '>='"
    case "≤": "write '<='"
    case "≠": "write 'is not'"
    case "-", "−": "numbers below 0 are not part of the language"
    case "%": "write the number without it"
    default: "remove it"
    }
  }
}
