import QuestionnaireModel
import RecommendationCore

extension SmallPack {
  static let rules = Rules(
    dispositions: DispositionRules(
      texts: Disposition.allCases.map { level in
        DispositionText(
          disposition: level, title: "Level \(level.rawValue)",
          action: "Do what \(level.rawValue) says. Call {emergency-number} or {nurse-line}.",
          inClinic: "Tell the front desk.", whenClosed: "Call {emergency-number}.",
          symbol: level.isEmergency ? "!!" : "->")
      },
      selfCareWhen: .never, incomplete: "You did not answer everything. Finish it soon.",
      questionsShown: 7),
    redFlags: flags, conditions: patterns, ladder: ladder, treatments: treatments,
    surgery: surgery, advice: advice,
    scores: [
      Score(
        id: "pain", name: "Pain score", items: ["pain-now", "pain-life"], combine: .mean,
        decimals: 1, range: "0 to 10, higher is worse", about: "Mean of two scales.",
        sources: ["trial"])
    ])

  static func row(_ item: Item.ID, _ row: AnswerOption.ID) -> Criterion {
    .test(Subject(item, .row(row)), .isOneOf([.yes]))
  }

  static func `is`(_ item: Item.ID, _ option: AnswerOption.ID) -> Criterion {
    .test(Subject(item), .isOneOf([option]))
  }

  private static let flags = [
    RedFlag(
      id: "heart-signs", title: "Signs of a heart attack", disposition: .emergencyCall,
      within: "at once", when: row("body-now", "chest-pain"), action: "Call {emergency-number}.",
      why: "It can be the heart.", doNot: ["Do not drive yourself."],
      getHelpSooner: ["Call {emergency-number} if the chest hurts more."], sources: ["nice"]),
    RedFlag(
      id: "hot-knee", title: "A hot, swollen knee", disposition: .emergencyDepartment,
      within: "today", when: .all([row("knee-now", "swollen"), row("knee-now", "hot")]),
      action: "Go to an emergency department now.", why: "The joint can be infected.",
      doNot: ["Do not wait for a fever."],
      getHelpSooner: ["Go if the knee gets hotter."], sources: ["nice", "old-book"]),
    RedFlag(
      id: "cannot-step", title: "Cannot take four steps", disposition: .sameDay, within: "today",
      when: .any([`is`("steps-now", "no"), row("body-now", "fainted")]),
      action: "Get an X-ray today.", why: "A bone can be broken.", doNot: [],
      getHelpSooner: ["Call {emergency-number} if the foot turns cold."], sources: ["trial"]),
  ]

  private static let patterns = [
    ConditionPattern(
      id: "worn", name: "Worn knee",
      features: [
        .init(
          when: .test(Subject("age"), .compare(.greaterOrEqual, 45 * Unit.years.factor)),
          points: 2, text: "You are 45 or older"),
        .init(
          when: .test(Subject("pain-with"), .includes("stairs")), points: 2,
          text: "Stairs hurt"),
        .init(when: `is`("secret", .yes), points: 1, text: "The private matter"),
        .init(when: row("knee-now", "swollen"), points: -1, text: "It is newly swollen"),
      ],
      fit: .init(strong: 4, some: 3, weak: 1), isOnLadder: true, firstSteps: [],
      getHelpSooner: [], sources: ["nice"]),
    ConditionPattern(
      id: "bursa", name: "Sore bursa",
      features: [
        .init(
          when: .test(Subject("pain-with"), .includes("kneeling")), points: 5,
          text: "Kneeling hurts")
      ],
      fit: .init(strong: 4, some: 3, weak: 1), isOnLadder: false,
      firstSteps: ["Kneel on a cushion for two weeks."],
      getHelpSooner: ["Call {nurse-line} if the skin gets red."], sources: ["trial"]),
  ]

  private static let ladder = Ladder(
    shownWhen: `is`("duration", "months"), hiddenBecause: "The ladder is for long-standing pain.",
    steps: [
      .init(id: "core", name: "Core care", about: "What helps most people.", reachedWhen: .always),
      .init(
        id: "gel", name: "Creams", about: "Medicine through the skin.",
        reachedWhen: .test(Subject("tried", .row("walks")), .isOneOf(["helped", "useless"]))),
      .init(id: "pills", name: "Pills", about: "Medicine by mouth.", reachedWhen: .never),
    ],
    articleStages: [], sources: ["nice"])

  private static let treatments = [
    treatment(
      "walking", "Brisk walking", step: "core", about: "Walk half an hour on most days.",
      sources: ["nice"]),
    treatment(
      "rub-on", "Rub-on gel", step: "gel", about: "Rub it in three times a day.",
      askFirst: [.init(when: row("health", "ulcer"), because: "You had an ulcer", sources: [])],
      note: "The article leaves this out.", sources: ["trial"]),
    treatment(
      "tablets", "Anti-pain tablets", step: "pills", about: "They ease pain for some hours.",
      stop: [
        .init(
          when: row("health", "kidneys"), because: "Your kidneys are ill", sources: ["old-book"])
      ],
      askFirst: [
        .init(when: `is`("secret", .yes), because: "The private matter", sources: [])
      ],
      sources: ["trial"]),
    treatment("strong-tablets", "Strong tablets", step: "pills", about: "For bad pain."),
    treatment(
      "magic", "Magic shots", step: "pills", about: "Costly.", notAdvised: "No trial shows a gain"),
  ]

  private static func treatment(
    _ id: Treatment.ID, _ name: String, step: Ladder.Step.ID, about: String,
    notAdvised: String? = nil, stop: [Treatment.Gate] = [], askFirst: [Treatment.Gate] = [],
    note: String? = nil, sources: [Reference.ID] = []
  ) -> Treatment {
    Treatment(
      id: id, name: name, step: step, articleStage: note == nil ? 1 : nil, articleNote: note,
      about: about, suits: .always, notAdvised: notAdvised, stop: stop, askFirst: askFirst,
      guidelines: [], page: id == "walking" ? "walks" : nil, sources: sources)
  }

  private static let surgery = Surgery(
    reasons: [
      .init(
        id: "bad-pain", name: "Pain of 7 or more",
        when: .test(Subject("pain-now"), .compare(.greaterOrEqual, 7)), met: "It hurts a lot.",
        missing: "It does not hurt much.", isOfArticle: true, sources: ["nice"]),
      .init(
        id: "tried-pills", name: "Pills did not help", when: .never, met: "Pills failed.",
        missing: "Pills were not tried.", isOfArticle: true, sources: []),
    ],
    advice: [.init(id: "later", text: "It is too early to think of surgery.")])

  private static let advice = [
    Advice(
      id: "keep-moving", kind: .do, when: .always, text: "Keep moving as well as you can.",
      levels: [.routine, .withinDays], sources: ["nice"]),
    Advice(
      id: "get-worse", kind: .sooner, when: .always,
      text: "Call {nurse-line} if it gets worse, or {crisis-line} if you cannot go on.",
      levels: [], sources: ["nice"]),
    Advice(
      id: "ask-x-ray", kind: .question, when: .always, text: "Do I need an X-ray?", levels: [],
      sources: []),
    Advice(
      id: "ask-secret", kind: .question, when: `is`("secret", .yes),
      text: "What about the private matter?", levels: [], sources: []),
  ]
}
