import QuestionnaireModel

extension CriterionTyper {
  /// What is said of the subject, if it can be said of such a thing.
  func predicate(
    _ tail: CriterionSyntax.Tail, of subject: CriterionSyntax.Subject, _ shape: ItemShape
  ) -> Predicate? {
    let name = subject.description
    func mismatch(_ said: String) -> Predicate? {
      fault(
        "TypedCriteria", subject.item.offset, "'\(name)' is \(shape.what) and cannot be \(said)",
        shape.example(name))
      return nil
    }
    if shape == .text { return mismatch("part of a rule") }
    switch tail {
    case .isUnknown: return .isUnknown
    case .isAnswered: return .isAnswered
    case .alone:
      if shape == .yesNo || shape == .unclear { return .isOneOf([.yes]) }
      return mismatch("a criterion by itself")
    case .isOption(let word):
      guard let options = options(of: shape) else { return mismatch("compared with 'is'") }
      return known(word, options, of: name).map { .isOneOf([$0]) }
    case .isNotOption(let word):
      guard let options = options(of: shape) else { return mismatch("compared with 'is not'") }
      return known(word, options, of: name).map { .isNoneOf([$0]) }
    case .isIn(let words, let offset):
      guard let options = options(of: shape) else { return mismatch("compared with 'in'") }
      return isIn(words, offset, options, of: name)
    case .includes(let word):
      guard case .someOf(let options) = shape else {
        return shape == .unclear
          ? .includes(AnswerOption.ID(word.text)) : mismatch("asked what it includes")
      }
      return known(word, .some(options), of: name).map { .includes($0) }
    case .compare(let comparison, let number, let unit, let offset):
      switch shape {
      case .number(let own, let bounds):
        return compare(comparison, number, unit, offset, name, own, bounds, unitNeeded: false)
      case .measure(let own, let bounds):
        return compare(comparison, number, unit, offset, name, own, bounds, unitNeeded: true)
      case .date:
        return compare(comparison, number, unit, offset, name, .days, nil, unitNeeded: true)
      case .unclear: return .compare(comparison, number)
      default: return mismatch("compared with a number")
      }
    }
  }

  /// The options that `is` may name; `.some(nil)` where any may be, `nil` where none can.
  private func options(of shape: ItemShape) -> [String]?? {
    switch shape {
    case .yesNo: ["yes", "no"]
    case .oneOf(let options): options
    case .unclear: .some(nil)
    default: nil
    }
  }

  private func known(
    _ word: CriterionSyntax.Word, _ options: [String]?, of name: String
  ) -> AnswerOption.ID? {
    guard let options, !options.contains(word.text) else { return AnswerOption.ID(word.text) }
    fault(
      "KnownOptions", word.offset, "'\(name)' has no option '\(word.text)'",
      suggestion(for: word.text, among: options, otherwise: oneOf(options)))
    return nil
  }

  private func isIn(
    _ words: [CriterionSyntax.Word], _ offset: Int, _ options: [String]?, of name: String
  ) -> Predicate? {
    if words.isEmpty {
      fault(
        "FulfillableCriteria", offset, "'in []' never holds", "name an option between the brackets")
      return nil
    }
    var chosen: [AnswerOption.ID] = []
    var hasFault = false
    for word in words {
      guard let option = known(word, options, of: name) else {
        hasFault = true
        continue
      }
      if chosen.contains(option) {
        fault(
          "UniqueIds", word.offset, "'\(word.text)' stands twice in one list", "keep one of the two"
        )
        hasFault = true
      }
      chosen.append(option)
    }
    return hasFault ? nil : .isOneOf(chosen)
  }

  private func compare(
    _ comparison: Comparison, _ number: Double, _ unitWord: CriterionSyntax.Word?, _ offset: Int,
    _ name: String, _ own: Unit, _ bounds: ClosedRange<Double>?, unitNeeded: Bool
  ) -> Predicate? {
    var unit = own
    let fitting = Unit.allCases.filter { $0.dimension == own.dimension && $0 != .none }.map(
      \.rawValue)
    if let word = unitWord {
      guard let named = Unit(rawValue: word.text), named != .none else {
        let all = Unit.allCases.map(\.rawValue).filter { $0 != "none" }
        fault(
          "KnownUnits", word.offset, "there is no unit '\(word.text)'",
          suggestion(
            for: word.text, among: all,
            otherwise: own == .none ? "write the number alone" : oneOf(fitting)))
        return nil
      }
      guard named.dimension == own.dimension else {
        fault(
          "KnownUnits", word.offset, "'\(name)' cannot be measured in \(word.text)",
          own == .none ? "write the number alone" : oneOf(fitting))
        return nil
      }
      unit = named
    } else if unitNeeded {
      fault("KnownUnits", offset, "the number after '\(name)' has no unit", oneOf(fitting))
      return nil
    }
    let bound = Quantity(number, unit).inBaseUnit
    if let bounds {
      let least = bounds.lowerBound * own.factor
      let most = bounds.upperBound * own.factor
      if let holds = comparison.outcome(least: least, most: most, bound: bound) {
        fault(
          "FulfillableCriteria", offset,
          "this \(holds ? "always" : "never") holds: '\(name)' goes from \(plain(bounds.lowerBound)) to "
            + plain(bounds.upperBound) + (own == .none ? "" : " \(own.rawValue)"),
          "write a number between the two")
        return nil
      }
    }
    return .compare(comparison, bound)
  }
}

extension Comparison {
  /// What the comparison gives for every value from `least` to `most`; `nil` where it depends on
  /// the value.
  fileprivate func outcome(least: Double, most: Double, bound: Double) -> Bool? {
    // A bound that was converted from another unit may miss the end by a hair.
    let slack = 1e-9 * max(1, abs(bound))
    switch self {
    case .less: return most < bound - slack ? true : least >= bound - slack ? false : nil
    case .lessOrEqual: return most <= bound + slack ? true : least > bound + slack ? false : nil
    case .greater: return least > bound + slack ? true : most <= bound + slack ? false : nil
    case .greaterOrEqual: return least >= bound - slack ? true : most < bound - slack ? false : nil
    case .equal: return bound < least - slack || bound > most + slack ? false : nil
    }
  }
}

/// A number without a point where it is whole.
func plain(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}
