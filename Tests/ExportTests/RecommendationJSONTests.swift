import Golden
import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

struct RecommendationJSONTests {
  @Test(arguments: [
    ("result-long-standing", SmallPack.longStanding), ("result-emergency", SmallPack.emergency),
    ("result-unsure", SmallPack.unsure),
  ])
  func `looks as it did`(name: String, given: [Item.ID: Answer]) {
    expectGolden(SmallPack.json(given), named: name, extension: "json")
  }

  @Test func `has the documented keys in their order`() throws {
    let keys = try members(SmallPack.json(SmallPack.longStanding)).map(\.name)
    #expect(
      keys == [
        "disposition", "complete", "on", "redFlags", "conditions", "ladder", "treatments",
        "surgery", "advice", "pages", "questionsForVisit", "unanswered", "parked", "scores", "pack",
        "contradictions", "notice",
      ])
  }

  @Test func `at an emergency the treatments are empty`() throws {
    let slipped = RecommendationJSON.text(
      SmallPack.emergencyWithTreatments, answers: SmallPack.answers(SmallPack.emergency),
      pack: SmallPack.pack, region: SmallPack.region, packHash: "")
    for text in [SmallPack.json(SmallPack.emergency), slipped] {
      #expect(try members(text).first { $0.name == "treatments" }?.value == .array([]))
    }
  }

  @Test func `placeholders of the region are filled in`() {
    for given in [SmallPack.longStanding, SmallPack.emergency, SmallPack.sameDay, [:]] {
      #expect(!SmallPack.json(given).contains("{nurse-line}"))
      #expect(!SmallPack.json(given).contains("{emergency-number}"))
      #expect(!SmallPack.summary(given).text.contains("-line}"))
    }
  }

  @Test func `is JSON for any answers, and the same bytes each time`() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<100 {
      let response = SmallPack.pack.questionnaire.randomResponse(using: &random)
      let text = SmallPack.json(response.answers)
      _ = try members(text)
      #expect(SmallPack.json(response.answers) == text)
    }
  }

  private func members(_ text: String) throws -> [JSON.Member] {
    guard case .object(let members) = try JSONReader.read(Array(text.utf8)).value.json else {
      Issue.record("no object")
      return []
    }
    return members
  }
}
