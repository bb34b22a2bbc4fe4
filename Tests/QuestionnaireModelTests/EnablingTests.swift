import CoreTestKit
import QuestionnaireModel
import Testing

@Suite struct `An item` {
  static let states: [(Answer?, isAsked: Bool)] = [
    (.yes, true), (.no, false), (.notSure, true), (.declined, true), (nil, true),
  ]

  @Test(arguments: states)
  func `is asked unless its criterion is known to be false`(said: Answer?, isAsked: Bool) throws {
    let sheet = try answers(
      said.map { ["first": $0] } ?? [:], to: [item("first"), item("then", when: .isYes("first"))])
    #expect(sheet.enabled.map(\.id) == (isAsked ? ["first", "then"] : ["first"]))
  }

  @Test func `that hangs on a hidden one is hidden with it, and comes back with it`() throws {
    let form = [
      item("a"), item("b", when: .isYes("a")), item("c", when: .isYes("b")),
    ]
    let away = try answers(["a": .no, "b": .yes, "c": .yes], to: form)
    #expect(away.parked == ["b", "c"])
    let back = try answers(["a": .yes, "b": .yes, "c": .yes], to: form)
    #expect(back.parked == [] && back.status(of: "c") == .answered(.yes))
  }

  @Test func `is enabled by the plain reading of an unknown number`() throws {
    let age = item("age", .number(.years), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let old = Criterion.compare("age", .less, 40 * Unit.years.factor)
    let sheet = try answers(["age": .notSure], to: [age, item("then", when: old)])
    #expect(sheet.enabled.map(\.id) == ["age", "then"])
  }
}

@Suite struct `A clarifying item` {
  static let sign = Subject("signs", .row("chest"))
  static let form = [
    item("signs", .each(rows: options("chest", "fever"), options: [])),
    item("check-chest", clarifies: sign),
  ]
  /// The sign, the clarifying answer, whether it is asked, and what the sign then gives.
  static let rows: [(RowAnswer?, Answer?, isAsked: Bool, Answers.Status)] = [
    (.option(.yes), nil, false, .answered(.yes)),
    (.option(.yes), .no, false, .answered(.yes)),
    (.option(.no), .yes, false, .answered(.no)),
    (nil, .yes, false, .open),
    (.notSure, nil, true, .unsure),
    (.notSure, .yes, true, .answered(.yes)),
    (.notSure, .no, true, .answered(.no)),
    (.notSure, .notSure, true, .unsure),
    (.notSure, .declined, true, .unsure),
  ]

  @Test(arguments: rows)
  func `stands for its sign when that was not sure`(
    sign: RowAnswer?, check: Answer?, isAsked: Bool, expected: Answers.Status
  ) throws {
    var said: [Item.ID: Answer] = ["signs": .rows(sign.map { ["chest": $0] } ?? [:])]
    said["check-chest"] = check
    let sheet = try answers(said, to: Self.form)
    #expect(sheet.enabled.contains { $0.id == "check-chest" } == isAsked)
    #expect(sheet.status(of: Self.sign) == expected)
  }

  @Test func `changes nothing for another row`() throws {
    let sheet = try answers(
      ["signs": .rows(["chest": .notSure, "fever": .notSure]), "check-chest": .yes], to: Self.form)
    #expect(sheet.truth(of: .row("signs", "chest"), reading: .safety) == .yes)
    #expect(sheet.truth(of: .row("signs", "fever"), reading: .safety) == .unsure)
  }

  @Test func `is asked only where its enable-when lets it`() throws {
    let form = [item("sign"), item("check", when: .never, clarifies: Subject("sign"))]
    let sheet = try answers(["sign": .notSure, "check": .yes], to: form)
    #expect(sheet.status(of: "sign") == .unsure && sheet.parked == ["check"])
  }
}

private let yes = Criterion.isYes("yes")
private let alsoYes = Criterion.test(Subject("size"), .compare(.greater, 1))
private let no = Criterion.isYes("no")
private let unsure = Criterion.isYes("unsure")
private let open = Criterion.isYes("open")
private let reasons: [(Criterion, [String])] = [
  (.always, []), (.never, []), (yes, ["yes"]), (.not(no), ["no"]),
  (.all([yes, alsoYes]), ["yes", "size"]), (.all([yes, no]), ["no"]),
  (.all([yes, unsure]), ["unsure"]), (.all([open, unsure]), ["open"]),
  (.any([yes, no]), ["yes"]), (.any([alsoYes, yes]), ["size", "yes"]),
  (.any([no, unsure]), ["unsure"]), (.any([open, unsure]), ["unsure"]), (.any([no, no]), ["no"]),
  (.atLeast(1, [no, yes, open]), ["yes"]), (.atLeast(2, [no, yes, unsure]), ["unsure"]),
  (.all([.any([yes, no]), .not(no), yes]), ["yes", "no"]),
]

@Suite struct `The reasons of a criterion` {
  @Test(arguments: reasons)
  func `are the subjects that gave it its value`(criterion: Criterion, expected: [String]) throws {
    let sheet = try answersOfEveryTruth()
    let found = sheet.reasons(for: criterion, reading: .plain)
    #expect(found.map(\.description) == expected)
  }
}

@Suite struct `A questionnaire` {
  @Test func `finds its items, their places and their sections`() throws {
    let form = try answers([:], to: [item("b"), item("c")], signs: [item("a")]).questionnaire
    #expect(form.items.map(\.id) == ["a", "b", "c"])
    #expect(form["c"]?.id == "c" && form["d"] == nil)
    #expect(form.position(of: "b") == 1 && form.position(of: "d") == nil)
    #expect(form.section(of: "a")?.id == "signs" && form.section(of: "d") == nil)
  }

  @Test func `keeps the first of two items with one id`() throws {
    let form = try answers([:], to: [item("a", .scale), item("a")]).questionnaire
    #expect(form["a"]?.kind == .scale && form.position(of: "a") == 0)
  }
}
