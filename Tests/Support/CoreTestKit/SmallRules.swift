package import QuestionnaireModel
package import RecommendationCore

/// A rule set of what a test names, and nothing else.
package func rules(
  selfCareWhen: Criterion = .never, flags: [RedFlag] = [], conditions: [ConditionPattern] = [],
  ladder: Ladder = ladder(), treatments: [Treatment] = [],
  surgery: Surgery = Surgery(reasons: [], advice: []), advice: [Advice] = [], scores: [Score] = [],
  consistency: [ConsistencyRule] = [], questionsShown: Int = 7
) -> Rules {
  Rules(
    dispositions: DispositionRules(
      texts: [], selfCareWhen: selfCareWhen, incomplete: "Not all was answered.",
      questionsShown: questionsShown),
    redFlags: flags, conditions: conditions, ladder: ladder, treatments: treatments,
    surgery: surgery, advice: advice, scores: scores, consistency: consistency)
}

package func flag(
  _ id: RedFlag.ID, _ disposition: Disposition, when: Criterion, unsure: Disposition? = nil,
  getHelpSooner: [String] = [], page: Page.ID? = nil
) -> RedFlag {
  RedFlag(
    id: id, title: "\(id)", disposition: disposition, within: "today", when: when, unsure: unsure,
    action: "Go.", why: "Because.", doNot: [],
    getHelpSooner: getHelpSooner, page: page, sources: [])
}

package func pattern(
  _ id: ConditionPattern.ID, when: Criterion? = nil, _ features: [(Criterion, Int)],
  fit: ConditionPattern.FitThresholds = .init(strong: 7, some: 5, weak: 3),
  getHelpSooner: [String] = [], page: Page.ID? = nil
) -> ConditionPattern {
  ConditionPattern(
    id: id, name: "\(id)", when: when,
    features: features.map { .init(when: $0, points: $1, text: "\($1) points") }, fit: fit,
    isOnLadder: true, firstSteps: [], getHelpSooner: getHelpSooner, page: page, sources: [])
}

/// Steps with their ids and what reaches them; by itself one that everybody stands on.
package func ladder(
  shownWhen: Criterion = .always, judgedWhen: Criterion? = nil,
  _ steps: [(Ladder.Step.ID, Criterion)] = [("core", .always)]
) -> Ladder {
  Ladder(
    shownWhen: shownWhen, judgedWhen: judgedWhen, hiddenBecause: "Not meant for this.",
    steps: steps.map { Ladder.Step(id: $0, name: "\($0)", about: "A step.", reachedWhen: $1) },
    articleStages: [], sources: [])
}

package func treatment(
  _ id: Treatment.ID, step: Ladder.Step.ID = "core", suits: Criterion = .always,
  notAdvised: String? = nil, stop: Criterion = .never, askFirst: Criterion = .never,
  prescribed: Criterion? = nil, overCounter: Criterion? = nil, page: Page.ID? = nil
) -> Treatment {
  Treatment(
    id: id, name: "\(id)", step: step, about: "about", suits: suits, doesNotSuit: "does not suit",
    notAdvised: notAdvised,
    stop: [.init(when: stop, because: "stop", sources: [])],
    askFirst: [.init(when: askFirst, because: "ask", sources: ["gate-source"])],
    takenOnPrescription: prescribed, prescribedNote: prescribed.map { _ in "prescribed" },
    takenOverCounter: overCounter, overCounterNote: overCounter.map { _ in "over the counter" },
    guidelines: [], page: page, sources: ["treatment-source"])
}

package func advice(
  _ id: Advice.ID, _ kind: Advice.Kind = .do, when: Criterion, levels: [Disposition] = [],
  text: String? = nil, page: Page.ID? = nil
) -> Advice {
  Advice(
    id: id, kind: kind, when: when, text: text ?? "\(id)", levels: levels, page: page,
    sources: [])
}

package func score(_ id: String, _ items: [Item.ID]) -> Score {
  Score(
    id: .init(id), name: id, items: items, combine: .mean, decimals: 1, range: "0 to 10",
    about: "", sources: [])
}
