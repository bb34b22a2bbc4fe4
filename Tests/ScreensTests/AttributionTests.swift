import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing

/// The names of sources behind a sentence.
@Suite struct AttributionTests {
  private static func reference(
    _ id: Reference.ID, _ kind: Reference.Kind, _ short: String?
  ) -> Reference {
    Reference(
      id: id, kind: kind, title: "Title", short: short, authors: "Doe and Roe", year: 2021,
      read: .whole)
  }

  private static let pack: ContentPack = {
    let base = FixturePack.pack
    return ContentPack(
      manifest: base.manifest, wording: base.wording, questionnaire: base.questionnaire,
      rules: base.rules, pages: base.pages,
      references: [
        reference("nice", .guideline, "NICE 2022"), reference("nice-too", .guideline, "NICE 2015"),
        reference("acr", .guideline, "ACR 2019"), reference("label", .regulator, "US label"),
        reference("trial", .trial, "Doe 2021"), reference("nameless", .trial, nil),
        reference("books", .textbook, "textbooks"),
      ])
  }()

  @Test(
    arguments: [
      // Nothing to name, nothing to say.
      ("Walk.", [], "Walk."),
      ("Walk.", ["unknown"], "Walk."),
      ("", ["nice"], ""),
      // Within the end of the last sentence, whatever ends it.
      ("Walk.", ["nice"], "Walk (NICE)."),
      ("Walk. Rest!", ["nice"], "Walk. Rest (NICE)!"),
      ("Worth trying", ["nice"], "Worth trying (NICE)"),
      ("A gel (NSAID)", ["nice"], "A gel (NSAID) (NICE)"),
      // Two at most, a body once, guidelines and regulators first.
      ("Walk.", ["nice", "nice-too", "acr", "label"], "Walk (NICE, ACR)."),
      ("Walk.", ["books", "trial", "acr"], "Walk (ACR, textbooks)."),
      // The year is that of a guideline alone, and four digits.
      ("Walk.", ["trial", "label"], "Walk (US label, Doe 2021)."),
      ("Walk.", ["nameless"], "Walk (Doe and Roe 2021)."),
    ] as [(String, [Reference.ID], String)])
  func `stand in brackets within the end of the sentence`(
    text: String, sources: [Reference.ID], expected: String
  ) {
    #expect(Self.pack.attributing(text, to: sources) == expected)
  }

  @Test func `can be one alone`() {
    #expect(Self.pack.attributing("Walk.", to: ["trial", "nice"], atMost: 1) == "Walk (NICE).")
  }

  @Test(
    arguments: [
      (Verdict.suggest, ["source-a"]), (.later, ["source-a"]), (.avoid, ["source-d"]),
      (.askFirst, ["source-d"]), (.notAdvised, ["source-d"]),
    ] as [(Verdict, [Reference.ID])])
  func `of a verdict are those of its reasons or of the guidelines for it`(
    verdict: Verdict, expected: [Reference.ID]
  ) throws {
    let treatment = try #require(
      FixturePack.pack.rules.treatments.first {
        $0.guidelines.contains { $0.direction == .for && $0.guideline == "source-a" }
      })
    let judged = Recommendation.JudgedTreatment(
      id: treatment.id, verdict: verdict,
      reasons: [.init(text: "A", because: [], sources: ["source-d"], isUnknown: false)])
    #expect(FixturePack.pack.sources(of: judged) == expected)
    // A reason that is not told names none.
    let untold = FixturePack.pack.sources(of: judged) { _ in false }
    #expect(untold == (expected == ["source-d"] ? treatment.sources : expected))
  }
}
