import QuestionnaireModel
import RecommendationCore

/// When each item is asked, as FHIRPath over a QuestionnaireResponse that holds the answers to the
/// items that are asked.
///
/// FHIRPath is asked twice of each criterion: whether it surely holds, and whether it can hold,
/// since an item is asked unless its criterion surely does not hold (`Answers.truth`). An answer
/// without a value is "not sure" or "declined". What is not there is open or hidden; which of the
/// two is worked out from when that item is asked, not from whether it stands in the response,
/// where open items may be left out.
struct AskedPaths: Sendable {
  private let questionnaire: Questionnaire
  private var found: [Item.ID: PathTest] = [:]

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    for item in questionnaire.items where found[item.id] == nil {
      found[item.id] = asked(item)?.simplified
    }
  }

  /// `nil` where it cannot be said: a criterion on a date or on the body mass index.
  subscript(id: Item.ID) -> PathTest? { found[id] }

  private func asked(_ item: Item) -> PathTest? {
    var parts: [PathTest] = []
    if item.isPrivate, let another = questionnaire.forAnotherWhen {
      guard let isAnother = certain(another) else { return nil }
      parts.append(.not(isAnother))
    }
    if let subject = item.clarifies {
      guard let path = path(to: subject) else { return nil }
      parts.append(.call(path + ".answer.where(value.empty()).exists()"))
    }
    if let criterion = item.enableWhen {
      guard let holds = possible(criterion) else { return nil }
      parts.append(holds)
    }
    return .all(parts)
  }

  // MARK: - Criteria

  /// Not surely false.
  func possible(_ criterion: Criterion) -> PathTest? {
    switch criterion {
    case .all(let parts): parts.each(possible).map { .all($0) }
    case .any(let parts): parts.each(possible).map { .any($0) }
    case .atLeast(let count, let parts): parts.each(possible).map { .atLeast(count, $0) }
    case .not(let part): certain(part).map { .not($0) }
    case .test(let subject, let predicate): test(predicate, subject)?.possible
    }
  }

  /// Surely true.
  func certain(_ criterion: Criterion) -> PathTest? {
    switch criterion {
    case .all(let parts): parts.each(certain).map { .all($0) }
    case .any(let parts): parts.each(certain).map { .any($0) }
    case .atLeast(let count, let parts): parts.each(certain).map { .atLeast(count, $0) }
    case .not(let part): possible(part).map { .not($0) }
    case .test(let subject, let predicate): test(predicate, subject)?.certain
    }
  }

  private func test(
    _ predicate: Predicate, _ subject: Subject
  ) -> (certain: PathTest, possible: PathTest)? {
    guard let item = questionnaire[subject.item], let asked = found[item.id],
      let values = values(of: subject)
    else { return nil }
    let unknown = PathTest.all([asked, .call(values + ".empty()")])
    let holds: PathTest
    switch predicate {
    case .isUnknown: return (unknown, unknown)
    case .isAnswered:
      let known = PathTest.call(values + ".exists()")
      return (known, known)
    case .isOneOf(let wanted): holds = chosen(values, wanted, of: item, subject)
    case .isNoneOf(let wanted):
      holds = .all([
        .call(values + ".exists()"), .not(chosen(values, wanted, of: item, subject)),
      ])
    case .includes(let wanted): holds = chosen(values, [wanted], of: item, subject)
    case .compare(let comparison, let bound):
      guard let compared = compared(values, comparison, bound, subject, item) else { return nil }
      holds = compared
      switch subject.part == nil ? item.assumed(comparison, bound) : nil {
      case true?: return (.any([holds, unknown]), .any([holds, unknown]))
      case false?: return (holds, holds)
      case nil: break
      }
    }
    return (holds, .any([holds, unknown]))
  }

  /// Whether one of the options was chosen; those of yes-no items and rows are true and false.
  private func chosen(
    _ values: String, _ options: [AnswerOption.ID], of item: Item, _ subject: Subject
  ) -> PathTest {
    let tests = options.map { option in
      item.isAnsweredYesOrNo(subject.part) ? "$this = \(option == .yes)" : "code = '\(option)'"
    }
    return tests.isEmpty
      ? .no : .call("\(values).where(\(tests.joined(separator: " or "))).exists()")
  }

  /// `nil` for a date and for what is worked out of two numbers.
  private func compared(
    _ values: String, _ comparison: Comparison, _ bound: Double, _ subject: Subject, _ item: Item
  ) -> PathTest? {
    let range: Item.NumberRange
    switch (item.kind, subject.part) {
    case (.scale, nil):
      range = Item.NumberRange(unit: .none, units: [], least: 0, most: 10, decimals: 0)
    case (.number(let own), nil): range = own
    case (.bodySize, .height?): range = BodySize.height
    case (.bodySize, .weight?): range = BodySize.weight
    default: return nil
    }
    let tests = ([range.unit] + range.units).map { unit in
      let number = numberText(bound / unit.factor)
      return unit.ucum.map { "code = '\($0)' and value \(comparison.rawValue) \(number)" }
        ?? "$this \(comparison.rawValue) \(number)"
    }
    return .call("\(values).where(\(tests.joined(separator: " or "))).exists()")
  }

  // MARK: - Paths

  /// What was answered, a sign that was asked again by that answer.
  private func values(of subject: Subject) -> String? {
    guard let own = path(to: subject) else { return nil }
    guard let again = questionnaire.clarifier(of: subject), let path = path(to: Subject(again))
    else {
      return own + ".answer.value"
    }
    return "(\(own).answer.value | \(path).answer.value)"
  }

  private func path(to subject: Subject) -> String? {
    guard let item = questionnaire[subject.item], let section = questionnaire.section(of: item.id)
    else { return nil }
    func child(_ link: String) -> String { ".item.where(linkId = '\(link)')" }
    let whole = "%resource" + child(section.linkID) + child(item.linkID)
    switch subject.part {
    case nil: return whole
    case .row, .height, .weight: return whole + child(subject.description)
    case .bmi: return nil
    }
  }
}

extension Item {
  /// Whether the item, or a row of it, is answered with a FHIR boolean.
  func isAnsweredYesOrNo(_ part: Subject.Part?) -> Bool {
    if case .row = part { options.isEmpty } else { kind == .yesNo }
  }

  /// What an unknown number gives outside rules of safety, by its `when-unknown`.
  func assumed(_ comparison: Comparison, _ bound: Double) -> Bool? {
    guard let least = whenUnknown?.atLeast, case .number(let range) = kind else { return nil }
    let atLeast = least * range.unit.factor
    switch comparison {
    case .greaterOrEqual: return bound <= atLeast ? true : nil
    case .greater: return bound < atLeast ? true : nil
    case .less: return bound <= atLeast ? false : nil
    case .lessOrEqual, .equal: return bound < atLeast ? false : nil
    }
  }
}

extension [Criterion] {
  /// What each becomes; `nil` where one becomes nothing.
  fileprivate func each(_ become: (Criterion) -> PathTest?) -> [PathTest]? {
    let made = compactMap(become)
    return made.count == count ? made : nil
  }
}
