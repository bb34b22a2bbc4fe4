package import QuestionnaireModel

extension FixturePack {
  /// The day on which the answers of the tests are given.
  package static let answerDay = today

  /// An answer to every item that is asked: no red flag, the ladder shown, on its second step.
  package static let ordinaryAnswers: [Item.ID: Answer] = [
    "signs": signs(), "age": .number(Quantity(50, .years)), "place": .option("attic"),
    "size": .declined, "note": .text("It squeaks."), "since": .declined, "level": .scale(4),
    "level-week": .scale(5), "broken": .option(.no), "parts": .options(["alpha"]),
    "map": .options(["inner"]),
    "tried": .rows(["thing-a": .option("no-help"), "thing-b": .option("not-tried")]),
  ]

  /// Answers with which every part of the result has something to say.
  package static let fullAnswers = ordinaryAnswers.merging([
    "age": .number(Quantity(67, .years)), "level": .scale(8),
    "size": .bodySize(height: Quantity(170, .centimeters), weight: Quantity(80.5, .kilograms)),
    "since": PartialDate(year: 2020, month: 5).map { .date($0) } ?? .declined,
    "parts": .options(["beta", "gamma"]),
    "tried": .rows(["thing-a": .option("no-help"), "thing-b": .option("no-help")]),
  ]) { _, new in new }

  /// The answer to the signs: "no" but for those given.
  package static func signs(
    yes: Set<AnswerOption.ID> = [], notSure: Set<AnswerOption.ID> = []
  ) -> Answer {
    let rows: [AnswerOption.ID] = ["one", "two", "three"]
    return .rows(
      Dictionary(
        rows.map { row in
          (row, notSure.contains(row) ? .notSure : .option(yes.contains(row) ? .yes : .no))
        }, uniquingKeysWith: { first, _ in first }))
  }
}
