import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let said: [Item.ID: Answer] = ["yes": .yes, "no": .no, "unsure": .notSure, "hidden": .yes]
private let items =
  ["yes", "no", "unsure", "open"].map { item($0) } + [item("hidden", when: .isYes("no"))]
private let yes = Criterion.isYes("yes")
private let no = Criterion.isYes("no")
private let unsure = Criterion.isYes("unsure")

private func result(_ rules: Rules) throws -> Recommendation {
  try assess(answers(said, to: items), rules: rules)
}

@Suite struct `A pattern` {
  static let fits: [(Int, ConditionPattern.Fit?)] = [
    (2, nil), (3, .weak), (4, .weak), (5, .some), (6, .some), (7, .strong), (9, .strong), (-3, nil),
  ]

  @Test(arguments: fits)
  func `fits in the word that its points reach`(points: Int, fit: ConditionPattern.Fit?) throws {
    let shown = try result(rules(conditions: [pattern("p", [(yes, points)])])).conditions
    #expect(shown.map(\.fit) == (fit.map { [$0] } ?? []))
  }

  /// The column "a feature on it" of the table in Content/FORMAT.md.
  static let cells: [(Item.ID, Bool)] = [
    ("yes", true), ("no", false), ("unsure", false), ("open", false), ("hidden", false),
  ]

  @Test(arguments: cells)
  func `gets points only from what is known`(id: Item.ID, counts: Bool) throws {
    let rule = pattern("p", [(yes, 3), (.isYes(id), 2)])
    #expect(try result(rules(conditions: [rule])).conditions.map(\.points) == [counts ? 5 : 3])
  }

  @Test func `tells what fits from what speaks against`() throws {
    let rule = pattern("p", [(yes, 9), (yes, -2), (no, 4), (.not(no), 1)])
    let shown = try #require(result(rules(conditions: [rule])).conditions.first)
    #expect(shown.points == 8 && shown.fit == .strong)
    #expect(shown.supporting.map(\.text) == ["9 points", "1 points"])
    #expect(shown.against.map(\.text) == ["-2 points"])
    #expect(shown.supporting.map(\.because) == [[Subject("yes")], [Subject("no")]])
  }

  static let thoughtOf: [(Criterion?, Bool)] = [
    (nil, true), (yes, true), (no, false), (unsure, true), (.isYes("open"), true),
    (.isYes("hidden"), false),
  ]

  @Test(arguments: thoughtOf)
  func `is thought of unless its criterion is known to be false`(
    when: Criterion?, isShown: Bool
  ) throws {
    let shown = try result(rules(conditions: [pattern("p", when: when, [(yes, 7)])])).conditions
    #expect(shown.isEmpty != isShown)
  }
}

@Suite struct `The patterns that are shown` {
  private func shown(_ points: [Int]) throws -> [ConditionPattern.ID] {
    let patterns = points.enumerated().map { pattern(.init("p\($0)"), [(yes, $1)]) }
    return try result(rules(conditions: patterns)).conditions.map(\.id)
  }

  @Test func `are the three with the most points, in the order of the content`() throws {
    #expect(try shown([3, 9, 4, 7, 5]) == ["p1", "p3", "p4"])
    #expect(try shown([5, 3, 9, 7]) == ["p0", "p2", "p3"])
    #expect(try shown([2, 9, 1]) == ["p1"])
    #expect(try shown([]) == [])
  }

  @Test func `are at a tie those that the content names first`() throws {
    #expect(try shown([5, 7, 5, 5, 7]) == ["p0", "p1", "p4"])
    #expect(try shown([5, 5, 5, 5]) == ["p0", "p1", "p2"])
  }

  @Test func `are none at an emergency`() throws {
    for (level, isShown) in [(Disposition.sameDay, true), (.emergencyDepartment, false)] {
      let outcome = try result(
        rules(flags: [flag("f", level, when: yes)], conditions: [pattern("p", [(yes, 7)])]))
      #expect(outcome.conditions.isEmpty != isShown)
    }
  }
}
