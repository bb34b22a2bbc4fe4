package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough.State {
  /// The answers as they count now.
  package func answers(in pack: ContentPack) -> Answers {
    if let answers = memo.answers, answers.questionnaire == pack.questionnaire { return answers }
    return Answers(response, to: pack.questionnaire, on: day)
  }

  /// The same, kept for the next who asks.
  mutating func keptAnswers(in pack: ContentPack) -> Answers {
    if let answers = memo.answers, answers.questionnaire == pack.questionnaire { return answers }
    memo = Walkthrough.Memo()
    let answers = Answers(response, to: pack.questionnaire, on: day)
    memo.answers = answers
    return answers
  }

  /// The emergencies that the answers raise; what is worked out for it is kept.
  package mutating func emergencies(in pack: ContentPack) -> [Recommendation.RaisedFlag] {
    let answers = keptAnswers(in: pack)
    let flags =
      memo.flags ?? FlagTruths(answers, rules: pack.rules, atLeast: .leastEmergency)
    memo.flags = flags
    return flags.raised(answers, rules: pack.rules)
  }

  /// Another answer to an item, after which only what hangs on it is worked out anew.
  mutating func replace(_ id: Item.ID, with answer: Answer, in pack: ContentPack) {
    var answers = keptAnswers(in: pack)
    var kept = memo
    let changed = answers.replace(id, with: answer)
    if kept.flags != nil {
      let readers = kept.flagReaders ?? pack.flagReaders()
      kept.flags?.judge(after: changed, readers: readers, answers, rules: pack.rules)
      kept.flagReaders = readers
    }
    kept.answers = answers
    kept.picture = nil
    response = answers.response
    memo = kept
  }

  package func recommendation(in pack: ContentPack) -> Recommendation {
    assess(answers(in: pack), rules: pack.rules)
  }

  /// The region's own numbers; the pack's first region stands in for an unknown one.
  package func region(in pack: ContentPack) -> Region? {
    pack.manifest.regions.first { $0.id == region }
      ?? pack.manifest.regions.first { $0.id == pack.manifest.defaultRegion }
  }

  package func draft(of item: Item) -> Walkthrough.Draft {
    drafts[item.id] ?? Walkthrough.Draft(response[item.id], to: item, units: units)
  }

  /// Whether the screen says the same in both, wherever the eye and the focus are on it.
  package func saysTheSame(as other: Self) -> Bool {
    guard visits.count == other.visits.count, visit.saysTheSame(as: other.visit),
      visits.dropLast() == other.visits.dropLast(), canUndo == other.canUndo,
      canRedo == other.canRedo
    else { return false }
    var here = self
    (here.visits, here.history) = (other.visits, other.history)
    return here == other
  }

  /// As much of it as `saysTheSame` needs.
  ///
  /// What goes on meanwhile need not be copied for whoever keeps this.
  package var asSaid: Self {
    var state = self
    state.memo = Walkthrough.Memo()
    state.history = history.latest
    return state
  }

  /// The item on the screen; `nil` elsewhere than on a question.
  package func item(in pack: ContentPack) -> Item? {
    if case .question(let id, _) = screen { pack.questionnaire[id] } else { nil }
  }

  /// Whether there is a page to hand over: the result was reached, or an emergency stopped the walk
  /// before it and nothing was chosen there yet.
  package var hasPage: Bool {
    if case .interruption = place { true } else { hasResult }
  }

  /// The parts of the result that have something to say, in the order shown.
  package func parts(in pack: ContentPack) -> [Walkthrough.ResultPart] {
    let result = recommendation(in: pack)
    return Walkthrough.ResultPart.allCases.filter { part in
      switch part {
      case .now, .handOver: true
      case .sooner:
        result.advice.contains { $0.kind == .sooner }
          || !result.disposition.isEmergency && result.hasOwnSafetyNet(in: pack.rules)
      case .patterns: !result.conditions.isEmpty
      case .ladder: result.ladder.isShown
      case .cautions: !result.treatmentsWithCaution.isEmpty
      case .surgery: result.surgery.advice != nil
      case .questions: !result.questions.isEmpty
      case .readMore: !result.disposition.isEmergency
      }
    }
  }

  func nextPart(
    after part: Walkthrough.ResultPart, in pack: ContentPack
  ) -> Walkthrough.ResultPart? {
    parts(in: pack).first { $0.rawValue > part.rawValue }
  }

  func previousPart(
    before part: Walkthrough.ResultPart, in pack: ContentPack
  ) -> Walkthrough.ResultPart? {
    parts(in: pack).last { $0.rawValue < part.rawValue }
  }
}

extension Recommendation {
  /// The treatments to avoid, then those to ask about, then those that are not advised.
  package var treatmentsWithCaution: [Treatment.ID] {
    [Verdict.avoid, .askFirst, .notAdvised].flatMap { verdict in
      treatments.filter { $0.verdict == verdict }.map(\.id)
    }
  }
}

extension Walkthrough.Visit {
  fileprivate func saysTheSame(as other: Self) -> Bool {
    screen == other.screen && firstDigit == other.firstDigit
      && isMarkedByNumber == other.isMarkedByNumber && search == other.search
  }
}
