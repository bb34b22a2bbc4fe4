import QuestionnaireModel

/// Reads the text form of a criterion.
///
///     or      = and { "or" and }
///     and     = not { "and" not }
///     not     = "not" not | part
///     part    = "(" or ")" | "at" "least" number "of" "(" or { "," or } ")" | "always" | "never" | subject [ tail ]
///     subject = word [ "." word ]
///     tail    = "is" "unknown" | "is" "answered" | "is" [ "not" ] word | "in" "[" word { "," word } "]"
///             | "includes" word | ( "<" | "<=" | ">" | ">=" | "=" ) number [ word ]
struct CriterionParser {
  private let tokens: [CriterionToken]
  private var next = 0
  private var depth = 0

  /// Throws the first fault of the text.
  static func parse(_ text: String) throws(CriterionFault) -> CriterionSyntax {
    var lexer = CriterionLexer(text)
    var parser = CriterionParser(tokens: try lexer.tokens())
    let syntax = try parser.anyOf()
    guard parser.token.kind == .end else { throw parser.faultOfRest() }
    return syntax
  }

  private init(tokens: [CriterionToken]) { self.tokens = tokens }

  /// The next token; the last one is the end, and is never passed.
  private var token: CriterionToken { tokens[min(next, tokens.count - 1)] }

  private mutating func advance() { if next < tokens.count - 1 { next += 1 } }

  private mutating func take(_ keyword: String) -> Bool {
    if token.kind != .word(keyword) { return false }
    advance()
    return true
  }

  private mutating func expect(_ kind: CriterionToken.Kind, _ remedy: String) throws(CriterionFault)
  {
    if token.kind != kind { throw fault("expected something else than \(token.name)", remedy) }
    advance()
  }

  private func fault(_ summary: String, _ remedy: String) -> CriterionFault {
    CriterionFault(offset: token.offset, summary: summary, remedy: remedy)
  }

  private func faultOfRest() -> CriterionFault {
    switch token.kind {
    case .close: fault("')' closes nothing", "remove it, or add '('")
    case .word("not"): fault("'not' cannot stand here", "write 'not x in [...]', or 'x is not y'")
    case .word("is"), .word("in"), .word("includes"), .comparison:
      fault(
        "\(token.name) stands after a whole criterion", "put 'and' or 'or' between two criteria")
    default:
      fault("\(token.name) stands after the end of the criterion", "put 'and' or 'or' before it")
    }
  }

  private mutating func anyOf() throws(CriterionFault) -> CriterionSyntax {
    depth += 1
    defer { depth -= 1 }
    if depth > 40 {
      throw fault("the criterion is nested too deep", "make definitions of its parts")
    }
    var parts = [try allOf()]
    while take("or") { parts.append(try allOf()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func allOf() throws(CriterionFault) -> CriterionSyntax {
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(CriterionFault) -> CriterionSyntax {
    var count = 0
    while take("not") { count += 1 }
    if count > 1 { throw fault("'not not' says nothing", "remove both") }
    let part = try part()
    return count == 1 ? .not(part) : part
  }

  private mutating func part() throws(CriterionFault) -> CriterionSyntax {
    switch token.kind {
    case .open:
      advance()
      let inner = try anyOf()
      try expect(.close, "close the parenthesis with ')'")
      return inner
    case .word("at"): return try counting()
    case .word("always"), .word("never"):
      defer { advance() }
      return .constant(token.kind == .word("always"))
    case .word(let word) where CriterionSyntax.keywords.contains(word):
      throw fault(
        "'\(word)' cannot stand here", "write the name of an item or a definition before it")
    case .word: return .test(try subject(), try tail())
    case .end: throw fault("the criterion ends too early", "write what is missing at its end")
    case .number:
      throw fault(
        "a criterion cannot begin with a number", "write the item first, as in 'age >= 55'")
    default:
      throw fault("\(token.name) cannot stand here", "write the name of an item or a definition")
    }
  }

  private mutating func counting() throws(CriterionFault) -> CriterionSyntax {
    let offset = token.offset
    let remedy = "write 'at least 2 of (a, b, c)'"
    advance()
    try expect(.word("least"), remedy)
    guard case .number(let number, _) = token.kind, let count = Int(exactly: number) else {
      throw fault("a count is missing after 'at least'", remedy)
    }
    advance()
    try expect(.word("of"), remedy)
    try expect(.open, remedy)
    var parts = [try anyOf()]
    while token.kind == .comma {
      advance()
      parts.append(try anyOf())
    }
    try expect(.close, "put commas between the parts and ')' after the last")
    return .atLeast(count, parts, offset: offset)
  }

  private mutating func subject() throws(CriterionFault) -> CriterionSyntax.Subject {
    let item = try word("the name of an item")
    guard token.kind == .dot else { return CriterionSyntax.Subject(item: item, part: nil) }
    advance()
    return CriterionSyntax.Subject(item: item, part: try word("the name of a row"))
  }

  private mutating func tail() throws(CriterionFault) -> CriterionSyntax.Tail {
    switch token.kind {
    case .word("is"):
      advance()
      if take("unknown") { return .isUnknown }
      if take("answered") { return .isAnswered }
      if token.kind == .word("in") {
        throw fault("'is in' is not part of a criterion", "write 'in [...]'")
      }
      guard take("not") else { return .isOption(try word("an option")) }
      if token.kind == .word("unknown") || token.kind == .word("answered") {
        throw fault(
          "'is not' takes an option", "write 'not ... is \(token.name.filter { $0 != "'" })'")
      }
      return .isNotOption(try word("an option"))
    case .word("in"):
      advance()
      return try list()
    case .word("includes"):
      advance()
      return .includes(try word("an option"))
    case .comparison(let sign):
      guard let comparison = Comparison(rawValue: sign) else { return .alone }
      advance()
      return try bound(comparison)
    default: return .alone
    }
  }

  private mutating func list() throws(CriterionFault) -> CriterionSyntax.Tail {
    let offset = token.offset
    try expect(.openList, "write 'in [a, b]'")
    var words: [CriterionSyntax.Word] = []
    while token.kind != .closeList {
      words.append(try word("an option"))
      if token.kind == .comma { advance() } else { break }
    }
    try expect(.closeList, "put commas between the options and ']' after the last")
    return .isIn(words, offset: offset)
  }

  private mutating func bound(_ comparison: Comparison) throws(CriterionFault)
    -> CriterionSyntax.Tail
  {
    let offset = token.offset
    guard case .number(let number, _) = token.kind else {
      throw fault("a number is missing, \(token.name) stands there", "write digits after the sign")
    }
    advance()
    if case .word(let unit) = token.kind, !CriterionSyntax.keywords.contains(unit) {
      defer { advance() }
      return .compare(
        comparison, number, unit: CriterionSyntax.Word(text: unit, offset: token.offset),
        offset: offset)
    }
    return .compare(comparison, number, unit: nil, offset: offset)
  }

  /// An id: any word that is no keyword.
  ///
  /// An option may be called what it likes, digits alone too.
  private mutating func word(_ what: String) throws(CriterionFault) -> CriterionSyntax.Word {
    let offset = token.offset
    switch token.kind {
    case .word(let text) where !CriterionSyntax.keywords.contains(text):
      advance()
      return CriterionSyntax.Word(text: text, offset: offset)
    case .number(_, let digits):
      advance()
      return CriterionSyntax.Word(text: digits, offset: offset)
    default:
      throw fault("\(what) is missing, \(token.name) stands there", "write its id")
    }
  }
}
