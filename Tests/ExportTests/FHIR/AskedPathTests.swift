import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

@Suite struct `When an item is asked` {
  private static let options = ["red", "blue"].map { AnswerOption(id: .init($0), text: $0) }
  private static let years = Item.NumberRange(
    unit: .years, units: [], least: 0, most: 120, decimals: 0)
  private static let mass = Item.NumberRange(
    unit: .kilograms, units: [.pounds], least: 0, most: 400, decimals: 1)

  private static func item(
    _ id: Item.ID, _ kind: Item.Kind, notSure: Bool = false, isPrivate: Bool = false,
    when: Criterion? = nil, clarifies: Subject? = nil, known: AssumedNumber? = nil
  ) -> Item {
    Item(
      id: id, ask: "?", why: "!", summary: "s", kind: kind, offersNotSure: notSure, maySkip: false,
      isPrivate: isPrivate, enableWhen: when, clarifies: clarifies, whenUnknown: known)
  }

  /// The item of a criterion, behind one of each kind.
  private static func questionnaire(_ last: Item) -> Questionnaire {
    let items = [
      item("color", .choice(options)), item("vague", .choice(options), notSure: true),
      item("age", .number(years), notSure: true, known: AssumedNumber(atLeast: 18, countsAs: 75)),
      item("load", .number(mass)), item("level", .scale(low: "l", high: "h")),
      item("many", .choices(options)), item("ill", .yesNo),
      item("signs", .each(rows: options, options: [])), item("size", .bodySize),
      item("sign-again", .yesNo, clarifies: Subject("signs", .row("red"))),
      item("late", .yesNo, when: test("color", .isOneOf(["red"]))), item("since", .date), last,
    ]
    return Questionnaire(
      sections: [Section(id: "s", title: "S", isEmergency: false, items: items)],
      forAnotherWhen: test("color", .isOneOf(["blue"])))
  }

  private static func test(_ item: Item.ID, _ predicate: Predicate) -> Criterion {
    .test(Subject(item), predicate)
  }

  private static func test(
    _ item: Item.ID, _ part: Subject.Part, _ predicate: Predicate
  ) -> Criterion {
    .test(Subject(item, part), predicate)
  }

  /// The path of an item, shortened in the tables.
  private static func short(_ text: String) -> String {
    text.replacing("%resource.item.where(linkId = 'section/s')", with: "%")
      .replacing(/\.item\.where\(linkId = '([^']+)'\)/) { "/" + $0.output.1 }
  }

  @Test(
    arguments: [
      (
        test("color", .isOneOf(["red"])),
        "%/color.answer.value.where(code = 'red').exists() or %/color.answer.value.empty()"
      ),
      (
        test("color", .isNoneOf(["red"])),
        "(%/color.answer.value.exists() and %/color.answer.value.where(code = 'red').exists().not()) or %/color.answer.value.empty()"
      ),
      (
        .not(test("color", .isOneOf(["red"]))),
        "%/color.answer.value.where(code = 'red').exists().not()"
      ),
      (
        .not(.not(test("color", .isOneOf(["red"])))),
        "%/color.answer.value.where(code = 'red').exists() or %/color.answer.value.empty()"
      ),
      (
        test("many", .includes("red")),
        "%/many.answer.value.where(code = 'red').exists() or %/many.answer.value.empty()"
      ),
      (
        test("ill", .isOneOf([.yes])),
        "%/ill.answer.value.where($this = true).exists() or %/ill.answer.value.empty()"
      ),
      (test("ill", .isAnswered), "%/ill.answer.value.exists()"),
      (test("ill", .isUnknown), "%/ill.answer.value.empty()"),
      (
        test("level", .compare(.greaterOrEqual, 7)),
        "%/level.answer.value.where($this >= 7).exists() or %/level.answer.value.empty()"
      ),
      // A number that is not known counts as 18 or more.
      (
        test("age", .compare(.greaterOrEqual, 18 * 365.25)),
        "%/age.answer.value.where(code = 'a' and value >= 18).exists() or %/age.answer.value.empty()"
      ),
      (
        test("age", .compare(.less, 18 * 365.25)),
        "%/age.answer.value.where(code = 'a' and value < 18).exists()"
      ),
      (
        .not(test("age", .compare(.greaterOrEqual, 18 * 365.25))),
        "(%/age.answer.value.where(code = 'a' and value >= 18).exists() or %/age.answer.value.empty()).not()"
      ),
      (
        .not(test("age", .compare(.greaterOrEqual, 55 * 365.25))),
        "%/age.answer.value.where(code = 'a' and value >= 55).exists().not()"
      ),
      (
        test("load", .compare(.greater, 45.359237)),
        "%/load.answer.value.where(code = 'kg' and value > 45.359237 or code = '[lb_av]' and value > 100).exists() or %/load.answer.value.empty()"
      ),
      // A row, and one that was asked again.
      (
        test("signs", .row("blue"), .isOneOf([.yes])),
        "%/signs/signs.blue.answer.value.where($this = true).exists() or %/signs/signs.blue.answer.value.empty()"
      ),
      (
        test("signs", .row("red"), .isAnswered),
        "(%/signs/signs.red.answer.value | %/sign-again.answer.value).exists()"
      ),
      (test("size", .weight, .isAnswered), "%/size/size.weight.answer.value.exists()"),
      // Without an answer it may be hidden, which is no reason to ask.
      (
        test("late", .isOneOf([.yes])),
        "%/late.answer.value.where($this = true).exists() or ((%/color.answer.value.where(code = 'red').exists() or %/color.answer.value.empty()) and %/late.answer.value.empty())"
      ),
      (
        .all([test("ill", .isAnswered), test("color", .isAnswered)]),
        "%/ill.answer.value.exists() and %/color.answer.value.exists()"
      ),
      (
        .atLeast(1, [test("ill", .isAnswered), .never]),
        "(iif(%/ill.answer.value.exists(), 1, 0)) >= 1"
      ),
      (.always, "true"), (.never, "false"),
    ] as [(Criterion, String)])
  func `is whether its criterion can hold`(criterion: Criterion, path: String) {
    let paths = AskedPaths(Self.questionnaire(Self.item("last", .yesNo, when: criterion)))
    #expect(paths["last"].map { Self.short($0.text) } == path)
  }

