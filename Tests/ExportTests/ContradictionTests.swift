import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

/// Answers that do not fit together, on the clinician's page and in the JSON.
struct ContradictionTests {
  /// The small pack with rules about what does not fit.
  private let pack: ContentPack = {
    let rules = SmallPack.rules
    func rule(_ id: String, _ when: Criterion) -> ConsistencyRule {
      ConsistencyRule(id: .init(id), when: when, ask: "Both? Ask {nurse-line}.", items: [])
    }
    let swollen = Criterion.test(Subject("knee-now", .row("swollen")), .isOneOf([.yes]))
    let months = Criterion.test(Subject("duration"), .isOneOf(["months"]))
    let secret = Criterion.test(Subject("secret"), .isOneOf([.yes]))
    return ContentPack(
      manifest: SmallPack.pack.manifest, wording: SmallPack.wording,
      questionnaire: SmallPack.pack.questionnaire,
      rules: Rules(
        dispositions: rules.dispositions, redFlags: rules.redFlags, conditions: rules.conditions,
        ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery,
        advice: rules.advice, scores: rules.scores,
        consistency: [
          rule("swollen-for-months", .all([swollen, months])),
          rule("with-secret", .all([months, secret])), rule("not-now", .not(months)),
        ]),
      pages: [], references: SmallPack.references)
  }()

  private func summary(includesPrivate: Bool) -> [String] {
    let answers = SmallPack.answers(SmallPack.longStanding)
    return TextSummary(
      assess(answers, rules: pack.rules), answers: answers, pack: pack, region: SmallPack.region,
      programVersion: "0", packHash: "", includesPrivate: includesPrivate
    ).lines
  }

  @Test func `stand on the clinician's page with what was said`() throws {
    let lines = summary(includesPrivate: false)
    let heading = try #require(lines.firstIndex { $0.contains("Answers that do not fit") })
    #expect(lines[heading + 2] == "- Knee, new or more than usual: Swollen; How long: Months")
    #expect(lines[heading + 3] == "", "what rests on a private answer is left off")
    #expect(
      summary(includesPrivate: true).filter { $0.hasSuffix("How long: Months") }.count == 1
        && summary(includesPrivate: true).contains { $0.hasPrefix("- How long: Months; ") })
  }

  @Test func `are left off where all answers fit`() {
    let lines = SmallPack.summary(SmallPack.longStanding).lines
    #expect(!lines.contains { $0.contains("do not fit") })
  }

  @Test func `stand in the JSON with their texts and reasons`() {
    let answers = SmallPack.answers(SmallPack.longStanding)
    let json = RecommendationJSON.text(
      assess(answers, rules: pack.rules), answers: answers, pack: pack, region: SmallPack.region,
      packHash: "")
    let part = json.split(separator: "\"contradictions\": ").last ?? ""
    #expect(part.contains("\"id\": \"swollen-for-months\""))
    #expect(part.contains("\"text\": \"Both? Ask your clinic's nurse line.\""))
    #expect(part.contains("\"item\": \"duration\""))
    #expect(!part.contains("not-now"))
  }
}
