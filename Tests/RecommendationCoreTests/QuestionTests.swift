import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let yes = Criterion.isYes("yes")
private let no = Criterion.isYes("no")

private func result(_ rules: Rules) throws -> Recommendation {
  try assess(
    answers(["yes": .yes, "no": .no], to: ["yes", "no"].map { item($0) }), rules: rules)
}

@Suite struct `The questions for the visit` {
  /// Ten of them, of which every second holds, with other advice in between.
  static let sentences = (1...20).flatMap { number in
    [
      advice(.init("q\(number)"), .question, when: number % 2 == 0 ? yes : no),
      advice(.init("s\(number)"), .sooner, when: yes),
    ]
  }

  static let limits: [(Int, [String])] = [
    (7, ["q2", "q4", "q6", "q8", "q10", "q12", "q14"]), (2, ["q2", "q4"]), (1, ["q2"]),
    (40, ["q2", "q4", "q6", "q8", "q10", "q12", "q14", "q16", "q18", "q20"]), (0, []), (-3, []),
  ]

  @Test(arguments: limits)
  func `are the first of the content that hold, as many as it says`(
    most: Int, expected: [String]
  ) throws {
    let outcome = try result(rules(advice: Self.sentences, questionsShown: most))
    #expect(outcome.questions.map(\.id.rawValue) == expected)
    #expect(outcome.advice.count == 20)
  }

  static let levels: [(Disposition, Int)] = [
    (.selfCare, 7), (.routine, 7), (.withinDays, 7), (.sameDay, 7), (.emergencyDepartment, 0),
    (.emergencyCall, 0),
  ]

  @Test(arguments: levels)
  func `are none at an emergency`(level: Disposition, count: Int) throws {
    let outcome = try result(rules(flags: [flag("f", level, when: yes)], advice: Self.sentences))
    #expect(outcome.questions.count == count)
  }

  @Test func `that are not shown bring no page`() throws {
    let both = [
      advice("a", .question, when: yes, page: "shown"),
      advice("b", .question, when: yes, page: "not-shown"),
    ]
    #expect(try result(rules(advice: both, questionsShown: 1)).pages == ["shown"])
  }
}

@Suite struct `The safety net` {
  @Test func `of red flags stands in their order, each sentence once, and not at an emergency`()
    throws
  {
    let some = rules(flags: [
      flag("low", .withinDays, when: yes, getHelpSooner: ["It gets hot.", "It swells."]),
      flag("high", .sameDay, when: yes, getHelpSooner: ["You fall.", "It swells."]),
      flag("absent", .sameDay, when: no, getHelpSooner: ["Never."]),
    ])
    let outcome = try result(some)
    #expect(
      outcome.safetyNets(of: outcome.redFlags, in: some).map(\.text)
        == ["You fall.", "It swells.", "It gets hot."])
    let urgent = rules(flags: [flag("e", .emergencyCall, when: yes, getHelpSooner: ["It grows."])])
    let emergency = try result(urgent)
    #expect(emergency.safetyNets(of: emergency.redFlags, in: urgent).map(\.text) == [])
  }

  static let own: [(String, Rules, Bool)] = [
    ("nothing", rules(), false),
    ("a flag", rules(flags: [flag("f", .routine, when: yes, getHelpSooner: ["a"])]), true),
    ("a flag without", rules(flags: [flag("f", .routine, when: yes)]), false),
    ("a pattern", rules(conditions: [pattern("p", [(yes, 7)], getHelpSooner: ["a"])]), true),
    ("a pattern without", rules(conditions: [pattern("p", [(yes, 7)])]), false),
    ("a situation", rules(advice: [advice("a", .sooner, when: yes)]), true),
    ("everybody", rules(advice: [advice("a", .sooner, when: .always)]), false),
    ("a first step", rules(advice: [advice("a", .do, when: yes)]), false),
    (
      "the crisis line",
      rules(advice: [advice("a", .sooner, when: yes, text: "Call {crisis-line}.")]), false
    ),
  ]

  @Test(arguments: own)
  func `is a result's own where not everybody gets it`(
    what: String, rules: Rules, isOwn: Bool
  ) throws {
    #expect(try result(rules).hasOwnSafetyNet(in: rules) == isOwn, "\(what)")
  }
}
