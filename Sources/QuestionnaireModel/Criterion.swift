/// A statement over answers.
///
/// The text form and its meaning are in `Content/FORMAT.md`.
package indirect enum Criterion: Equatable, Sendable {
  /// Holds if every part holds; without parts it holds.
  case all([Criterion])
  /// Holds if a part holds; without parts it does not hold.
  case any([Criterion])
  case not(Criterion)
  /// Holds if at least so many of the parts hold.
  case atLeast(Int, [Criterion])
  case test(Subject, Predicate)

  package static var always: Criterion { .all([]) }
  package static var never: Criterion { .any([]) }
}

/// What a test looks at: an item, one row of it, or one of its measures.
package struct Subject: Hashable, Sendable, CustomStringConvertible {
  package let item: Item.ID
  package let part: Part?
  /// Where the item stands among all, where that is known: a short cut, and no part of what the
  /// subject is.
  let position: Int?

  package enum Part: Hashable, Sendable {
    case row(AnswerOption.ID)
    case height
    case weight
    /// Weight in kilograms over height in meters, squared; unknown unless both were given.
    case bmi
  }

  package init(_ item: Item.ID, _ part: Part? = nil, at position: Int? = nil) {
    self.item = item
    self.part = part
    self.position = position
  }

  package static func == (a: Self, b: Self) -> Bool { a.item == b.item && a.part == b.part }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(part)
  }

  package var description: String {
    switch part {
    case nil: item.rawValue
    case .row(let row): item.rawValue + "." + row.rawValue
    case .height: item.rawValue + ".height"
    case .weight: item.rawValue + ".weight"
    case .bmi: item.rawValue + ".bmi"
    }
  }
}

package enum Predicate: Equatable, Sendable {
  /// The answer is one of these options.
  ///
  /// Yes-no items and rows answer with `yes` and `no`.
  case isOneOf([AnswerOption.ID])
  case isNoneOf([AnswerOption.ID])
  /// The chosen options or zones contain this one.
  case includes(AnswerOption.ID)
  /// The number, scale, measure, or the time since a date, against a value in base units.
  case compare(Comparison, Double)
  /// Asked and not known, not said, or not asked yet.
  ///
  /// Never unknown itself, and not the opposite of `isAnswered`: a hidden item is neither.
  case isUnknown
  case isAnswered
}

package enum Comparison: String, CaseIterable, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "="
}

extension Criterion {
  /// Every subject that the criterion looks at, in the order written, each once.
  package var subjects: [Subject] {
    var seen: Set<Subject> = []
    var found: [Subject] = []
    func visit(_ criterion: Criterion) {
      switch criterion {
      case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.forEach(visit)
      case .not(let part): visit(part)
      case .test(let subject, _): if seen.insert(subject).inserted { found.append(subject) }
      }
    }
    visit(self)
    return found
  }
}
