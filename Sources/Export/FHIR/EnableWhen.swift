import QuestionnaireModel
import RecommendationCore

/// FHIR's own `enableWhen`: a few tests of answers, of which all or any have to hold.
///
/// Only for what means the same there. An item whose answer is missing is not asked by `enableWhen`,
/// but by us where its criterion is unknown; "not sure" is neither an answer nor none, so that
/// `exists` is used for no item that offers it. The rest is an expression.
struct EnableWhen {
  let needsAll: Bool
  let tests: [JSON]

  /// `nil` where the item's criterion has no such form.
  init?(_ item: Item, of questionnaire: Questionnaire, asked: AskedPaths, names: FHIRNames) {
    guard let criterion = item.enableWhen, item.clarifies == nil, !item.isPrivate else {
      return nil
    }
    let reader = EnableWhenReader(questionnaire: questionnaire, asked: asked, names: names)
    if let tests = reader.all(of: criterion), !tests.isEmpty {
      self.init(needsAll: true, tests: tests)
    } else if let tests = reader.any(of: criterion), !tests.isEmpty {
      self.init(needsAll: false, tests: tests)
    } else {
      return nil
    }
  }

  private init(needsAll: Bool, tests: [JSON]) {
    self.needsAll = needsAll
    self.tests = tests
  }
}

private struct EnableWhenReader {
  let questionnaire: Questionnaire
  let asked: AskedPaths
  let names: FHIRNames

  func all(of criterion: Criterion) -> [JSON]? {
    switch criterion {
    case .all(let parts): return joined(parts.map(all))
    case .test(let subject, let predicate):
      let tests = any(predicate, subject)
      return tests?.count == 1 ? tests : nil
    case .any, .not, .atLeast: return nil
    }
  }

  func any(of criterion: Criterion) -> [JSON]? {
    switch criterion {
    case .any(let parts): joined(parts.map(any))
    case .test(let subject, let predicate): any(predicate, subject)
    case .all, .not, .atLeast: nil
    }
  }

  private func joined(_ tests: [[JSON]?]) -> [JSON]? {
    let found = tests.compactMap { $0 }
    return found.count == tests.count ? found.flatMap { $0 } : nil
  }

  /// Tests of which any holds exactly when the predicate holds or is unknown.
  private func any(_ predicate: Predicate, _ subject: Subject) -> [JSON]? {
    guard let item = questionnaire[subject.item], subject.part == nil,
      questionnaire.clarifier(of: subject) == nil
    else { return nil }
    let isAlwaysAnswered = asked[item.id] == .yes && !item.offersNotSure && !item.maySkip
    let orOpen = isAlwaysAnswered ? [test(item, "exists", "Boolean", .bool(false))] : nil
    switch (predicate, item.kind) {
    case (.isOneOf(let options), .yesNo):
      return orOpen.map { open in
        options.map { test(item, "=", "Boolean", .bool($0 == .yes)) } + open
      }
    case (.isOneOf(let options), .choice):
      return orOpen.map { open in options.map { test(item, $0) } + open }
    case (.includes(let option), .choices), (.includes(let option), .zones):
      return orOpen.map { [test(item, option)] + $0 }
    case (.compare(let comparison, let bound), .number(let range)) where range.units.isEmpty:
      guard let unit = range.unit.ucum else { return nil }
      let number = JSON.element([
        "value": .number(bound / range.unit.factor), "system": .string(JSON.ucum),
        "code": .string(unit),
      ])
      let holds = test(item, comparison.rawValue, "Quantity", number)
      // An unknown number that counts as too large or too small leaves nothing unknown.
      if item.assumed(comparison, bound) == false { return [holds] }
      return orOpen.map { [holds] + $0 }
    default: return nil
    }
  }

  private func test(_ item: Item, _ option: AnswerOption.ID) -> JSON {
    test(item, "=", "Coding", .coding(names.options(of: item), option.rawValue))
  }

  private func test(_ item: Item, _ sign: String, _ type: String, _ answer: JSON) -> JSON {
    .object([
      JSON.Member("question", .string(item.linkID)), JSON.Member("operator", .string(sign)),
      JSON.Member("answer" + type, answer),
    ])
  }
}
