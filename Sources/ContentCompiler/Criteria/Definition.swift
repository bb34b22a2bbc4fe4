import QuestionnaireModel

/// A named criterion, worked out when it is first needed.
final class Definition {
  enum State {
    case waiting
    case inProgress
    /// `nil`: it has faults, which are in the report.
    case done(Criterion?)
  }

  let name: String
  let keyPlace: Place
  let value: YAMLValue
  var state = State.waiting

  init(name: String, keyPlace: Place, value: YAMLValue) {
    self.name = name
    self.keyPlace = keyPlace
    self.value = value
  }
}

extension Draft {
  /// The criterion of a definition, its own definitions in place; `nil` where it has faults or is
  /// part of a circle.
  ///
  /// A circle is reported once, where it was first entered; the path is those definitions that are
  /// being worked out.
  func resolve(_ definition: Definition, path: [String] = []) -> Criterion? {
    switch definition.state {
    case .done(let criterion): return criterion
    case .inProgress:
      let circle = path.drop { $0 != definition.name } + [definition.name]
      report.error(
        "AcyclicDefinitions", at: definition.keyPlace,
        "the definition '\(definition.name)' needs itself: \(circle.joined(separator: " -> "))",
        "take one of them out of the circle")
      return nil
    case .waiting:
      definition.state = .inProgress
      let criterion = criterion(from: definition.value, path: path + [definition.name])
      definition.state = .done(criterion)
      return criterion
    }
  }

  /// Reads a criterion; `nil` where it has faults, all of which are in the report.
  func criterion(from value: YAMLValue, path: [String] = []) -> Criterion? {
    guard let text = value.text, !value.isEmpty else {
      report.error(
        "RightTypes", at: value.place, "a criterion should be a text, is \(value.kind)",
        "put it in quotes if it begins with a bracket")
      return nil
    }
    do {
      let syntax = try CriterionParser.parse(text)
      var typer = CriterionTyper(draft: self, value: value, path: path)
      guard let criterion = typer.criterion(syntax) else { return nil }
      if criterion.size > 2000 {
        report.error(
          "ReadableCriteria", at: value.place,
          "the criterion is too large with its definitions in place",
          "split the rule")
        return nil
      }
      return criterion
    } catch {
      report.error(
        "ReadableCriteria", at: value.place(ofScalar: error.offset), error.summary, error.remedy)
      return nil
    }
  }
}

extension Criterion {
  /// Stands for a criterion with faults, so that the rest of its rule can be looked at.
  ///
  /// Never part of a pack.
  static var unreadable: Criterion { .test(Subject(""), .isUnknown) }

  /// The number of tests and connectives, counted no further than a little over 2000.
  fileprivate var size: Int {
    var count = 0
    var waiting = [self]
    while let criterion = waiting.popLast(), count <= 2000 {
      count += 1
      switch criterion {
      case .all(let parts), .any(let parts), .atLeast(_, let parts): waiting += parts
      case .not(let part): waiting.append(part)
      case .test: break
      }
    }
    return count
  }
}

extension MapReader {
  /// A criterion that must be there.
  func criterion(_ key: String) -> Criterion? {
    required(key).flatMap { read(criterion: $0) }
  }

  /// An optional criterion.
  ///
  /// Left out: the given one; `nil` is for a criterion with faults.
  func criterion(_ key: String, leftOut: Criterion) -> Criterion? {
    guard has(key) else { return leftOut }
    return optional(key).flatMap { read(criterion: $0) }
  }

  func optionalCriterion(_ key: String) -> Criterion? {
    optional(key).flatMap { read(criterion: $0) }
  }

  func read(criterion value: YAMLValue) -> Criterion? {
    guard let criterion = draft.criterion(from: value) else { return nil }
    draft.criteria.append(WrittenCriterion(criterion: criterion, value: value))
    return criterion
  }
}
