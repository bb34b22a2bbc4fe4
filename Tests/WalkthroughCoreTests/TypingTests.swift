import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// Fields, units and the scale.
struct TypingTests {
  // MARK: Numbers

  @Test func `digits are typed and enter goes on`() {
    var state = State.question("age")
    expect(&state, after: .digitPressed(6)) {
      $0.drafts["age"] = .with { $0.fields = ["6", ""] }
    }
    expect(&state, after: .digitPressed(7)) { $0.drafts["age"]?.fields = ["67", ""] }
    expect(&state, after: .pressed) {
      $0.response["age"] = .number(Quantity(67, .years))
      $0.drafts["age"] = nil
      $0.show(question: "place")
    }
  }

  @Test func `a key on another entry types into the field`() {
    var state = State.question("age")
    state.does(.moved(.last))
    expect(&state, after: .digitPressed(9)) {
      $0.visit.focus = 0
      $0.drafts["age"] = .with { $0.fields = ["9", ""] }
    }
  }

  @Test func `backspace takes the last character, and on an empty field nothing`() {
    var state = State.question("age")
    state.types("67")
    expect(&state, after: .deletedBackward) { $0.drafts["age"]?.fields = ["6", ""] }
    expect(&state, after: .deletedBackward) { $0.drafts["age"]?.fields = ["", ""] }
    expect(&state, after: .deletedBackward)
  }

  @Test(
    arguments: [
      ("", .notANumber), (".", .notANumber), ("6.7.8", .notANumber), ("1'2", .notANumber),
      ("121", .answer(.outOfRange(least: 0, most: 120, unit: .years))),
      ("6.5", .answer(.tooManyDecimals(0))),
    ] as [(String, Walkthrough.DraftFault)])
  func `what is no number stays, with its fault`(typed: String, fault: Walkthrough.DraftFault) {
    var state = State.question("age")
    state.types(typed)
    expect(&state, after: .pressed) {
      $0.drafts["age"] = .with {
        $0.fields = [typed, ""]
        $0.fault = fault
      }
    }
    expect(&state, after: .deletedBackward) {
      $0.drafts["age"] = .with { $0.fields = [String(typed.dropLast()), ""] }
    }
  }

  @Test func `letters are left out of a number, and what is pasted is cut`() {
    var state = State.question("age")
    expect(&state, after: .characterTyped("x")) { $0.drafts["age"] = Draft() }
    expect(&state, after: .textPasted("a1234567890123b")) {
      $0.drafts["age"]?.fields = ["123456789012", ""]
    }
  }

