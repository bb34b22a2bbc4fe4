import CoreTestKit
import QuestionnaireModel
import Testing

/// An answer that takes another's place must leave what a form read anew would give.
@Suite struct `Another answer` {
  static let sign = Subject("signs", .row("chest"))
  static let form = [
    item("who", .choice(options("me", "child"))),
    item("a"),
    item("b", when: .isYes("a")),
    item("c", when: .isYes("b")),
    item("signs", .each(rows: options("chest", "fever"), options: [])),
    item("check-chest", clarifies: sign),
    item("after-chest", when: .test(sign, .isOneOf([.yes]))),
    item("secret", isPrivate: true),
    item("after-secret", when: .any([.isYes("secret"), .test(Subject("secret"), .isUnknown)])),
    // Looks ahead, which to a rule is an item that nobody has reached.
    item("early", when: .isYes("late")),
    item("late"),
    item("size", .bodySize),
    item("heavy", when: .test(Subject("size", .bmi), .compare(.greaterOrEqual, 30))),
    item("apart"),
  ]

  /// The item answered last, its answer, and the items that give something else since.
  static let rows: [([Item.ID: Answer], Item.ID, Answer, changed: [Item.ID])] = [
    (["a": .yes, "b": .yes, "c": .yes], "a", .no, ["a", "b", "c"]),
    (["a": .no, "b": .yes, "c": .yes], "a", .yes, ["a", "b", "c"]),
    (["a": .no, "b": .no], "b", .yes, []),
    (["a": .yes], "a", .yes, []),
    (
      ["signs": .rows(["chest": .option(.no)])], "signs", .rows(["chest": .notSure]),
      ["signs", "check-chest", "after-chest"]
    ),
    (["signs": .rows(["chest": .notSure])], "check-chest", .no, ["check-chest", "after-chest"]),
    (["signs": .rows(["chest": .notSure])], "check-chest", .notSure, ["check-chest"]),
    (["secret": .no], "who", .option("child"), ["who", "secret"]),
    (["who": .option("me")], "secret", .no, ["secret", "after-secret"]),
    (["late": .no], "late", .yes, ["late"]),
    (
      [:], "size",
      .bodySize(height: Quantity(160, .centimeters), weight: Quantity(90, .kilograms)), ["size"]
    ),
    (
      [:], "size",
      .bodySize(height: Quantity(160, .centimeters), weight: Quantity(60, .kilograms)),
      ["size", "heavy"]
    ),
    (["a": .yes], "apart", .declined, ["apart"]),
    (["a": .yes], "no-item", .yes, []),
  ]

  @Test(arguments: rows)
  func `changes what hangs on it, and nothing else`(
    said: [Item.ID: Answer], id: Item.ID, answer: Answer, changed: [Item.ID]
  ) throws {
    var sheet = try answers(said, to: Self.form, forAnotherWhen: .is("who", "child"))
    let places = sheet.replace(id, with: answer)
    #expect(places.map { sheet.questionnaire.items[$0].id } == changed)
    let whole = Answers(sheet.response, to: sheet.questionnaire, on: sheet.day)
    #expect(sheet.response[id] == answer)
    #expect(sheet.questionnaire.items.allSatisfy { sheet.gives($0.id, as: whole) })
  }

  @Test func `after another gives what all of them give together`() throws {
    var generator = SeededGenerator(seed: 31)
    var sheet = try answers([:], to: Self.form, forAnotherWhen: .is("who", "child"))
    var places = 0
    for _ in 0..<2000 {
      let item = Self.form.randomElement(using: &generator) ?? Self.form[0]
      let answer: Answer =
        switch item.id {
        case "who": .option(Bool.random(using: &generator) ? "me" : "child")
        case "signs":
          .rows(["chest": [.notSure, .option(.yes)].randomElement(using: &generator) ?? .notSure])
        default: [.yes, .no, .notSure].randomElement(using: &generator) ?? .no
        }
      places += sheet.replace(item.id, with: answer).count
      let whole = Answers(sheet.response, to: sheet.questionnaire, on: sheet.day)
      #expect(sheet.questionnaire.items.allSatisfy { sheet.gives($0.id, as: whole) })
    }
    #expect(places > 1000)
  }

  @Test func `to a form with one id twice reads the whole form`() throws {
    var sheet = try answers([:], to: [item("a"), item("a"), item("b", when: .isYes("a"))])
    #expect(sheet.replace("a", with: .no) == [0, 1, 2])
    #expect(sheet.status(of: "a") == .answered(.no) && !sheet.isAsked("b"))
  }
}

extension Answers {
  fileprivate func gives(_ id: Item.ID, as other: Answers) -> Bool {
    status(of: id) == other.status(of: id) && isAsked(id) == other.isAsked(id)
      && isComplete(id) == other.isComplete(id)
  }
}
