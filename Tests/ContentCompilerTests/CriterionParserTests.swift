import QuestionnaireModel
import Testing

@testable import ContentCompiler

/// The text form of a criterion, before its names mean anything.
@Suite struct CriterionParserTests {
  @Test(arguments: [
    ("a", "a"),
    ("a.b", "a.b"),
    ("not a", "(not a)"),
    ("a or b and c", "(or a (and b c))"),
    ("a and b or c and d", "(or (and a b) (and c d))"),
    ("(a or b) and c", "(and (or a b) c)"),
    ("not a and b", "(and (not a) b)"),
    ("not (a and b)", "(not (and a b))"),
    ("age >= 55 and not injury is none", "(and (>= age 55) (not (is injury none)))"),
    ("x is not y", "(is-not x y)"),
    ("x is y or x is z", "(or (is x y) (is x z))"),
    ("x in [a, b-2]", "(in x a b-2)"),
    ("x in [a,]", "(in x a)"),
    ("x in []", "(in x)"),
    ("x includes a", "(includes x a)"),
    ("x is unknown", "(unknown x)"),
    ("not x.y is answered", "(not (answered x.y))"),
    ("age < 2.5 years", "(< age 2.5 years)"),
    ("age<=55", "(<= age 55)"),
    ("age = 55", "(= age 55)"),
    ("size.weight > 50 kg", "(> size.weight 50 kg)"),
    ("at least 2 of (a, b or c, d.e is f)", "(2-of a (or b c) (is d.e f))"),
    ("always", "true"),
    ("never or a", "(or false a)"),
    ("stiffness is over-30", "(is stiffness over-30)"),
    ("stage is 2", "(is stage 2)"),
    ("a is 12-weeks", "(is a 12-weeks)"),
    ("  a\n  and\tb ", "(and a b)"),
    ("((a))", "a"),
  ])
  func `a criterion is read as its tree`(text: String, tree: String) throws {
    #expect(try CriterionParser.parse(text).tree == tree)
  }

  @Test(arguments: [
    ("1️⃣", "the criterion ends too early", "write what is missing at its end"),
    ("a and1️⃣", "the criterion ends too early", "write what is missing at its end"),
    ("a 1️⃣b", "'b' stands after the end of the criterion", "put 'and' or 'or' before it"),
    (
      "a and 1️⃣and b", "'and' cannot stand here",
      "write the name of an item or a definition before it"
    ),
    ("1️⃣is a", "'is' cannot stand here", "write the name of an item or a definition before it"),
    ("(a or b1️⃣", "expected something else than the end", "close the parenthesis with ')'"),
    ("a1️⃣)", "')' closes nothing", "remove it, or add '('"),
    ("a 1️⃣& b", "'&' is not part of a criterion", "write 'and'"),
    ("a 1️⃣|| b", "'|' is not part of a criterion", "write 'or'"),
    ("a 1️⃣!= b", "'!' is not part of a criterion", "write 'not', or 'is not'"),
    ("a 1️⃣== 5", "'==' is not part of a criterion", "write '='"),
    ("a 1️⃣≥ 5", "'≥' is not part of a criterion", "write '>='"),
    ("a > 1️⃣-5", "'-' is not part of a criterion", "numbers below 0 are not part of the language"),
    ("a >=1️⃣", "a number is missing, the end stands there", "write digits after the sign"),
    ("a >= 1️⃣b", "a number is missing, 'b' stands there", "write digits after the sign"),
    (
      "1️⃣55 <= a", "a criterion cannot begin with a number",
      "write the item first, as in 'age >= 55'"
    ),
    ("a 1️⃣not in [b]", "'not' cannot stand here", "write 'not x in [...]', or 'x is not y'"),
    ("a is 1️⃣in [b]", "'is in' is not part of a criterion", "write 'in [...]'"),
    ("a is not 1️⃣unknown", "'is not' takes an option", "write 'not ... is unknown'"),
    ("a is1️⃣", "an option is missing, the end stands there", "write its id"),
    ("a in 1️⃣b", "expected something else than 'b'", "write 'in [a, b]'"),
    (
      "a in [b 1️⃣c]", "expected something else than 'c'",
      "put commas between the options and ']' after the last"
    ),
    ("a includes 1️⃣[b]", "an option is missing, '[' stands there", "write its id"),
    ("a.1️⃣", "the name of a row is missing, the end stands there", "write its id"),
    ("at 1️⃣most 2 of (a)", "expected something else than 'most'", "write 'at least 2 of (a, b, c)'"),
    (
      "at least 1️⃣two of (a)", "a count is missing after 'at least'",
      "write 'at least 2 of (a, b, c)'"
    ),
    (
      "at least 1️⃣1.5 of (a)", "a count is missing after 'at least'",
      "write 'at least 2 of (a, b, c)'"
    ),
    ("at least 2 of 1️⃣a, b", "expected something else than 'a'", "write 'at least 2 of (a, b, c)'"),
    (
      "at least 2 of (a 1️⃣b)", "expected something else than 'b'",
      "put commas between the parts and ')' after the last"
    ),
    ("not not 1️⃣a", "'not not' says nothing", "remove both"),
    (
      "a is b 1️⃣is c", "'is' stands after a whole criterion",
      "put 'and' or 'or' between two criteria"
    ),
    ("1️⃣", "the criterion ends too early", "write what is missing at its end"),
  ])
  func `a fault of the text is reported where it is`(
    marked: String, summary: String, remedy: String
  ) {
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    let text = parts.joined()
    #expect(
      throws: CriterionFault(
        offset: parts[0].unicodeScalars.count, summary: summary, remedy: remedy)
    ) { try CriterionParser.parse(text) }
  }

  @Test func `deep nesting is a fault and no trap`() {
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "not ", count: 100_000) + "a",
    ] {
      #expect(throws: CriterionFault.self) { try CriterionParser.parse(text) }
    }
    func nested(_ levels: Int) -> String {
      String(repeating: "(", count: levels) + "a" + String(repeating: ")", count: levels)
    }
    #expect(throws: Never.self) { try CriterionParser.parse(nested(39)) }
    #expect(throws: CriterionFault.self) { try CriterionParser.parse(nested(40)) }
  }
}

extension CriterionSyntax {
  /// The tree as text: the operator before its parts.
  fileprivate var tree: String {
    func list(_ head: String, _ parts: [CriterionSyntax]) -> String {
      "(" + ([head] + parts.map(\.tree)).joined(separator: " ") + ")"
    }
    switch self {
    case .any(let parts): return list("or", parts)
    case .all(let parts): return list("and", parts)
    case .not(let part): return list("not", [part])
    case .atLeast(let count, let parts, _): return list("\(count)-of", parts)
    case .constant(let holds): return String(holds)
    case .test(let subject, let tail):
      let name = subject.description
      switch tail {
      case .alone: return name
      case .isOption(let word): return "(is \(name) \(word.text))"
      case .isNotOption(let word): return "(is-not \(name) \(word.text))"
      case .isIn(let words, _):
        return "(" + (["in", name] + words.map(\.text)).joined(separator: " ") + ")"
      case .includes(let word): return "(includes \(name) \(word.text))"
      case .compare(let comparison, let number, let unit, _):
        return
          "(\(comparison.rawValue) \(name) \(plain(number))\(unit.map { " " + $0.text } ?? ""))"
      case .isUnknown: return "(unknown \(name))"
      case .isAnswered: return "(answered \(name))"
      }
    }
  }
}