  @Test func `another unit keeps what was typed`() {
    var state = State.question("age")
    state.types("8")
    expect(&state, after: .unitsPressed) { $0.drafts["age"]?.unit = 1 }
    expect(&state, after: .pressed) {
      $0.response["age"] = .number(Quantity(8, .months))
      $0.drafts["age"] = nil
      $0.show(question: "place")
    }
    expect(&state, after: .backPressed) { $0.show(question: "age") }
    #expect(
      state.draft(of: item("age"))
        == .with {
          $0.fields = ["8", ""]
          $0.unit = 1
        })
    state.does(.moved(.down))
    expect(&state, after: .pressed) { $0.drafts["age"] = .with { $0.fields = ["8", ""] } }
  }

  @Test func `typing takes not sure back`() {
    var state = State.question("age", answers: ["age": .notSure])
    #expect(state.visit.focus == 2)
    expect(&state, after: .digitPressed(5)) {
      $0.visit.focus = 0
      $0.drafts["age"] = .with { $0.fields = ["5", ""] }
    }
  }

  @Test func `not sure and leaving out are answers to a number`() {
    for (steps, answer) in [(2, Answer.notSure), (3, .declined)] {
      var state = State.question("age")
      for _ in 0..<steps { state.does(.moved(.down)) }
      expect(&state, after: .pressed) {
        $0.response["age"] = answer
        $0.show(question: "place")
      }
    }
  }

  // MARK: Height and weight

  @Test func `enter leads from the height to the weight and on`() {
    var state = State.question("size")
    state.types("170")
    expect(&state, after: .pressed) { $0.visit.focus = 1 }
    state.types("80,5")
    expect(&state, after: .pressed) {
      $0.response["size"] = .bodySize(
        height: Quantity(170, .centimeters), weight: Quantity(80.5, .kilograms))
      $0.drafts["size"] = nil
      $0.show(question: "note")
    }
  }

  @Test func `feet, inches and pounds`() {
    var state = State.question("size")
    expect(&state, after: .unitsPressed) { $0.drafts["size"] = .with { $0.unit = 1 } }
    state.types("5'7")
    state.does(.pressed)
    state.types("176")
    expect(&state, after: .pressed) {
      $0.response["size"] = .bodySize(
        height: Quantity(67, .inches), weight: Quantity(176, .pounds))
      $0.drafts["size"] = nil
      $0.show(question: "note")
    }
  }

  @Test func `one of height and weight is enough`() {
    var state = State.question("size")
    state.does(.moved(.down))
    state.types("80")
    expect(&state, after: .pressed) {
      $0.response["size"] = .bodySize(height: nil, weight: Quantity(80, .kilograms))
      $0.drafts["size"] = nil
      $0.show(question: "note")
    }
  }

  @Test(
    arguments: [
      (["", ""], 0, .nothingChosen), (["17'", ""], 0, .notANumber),
      (["", "8.0.1"], 0, .notANumber),
      (["49", ""], 0, .answer(.outOfRange(least: 50, most: 250, unit: .centimeters))),
      (["", "401"], 0, .answer(.outOfRange(least: 10, most: 400, unit: .kilograms))),
      (["5'12", ""], 1, .notANumber),
    ] as [([String], Int, Walkthrough.DraftFault)])
  func `a height or weight that cannot be`(
    fields: [String], unit: Int, fault: Walkthrough.DraftFault
  ) {
    let draft = Draft.with {
      $0.fields = fields
      $0.unit = unit
    }
    #expect(draft.answer(to: item("size")) == .failure(.init(fault)))
  }

  // MARK: Dates and words

  @Test(arguments: ["2024", "2024-05", "2024-05-31"])
  func `a date may be a part of one`(typed: String) throws {
    var state = State.question("since")
    state.types(typed)
    let date = try #require(PartialDate(typed))
    expect(&state, after: .pressed) {
      $0.response["since"] = .date(date)
      $0.drafts["since"] = nil
      $0.show(question: "level")
    }
  }

  @Test(arguments: ["", "24", "2024-13", "2024-5", "2023-02-29", "2024-05-31-"])
  func `what is no date stays, with its fault`(typed: String) {
    var state = State.question("since")
    state.types(typed)
    expect(&state, after: .pressed) {
      $0.drafts["since"] = .with {
        $0.fields = [typed, ""]
        $0.fault = .notADate
      }
    }
  }

  @Test func `words may hold blanks, digits and signs of any script`() {
    var state = State.question("note")
    state.types("It is")
    expect(&state, after: .spacePressed) { $0.drafts["note"]?.fields = ["It is ", ""] }
    expect(&state, after: .digitPressed(3)) { $0.drafts["note"]?.fields = ["It is 3", ""] }
    expect(&state, after: .textPasted(" \u{202E}膝\n")) {
      $0.drafts["note"]?.fields = ["It is 3 膝", ""]
    }
    expect(&state, after: .pressed) {
      $0.response["note"] = .text("It is 3 膝")
      $0.drafts["note"] = nil
      $0.show(question: "since")
    }
  }

  @Test(arguments: ["", "  "]) func `no words are an answer left out`(typed: String) {
    var state = State.question("note")
    state.types(typed)
    expect(&state, after: .pressed) {
      $0.response["note"] = .declined
      $0.drafts["note"] = nil
      $0.show(question: "since")
    }
  }

  @Test func `words end at their limit`() {
    var state = State.question("note")
    state.does(.textPasted(String(repeating: "a", count: 500)))
    #expect(state.drafts["note"]?.fields[0].count == 200)
    expect(&state, after: .characterTyped("b"))
  }

  // MARK: The scale

  @Test func `digits set the scale, and one and zero is ten`() {
    var state = State.question("level")
    expect(&state, after: .digitPressed(0)) { $0.drafts["level"] = .with { $0.scale = 0 } }
    expect(&state, after: .digitPressed(1)) { $0.drafts["level"]?.scale = 1 }
    expect(&state, after: .digitPressed(0)) { $0.drafts["level"]?.scale = 10 }
    expect(&state, after: .digitPressed(0)) { $0.drafts["level"]?.scale = 0 }
    expect(&state, after: .pressed) {
      $0.response["level"] = .scale(0)
      $0.drafts["level"] = nil
      $0.show(question: "level-week")
    }
  }

  @Test func `left and right move the scale between its ends`() {
    var state = State.question("level")
    expect(&state, after: .moved(.right)) { $0.drafts["level"] = .with { $0.scale = 0 } }
    expect(&state, after: .moved(.right)) { $0.drafts["level"]?.scale = 1 }
    expect(&state, after: .moved(.left)) { $0.drafts["level"]?.scale = 0 }
    expect(&state, after: .moved(.left))
    state.does(.digitPressed(1), .digitPressed(0))
    expect(&state, after: .moved(.right))
  }

  @Test func `a scale without a number is no answer`() {
    var state = State.question("level")
    expect(&state, after: .pressed) { $0.drafts["level"] = .with { $0.fault = .nothingChosen } }
  }

  // MARK: Reading what was typed

  @Test(
    arguments: [
      ("0", 0), ("67", 67), (" 67 ", 67), ("6.5", 6.5), ("6,5", 6.5), (".5", 0.5), ("007", 7),
      ("123456789012", 123_456_789_012), ("", nil), (" ", nil), (".", nil), (",", nil),
      ("1.2.3", nil), ("1,000,5", nil), ("-1", nil), ("+1", nil), ("1e3", nil), ("0x10", nil),
      ("inf", nil), ("nan", nil), ("6 7", nil), ("６７", nil), ("½", nil), ("1234567890123", nil),
    ] as [(String, Double?)])
  func `a number is digits with at most one point or comma`(text: String, value: Double?) {
    #expect(Draft.number(text) == value)
  }

  @Test(
    arguments: [
      ("5'7", 67), ("5 7", 67), ("5 ft 7 in", 67), ("5'7\"", 67), ("5' 7.5", 67.5), ("5'7,5", 67.5),
      ("5", 60), ("5.5", 66), ("5'", 60), ("11.9", 142.8), ("12", 12), ("67", 67), ("5'0", 60),
      ("5'11.9", 71.9), ("", nil), ("'", nil), ("5'12", nil), ("5'7'1", nil), ("5'.", nil),
      ("ft", nil),
    ] as [(String, Double?)])
  func `feet and inches`(text: String, inches: Double?) {
    #expect(Draft.inches(text).map { ($0 * 10).rounded() / 10 } == inches)
  }

  private func item(_ id: Item.ID) -> Item {
    FixturePack.pack.questionnaire[id] ?? FixturePack.pack.questionnaire.items[0]
  }
}

/// A draft shows an answer, and gives the same answer back.
struct DraftTests {
  @Test(arguments: FixturePack.pack.questionnaire.items)
  func `an answer comes back out of its draft`(item: Item) throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let answer = random.answer(to: item)
      try #require(item.fault(in: answer) == nil)
      #expect(Draft(answer, to: item).answer(to: item) == .success(answer))
    }
  }

  @Test func `a size given in other units is shown in those of the field`() throws {
    let item = try #require(FixturePack.pack.questionnaire["size"])
    func fields(_ height: Quantity?, _ weight: Quantity?) -> [String] {
      Draft(.bodySize(height: height, weight: weight), to: item).fields
    }
    #expect(fields(Quantity(1.7, .meters), nil) == ["170", ""])
    #expect(fields(Quantity(67, .inches), Quantity(80, .kilograms)) == ["5'7", "176.4"])
    #expect(fields(Quantity(182.8, .centimeters), Quantity(176, .pounds)) == ["6'0", "176"])
    #expect(fields(Quantity(5.5, .feet), Quantity(80, .kilograms)) == ["5'6", "176.4"])
  }
}
