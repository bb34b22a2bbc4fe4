import CoreTestKit
import QuestionnaireModel
import RecommendationCore

/// A small form with every kind of answer that rules read, a branch and a clarifying item.
enum SmallForm {
  static let signs = [
    item("signs", .each(rows: options("chest", "leg", "fever"), options: [])),
    item("check-chest", clarifies: Subject("signs", .row("chest"))),
  ]
  static let rest = [
    item(
      "age", .number(.years, to: 120), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75)),
    item("injury", .choice(options("none", "week", "older"))),
    item("swelling", when: .not(.is("injury", "none"))),
    item("health", .choices(options("kidney", "ulcer", "heart")), when: .isYes("swelling")),
    item("pain", .scale),
    item("operation", .date, when: .compare("pain", .greaterOrEqual, 3)),
  ]
  static let all = signs + rest

  static func answer(
    to item: Item, by generator: inout some RandomNumberGenerator
  ) -> Answer? {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return nil
    case 1: if case .each = item.kind { return .declined } else { return .notSure }
    case 2: return .declined
    default: break
    }
    switch item.kind {
    case .yesNo: return Bool.random(using: &generator) ? .yes : .no
    case .choice(let options):
      return options.randomElement(using: &generator).map { .option($0.id) }
    case .choices(let options):
      return .options(options.map(\.id).filter { _ in Bool.random(using: &generator) })
    case .each(let rows, _):
      var said: [AnswerOption.ID: RowAnswer] = [:]
      for row in rows {
        let answers: [RowAnswer?] = [nil, .notSure, .option(.yes), .option(.no)]
        said[row.id] = answers.randomElement(using: &generator) ?? nil
      }
      return .rows(said)
    case .number:
      return .number(Quantity(Double(Int.random(in: 0...120, using: &generator)), .years))
    case .scale: return .scale(Int.random(in: 0...10, using: &generator))
    case .date:
      return PartialDate(
        year: 2026, month: Bool.random(using: &generator) ? 11 : nil
      ).map { .date($0) }
    case .zones, .bodySize, .text: return nil
    }
  }

  static func sheet(_ generator: inout some RandomNumberGenerator) -> [Item.ID: Answer] {
    var said: [Item.ID: Answer] = [:]
    for item in all { said[item.id] = answer(to: item, by: &generator) }
    return said
  }
}

/// A random criterion over the small form; `depth` levels of and, or, not and at least.
func randomCriterion(_ generator: inout some RandomNumberGenerator, depth: Int = 2) -> Criterion {
  let tests: [Criterion] = [
    .row("signs", "chest"), .row("signs", "leg"), .row("signs", "fever"), .isYes("swelling"),
    .compare("age", .greaterOrEqual, 65 * 365.25), .compare("age", .less, 18 * 365.25),
    .is("injury", "week", "older"), .test(Subject("health"), .includes("ulcer")),
    .compare("pain", .greater, 6), .compare("operation", .less, 84),
    .test(Subject("swelling"), .isUnknown), .test(Subject("pain"), .isAnswered),
  ]
  func parts() -> [Criterion] {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      randomCriterion(&generator, depth: depth - 1)
    }
  }
  switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &generator) {
  case 1, 2: return .all(parts())
  case 3: return .any(parts())
  case 4: return .not(randomCriterion(&generator, depth: depth - 1))
  case 5: return .atLeast(Int.random(in: 1...2, using: &generator), parts())
  default: return tests.randomElement(using: &generator) ?? .never
  }
}

/// Random rules of every kind over the small form.
func randomRules(_ generator: inout some RandomNumberGenerator) -> Rules {
  func level() -> Disposition { Disposition.allCases.randomElement(using: &generator) ?? .routine }
  func criterion() -> Criterion { randomCriterion(&generator) }
  return rules(
    selfCareWhen: criterion(),
    flags: (0..<4).map { index in
      flag(
        .init("f\(index)"), level(), when: criterion(),
        unsure: Bool.random(using: &generator) ? level() : nil)
    },
    conditions: (0..<4).map { index in
      pattern(.init("p\(index)"), when: criterion(), [(criterion(), 4), (criterion(), 3)])
    },
    ladder: ladder(
      shownWhen: criterion(), [("core", .always), ("gel", criterion()), ("pills", criterion())]),
    treatments: ["core", "gel", "pills"].map { step in
      treatment(
        .init(step), step: .init(step), suits: criterion(), stop: criterion(),
        askFirst: criterion(), prescribed: criterion())
    },
    advice: (0..<2).map { advice(.init("a\($0)"), when: criterion()) },
    scores: [score("s", ["pain"])])
}
