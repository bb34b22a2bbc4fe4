import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let said: [Item.ID: Answer] = ["yes": .yes, "no": .no, "unsure": .notSure, "hidden": .yes]
private let items =
  ["yes", "no", "unsure", "open"].map { item($0) } + [item("hidden", when: .isYes("no"))]
private let steps = ladder([("core", .always), ("gel", .isYes("no")), ("pills", .never)])
private let yes = Criterion.isYes("yes")
private let no = Criterion.isYes("no")
private let unsure = Criterion.isYes("unsure")
private let open = Criterion.isYes("open")
private let hidden = Criterion.isYes("hidden")

private func judged(_ treatment: Treatment) throws -> Recommendation.JudgedTreatment? {
  try assess(answers(said, to: items), rules: rules(ladder: steps, treatments: [treatment]))
    .treatments.first
}

/// Each rule of FORMAT.md beside the rules that it outranks: the treatment, its verdict and the
/// texts that say why.
private let verdicts: [(Treatment, Verdict, [String])] = [
  (treatment("t"), .suggest, ["about"]),
  (treatment("t", step: "gel"), .later, ["about"]),
  // The two columns of the answer-state table: a gate holds, is unknown or does not hold.
  (treatment("t", stop: yes), .avoid, ["stop"]),
  (treatment("t", stop: unsure), .askFirst, ["stop"]),
  (treatment("t", stop: open), .askFirst, ["stop"]),
  (treatment("t", stop: no), .suggest, ["about"]),
  (treatment("t", stop: hidden), .suggest, ["about"]),
  (treatment("t", askFirst: yes), .askFirst, ["ask"]),
  (treatment("t", askFirst: unsure), .askFirst, ["ask"]),
  (treatment("t", askFirst: open), .askFirst, ["ask"]),
  (treatment("t", askFirst: no), .suggest, ["about"]),
  (treatment("t", askFirst: hidden), .suggest, ["about"]),
  // Whom it suits.
  (treatment("t", suits: no), .notAdvised, ["does not suit"]),
  (treatment("t", suits: hidden), .notAdvised, ["does not suit"]),
  (treatment("t", suits: unsure), .askFirst, ["does not suit"]),
  (treatment("t", suits: open), .askFirst, ["does not suit"]),
  (treatment("t", notAdvised: "never"), .notAdvised, ["never"]),
  // The first that fits.
  (treatment("t", suits: no, notAdvised: "never", stop: yes, askFirst: yes), .avoid, ["stop"]),
  (treatment("t", suits: no, notAdvised: "never", askFirst: yes), .notAdvised, ["never", "ask"]),
  (treatment("t", notAdvised: "never", askFirst: unsure), .notAdvised, ["never"]),
  (treatment("t", notAdvised: "never", stop: unsure), .notAdvised, ["never"]),
  (treatment("t", suits: no, stop: unsure, askFirst: yes), .notAdvised, ["does not suit"]),
  (treatment("t", step: "gel", askFirst: yes), .askFirst, ["ask"]),
  (treatment("t", step: "gel", stop: unsure), .askFirst, ["stop"]),
  (
    treatment("t", suits: unsure, stop: open, askFirst: yes), .askFirst,
    ["ask", "stop", "does not suit"]
  ),
  // What the person takes already.
  (treatment("t", stop: yes, prescribed: yes), .askFirst, ["prescribed", "stop"]),
  (treatment("t", stop: yes, prescribed: no), .avoid, ["stop"]),
  (treatment("t", stop: yes, prescribed: unsure), .avoid, ["stop"]),
  (treatment("t", stop: no, prescribed: yes), .suggest, ["about"]),
  (treatment("t", stop: yes, overCounter: yes), .avoid, ["over the counter", "stop"]),
  (treatment("t", stop: yes, overCounter: no), .avoid, ["stop"]),
  (
    treatment("t", stop: yes, prescribed: yes, overCounter: yes), .askFirst,
    ["prescribed", "stop"]
  ),
]

@Suite struct `A treatment` {
  @Test(arguments: verdicts)
  func `has the first verdict that fits`(
    treatment: Treatment, verdict: Verdict, texts: [String]
  ) throws {
    let judged = try judged(treatment)
    #expect(judged?.verdict == verdict)
    #expect(judged?.reasons.map(\.text) == texts)
  }

  @Test func `says of each gate whose answer it was, and whether it is known`() throws {
    let reasons = try judged(treatment("t", stop: unsure, askFirst: yes))?.reasons
    #expect(reasons?.map(\.because) == [[Subject("yes")], [Subject("unsure")]])
    #expect(reasons?.map(\.isUnknown) == [false, true])
    #expect(reasons?.map(\.sources) == [["gate-source"], ["treatment-source"]])
  }

