import QuestionnaireModel

extension Criterion {
  /// The criterion in the language of the format, definitions in place: reading it again gives the
  /// same criterion.
  ///
  /// The form says what may stand alone, and in which unit a number reads best.
  func text(in questionnaire: Questionnaire) -> String {
    switch self {
    case .all(let parts):
      parts.isEmpty
        ? "always"
        : parts.map { $0.part(in: questionnaire, within: self) }.joined(separator: " and ")
    case .any(let parts):
      parts.isEmpty
        ? "never" : parts.map { $0.part(in: questionnaire, within: self) }.joined(separator: " or ")
    case .not(let part): "not " + part.part(in: questionnaire, within: self)
    case .atLeast(let count, let parts):
      "at least \(count) of ("
        + parts.map { $0.text(in: questionnaire) }.joined(separator: ", ") + ")"
    case .test(let subject, let predicate):
      predicate.text(of: subject, in: questionnaire)
    }
  }

  /// The text as a part of another criterion, in parentheses where they are needed.
  ///
  /// `a and (b or c)`, `(a or b) or c`, `not (not a)`; an `and` within an `or` needs none.
  private func part(in questionnaire: Questionnaire, within outer: Criterion) -> String {
    let text = text(in: questionnaire)
    return switch (outer, self) {
    case (_, .all([])), (_, .any([])), (.any, .all), (.all, .not), (.any, .not): text
    case (_, .all), (_, .any), (_, .not): "(" + text + ")"
    case (_, .atLeast), (_, .test): text
    }
  }
}

extension Predicate {
  fileprivate func text(of subject: Subject, in questionnaire: Questionnaire) -> String {
    let name = subject.description
    func list(_ options: [AnswerOption.ID]) -> String {
      options.map(\.rawValue).joined(separator: ", ")
    }
    switch self {
    case .isOneOf([.yes]) where questionnaire.isYesNo(subject): return name
    case .isOneOf(let options):
      return options.count == 1 ? "\(name) is \(options[0])" : "\(name) in [\(list(options))]"
    case .isNoneOf(let options):
      return options.count == 1
        ? "\(name) is not \(options[0])" : "not \(name) in [\(list(options))]"
    case .includes(let option): return "\(name) includes \(option)"
    case .isUnknown: return "\(name) is unknown"
    case .isAnswered: return "\(name) is answered"
    case .compare(let comparison, let bound):
      return "\(name) \(comparison.rawValue) " + questionnaire.number(bound, of: subject)
    }
  }
}

extension Questionnaire {
  fileprivate func isYesNo(_ subject: Subject) -> Bool {
    guard let item = self[subject.item] else { return false }
    return subject.part == nil ? item.kind == .yesNo : item.options.isEmpty
  }

  /// A bound with its unit, in the first unit that gives the bound again: a round number where
  /// there is one.
  fileprivate func number(_ bound: Double, of subject: Subject) -> String {
    let units = units(of: subject)
    var found: String?
    for unit in units {
      for digits in [1.0, 10, 1000, 1_000_000] {
        let value = (bound / unit.factor * digits).rounded() / digits
        guard Quantity(value, unit).inBaseUnit == bound else { continue }
        let text = plain(value) + (unit == .none ? "" : " " + unit.rawValue)
        if digits == 1 { return text }
        found = found ?? text
      }
    }
    return found ?? plain(bound)
      + (units.first.map { $0 == .none ? "" : " " + $0.base.rawValue } ?? "")
  }

  /// The units in which a subject can be compared, the one that reads best first.
  ///
  /// Not inches: their sign has another meaning in a criterion.
  private func units(of subject: Subject) -> [Unit] {
    switch (subject.part, self[subject.item]?.kind) {
    case (nil, .number(let range)):
      ([range.unit]
        + Unit.allCases.filter { $0.dimension == range.unit.dimension && $0 != range.unit })
        .filter { $0 != .inches }
    case (nil, .date): [.weeks, .months, .years, .days]
    case (.height, _): [.centimeters, .feet]
    case (.weight, _): [.kilograms, .pounds]
    default: [.none]
    }
  }
}

extension Unit {
  /// The unit of the same dimension whose factor is 1.
  fileprivate var base: Unit {
    switch dimension {
    case .none: .none
    case .time: .days
    case .mass: .kilograms
    case .length: .centimeters
    }
  }
}
