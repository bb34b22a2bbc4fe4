import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// A state worth a picture.
struct Case: CustomStringConvertible, Sendable {
  let name: String
  let state: Walkthrough.State
  var description: String { name }
  /// Whether it shows a code, which a small window is never given.
  var hasCode: Bool { state.handOver.codes?.code != nil }

  /// The state after these actions, each drawn at home size before the next.
  init(
    _ name: String, _ state: Walkthrough.State, _ actions: Walkthrough.Action...
  ) {
    var state = state
    for action in actions { _ = reduce(&state, action, in: FixturePack.pack) }
    self.name = name
    self.state = state
  }
}

extension Case {
  static let all = laidOver + questions + stops + results + details

  private static let typed = FixturePack.answers(before: "place")
  private static let full = FixturePack.fullAnswers

  private static func full(
    _ screen: Walkthrough.Screen, _ changed: [Item.ID: Answer] = [:]
  ) -> Walkthrough.State {
    .fixture(screen, answers: full.merging(changed) { _, new in new })
  }

  private static func printing() -> Walkthrough.State {
    var state = Walkthrough.State(
      day: FixturePack.answerDay, region: "here", forms: [.text, .screen, .print],
      start: .result(.handOver))
    state.response = QuestionnaireResponse(full)
    state.settleFocus(in: FixturePack.pack)
    return state
  }

  private static let laidOver = [
    Case("welcome", .fixture()),
    Case("help", .question("place"), .helpPressed),
    Case("why", .question("place"), .whyPressed),
    Case("words", .question("parts"), .wordsPressed(["beta", "gamma"])),
    Case("glossary", .fixture(.glossary)),
    Case("emergency-help", .question("place"), .emergencyPressed),
    Case("leave", .question("place"), .leavePressed),
    Case(
      "leave-kept", full(.result(.handOver)), .saved(at: "/tmp/thing.txt", note: nil),
      .leavePressed),
    Case("page-list", .fixture(.pageList)),
    Case("page-short", .fixture(.page("thing-a"))),
    Case("page-long", .fixture(.page("about-things"))),
    Case("page-claims", .fixture(.page("said"))),
    Case("sources", .fixture(.page("said")), .sourcesPressed),
    Case("sources-alone", .fixture(.page("signs")), .sourcesPressed),
    Case("claim", .fixture(.page("said")), .sourcesPressed, .digitPressed(2)),
    Case("page-figures", .fixture(.page("counts"))),
    Case("headings", .fixture(.page("about-things")), .headingsPressed),
    Case("search", .fixture(.pageList), .searchPressed),
    Case("search-none", .fixture(.search), .textPasted("thing zebra"), .pressed),
    Case("search-found", .fixture(.search), .textPasted("thing"), .pressed),
    Case("page-found", .fixture(.search), .textPasted("chapter 7"), .pressed, .pressed),
    Case(
      "page-forward", .fixture(.page("thing-a")), .chosen(.open(.page("signs"))), .backPressed),
    Case("sections", .question("size"), .sectionsPressed),
    Case("sections-done", full(.result(.ladder)), .sectionsPressed),
    Case(
      "why-settled", .question("parts", answers: ["signs": FixturePack.signs(yes: ["one"])]),
      .whyPressed),
  ]

