import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let clash = ConsistencyRule(
  id: "clash", when: .all([.isYes("a"), .isYes("b")]), ask: "Both?", items: ["a", "b"])

@Suite struct `Answers that do not fit together` {
  static let rows: [(a: Answer?, b: Answer?, Bool)] = [
    (nil, nil, false), (.yes, nil, false), (.yes, .notSure, false), (.yes, .no, false),
    (.yes, .yes, true),
  ]

  @Test(arguments: rows)
  func `are those whose rule is known to hold`(a: Answer?, b: Answer?, holds: Bool) throws {
    var said: [Item.ID: Answer] = [:]
    said["a"] = a
    said["b"] = b
    let sheet = try answers(said, to: [item("a"), item("b")])
    let result = assess(sheet, rules: rules(consistency: [clash]))
    #expect(result.contradictions == (holds ? ["clash"] : []))
  }

  @Test func `stand in the order of the content and change nothing else`() throws {
    let later = ConsistencyRule(id: "later", when: .isYes("a"), ask: "?", items: ["a"])
    let sheet = try answers(["a": .yes, "b": .yes], to: [item("a"), item("b")])
    let flags = [flag("red", .sameDay, when: .isYes("a"))]
    let plain = assess(sheet, rules: rules(flags: flags))
    let asked = assess(sheet, rules: rules(flags: flags, consistency: [later, clash]))
    #expect(asked.contradictions == ["later", "clash"])
    #expect(asked.disposition == plain.disposition && asked.isComplete == plain.isComplete)
  }
}
