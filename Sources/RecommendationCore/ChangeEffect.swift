package import QuestionnaireModel

/// What one answer in place of another does to the questions and to the advice.
///
/// It compares what both lead to; nothing is kept and nothing is changed. What differs in reasons
/// or scores alone is no effect: the person reads the same advice.
package struct ChangeEffect: Equatable, Sendable {
  /// Asked before, and not any more; in the order asked, as are the next two.
  package let hidden: [Item.ID]
  /// Asked now, and without an answer.
  package let opened: [Item.ID]
  /// Asked now, with the answer that was parked.
  package let returned: [Item.ID]
  /// The level that it becomes; `nil` where it stays.
  package let disposition: Disposition?
  /// The red flags that are new or of another level or sureness.
  package let raised: [Recommendation.RaisedFlag]
  package let cleared: [RedFlag.ID]
  /// The treatments judged before and after, with another verdict.
  package let verdicts: [Becomes]
  package let ladder: LadderChange?
  package let newPatterns: [ConditionPattern.ID]
  package let gonePatterns: [ConditionPattern.ID]
  /// What is said of surgery changes.
  package let changesSurgery: Bool
  /// First steps, signs to watch or questions for the visit change.
  package let changesAdvice: Bool

  package struct Becomes: Equatable, Sendable {
    package let treatment: Treatment.ID
    package let verdict: Verdict
    package init(_ treatment: Treatment.ID, _ verdict: Verdict) {
      self.treatment = treatment
      self.verdict = verdict
    }
  }

  package enum LadderChange: Equatable, Sendable {
    case shown
    case hidden
    /// Shown before and after, with the person on another step.
    case step(Ladder.Step.ID)
  }

  package init(from before: Answers, to after: Answers, rules: Rules) {
    let asked = Set(before.enabled.map(\.id))
    let askedAfter = Set(after.enabled.map(\.id))
    let new = after.enabled.map(\.id).filter { !asked.contains($0) }
    hidden = before.enabled.map(\.id).filter { !askedAfter.contains($0) }
    opened = new.filter { !after.isComplete($0) }
    returned = new.filter(after.isComplete)

    let (old, result) = (assess(before, rules: rules), assess(after, rules: rules))
    disposition = result.disposition == old.disposition ? nil : result.disposition
    raised = result.redFlags.filter { flag in
      !old.redFlags.contains {
        $0.id == flag.id && $0.disposition == flag.disposition && $0.isUnsure == flag.isUnsure
      }
    }
    cleared = old.redFlags.map(\.id).filter { id in !result.redFlags.contains { $0.id == id } }
    let verdictsBefore = Dictionary(
      old.treatments.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    verdicts = result.treatments.compactMap { judged in
      guard let was = verdictsBefore[judged.id], was != judged.verdict else { return nil }
      return Becomes(judged.id, judged.verdict)
    }
    ladder =
      switch (old.ladder.isShown, result.ladder.isShown) {
      case (false, true): .shown
      case (true, false): .hidden
      case (true, true) where old.ladder.step != result.ladder.step:
        result.ladder.step.map { .step($0) }
      default: nil
      }
    newPatterns = result.conditions.map(\.id).filter { id in
      !old.conditions.contains { $0.id == id }
    }
    gonePatterns = old.conditions.map(\.id).filter { id in
      !result.conditions.contains { $0.id == id }
    }
    changesSurgery = old.surgery.advice != result.surgery.advice
    changesAdvice =
      old.advice.map(\.id) != result.advice.map(\.id)
      || old.questions.map(\.id) != result.questions.map(\.id)
  }

  /// Whether the person would see no difference at all.
  package var isEmpty: Bool {
    hidden.isEmpty && opened.isEmpty && returned.isEmpty && disposition == nil && raised.isEmpty
      && cleared.isEmpty && verdicts.isEmpty && ladder == nil && newPatterns.isEmpty
      && gonePatterns.isEmpty && !changesSurgery && !changesAdvice
  }
}

extension Answers {
  /// The same answers with another one to this item.
  package func replacing(_ id: Item.ID, with answer: Answer) -> Answers {
    var answers = self
    _ = answers.replace(id, with: answer)
    return answers
  }
}