  private static let questions = [
    Case("question-each", .question("signs")),
    Case("question-each-some", .question("signs"), .digitPressed(1), .digitPressed(2)),
    Case("question-each-fault", .question("signs"), .digitPressed(1), .moved(.last), .pressed),
    Case(
      "question-again",
      .question(
        "sign-one-again",
        answers: [
          "signs": FixturePack.signs(notSure: ["one"])
        ])),
    Case("question-number", .question("age")),
    Case(
      "question-number-fault", .question("age"), .digitPressed(6), .characterTyped("."),
      .digitPressed(5), .pressed),
    Case("question-choice", .question("place")),
    Case("question-choice-picked", .question("place", answers: ["place": .option("drawer")])),
    Case("question-choice-not-sure", .question("place", answers: ["place": .notSure])),
    Case("question-size", .question("size")),
    Case(
      "question-size-us", .question("size"), .unitsPressed, .textPasted("5'7"), .pressed,
      .textPasted("176")),
    Case("question-text", .question("note")),
    Case(
      "question-text-typed", .question("note"),
      .textPasted("It squeaks when it is cold, and more so on the stairs in the morning.")),
    Case("question-date", .question("since")),
    Case("question-date-fault", .question("since"), .textPasted("24"), .pressed),
    Case("question-scale", .question("level")),
    Case("question-scale-picked", .question("level-week"), .digitPressed(7)),
    Case("question-yes-no", .question("broken")),
    Case("question-choices", .question("parts")),
    Case("question-choices-marked", .question("parts"), .digitPressed(3), .digitPressed(1)),
    Case("question-choices-fault", .question("parts"), .moved(.last), .pressed),
    Case("question-zones", .question("map"), .digitPressed(0)),
    Case("question-zones-picked", .question("map"), .digitPressed(3), .digitPressed(2)),
    Case("question-zones-fault", .question("map"), .moved(.last), .pressed),
    Case(
      "question-zones-mirrored", .question("map", answers: ["place": .option("garage")]),
      .digitPressed(3)),
    Case("question-rows", .question("tried"), .digitPressed(1), .digitPressed(2)),
    Case("question-changing", full(.checkAnswers), .chosen(.change("place"))),
  ]

  private static let stops = [
    Case(
      "stop", .question("signs"), .answered("signs", FixturePack.signs(yes: ["one"]))),
    Case(
      "stop-two", .question("signs"), .answered("signs", FixturePack.signs(yes: ["one", "two"]))),
    Case("check", full(.checkAnswers)),
    Case("check-open", .fixture(.checkAnswers, answers: FixturePack.answers(before: "since"))),
    Case(
      "check-set-aside", full(.checkAnswers, ["broken-how": .option("fell")])),
    Case(
      "change-effect", full(.checkAnswers, broken), .chosen(.change("broken")),
      .answered("broken", .option(.no))),
    Case(
      "change-effect-more", full(.checkAnswers, ["broken-how": .option("fell")]),
      .chosen(.change("broken")), .answered("broken", .option(.yes))),
    Case("undone", .question("place"), .pressed, .undoPressed),
    Case(
      "undone-kept", full(.checkAnswers), .chosen(.change("level")), .answered("level", .scale(9)),
      .saved(at: "/tmp/thing.txt", note: nil), .undoPressed),
    Case("redone", .question("broken"), .chosen(.option(.no)), .undoPressed, .redoPressed),
    Case("nothing-undone", .question("broken"), .undoPressed),
  ]

  private static let results =
    Walkthrough.ResultPart.allCases.map { Case("result-\($0)", full(.result($0))) } + [
      Case("result-now-flags", full(.result(.now), broken)),
      Case(
        "result-now-today", full(.result(.now), ["signs": FixturePack.signs(yes: ["three"])])),
      Case(
        "result-now-emergency", full(.result(.now), ["signs": FixturePack.signs(yes: ["one"])])),
      Case(
        "result-now-not-sure",
        full(
          .result(.now),
          [
            "signs": FixturePack.signs(notSure: ["three"])
          ])),
      Case(
        "result-now-open",
        .fixture(.result(.now), answers: FixturePack.answers(before: "since"))),
    ]

  private static let broken: [Item.ID: Answer] = [
    "broken": .option(.yes), "broken-how": .option("fell"),
  ]

  private static let lessTried = Answer.rows([
    "thing-a": .option("no-help"), "thing-b": .notSure,
  ])