  @Test func `a sign that was not sure`() {
    let paths = AskedPaths(Self.questionnaire(Self.item("last", .yesNo)))
    #expect(
      paths["sign-again"].map { Self.short($0.text) }
        == "%/signs/signs.red.answer.where(value.empty()).exists()")
    #expect(paths["last"] == .yes)
  }

  @Test func `a private item is not asked of another`() {
    let paths = AskedPaths(Self.questionnaire(Self.item("last", .yesNo, isPrivate: true)))
    #expect(
      paths["last"].map { Self.short($0.text) }
        == "%/color.answer.value.where(code = 'blue').exists().not()")
  }

  @Test func `cannot be said of a date, and not of what hangs on that`() {
    let since = Self.test("since", .compare(.less, 84))
    #expect(AskedPaths(Self.questionnaire(Self.item("last", .yesNo, when: since)))["last"] == nil)
    let bmi = Self.test("size", .bmi, .compare(.greater, 25))
    let either = Criterion.any([bmi, Self.test("ill", .isAnswered)])
    #expect(AskedPaths(Self.questionnaire(Self.item("last", .yesNo, when: either)))["last"] == nil)
  }

  // MARK: enableWhen

  @Test(
    arguments: [
      (test("color", .isOneOf(["red"])), false, ["color = red", "color exists false"]),
      (test("many", .includes("red")), false, ["many = red", "many exists false"]),
      (test("ill", .isOneOf([.yes])), false, ["ill = true", "ill exists false"]),
      (test("age", .compare(.less, 18 * 365.25)), true, ["age < 18"]),
      (
        .any([test("age", .compare(.less, 18 * 365.25)), test("ill", .isOneOf([.yes]))]), false,
        ["age < 18", "ill = true", "ill exists false"]
      ),
      (
        .all([test("age", .compare(.less, 6 * 365.25)), test("age", .compare(.less, 18 * 365.25))]),
        true,
        ["age < 6", "age < 18"]
      ),
      // "Not sure" is neither an answer nor none.
      (test("vague", .isOneOf(["red"])), false, nil),
      (test("age", .compare(.greaterOrEqual, 18 * 365.25)), false, nil),
      (test("signs", .row("blue"), .isOneOf([.yes])), false, nil),
      // What is hidden has no answer either.
      (test("late", .isOneOf([.yes])), false, nil),
      // Two tests of which either is enough are no part of those that must all hold.
      (
        .all([test("color", .isOneOf(["red"])), test("age", .compare(.less, 18 * 365.25))]), false,
        nil
      ),
      (.not(test("color", .isOneOf(["red"]))), false, nil), (.always, false, nil),
      (test("load", .compare(.greater, 50)), false, nil),
    ] as [(Criterion, Bool, [String]?)])
  func `stands in enableWhen where that means the same`(
    criterion: Criterion, needsAll: Bool, tests: [String]?
  ) {
    let item = Self.item("last", .yesNo, when: criterion)
    let questionnaire = Self.questionnaire(item)
    let found = EnableWhen(
      item, of: questionnaire, asked: AskedPaths(questionnaire),
      names: FHIRNames(SmallPack.pack.manifest))
    #expect(found?.tests.map(Self.text) == tests)
    if let found { #expect(found.needsAll == needsAll) }
  }

  private static func text(_ test: JSON) -> String {
    guard case .object(let members) = test else { return "" }
    return members.map { member in
      switch member.value {
      case .string(let text): text
      case .bool(let value): String(value)
      case .object(let parts):
        parts.first {
          $0.name == "code" && !parts.contains { $0.name == "value" } || $0.name == "value"
        }
        .map { part in
          if case .string(let code) = part.value { code } else { part.value.line }
        } ?? ""
      default: ""
      }
    }
    .joined(separator: " ")
  }
}
