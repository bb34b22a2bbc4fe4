import Golden
import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

@Suite struct `A FHIR bundle` {
  private static let hash = "0123456789abcdef"
  private static let questionnaire = FHIRQuestionnaire(
    SmallPack.pack, region: SmallPack.region, packHash: hash)

  private static func bundle(
    _ given: [Item.ID: Answer], includesPrivate: Bool = false, version: String = "0.1.0"
  ) -> FHIRBundle {
    let answers = SmallPack.answers(given)
    return FHIRBundle(
      assess(answers, rules: SmallPack.rules), answers: answers, to: questionnaire,
      programVersion: version, includesPrivate: includesPrivate)
  }

  private static func entries(_ text: String) throws -> [JSON] {
    let json = try JSONReader.read(Array(text.utf8)).value.json
    guard case .array(let entries) = json["entry"] else { return [] }
    return entries
  }

  @Test func `has the questionnaire as it did`() {
    expectGolden(Self.questionnaire.text, named: "fhir-questionnaire", extension: "json")
  }

  @Test(arguments: [
    ("fhir-long-standing", SmallPack.longStanding), ("fhir-emergency", SmallPack.emergency),
    ("fhir-unsure", SmallPack.unsure),
  ])
  func `looks as it did`(name: String, given: [Item.ID: Answer]) throws {
    let entries = try Self.entries(Self.bundle(given).text)
    #expect(entries.first?["resource"] == Self.questionnaire.json)
    // The answers have a table of their own.
    expectGolden(JSON.array(Array(entries.dropFirst(2))).text, named: name, extension: "json")
  }

  @Test func `is the same bytes each time, as a line too`() throws {
    let bundle = Self.bundle(SmallPack.longStanding)
    #expect(bundle.text == Self.bundle(SmallPack.longStanding).text)
    #expect(!bundle.line.contains("\n"))
    #expect(
      try JSONReader.read(Array(bundle.line.utf8)).value.json
        == JSONReader.read(Array(bundle.text.utf8)).value.json)
  }

  @Test func `has identifiers of what stands in it`() throws {
    let changes: [FHIRBundle] = [
      Self.bundle(SmallPack.longStanding), Self.bundle(SmallPack.longStanding, version: "0.2.0"),
      Self.bundle(SmallPack.changed(["pain-now": .scale(8)])),
      Self.bundle(SmallPack.longStanding, includesPrivate: true),
    ]
    var seen: Set<String> = []
    for bundle in changes {
      for (place, entry) in try Self.entries(bundle.text).enumerated() {
        guard case .string(let url) = entry["fullUrl"],
          case .string(let id) = entry["resource"]?["id"]
        else {
          Issue.record("an entry without an identifier")
          continue
        }
        #expect(url == "urn:uuid:" + id)
        #expect(
          id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
            != nil)
        // The questionnaire alone is the same in all.
        #expect(seen.insert(id).inserted == (place > 0 || bundle.line == changes[0].line))
      }
    }
  }

  @Test func `tells nothing private unless it is let out`() throws {
    func told(_ bundle: FHIRBundle) throws -> String {
      JSON.array(Array(try Self.entries(bundle.text).dropFirst())).line
    }
    // Of the reasons to ask before a treatment, the private one is left.
    let given = SmallPack.changed([
      "health": .rows(["kidneys": .option(.no), "ulcer": .option(.no)])
    ])
    let some = try told(Self.bundle(given))
    let all = try told(Self.bundle(given, includesPrivate: true))
    for words in ["secret", "The private matter", "What about the private matter?"] {
      #expect(!some.contains(words) && all.contains(words), "\(words)")
    }
    #expect(some.contains(SmallPack.wording[.reasonPrivate]))
  }

  @Test func `names nobody and holds no diagnosis`() throws {
    let kinds = [
      "Questionnaire", "QuestionnaireResponse", "Observation", "GuidanceResponse", "CarePlan",
      "Device", "Provenance",
    ]
    for given in [SmallPack.longStanding, SmallPack.emergency, SmallPack.unsure, [:]] {
      for resource in try Self.entries(Self.bundle(given).text).compactMap({ $0["resource"] }) {
        #expect(kinds.contains { .string($0) == resource["resourceType"] })
        let subject = resource["subject"]?.line ?? ""
        #expect(subject.isEmpty || subject == #"{"display":"somebody with a knee"}"#)
      }
    }
  }

  @Test func `proposes nothing but what to do now at an emergency`() throws {
    let answers = SmallPack.answers(SmallPack.emergency)
    let bundle = FHIRBundle(
      SmallPack.emergencyWithTreatments, answers: answers, to: Self.questionnaire,
      programVersion: "0.1.0")
    let plan = try #require(
      try Self.entries(bundle.text).compactMap { $0["resource"] }
        .first { $0["resourceType"] == .string("CarePlan") })
    guard case .array(let activities) = plan["activity"] else {
      Issue.record("no activity")
      return
    }
    #expect(activities.count == 1)
    #expect(!plan.line.contains("Brisk walking"))
  }

  @Test func `never shows a sign that was not sure as a finding`() throws {
    let given: [Item.ID: Answer] = [
      "body-now": .rows(["chest-pain": .notSure, "fainted": .option(.no)])
    ]
    let guidance = try #require(
      try Self.entries(Self.bundle(given).text).compactMap { $0["resource"] }
        .first { $0["resourceType"] == .string("GuidanceResponse") })
    #expect(guidance["reasonCode"] == nil)
    #expect(guidance.line.contains("Signs of a heart attack: the patient was not sure"))
    #expect(guidance["status"] == .string("data-requested"))
  }

  @Test func `leaves no placeholder of the region`() {
    for given in [SmallPack.longStanding, SmallPack.emergency, SmallPack.sameDay, [:]] {
      let text = Self.bundle(given).text
      #expect(!text.contains("{nurse-line}") && !text.contains("{emergency-number}"))
    }
  }

  @Test func `is well formed for any answers`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let response = SmallPack.pack.questionnaire.randomResponse(using: &random)
      let line = Self.bundle(response.answers, includesPrivate: true).line
      _ = try JSONReader.read(Array(line.utf8))
      // FHIR knows neither of these.
      #expect(!line.contains("null") && !line.contains("[]") && !line.contains(#":"""#))
    }
  }
}
