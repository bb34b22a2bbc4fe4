import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

struct AnswersFileTests {
  private let questionnaire = SmallPack.pack.questionnaire

  private func read(_ text: String) throws -> AnswersFile.Contents {
    try AnswersFile.read(Array(text.utf8), for: questionnaire)
  }

  @Test(arguments: [
    (#""pills": true"#, "pills", Answer.option(.yes)), (#""pills": false"#, "pills", .option(.no)),
    (#""pills": "not-sure""#, "pills", .notSure), (#""secret": "declined""#, "secret", .declined),
    (#""who": "helper""#, "who", .option("helper")),
    (#""steps-now": "yes""#, "steps-now", .option("yes")),
    (#""knee-map": ["inner", "front"]"#, "knee-map", .options(["inner", "front"])),
    (#""pain-with": []"#, "pain-with", .options([])),
    (
      #""knee-now": {"hot": true, "red": false, "swollen": "not-sure"}"#, "knee-now",
      .rows(["hot": .option(.yes), "red": .option(.no), "swollen": .notSure])
    ),
    (#""knee-now": {}"#, "knee-now", .rows([:])),
    (
      #""tried": {"walks": "helped", "cream": "not-sure"}"#, "tried",
      .rows(["walks": .option("helped"), "cream": .notSure])
    ),
    (#""age": 67"#, "age", .number(Quantity(67, .years))),
    (#""lost": {"value": 80.5, "unit": "lb"}"#, "lost", .number(Quantity(80.5, .pounds))),
    (#""lost": {"unit": "kg", "value": 8}"#, "lost", .number(Quantity(8, .kilograms))),
    (#""pain-now": 7"#, "pain-now", .scale(7)), (#""pain-now": 7.0"#, "pain-now", .scale(7)),
    (
      #""size": {"height": {"value": 170, "unit": "cm"}, "weight": {"value": 160, "unit": "lb"}}"#,
      "size", .bodySize(height: Quantity(170, .centimeters), weight: Quantity(160, .pounds))
    ),
    (
      #""size": {"height": {"value": 1.7, "unit": "m"}}"#, "size",
      .bodySize(height: Quantity(1.7, .meters), weight: nil)
    ),
    (#""words": "It hurts \"here\"""#, "words", .text("It hurts \"here\"")),
    (#""words": "not-sure""#, "words", .text("not-sure")),
    (#""words": "declined""#, "words", .declined),
  ])
  func `each kind of answer is read`(member: String, id: Item.ID, answer: Answer) throws {
    let contents = try read("{\(member)}")
    #expect(contents.response == QuestionnaireResponse([id: answer]))
    #expect(contents.day == nil)
  }

  @Test func `the day stands under "on"`() throws {
    #expect(try read(#"{"on": "2026-11-22"}"#).day == Day(year: 2026, month: 11, day: 22))
    #expect(
      try read("{}") == AnswersFile.Contents(response: .init(), day: nil, notice: nil))
  }

  @Test(arguments: [
    ("[]", "1:1: the file holds no map; write { \"item\": answer, ... }"),
    (#"{"on": "2026-02-30"}"#, "1:8: on: this is no day; write a day as \"2026-11-22\""),
    (#"{"kneenow": {}}"#, "1:2: there is no item \"kneenow\"; did you mean \"knee-now\"?"),
    (#"{"Knee_Now": {}}"#, "1:2: there is no item \"Knee_Now\"; did you mean \"knee-now\"?"),
    (#"{"zzzzzzzz": 1}"#, "1:2: there is no item \"zzzzzzzz\"; leave it out"),
    (#"{"a\u001b[2J": 1}"#, "1:2: there is no item \"a\u{FFFD}[2J\"; leave it out"),
    (
      #"{"knee-now": {"swolen": true}}"#,
      "1:15: knee-now: there is no row \"swolen\"; did you mean \"swollen\"?"
    ),
    (
      #"{"knee-now": {"swollen": "yes"}}"#,
      "1:26: knee-now.swollen: the answer is of another kind; write true, false or \"not-sure\""
    ),
    (
      #"{"tried": {"walks": "helpt"}}"#,
      "1:21: tried.walks: there is no option \"helpt\"; did you mean \"helped\"?"
    ),
    (
      #"{"tried": {"walks": true}}"#,
      "1:21: tried.walks: the answer is of another kind; write \"helped\" or \"not-sure\""
    ),
    (#"{"who": "hepler"}"#, "1:9: who: there is no option \"hepler\"; did you mean \"helper\"?"),
    (#"{"who": "x"}"#, "1:9: who: there is no option \"x\"; write one of: helper, self"),
    (#"{"pills": "yes"}"#, "1:11: pills: the answer is of another kind; write true or false"),
    (#"{"pills": null}"#, "1:11: pills: null is no answer; leave the item out"),
    (
      #"{"pills": "declined"}"#,
      "1:11: pills: \"declined\" is not offered here; answer it or leave it out"
    ),
    (
      #"{"knee-now": "not-sure"}"#,
      "1:14: knee-now: the answer is of another kind; write the rows, such as { \"hot\": true }"
    ),
    (
      #"{"knee-map": "inner"}"#,
      "1:14: knee-map: the answer is of another kind; write a list of options, such as [\"front\"]"
    ),
    (
      #"{"knee-map": ["inner", "iner"]}"#,
      "1:24: knee-map: there is no option \"iner\"; did you mean \"inner\"?"
    ),
    (
      #"{"knee-map": ["inner", "inner"]}"#,
      "1:14: knee-map: \"inner\" is chosen twice; keep one of the two"
    ),
    (#"{"age": 130}"#, "1:9: age: the number is out of range; write one from 0 to 120 years"),
    (#"{"age": 6.5}"#, "1:9: age: the number has a fraction; write a whole number"),
    (
      #"{"lost": 1.25}"#,
      "1:10: lost: the number is too exact; write at most 1 digits after the point"
    ),
    (
      #"{"lost": {"value": 1, "unit": "cm"}}"#,
      "1:10: lost: the unit \"cm\" does not fit; write one of: kg, lb"
    ),
    (
      #"{"lost": {"value": 1, "unit": "kgs"}}"#,
      "1:31: lost: there is no unit \"kgs\"; did you mean \"kg\"?"
    ),
    (
      #"{"lost": {"value": 1}}"#,
      "1:10: lost: the unit is missing; write { \"value\": number, \"unit\": \"unit\" }"
    ),
    (
      #"{"size": {"heigth": {}}}"#,
      "1:11: size: there is no measure \"heigth\"; did you mean \"height\"?"
    ),
    (
      #"{"size": {"height": 170}}"#,
      "1:21: size.height: the answer is of another kind; "
        + "write { \"height\": { \"value\": 170, \"unit\": \"cm\" } }"
    ),
    (
      #"{"size": {"height": {"value": 17, "unit": "cm"}}}"#,
      "1:10: size: the number is out of range; write one from 50 to 250 cm"
    ),
    (
      #"{"pain-now": 7.5}"#,
      "1:14: pain-now: the answer is of another kind; write a whole number from 0 to 10"
    ),
    (#"{"pain-now": 11}"#, "1:14: pain-now: the number is out of range; write one from 0 to 10"),
    (
      #"{"since": "March"}"#,
      "1:11: since: the answer is of another kind; "
        + "write a date as \"2026-03-05\", \"2026-03\" or \"2026\""
    ),
    (
      #"{"words": "a\u0007"}"#,
      "1:11: words: the text holds a character that no screen can show; remove it"
    ),
    (
      #"{"age": 1, "age": 2}"#,
      "1:12: \"age\" stands here a second time; keep one of the two; the first is at line 1"
    ),
    (#"{"age": 1"#, "1:10: here should stand a comma or }; add it"),
  ])
  func `a fault says what is wrong, where, and how to mend it`(text: String, line: String) {
    let faults = #expect(throws: AnswersFile.Faults.self) { try read(text) }
    #expect(faults?.all.map(\.description) == [line])
  }

  @Test func `a text that is too long is a fault`() {
    let faults = #expect(throws: AnswersFile.Faults.self) {
      try read("{\"words\": \"\(String(repeating: "x", count: 201))\"}")
    }
    #expect(
      faults?.all.map(\.description) == [
        "1:11: words: the text is too long; write at most 200 characters"
      ])
  }

  @Test func `all faults are told, in the order of the file`() {
    let faults = #expect(throws: AnswersFile.Faults.self) {
      try read(
        """
        { "on": 5,
          "knee-now": { "hot": 1, "swolen": true, "red": false },
          "agee": 5, "age": -1 }
        """)
    }
    #expect(
      faults?.all.map { "\($0.line):\($0.column) \($0.subject ?? "")" } == [
        "1:9 on", "2:24 knee-now.hot", "2:27 knee-now", "3:3 ", "3:21 age",
      ])
  }

  @Test func `every fault is one line`() {
    var random = SeededGenerator(seed: 3)
    for name in ["a\\nb", "\\u2028", "\\u0085", String(repeating: "y", count: 5000)] {
      for text in ["{\"\(name)\": 1}", "{\"who\": \"\(name)\"}", "{\"size\": {\"\(name)\": {}}}"] {
        let faults = #expect(throws: AnswersFile.Faults.self) { try read(text) }
        for fault in faults?.all ?? [] {
          #expect(fault.description.count < 200)
          let isOneLine = fault.description.unicodeScalars.allSatisfy(\.isPrintableInAnswers)
          #expect(isOneLine)
        }
      }
    }
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = Array(#"{"age": 1, "knee-now": {"hot": "#.utf8) + bytes
      #expect(throws: AnswersFile.Faults.self) {
        try AnswersFile.read(text, for: questionnaire)
      }
    }
  }

  @Test func `what is written reads back as the same answers`() throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<500 {
      let response = questionnaire.randomResponse(using: &random)
      let day = round % 2 == 0 ? SmallPack.today : nil
      let text = AnswersFile.write(response, on: day, for: questionnaire)
      let contents = try read(text)
      #expect(contents.response == response)
      #expect(contents.day == day)
      #expect(contents.notice == nil)
      #expect(AnswersFile.write(contents.response, on: day, for: questionnaire) == text)
    }
  }

  @Test func `the notice comes back as it was`() throws {
    let text = AnswersFile.write(
      QuestionnaireResponse([:]), on: nil, notice: "0a1b", for: questionnaire)
    #expect(try read(text).notice == "0a1b")
    #expect(throws: AnswersFile.Faults.self) { try read(#"{"notice": 3}"#) }
  }

  @Test func `written answers have sorted keys and one value a line`() {
    let response = QuestionnaireResponse([
      "who": .option("self"), "age": .number(Quantity(67, .years)),
      "lost": .number(Quantity(1.5, .pounds)), "pain-with": .options([]), "unheard-of": .notSure,
    ])
    #expect(
      AnswersFile.write(response, on: SmallPack.today, for: questionnaire) == """
        {
          "age": 67,
          "lost": {
            "value": 1.5,
            "unit": "lb"
          },
          "on": "2026-11-22",
          "pain-with": [],
          "who": "self"
        }

        """)
  }
}
