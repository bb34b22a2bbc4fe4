package import QuestionnaireModel

extension Rules {
  /// The uses of an item that its answer can still decide, while the other answers stand as they
  /// are.
  ///
  /// Some of `uses`, in their order. Not there: a rule that the other answers have settled, and one
  /// whose outcome is not shown any more, such as the ladder for whom it is not meant. It may name
  /// a rule too many, never one too few: what is open counts as if it could become anything.
  package func openUses(of id: Item.ID, in answers: Answers) -> [RuleUse] {
    let uses = uses(in: answers.questionnaire)[id] ?? []
    if uses.isEmpty { return [] }
    let outlook = answers.outlook(on: id)
    let level = settledLevel(outlook)
    let open = criteria.filter { use, criterion in
      guard use.kind.isShown(at: level), outlook.range(of: criterion).isDecidedByItem else {
        return false
      }
      return !outlook.range(of: .all(gates(of: use) + [criterion])).isSettled
    }
    let left = Set(open.map(\.0))
    return uses.filter { $0.kind == .score || left.contains($0) }
  }

  /// What has to hold besides, for a rule to show.
  private func gates(of use: RuleUse) -> [Criterion] {
    switch use.kind {
    case .condition:
      conditions.first { $0.id.rawValue == use.id }?.when.map { [$0] } ?? []
    case .treatment, .step: ladder.judgedWhen.map { [$0] } ?? []
    case .surgeryReason, .surgeryAdvice: [ladder.shownWhen]
    case .redFlag, .selfCare, .ladder, .advice, .score, .consistency: []
    }
  }

  /// The level below which no answer that is still to come can bring the result.
  private func settledLevel(_ outlook: Outlook) -> Disposition {
    redFlags.reduce(.selfCare) { level, flag in
      switch outlook.range(of: flag.when).least {
      case .yes: max(level, flag.disposition)
      case .unsure: max(level, min(flag.disposition, flag.dispositionWhenUnsure))
      case .no, .open: level
      }
    }
  }
}

extension RuleUse.Kind {
  /// Whether a rule of this kind shows where the result is at least of this level.
  fileprivate func isShown(at level: Disposition) -> Bool {
    switch self {
    case .selfCare: level == .selfCare
    case .condition: !level.isEmergency
    // Who takes it on prescription is told to ask in place of to avoid.
    case .treatment(.avoid), .treatment(.askFirst): !level.isEmergency
    case .treatment, .ladder, .step, .surgeryReason, .surgeryAdvice: !level.hidesTreatments
    case .redFlag, .advice, .score, .consistency: true
    }
  }
}