  private static let details = [
    Case("flag", full(.result(.now), broken), .chosen(.open(.flag("flag-days")))),
    Case("pattern", full(.result(.patterns)), .chosen(.open(.pattern("worn")))),
    Case("pattern-off-ladder", full(.result(.patterns)), .chosen(.open(.pattern("loose")))),
    Case("ladder-article", full(.result(.ladder)), .articlePressed),
    Case(
      "ladder-middle", full(.result(.ladder), ["tried": lessTried]), .digitPressed(2), .backPressed),
    Case("step", full(.result(.ladder)), .chosen(.open(.step("first")))),
    Case("step-article", full(.result(.ladder)), .articlePressed, .digitPressed(1)),
    Case("step-alone", full(.result(.ladder)), .chosen(.open(.step("third")))),
    Case("treatment", full(.step("second")), .chosen(.open(.treatment("thing-b")))),
    Case("grounds-now", full(.result(.now)), .sourcesPressed),
    Case("grounds-flags", full(.result(.now), broken), .digitPressed(1), .sourcesPressed),
    Case("grounds-ladder", full(.result(.ladder)), .sourcesPressed),
    Case("grounds-cautions", full(.result(.cautions)), .sourcesPressed),
    Case("grounds-surgery", full(.result(.surgery)), .sourcesPressed),
    Case("grounds-treatment", full(.treatment("thing-c")), .sourcesPressed),
    Case("treatment-avoid", full(.result(.cautions)), .chosen(.open(.treatment("thing-d")))),
    Case("hand-over-choice", full(.result(.handOver)), .chosen(.open(.handOverChoice))),
    Case(
      "hand-over-private", full(.result(.handOver)), .chosen(.open(.handOverChoice)),
      .chosen(.pages(.clinician)), .chosen(.privateAnswers), .backPressed),
    Case(
      "shown-pages", full(.result(.handOver)),
      .pagesShown([
        .heading("The page for you"), .text("2026-11-22"), .strong("! A visit"),
        .bullet("Rest the thing."), .numbered(1, "First steps"), .gap, .text("That is all."),
      ])),
    Case("printing", printing(), .chosen(.form(.print))),
    Case("printing-done", printing(), .chosen(.form(.print)), .printingEnded(.done)),
    Case(
      "printing-failed", printing(), .chosen(.form(.print)),
      .printingEnded(.failed("The printer is out of paper."))),
    Case(
      "printing-said", printing(), .chosen(.form(.print)), .backPressed,
      .printingEnded(.failed("The printer is out of paper."))),
    Case("codes", full(.result(.handOver)), .codesMade(.sample(3))),
    Case("codes-last", full(.result(.handOver)), .codesMade(.sample(2)), .moved(.right)),
    Case("codes-hidden", full(.result(.handOver)), .codesMade(.sample(2)), .codesEnded),
    Case(
      "codes-none", full(.result(.handOver)),
      .codesMade(.init(room: .init(modules: 5, isInHalves: true), needed: 45))),
    Case("codes-in-lines", full(.result(.handOver)), .codesMade(.init(room: nil))),
    Case("save-waiting", full(.result(.handOver)), .chosen(.form(.text)), .waitBegan(.pdf)),
    Case("save", full(.result(.handOver)), .chosen(.form(.text))),
    Case(
      "save-fault", full(.result(.handOver)), .chosen(.form(.text)),
      .saveFailed("Not kept: there is a file at thing.txt.")),
    Case(
      "saved", full(.result(.handOver)), .chosen(.form(.text)),
      .saved(at: "/home/you/thing.txt", note: nil)),
  ]
}

/// Draws as the loop does: the state hears what was drawn, and what it then wants is drawn again.
func draw(
  _ state: inout Walkthrough.State, _ size: Size, glyphs: Glyphs = .unicode,
  pointer: PointerUse = .none
) -> RenderedScreen {
  let first = render(
    state, in: FixturePack.pack, size: size, glyphs: glyphs, pointer: pointer)
  _ = reduce(&state, .drawn(first.metrics), in: FixturePack.pack)
  return first
}

extension Size {
  var name: String { "\(width)x\(height)" }
}
