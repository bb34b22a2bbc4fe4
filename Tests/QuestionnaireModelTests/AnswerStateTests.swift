import CoreTestKit
import QuestionnaireModel
import Testing

/// Items named for what they give: each of the four truths, a refusal, and an item that is not
/// asked.
func answersOfEveryTruth() throws -> Answers {
  try answers(
    [
      "yes": .yes, "no": .no, "unsure": .notSure, "declined": .declined, "hidden": .yes,
      "size": .number(Quantity(5)), "unsure-size": .notSure, "hidden-size": .number(Quantity(5)),
    ],
    to: [
      item("yes"), item("no"), item("unsure"), item("declined"), item("open"),
      item("hidden", when: .isYes("no")), item("hidden-open", when: .isYes("no")),
      item("size", .number()), item("unsure-size", .number()), item("open-size", .number()),
      item("hidden-size", .number(), when: .isYes("no")),
    ])
}

/// The column "in a criterion" of the table in Content/FORMAT.md, cell by cell.
private let cells: [(Item.ID, Predicate, Truth)] = [
  // Answered: its value.
  ("yes", .isOneOf([.yes]), .yes), ("no", .isOneOf([.yes]), .no),
  ("yes", .isNoneOf([.yes]), .no), ("no", .isNoneOf([.yes]), .yes),
  ("size", .compare(.greater, 4), .yes), ("size", .compare(.greater, 5), .no),
  ("yes", .isUnknown, .no), ("yes", .isAnswered, .yes),
  // Not sure, and declined: unknown, by the person's word.
  ("unsure", .isOneOf([.yes]), .unsure), ("unsure", .isNoneOf([.yes]), .unsure),
  ("unsure-size", .compare(.less, 4), .unsure),
  ("unsure", .isUnknown, .yes), ("unsure", .isAnswered, .no),
  ("declined", .isOneOf([.yes]), .unsure), ("declined", .isNoneOf([.yes]), .unsure),
  ("declined", .isUnknown, .yes), ("declined", .isAnswered, .no),
  // Open: unknown, for want of an answer.
  ("open", .isOneOf([.yes]), .open), ("open", .isNoneOf([.yes]), .open),
  ("open-size", .compare(.less, 4), .open),
  ("open", .isUnknown, .yes), ("open", .isAnswered, .no),
  // An item that the form does not have is open too.
  ("unheard-of", .isOneOf([.yes]), .open),
  // Hidden: comparisons are false, not unknown, whatever answer is parked.
  ("hidden", .isOneOf([.yes]), .no), ("hidden", .isNoneOf([.no]), .no),
  ("hidden", .includes("a"), .no), ("hidden-size", .compare(.greater, 4), .no),
  ("hidden", .isUnknown, .no), ("hidden", .isAnswered, .no),
  ("hidden-open", .isOneOf([.yes]), .no), ("hidden-open", .isUnknown, .no),
]

@Suite struct `The state of an item` {
  @Test(arguments: cells)
  func `gives a criterion its cell`(id: Item.ID, predicate: Predicate, expected: Truth) throws {
    let sheet = try answersOfEveryTruth()
    for reading in [Answers.Reading.plain, .safety] {
      #expect(sheet.truth(of: .test(Subject(id), predicate), reading: reading) == expected)
    }
  }

  @Test func `that is hidden makes the opposite of a comparison hold`() throws {
    let sheet = try answersOfEveryTruth()
    #expect(sheet.truth(of: .not(.isYes("hidden")), reading: .safety) == .yes)
  }

  @Test func `is told apart by its cause`() throws {
    let sheet = try answersOfEveryTruth()
    let expected: [(Item.ID, Answers.Status)] = [
      ("yes", .answered(.yes)), ("unsure", .unsure), ("declined", .unsure), ("open", .open),
      ("hidden", .hidden), ("unheard-of", .open),
    ]
    for (id, status) in expected { #expect(sheet.status(of: id) == status) }
  }

  @Test func `puts hidden answers aside and lists what is still asked`() throws {
    let sheet = try answersOfEveryTruth()
    #expect(sheet.parked == ["hidden", "hidden-size"])
    #expect(sheet.unanswered == ["open", "open-size"])
    #expect(sheet.enabled.map(\.id).contains("hidden") == false)
  }
}

private let bodySize = Answer.bodySize(
  height: Quantity(180, .centimeters), weight: Quantity(81, .kilograms))
private let parts: [(Answer?, Subject.Part, Answers.Status)] = [
  (.rows(["a": .option(.yes)]), .row("a"), .answered(.yes)),
  (.rows(["a": .notSure]), .row("a"), .unsure),
  (.rows(["b": .option(.yes)]), .row("a"), .open),
  (nil, .row("a"), .open), (.declined, .row("a"), .unsure), (.notSure, .row("a"), .unsure),
  (bodySize, .height, .answered(.number(Quantity(180, .centimeters)))),
  (bodySize, .weight, .answered(.number(Quantity(81, .kilograms)))),
  (bodySize, .bmi, .answered(.number(Quantity(25)))),
  (.bodySize(height: nil, weight: Quantity(80, .kilograms)), .height, .unsure),
  (.bodySize(height: nil, weight: Quantity(80, .kilograms)), .bmi, .unsure),
  (.bodySize(height: Quantity(180, .centimeters), weight: nil), .weight, .unsure),
  (.bodySize(height: Quantity(180, .centimeters), weight: nil), .bmi, .unsure),
  (.bodySize(height: Quantity(0, .centimeters), weight: Quantity(80, .kilograms)), .bmi, .unsure),
  // A part that the kind of answer does not have.
  (.yes, .bmi, .open), (bodySize, .row("a"), .open),
]

@Suite struct `A part of an item` {
  @Test(arguments: parts)
  func `has a state of its own`(
    said: Answer?, part: Subject.Part, expected: Answers.Status
  ) throws {
    let sheet = try answers(
      said.map { ["it": $0] } ?? [:], to: [item("it", .each(rows: options("a", "b"), options: []))])
    #expect(sheet.status(of: Subject("it", part)) == expected)
  }

  @Test func `is hidden with its item`() throws {
    let sheet = try answers(
      ["it": .rows(["a": .option(.yes)])],
      to: [item("it", .each(rows: options("a"), options: []), when: .never)])
    #expect(sheet.status(of: Subject("it", .row("a"))) == .hidden)
    #expect(sheet.truth(of: .row("it", "a"), reading: .safety) == .no)
  }

  @Test func `makes its item complete only with all the others`() throws {
    let form = [item("it", .each(rows: options("a", "b"), options: []))]
    let half = try answers(["it": .rows(["a": .notSure])], to: form)
    let whole = try answers(["it": .rows(["a": .notSure, "b": .option(.no)])], to: form)
    #expect(half.unanswered == ["it"] && !half.isComplete("it"))
    #expect(whole.unanswered == [] && whole.isComplete("it"))
  }
}
