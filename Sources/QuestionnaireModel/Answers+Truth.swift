extension Answers {
  /// How far a criterion holds on these answers.
  package func truth(of criterion: Criterion, reading: Reading) -> Truth {
    switch criterion {
    case .all(let parts):
      var least = Truth.yes
      for index in parts.indices where least != .no {
        least = min(least, truth(of: parts[index], reading: reading))
      }
      return least
    case .any(let parts):
      var greatest = Truth.no
      for index in parts.indices where greatest != .yes {
        greatest = max(greatest, truth(of: parts[index], reading: reading))
      }
      return greatest
    case .not(let part): return truth(of: part, reading: reading).negated
    case .atLeast(let count, let parts):
      return .atLeast(count, of: parts.map { truth(of: $0, reading: reading) })
    case .test(let subject, let predicate):
      return truth(of: predicate, about: subject, reading: reading)
    }
  }

  private func truth(of predicate: Predicate, about subject: Subject, reading: Reading) -> Truth {
    // Most are hidden or open. This is asked some hundred times for each screen, so nothing is
    // copied for those.
    let status = statusWithoutAnswer(of: subject) ?? status(of: subject)
    switch predicate {
    case .isUnknown:
      switch status {
      case .unsure, .open: return .yes
      case .answered, .hidden: return .no
      }
    case .isAnswered: if case .answered = status { return .yes } else { return .no }
    default: break
    }
    switch status {
    case .hidden: return .no
    case .open: return assumed(predicate, about: subject, reading: reading) ?? .open
    case .unsure: return assumed(predicate, about: subject, reading: reading) ?? .unsure
    case .answered(let answer): return truth(of: predicate, given: answer)
    }
  }

  /// What an unknown number gives by its `when-unknown`; `nil` when that settles nothing.
  private func assumed(_ predicate: Predicate, about subject: Subject, reading: Reading) -> Truth? {
    guard subject.part == nil, case .compare(let comparison, let bound) = predicate,
      let position = questionnaire.position(of: subject),
      let known = questionnaire.items[position].whenUnknown,
      case .number(let range) = questionnaire.items[position].kind
    else { return nil }
    let atLeast = known.atLeast * range.unit.factor
    let countsAs = (reading == .safety ? known.countsAs : known.atLeast) * range.unit.factor
    switch comparison {
    case .greaterOrEqual: return bound <= max(atLeast, countsAs) ? .yes : nil
    case .greater: return bound < max(atLeast, countsAs) ? .yes : nil
    case .less: return bound <= atLeast ? .no : nil
    case .lessOrEqual, .equal: return bound < atLeast ? .no : nil
    }
  }

  /// A predicate on an answer of another kind does not hold; the content check refuses such a pair.
  private func truth(of predicate: Predicate, given answer: Answer) -> Truth {
    switch (predicate, answer) {
    case (.isOneOf(let wanted), .option(let chosen)): Truth(wanted.contains(chosen))
    case (.isNoneOf(let wanted), .option(let chosen)): Truth(!wanted.contains(chosen))
    case (.includes(let wanted), .options(let chosen)): Truth(chosen.contains(wanted))
    case (.compare(let comparison, let bound), .number(let quantity)):
      Truth(comparison.holds(quantity.inBaseUnit, bound))
    case (.compare(let comparison, let bound), .scale(let value)):
      Truth(comparison.holds(Double(value), bound))
    case (.compare(let comparison, let bound), .date(let date)):
      timeSince(date, comparison, bound)
    default: .no
    }
  }

  /// Compares the days from a date to the day of the result; unsure where a month or a year leaves
  /// both answers possible.
  private func timeSince(_ date: PartialDate, _ comparison: Comparison, _ bound: Double) -> Truth {
    guard let days = date.days else { return .unsure }
    let longest = Double(day.number - days.first.number)
    let shortest = Double(day.number - days.last.number)
    let ends = (comparison.holds(longest, bound), comparison.holds(shortest, bound))
    if comparison == .equal && longest != shortest {
      return shortest <= bound && bound <= longest ? .unsure : .no
    }
    return ends.0 == ends.1 ? Truth(ends.0) : .unsure
  }
}

extension Comparison {
  func holds(_ value: Double, _ bound: Double) -> Bool {
    switch self {
    case .less: value < bound
    case .lessOrEqual: value <= bound
    case .greater: value > bound
    case .greaterOrEqual: value >= bound
    case .equal: value == bound
    }
  }
}
