package import QuestionnaireModel

/// The red flags that are present, and those that the person was not sure of, of a level or above.
package func raisedFlags(
  _ answers: Answers, rules: Rules, atLeast level: Disposition = .selfCare
) -> [Recommendation.RaisedFlag] {
  FlagTruths(answers, rules: rules, atLeast: level).raised(answers, rules: rules)
}

/// How far each red flag of a level or above holds, kept up as answers change.
package struct FlagTruths: Sendable {
  private let level: Disposition
  /// Of each flag, in the order of the rules; `no` for those below the level.
  private var truths: [Truth]

  package init(_ answers: Answers, rules: Rules, atLeast level: Disposition) {
    self.level = level
    truths = []
    truths.reserveCapacity(rules.redFlags.count)
    for index in rules.redFlags.indices {
      truths.append(Self.truth(of: index, answers, rules, atLeast: level))
    }
  }

  /// Judges again those that look at an item that gives something else now, by the places of those
  /// items.
  package mutating func judge(
    after positions: [Int], readers: CriterionReaders, _ answers: Answers, rules: Rules
  ) {
    for position in positions {
      readers.forEachReader(of: position) { index in
        truths[index] = Self.truth(of: index, answers, rules, atLeast: level)
      }
    }
  }

  private static func truth(
    of index: Int, _ answers: Answers, _ rules: Rules, atLeast level: Disposition
  ) -> Truth {
    // By its fields: a flag is large, and to copy each takes longer than to judge it.
    let (known, unsure) = (rules.redFlags[index].disposition, rules.redFlags[index].unsure)
    if known < level, (unsure ?? known) < level { return .no }
    return answers.truth(of: rules.redFlags[index].when, reading: .safety)
  }

  /// The most urgent first; within a level in the order of the content.
  package func raised(_ answers: Answers, rules: Rules) -> [Recommendation.RaisedFlag] {
    var raised: [Recommendation.RaisedFlag] = []
    for (index, truth) in truths.enumerated() where truth == .yes || truth == .unsure {
      let flag = rules.redFlags[index]
      let disposition = truth == .yes ? flag.disposition : flag.dispositionWhenUnsure
      guard disposition >= level else { continue }
      raised.append(
        Recommendation.RaisedFlag(
          id: flag.id, disposition: disposition, isUnsure: truth == .unsure,
          because: answers.reasons(for: flag.when, reading: .safety)))
    }
    // A stable sort: the order of the content stands within a level.
    return raised.enumerated()
      .sorted { ($1.element.disposition, $0.offset) < ($0.element.disposition, $1.offset) }
      .map(\.element)
  }
}

extension ContentPack {
  /// Which red flags look at which items.
  package func flagReaders() -> CriterionReaders {
    var readers = CriterionReaders(of: questionnaire)
    for index in rules.redFlags.indices {
      readers.add(rules.redFlags[index].when, as: index, of: questionnaire)
    }
    return readers
  }
}
