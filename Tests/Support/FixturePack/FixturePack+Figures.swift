import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  /// One of 100 with two harms, and one of 1,000 with a rare one.
  static let figures = [
    Figure(
      id: "thing-a-or-none", title: "thing A or none", base: .hundred, after: "8 weeks",
      with: "people who had thing A for as long as they could bear it",
      without: "people who did not",
      benefit: Figure.Outcome(what: "felt better", with: 47, without: 36),
      harms: [
        Figure.Outcome(what: "had a sore head", with: 12, without: 12),
        Figure.Outcome(what: "gave up", with: 1, without: 0, after: "a year"),
      ], certainty: "Rather sure.", sources: ["source-a", "source-b"], isUnverified: true,
      derived: "12.4 and 11.6 percent."),
    Figure(
      id: "thing-b-or-none", title: "thing B or none", base: .thousand, after: "a year",
      with: "people who had thing B", without: "people who had none",
      benefit: Figure.Outcome(what: "slept", with: 1000, without: 998),
      harms: [Figure.Outcome(what: "fell", with: 3, without: 0)], certainty: "Not sure.",
      sources: ["source-c"]),
    Figure(
      id: "thing-c-or-none", title: "thing C or none", base: .hundred, after: "a day",
      with: "people who had thing C", without: "people who had none",
      benefit: Figure.Outcome(what: "laughed", with: 64, without: 60), harms: [],
      noneKnown: "nobody counted it.", certainty: "Sure.", sources: ["source-b"]),
  ]
}