  @Test func `is judged by the safe side of a number that is not known`() throws {
    let age = item("age", .number(.years), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let old = Criterion.compare("age", .greaterOrEqual, 65 * 365.25)
    let sheet = try answers(["age": .notSure], to: [age])
    let outcome = assess(sheet, rules: rules(treatments: [treatment("t", stop: old)]))
    #expect(outcome.treatments.map(\.verdict) == [.avoid])
  }
}

@Suite struct `The list of treatments` {
  static let all = [
    treatment("good"), treatment("bad", stop: yes), treatment("ask", askFirst: yes),
  ]
  static let levels: [(Disposition, [Treatment.ID])] = [
    (.selfCare, ["good", "bad", "ask"]), (.routine, ["good", "bad", "ask"]),
    (.withinDays, ["good", "bad", "ask"]), (.sameDay, ["bad"]), (.emergencyDepartment, []),
    (.emergencyCall, []),
  ]

  @Test(arguments: levels)
  func `shrinks as it gets urgent`(level: Disposition, expected: [Treatment.ID]) throws {
    let flags = level == .selfCare ? [] : [flag("f", level, when: yes)]
    let outcome = try assess(
      answers(said, to: items),
      rules: rules(selfCareWhen: .always, flags: flags, treatments: Self.all))
    #expect(outcome.disposition == level)
    #expect(outcome.treatments.map(\.id) == expected)
    #expect(outcome.ladder.isShown == (level < .sameDay))
  }
}

/// What reaches the second and the third step, and where the person stands.
private let places: [(Criterion, Criterion, Ladder.Step.ID)] = [
  (no, no, "core"), (yes, no, "gel"), (yes, yes, "pills"), (no, yes, "pills"),
  (unsure, no, "core"), (open, no, "core"), (yes, unsure, "gel"), (hidden, no, "core"),
]

@Suite struct `The ladder` {
  @Test(arguments: places)
  func `has the person on the highest step that is known to be reached`(
    second: Criterion, third: Criterion, expected: Ladder.Step.ID
  ) throws {
    let steps = ladder([("core", .always), ("gel", second), ("pills", third)])
    let treatments = [
      treatment("a"), treatment("b", step: "gel"), treatment("c", step: "pills"),
    ]
    let outcome = try assess(
      answers(said, to: items), rules: rules(ladder: steps, treatments: treatments))
    #expect(outcome.ladder.step == expected)
    let order: [Ladder.Step.ID] = ["core", "gel", "pills"]
    let place = try #require(order.firstIndex(of: expected))
    #expect(outcome.treatments.map { $0.verdict == .later } == [0, 1, 2].map { $0 > place })
  }

  @Test func `has the person on the lowest step when none is reached`() throws {
    let outcome = try assess(
      answers(said, to: items), rules: rules(ladder: ladder([("core", no), ("gel", unsure)])))
    #expect(outcome.ladder.step == "core" && outcome.ladder.because == [])
  }

  static let shown: [(Criterion, Disposition, Recommendation.LadderPlace.Hidden?)] = [
    (yes, .routine, nil), (no, .routine, .notMeantForThis), (unsure, .routine, .notMeantForThis),
    (open, .withinDays, .notMeantForThis), (yes, .sameDay, .urgent),
    (no, .emergencyCall, .urgent),
  ]

  @Test(arguments: shown)
  func `is shown where it is meant and nothing is urgent`(
    when: Criterion, level: Disposition, hidden: Recommendation.LadderPlace.Hidden?
  ) throws {
    let outcome = try assess(
      answers(said, to: items),
      rules: rules(flags: [flag("f", level, when: yes)], ladder: ladder(shownWhen: when)))
    #expect(outcome.ladder.hiddenBecause == hidden)
    #expect(outcome.ladder.isShown == (hidden == nil))
  }

  /// Whom the treatments are not meant for sees none; an unknown keeps them, with their gates.
  @Test(arguments: [(nil, 1), (yes, 1), (unsure, 1), (open, 1), (no, 0)] as [(Criterion?, Int)])
  func `judges no treatment where treatments are not meant`(when: Criterion?, count: Int) throws {
    let outcome = try assess(
      answers(said, to: items),
      rules: rules(ladder: ladder(judgedWhen: when), treatments: [treatment("thing")]))
    #expect(outcome.treatments.count == count)
  }
}
