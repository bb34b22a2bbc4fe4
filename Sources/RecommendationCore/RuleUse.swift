package import QuestionnaireModel

/// A rule that looks at an item: one way in which its answer can change the result.
package struct RuleUse: Hashable, Sendable {
  package let kind: Kind
  /// The id of the rule; empty where there is only one of its kind.
  package let id: String
  package init(_ kind: Kind, _ id: String = "") {
    self.kind = kind
    self.id = id
  }

  package enum Kind: Hashable, Sendable {
    case redFlag
    case selfCare
    case condition
    /// The verdict that it can give the treatment, beside those that it has without.
    case treatment(Verdict)
    /// Whether the ladder is shown.
    case ladder
    case step
    case surgeryReason
    case surgeryAdvice
    case advice
    case score
    case consistency
  }
}

extension Rules {
  /// What looks at each item of a form, in the order of the content; nothing for an item that no
  /// rule looks at.
  ///
  /// An item that clarifies a sign is looked at wherever the sign is.
  package func uses(in questionnaire: Questionnaire) -> [Item.ID: [RuleUse]] {
    var uses: [Item.ID: [RuleUse]] = [:]
    var seen: [Item.ID: Set<RuleUse>] = [:]
    func note(_ use: RuleUse, _ item: Item.ID) {
      if seen[item, default: []].insert(use).inserted { uses[item, default: []].append(use) }
    }
    let clarifiers = Dictionary(
      questionnaire.items.compactMap { item in item.clarifies.map { ($0, item.id) } },
      uniquingKeysWith: { _, last in last })
    for (use, criterion) in criteria {
      for subject in criterion.subjects {
        note(use, subject.item)
        if let clarifier = clarifiers[subject] { note(use, clarifier) }
      }
    }
    for score in scores {
      for item in score.items { note(RuleUse(.score, score.id.rawValue), item) }
    }
    return uses
  }

  /// Every criterion with what it decides.
  var criteria: [(RuleUse, Criterion)] {
    var found = redFlags.map { (RuleUse(.redFlag, $0.id.rawValue), $0.when) }
    found.append((RuleUse(.selfCare), dispositions.selfCareWhen))
    for pattern in conditions {
      let parts = (pattern.when.map { [$0] } ?? []) + pattern.features.map(\.when)
      found += parts.map { (RuleUse(.condition, pattern.id.rawValue), $0) }
    }
    found.append((RuleUse(.ladder, "shown"), ladder.shownWhen))
    if let judged = ladder.judgedWhen { found.append((RuleUse(.ladder, "judged"), judged)) }
    found += ladder.steps.map { (RuleUse(.step, $0.id.rawValue), $0.reachedWhen) }
    for treatment in treatments {
      found += treatment.criteria.map { (RuleUse(.treatment($0), treatment.id.rawValue), $1) }
    }
    found += surgery.reasons.map { (RuleUse(.surgeryReason, $0.id.rawValue), $0.when) }
    found += surgery.advice.compactMap { advice in
      advice.when.map { (RuleUse(.surgeryAdvice, advice.id.rawValue), $0) }
    }
    found += advice.map { (RuleUse(.advice, $0.id.rawValue), $0.when) }
    found += consistency.map { (RuleUse(.consistency, $0.id.rawValue), $0.when) }
    return found
  }
}

extension Treatment {
  /// Its criteria, each with the verdict that it can give.
  fileprivate var criteria: [(Verdict, Criterion)] {
    [(.notAdvised, suits)] + stop.map { (.avoid, $0.when) } + askFirst.map { (.askFirst, $0.when) }
      // Who takes it on prescription is to ask before stopping; over the counter it stays to be
      // avoided.
      + [(.askFirst, takenOnPrescription), (.avoid, takenOverCounter)]
      .compactMap { verdict, when in when.map { (verdict, $0) } }
  }
}
