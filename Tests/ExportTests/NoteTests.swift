import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

/// What answers come to in a clinician's terms.
struct NoteTests {
  private func lines(_ when: Criterion, includesPrivate: Bool = false) -> [String] {
    let rules = SmallPack.rules
    let pack = ContentPack(
      manifest: SmallPack.pack.manifest, wording: SmallPack.wording,
      questionnaire: SmallPack.pack.questionnaire,
      rules: Rules(
        dispositions: rules.dispositions, redFlags: rules.redFlags, conditions: rules.conditions,
        ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery,
        advice: rules.advice, scores: rules.scores,
        notes: [
          ClinicalNote(
            id: "n", when: when, text: "In other terms",
            sources: SmallPack.references.prefix(1).map(\.id))
        ]), pages: [], references: SmallPack.references)
    let answers = SmallPack.answers(SmallPack.longStanding)
    return TextSummary(
      assess(answers, rules: pack.rules), answers: answers, pack: pack, region: SmallPack.region,
      programVersion: "0", packHash: "", includesPrivate: includesPrivate
    ).lines
  }

  private func line(_ lines: [String]) -> String? { lines.first { $0.contains("In other terms") } }

  @Test func `stands on the clinician's page with its source`() throws {
    let months = Criterion.test(Subject("duration"), .isOneOf(["months"]))
    let note = try #require(line(lines(months)))
    #expect(note.hasPrefix("- In other terms [") && note.hasSuffix("]"))
    #expect(line(lines(.not(months))) == nil)
  }

  @Test func `is left off where it rests on a private answer`() {
    let secret = Criterion.test(Subject("secret"), .isOneOf([.yes]))
    #expect(line(lines(secret)) == nil)
    #expect(line(lines(secret, includesPrivate: true)) != nil)
  }
}
