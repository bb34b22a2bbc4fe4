import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let said: [Item.ID: Answer] = [
  "yes": .yes, "no": .no, "unsure": .notSure, "hidden": .yes, "pain": .scale(7),
  "sleep": .scale(4), "walk": .notSure, "stairs": .scale(5),
]
private let items =
  ["yes", "no", "unsure", "open"].map { item($0) } + [item("hidden", when: .isYes("no"))]
  + ["pain", "sleep", "walk", "climb"].map { item($0, .scale) }
  + [item("stairs", .scale, when: .isYes("no"))]
private let yes = Criterion.isYes("yes")
private let no = Criterion.isYes("no")

private func result(_ rules: Rules) throws -> Recommendation {
  try assess(answers(said, to: items), rules: rules)
}

@Suite struct `An advice` {
  static let given: [(Item.ID, Bool)] = [
    ("yes", true), ("no", false), ("unsure", true), ("open", false), ("hidden", false),
  ]

  @Test(arguments: given)
  func `is given where it holds or may hold by the person's word`(id: Item.ID, isGiven: Bool) throws
  {
    let outcome = try result(rules(advice: [advice("a", when: .isYes(id))]))
    #expect(outcome.advice.isEmpty != isGiven)
  }

  @Test func `is given only at its levels, and at all where it names none`() throws {
    let all = [
      advice("always", when: yes), advice("calm", when: yes, levels: [.routine, .withinDays]),
      advice("urgent", when: yes, levels: [.sameDay]),
    ]
    let expected: [(Disposition, [Advice.ID])] = [
      (.routine, ["always", "calm"]), (.withinDays, ["always", "calm"]),
      (.sameDay, ["always", "urgent"]), (.emergencyCall, ["always"]),
    ]
    for (level, ids) in expected {
      let outcome = try result(rules(flags: [flag("f", level, when: yes)], advice: all))
      #expect(outcome.advice.map(\.id) == ids)
    }
  }

  @Test func `that is a question stands with the questions`() throws {
    let outcome = try result(
      rules(advice: [
        advice("q", .question, when: yes), advice("d", .do, when: yes),
        advice("s", .sooner, when: yes),
      ]))
    #expect(outcome.questions.map(\.id) == ["q"] && outcome.advice.map(\.id) == ["d", "s"])
  }
}

@Suite struct `The view of surgery` {
  static let reasons = Surgery(
    reasons: ["yes", "no", "unsure", "open"].map { id in
      Surgery.Reason(
        id: .init(id), name: id, when: .isYes(.init(id)), met: "met", missing: "missing",
        isOfArticle: true, sources: [])
    },
    advice: [
      .init(id: "first", when: no, text: ""), .init(id: "unsure", when: .isYes("unsure"), text: ""),
      .init(id: "second", when: yes, text: ""), .init(id: "last", text: ""),
    ])

  @Test func `counts only what is known as met`() throws {
    let view = try result(rules(surgery: Self.reasons)).surgery
    #expect(view.met == ["yes"] && view.missing == ["no", "unsure", "open"])
  }

  @Test func `gives the first advice that is known to hold, else the last`() throws {
    #expect(try result(rules(surgery: Self.reasons)).surgery.advice == "second")
    let fallen = Surgery(
      reasons: [], advice: [.init(id: "a", when: no, text: ""), .init(id: "b", text: "")])
    #expect(try result(rules(surgery: fallen)).surgery.advice == "b")
    let none = Surgery(reasons: [], advice: [.init(id: "a", when: no, text: "")])
    #expect(try result(rules(surgery: none)).surgery.advice == nil)
  }

  @Test func `is not spoken of where the ladder is hidden`() throws {
    let view = try result(rules(ladder: ladder(shownWhen: no), surgery: Self.reasons)).surgery
    #expect(view == .init(advice: nil, met: [], missing: []))
  }
}

@Suite struct `A score` {
  static let values: [([Item.ID], Double?)] = [
    (["pain"], 7), (["pain", "sleep"], 5.5), (["pain", "walk"], nil), (["pain", "climb"], nil),
    (["pain", "stairs"], nil), (["pain", "yes"], nil), (["unheard-of"], nil), ([], nil),
  ]

  @Test(arguments: values)
  func `is the mean of its items, and needs them all`(items: [Item.ID], expected: Double?) throws {
    let outcome = try result(rules(scores: [score("s", items)]))
    #expect(outcome.scores.map(\.value) == (expected.map { [$0] } ?? []))
  }
}

@Suite struct `The pages worth reading` {
  @Test func `come from flags, patterns, advice and treatments to try or ask about, each once`()
    throws
  {
    let outcome = try result(
      rules(
        flags: [
          flag("f", .withinDays, when: yes, page: "flag"),
          flag("g", .sameDay, when: no, page: "no"),
        ],
        conditions: [pattern("p", [(yes, 7)], page: "pattern")],
        treatments: [
          treatment("good", page: "good"), treatment("ask", askFirst: yes, page: "ask"),
          treatment("bad", stop: yes, page: "bad"), treatment("again", page: "flag"),
        ],
        advice: [advice("a", when: yes, page: "pattern"), advice("b", when: yes, page: "advice")]))
    #expect(outcome.pages == ["flag", "pattern", "advice", "good", "ask"])
  }
}
