package import QuestionnaireModel

/// The day of every result in the core's tests.
package let testDay = Day(year: 2026, month: 11, day: 22)

/// An item with everything that a test does not speak of filled in.
package func item(
  _ id: Item.ID, _ kind: Item.Kind = .yesNo, when: Criterion? = nil, clarifies: Subject? = nil,
  whenUnknown: AssumedNumber? = nil, notSure: Bool = true, maySkip: Bool = true,
  isPrivate: Bool = false, forAnother: Item.OtherWords? = nil
) -> Item {
  Item(
    id: id, ask: "\(id)?", why: "because", summary: "\(id)", kind: kind, offersNotSure: notSure,
    maySkip: maySkip, isPrivate: isPrivate, enableWhen: when, clarifies: clarifies,
    whenUnknown: whenUnknown, forAnother: forAnother)
}

package func options(_ ids: AnswerOption.ID...) -> [AnswerOption] {
  ids.map { AnswerOption(id: $0, text: $0.rawValue) }
}

extension Item.Kind {
  package static func number(
    _ unit: QuestionnaireModel.Unit = .none, units: [QuestionnaireModel.Unit] = [],
    from least: Double = 0, to most: Double = 1000, decimals: Int = 0
  ) -> Self {
    .number(
      Item.NumberRange(unit: unit, units: units, least: least, most: most, decimals: decimals))
  }

  package static var scale: Self { .scale(low: "low", high: "high") }
}

extension Answer {
  package static var yes: Self { .option(.yes) }
  package static var no: Self { .option(.no) }
}

extension Criterion {
  package static func isYes(_ id: Item.ID) -> Self { .test(Subject(id), .isOneOf([.yes])) }

  package static func `is`(_ id: Item.ID, _ options: AnswerOption.ID...) -> Self {
    .test(Subject(id), .isOneOf(options))
  }

  package static func row(_ id: Item.ID, _ row: AnswerOption.ID) -> Self {
    .test(Subject(id, .row(row)), .isOneOf([.yes]))
  }

  package static func compare(_ id: Item.ID, _ comparison: Comparison, _ bound: Double) -> Self {
    .test(Subject(id), .compare(comparison, bound))
  }
}

/// What was said, read against a form of two sections: emergency signs, then the rest.
package func answers(
  _ said: [Item.ID: Answer], to items: [Item], signs: [Item] = [], forAnotherWhen: Criterion? = nil
) throws -> Answers {
  guard let testDay else { throw MissingDay() }
  let form = Questionnaire(
    sections: [
      Section(id: "signs", title: "Signs", isEmergency: true, items: signs),
      Section(id: "rest", title: "The rest", isEmergency: false, items: items),
    ], forAnotherWhen: forAnotherWhen)
  return Answers(QuestionnaireResponse(said), to: form, on: testDay)
}

private struct MissingDay: Error {}

/// The same numbers for the same seed on every machine (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
