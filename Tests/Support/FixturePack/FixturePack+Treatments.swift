import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  static let ladder = Ladder(
    shownWhen: .not(.yes("broken")), hiddenBecause: "Steps are for things that are whole.",
    steps: [
      .init(
        id: "first", name: "First step", about: "What everybody can do.", reachedWhen: .always,
        tried: [Subject("tried", .row("thing-a"))]),
      .init(
        id: "second", name: "Second step", about: "When the first did not help.",
        reachedWhen: .is("tried.thing-a", "no-help"), tried: [Subject("tried", .row("thing-b"))]),
      .init(
        id: "third", name: "Third step", about: "When nothing helped.",
        reachedWhen: .all([.is("tried.thing-a", "no-help"), .is("tried.thing-b", "no-help")])),
    ],
    articleStages: [
      .init(number: 1, name: "Stage one", about: "What the article puts first."),
      .init(number: 2, name: "Stage two", about: "What it puts second."),
      .init(number: 3, name: "Stage three", about: "What it sells."),
    ], sources: ["source-a", "source-c"])

  /// The verdicts in turn: suggest, later, ask first, avoid, not advised.
  ///
  /// Thing C is asked about from 60 years on, thing D avoided with part gamma.
  static let treatments = [
    Treatment(
      id: "thing-a", name: "Thing A", step: "first", articleStage: 1,
      about: "Thing A may help a little.", suits: .always, stop: [], askFirst: [],
      guidelines: [
        GuidelineView(
          guideline: "source-a", direction: .for, strength: .strong, certainty: .high,
          isUnverified: false),
        GuidelineView(
          guideline: "source-b", direction: .notCovered, strength: .none, isUnverified: false),
      ], page: "thing-a", sources: ["source-a"]),
    Treatment(
      id: "thing-b", name: "Thing B", step: "second", articleStage: 3,
      articleNote: "The article puts it last; the guideline does not.",
      about: "Thing B may help for a while.", suits: .not(.is("place", "field")),
      doesNotSuit: "It does not suit a field.", stop: [], askFirst: [],
      guidelines: [
        GuidelineView(
          guideline: "source-a", direction: .neither, strength: .conditional, certainty: .low,
          isUnverified: true)
      ], sources: ["source-b"]),
    Treatment(
      id: "thing-c", name: "Thing C", step: "first", about: "Thing C is for some.", suits: .always,
      stop: [],
      askFirst: [
        .init(
          when: .compare("age", .greaterOrEqual, 60, .years), because: "You are 60 or older",
          sources: ["source-b"]),
        .init(when: .includes("parts", "beta"), because: "Your thing has part beta", sources: []),
      ],
      guidelines: [
        GuidelineView(
          guideline: "source-a", direction: .for, strength: .limited, certainty: .moderate,
          isUnverified: false)
      ], sources: ["source-a"]),
    Treatment(
      id: "thing-d", name: "Thing D", step: "first", articleStage: 2, about: "Thing D is strong.",
      suits: .always,
      stop: [
        .init(
          when: .includes("parts", "gamma"), because: "Part gamma and thing D clash", sources: [])
      ], askFirst: [], takenOnPrescription: .includes("parts", "delta"),
      prescribedNote: "Do not stop it on your own. Ask this week.",
      takenOverCounter: .includes("parts", "alpha"),
      overCounterNote: "Do not take more until you have asked.",
      guidelines: [
        GuidelineView(
          guideline: "source-a", direction: .against, strength: .moderate, certainty: .veryLow,
          isUnverified: false)
      ], page: "about-things", sources: ["source-a", "source-b"]),
    Treatment(
      id: "thing-e", name: "Thing E", step: "third", articleStage: 3, about: "Thing E is sold.",
      suits: .always, notAdvised: "Nobody has shown that thing E does anything.", stop: [],
      askFirst: [], guidelines: [], sources: ["source-c"]),
  ]

  static let surgery = Surgery(
    reasons: [
      .init(
        id: "nothing-helped", name: "Nothing helped", when: .is("tried.thing-b", "no-help"),
        met: "Thing B did not help.", missing: "Thing B was not tried, or helped.",
        isOfArticle: true, page: "about-things", sources: ["source-a"]),
      .init(
        id: "still-bad", name: "Still bad", when: .compare("level", .greaterOrEqual, 6),
        met: "The level is 6 or more.", missing: "The level is below 6.", isOfArticle: false,
        sources: []),
    ],
    advice: [
      .init(id: "ask", when: .is("tried.thing-b", "no-help"), text: "Ask for a new thing."),
      .init(id: "wait", text: "There are steps before a new thing."),
    ])
}
