import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let a = Criterion.isYes("a")

@Suite struct `The uses of an item` {
  /// Rules of one kind that look at the item, and how they are told.
  static let rows: [(Rules, [RuleUse])] = [
    (rules(), []), (rules(selfCareWhen: a), [RuleUse(.selfCare)]),
    (rules(flags: [flag("f", .routine, when: .not(a))]), [RuleUse(.redFlag, "f")]),
    (rules(conditions: [pattern("p", when: a, [])]), [RuleUse(.condition, "p")]),
    (rules(conditions: [pattern("p", [(a, 1), (a, 2)])]), [RuleUse(.condition, "p")]),
    (rules(ladder: ladder(shownWhen: a)), [RuleUse(.ladder, "shown")]),
    (rules(ladder: ladder([("up", a)])), [RuleUse(.step, "up")]),
    (rules(treatments: [treatment("t", suits: a)]), [RuleUse(.treatment(.notAdvised), "t")]),
    (
      rules(treatments: [treatment("t", stop: a, askFirst: a)]),
      [RuleUse(.treatment(.avoid), "t"), RuleUse(.treatment(.askFirst), "t")]
    ),
    (rules(treatments: [treatment("t", prescribed: a)]), [RuleUse(.treatment(.askFirst), "t")]),
    (rules(treatments: [treatment("t", overCounter: a)]), [RuleUse(.treatment(.avoid), "t")]),
    (rules(advice: [advice("d", when: a)]), [RuleUse(.advice, "d")]),
    (rules(scores: [score("s", ["a", "b"])]), [RuleUse(.score, "s")]),
    (
      rules(consistency: [ConsistencyRule(id: "c", when: a, ask: "?", items: ["a"])]),
      [RuleUse(.consistency, "c")]
    ),
    (
      rules(
        surgery: Surgery(
          reasons: [
            .init(
              id: "r", name: "", when: a, met: "", missing: "", isOfArticle: false, sources: [])
          ], advice: [.init(id: "ask", when: a, text: ""), .init(id: "wait", text: "")])),
      [RuleUse(.surgeryReason, "r"), RuleUse(.surgeryAdvice, "ask")]
    ),
  ]

  @Test(arguments: rows)
  func `are the rules that look at it`(rules: Rules, expected: [RuleUse]) throws {
    let form = try answers([:], to: [item("a"), item("b")]).questionnaire
    #expect(rules.uses(in: form)["a"] ?? [] == expected)
  }

  @Test func `are those of its sign where it clarifies one`() throws {
    let form = try answers(
      [:], to: [
        item("signs", .each(rows: options("x", "y"), options: [])),
        item("again", clarifies: Subject("signs", .row("x"))),
      ]
    ).questionnaire
    let flags = [
      flag("on-x", .sameDay, when: .row("signs", "x")),
      flag("on-y", .sameDay, when: .row("signs", "y")),
    ]
    let uses = rules(flags: flags).uses(in: form)
    #expect(uses["again"] == [RuleUse(.redFlag, "on-x")])
    #expect(uses["signs"] == [RuleUse(.redFlag, "on-x"), RuleUse(.redFlag, "on-y")])
  }
}
