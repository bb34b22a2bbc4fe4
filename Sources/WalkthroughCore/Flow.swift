import QuestionnaireModel
import RecommendationCore

extension Walkthrough.State {
  /// Where the way leads after an answer: to an emergency that it raised, to the next question, or
  /// to the check.
  mutating func goOn(after id: Item.ID, isChange: Bool, in pack: ContentPack) {
    let answers = keptAnswers(in: pack)
    let emergencies = newEmergencies(answers, in: pack)
    if !emergencies.isEmpty {
      go(to: .interruption(emergencies))
      return
    }
    if isChange {
      // What the change opened is asked before the check comes back.
      let open = answers.unanswered.first
      go(to: open.map { .question($0, isChange: true) } ?? .checkAnswers)
      return
    }
    let next = question(after: id, answers, in: pack)
    go(to: next.map { .question($0, isChange: false) } ?? .checkAnswers)
  }

  /// The emergencies that are present and that the person has not been stopped for.
  ///
  /// A flag that rests on "not sure" waits for the clarifying question, if one is still open.
  private mutating func newEmergencies(_ answers: Answers, in pack: ContentPack) -> [RedFlag.ID] {
    let raised = emergencies(in: pack)
    acknowledged.formIntersection(raised.map(\.id))
    if raised.isEmpty { return [] }
    let waiting = Set(
      answers.enabled.filter { $0.clarifies != nil && answers.status(of: $0.id) == .open }
        .compactMap(\.clarifies))
    return raised.filter { flag in
      !acknowledged.contains(flag.id)
        && !(flag.isUnsure && flag.because.contains(where: waiting.contains))
    }.map(\.id)
  }

  private func question(
    after id: Item.ID, _ answers: Answers, in pack: ContentPack
  ) -> Item.ID? {
    let position = pack.questionnaire.position(of: id) ?? -1
    // A question left open earlier (a change can open one) comes before the way on.
    return pack.questionnaire.items.indices
      .first { answers.isAsked($0) && ($0 > position || !answers.isComplete($0)) }
      .map { pack.questionnaire.items[$0].id }
  }

  /// The question before this one, or the last of all when called from the check.
  mutating func question(before id: Item.ID?, in pack: ContentPack) -> Item.ID? {
    let position = id.map { pack.questionnaire.position(of: $0) ?? 0 } ?? .max
    return keptAnswers(in: pack).enabledPositions.last { $0 < position }
      .map { pack.questionnaire.items[$0].id }
  }

  /// On from a stop for an emergency, to the page for the clinician.
  mutating func goOnAfterInterruption(_ flags: [RedFlag.ID], in pack: ContentPack) {
    acknowledged.formUnion(flags)
    let answers = keptAnswers(in: pack)
    go(to: answers.unanswered.first.map { .question($0, isChange: false) } ?? .checkAnswers)
  }
}
