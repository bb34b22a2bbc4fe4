import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

@Suite struct `An item of a FHIR response` {
  private static let codes = "http://kneeguide.invalid/fhir/CodeSystem/small-item-"

  /// The answers of an item or of a part of it, one a line; empty where it is open, `nil` where it
  /// is not in the response.
  private func answers(
    _ link: String, _ given: [Item.ID: Answer], includesPrivate: Bool = false
  ) -> [String]? {
    let response = FHIRResponse(
      answers: SmallPack.answers(given), pack: SmallPack.pack, region: SmallPack.region,
      includesPrivate: includesPrivate)
    return response.items.compactMap { $0.item(link) }.first.map { item in
      guard case .array(let answers) = item["answer"] else { return [] }
      return answers.map(\.line)
    }
  }

  private static func absent(_ reason: String) -> [String] {
    [
      #"{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","#
        + #""valueCode":"\#(reason)"}]}"#
    ]
  }

  private static func coding(_ item: String, _ code: String, _ display: String) -> String {
    #"{"valueCoding":{"system":"\#(codes)\#(item)","code":"\#(code)","display":"\#(display)"}}"#
  }

  private static func measured(_ value: String, _ unit: String, _ code: String) -> [String] {
    [
      #"{"valueQuantity":{"value":\#(value),"unit":"\#(unit)","#
        + #""system":"http://unitsofmeasure.org","code":"\#(code)"}}"#
    ]
  }

  @Test(
    arguments: [
      ("pills", "pills", .option(.yes), [#"{"valueBoolean":true}"#]),
      ("pills", "pills", .option(.no), [#"{"valueBoolean":false}"#]),
      ("pills", "pills", .notSure, absent("asked-unknown")),
      ("which-knee", "which-knee", .option("left"), [coding("which-knee", "left", "Left")]),
      (
        "pain-with", "pain-with", .options(["stairs", "kneeling"]),
        [coding("pain-with", "kneeling", "Kneeling"), coding("pain-with", "stairs", "Stairs")]
      ),
      // None of them is an answer.
      (
        "pain-with", "pain-with", .options([]),
        [coding("pain-with", "none-of-these", "None of these")]
      ),
      ("knee-map", "knee-map", .options(["front"]), [coding("knee-map", "front", "Front")]),
      ("age", "age", .number(Quantity(67, .years)), measured("67", "years", "a")),
      ("age", "age", .declined, absent("asked-declined")),
      ("lost", "lost", .number(Quantity(4.5, .pounds)), measured("4.5", "lb", "[lb_av]")),
      ("pain-now", "pain-now", .scale(7), [#"{"valueInteger":7}"#]),
      (
        "since", "since", PartialDate("2026-03").map { .date($0) } ?? .notSure,
        [#"{"valueDate":"2026-03"}"#]
      ),
      ("words", "words", .text("Say \"ah\"."), [#"{"valueString":"Say \"ah\"."}"#]),
      // FHIR has no text without a letter.
      ("words", "words", .text("  "), []),
      ("words", "words", .declined, absent("asked-declined")),
      // Rows and measures are items of their own.
      ("knee-now", "knee-now", .rows(["hot": .option(.yes)]), []),
      ("knee-now", "knee-now.hot", .rows(["hot": .option(.yes)]), [#"{"valueBoolean":true}"#]),
      ("knee-now", "knee-now.hot", .rows(["hot": .notSure]), absent("asked-unknown")),
      ("knee-now", "knee-now.red", .rows(["hot": .notSure]), []),
      ("knee-now", "knee-now.red", .declined, absent("asked-declined")),
      (
        "tried", "tried.walks", .rows(["walks": .option("helped")]),
        [coding("tried", "helped", "Helped")]
      ),
      (
        "size", "size.height", .bodySize(height: Quantity(170, .centimeters), weight: nil),
        measured("170", "cm", "cm")
      ),
      (
        "size", "size.weight", .bodySize(height: Quantity(170, .centimeters), weight: nil),
        absent("asked-unknown")
      ),
      ("size", "size.weight", .declined, absent("asked-declined")),
    ] as [(Item.ID, String, Answer, [String])])
  func `holds its answer`(item: Item.ID, link: String, given: Answer, expected: [String]) {
    #expect(answers(link, [item: given]) == expected)
  }

  @Test func `stands there without an answer while it is open`() {
    #expect(answers("pills", [:]) == [])
    #expect(answers("knee-now.hot", [:]) == [])
    #expect(answers("size.height", [:]) == [])
  }

  @Test func `is left out while it is hidden, parked or private`() {
    #expect(answers("check-hot", ["check-hot": .option(.yes)]) == nil)
    let unsure: [Item.ID: Answer] = [
      "knee-now": .rows(["hot": .notSure]), "check-hot": .option(.yes),
    ]
    #expect(answers("check-hot", unsure) == [#"{"valueBoolean":true}"#])
    #expect(answers("secret", ["secret": .option(.yes)]) == nil)
    #expect(
      answers("secret", ["secret": .option(.yes)], includesPrivate: true)
        == [#"{"valueBoolean":true}"#])
  }
}

extension JSON {
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The item of this link id, this one or one below it.
  func item(_ link: String) -> JSON? {
    if self["linkId"] == .string(link) { return self }
    guard case .array(let items) = self["item"] else { return nil }
    return items.lazy.compactMap { $0.item(link) }.first
  }
}
