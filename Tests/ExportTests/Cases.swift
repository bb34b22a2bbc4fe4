import QuestionnaireModel
import RecommendationCore

@testable import Export

/// Answer sheets for the snapshots.
extension SmallPack {
  /// Long-standing pain, on the second step, with something to avoid and something not advised.
  static let longStanding: [Item.ID: Answer] = [
    "who": .option("self"), "age": .number(Quantity(67, .years)), "body-now": .rows(calm),
    "knee-now": .rows(["hot": .option(.no), "red": .option(.no), "swollen": .option(.yes)]),
    "steps-now": .option("limping"), "which-knee": .option("left"),
    "knee-map": .options(["front", "inner"]), "duration": .option("months"),
    "pain-now": .scale(7), "pain-life": .scale(4), "pain-with": .options(["kneeling", "stairs"]),
    "since": PartialDate("2026-03").map { .date($0) } ?? .notSure,
    "health": .rows(["kidneys": .option(.yes), "ulcer": .notSure]), "secret": .option(.yes),
    "size": .bodySize(height: Quantity(170, .centimeters), weight: Quantity(160, .pounds)),
    "lost": .notSure, "pills": .option(.no),
    "tried": .rows(["cream": .option("no"), "walks": .option("useless")]),
    "words": .text(
      "It hurts most on the stairs down to the cellar, and when I carry the shopping."),
  ]

  static let calm: [AnswerOption.ID: RowAnswer] = [
    "chest-pain": .option(.no), "fainted": .option(.no),
  ]

  static func changed(_ changes: [Item.ID: Answer]) -> [Item.ID: Answer] {
    longStanding.merging(changes) { $1 }
  }

  static let emergency = changed([
    "body-now": .rows(["chest-pain": .option(.yes), "fainted": .notSure]),
    "knee-now": .rows(["hot": .option(.yes), "red": .option(.no), "swollen": .option(.yes)]),
  ])

  static let sameDay = changed(["steps-now": .option("no")])

  /// A sign that was not sure, asked again and still not sure, and much left out.
  static let unsure: [Item.ID: Answer] = [
    "who": .option("helper"), "age": .declined, "body-now": .rows(calm),
    "knee-now": .rows(["hot": .notSure, "swollen": .option(.yes)]), "check-hot": .notSure,
    "steps-now": .option("yes"), "duration": .option("weeks"),
  ]

  static func summary(
    _ given: [Item.ID: Answer], includesPrivate: Bool = false, pages: SummaryPages = .both
  ) -> TextSummary {
    summary(answers(given), includesPrivate: includesPrivate, pages: pages)
  }

  static func summary(
    _ answers: Answers, includesPrivate: Bool = false, pages: SummaryPages = .both
  ) -> TextSummary {
    TextSummary(
      assess(answers, rules: rules), answers: answers, pack: pack, region: region,
      programVersion: "0.1.0", packHash: "0123456789abcdef0123456789abcdef",
      includesPrivate: includesPrivate, pages: pages)
  }

  /// A summary whose red flags are these, of the pack's or of `more`.
  static func summary(
    _ answers: Answers, flags: [Recommendation.RaisedFlag], of more: [RedFlag] = []
  ) -> TextSummary {
    let result = assess(answers, rules: rules)
    let recommendation = Recommendation(
      day: result.day, disposition: .sameDay, isComplete: true, redFlags: flags, conditions: [],
      ladder: result.ladder, treatments: [], surgery: result.surgery, advice: [], questions: [],
      scores: [], pages: [], unanswered: [], parked: [])
    let rules = Rules(
      dispositions: rules.dispositions, redFlags: more + rules.redFlags, conditions: [],
      ladder: rules.ladder, treatments: [], surgery: rules.surgery, advice: [], scores: [])
    let pack = ContentPack(
      manifest: pack.manifest, wording: wording, questionnaire: pack.questionnaire, rules: rules,
      pages: [], references: references)
    return TextSummary(
      recommendation, answers: answers, pack: pack, region: region, programVersion: "0",
      packHash: "")
  }

  /// An emergency into which treatments slipped, as `assess` never makes it.
  static var emergencyWithTreatments: Recommendation {
    let result = assess(answers(emergency), rules: rules)
    let routine = assess(answers(longStanding), rules: rules)
    return Recommendation(
      day: result.day, disposition: result.disposition, isComplete: true,
      redFlags: result.redFlags, conditions: routine.conditions, ladder: routine.ladder,
      treatments: routine.treatments, surgery: routine.surgery, advice: routine.advice,
      questions: routine.questions, scores: [], pages: [], unanswered: [], parked: [])
  }

  static func json(_ given: [Item.ID: Answer]) -> String {
    let answers = answers(given)
    return RecommendationJSON.text(
      assess(answers, rules: rules), answers: answers, pack: pack, region: region,
      packHash: "0123456789abcdef")
  }
}
