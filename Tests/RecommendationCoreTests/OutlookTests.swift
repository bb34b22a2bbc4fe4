import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let a = Criterion.isYes("a")
private let b = Criterion.isYes("b")
private let c = Criterion.isYes("c")

/// What the answer to `a` can still decide.
@Suite struct `The outlook on an item` {
  static let rows: [([Item.ID: Answer], Criterion, least: Truth, most: Truth, isDecided: Bool)] = [
    ([:], a, .no, .yes, true), (["a": .yes], a, .no, .yes, true), ([:], b, .no, .yes, false),
    (["b": .yes], b, .yes, .yes, false), (["b": .notSure], b, .unsure, .unsure, false),
    // "And" is over with one that does not hold, "or" with one that does.
    (["b": .no], .all([a, b]), .no, .no, false), (["b": .yes], .all([a, b]), .no, .yes, true),
    (["b": .notSure], .all([a, b]), .no, .unsure, true), ([:], .all([a, b]), .no, .yes, true),
    (["b": .yes], .any([a, b]), .yes, .yes, false), (["b": .no], .any([a, b]), .no, .yes, true),
    (["b": .notSure], .any([a, b]), .unsure, .yes, true),
    (["b": .yes], .not(.all([a, b])), .no, .yes, true),
    (["b": .no], .not(.all([a, b])), .yes, .yes, false),
    (["b": .notSure], .not(.all([a, b])), .open, .yes, true),
    (["b": .yes, "c": .yes], .atLeast(2, [a, b, c]), .yes, .yes, false),
    (["b": .no, "c": .no], .atLeast(2, [a, b, c]), .no, .no, false),
    (["b": .yes, "c": .no], .atLeast(2, [a, b, c]), .no, .yes, true),
    // In a part that is over the item has no say, even if another part is open.
    (["b": .no], .any([.all([a, b]), c]), .no, .yes, false),
    ([:], .all([]), .yes, .yes, false), ([:], .any([]), .no, .no, false),
    // An item that the answer opens or hides is decided by it too; any other hidden one is no.
    ([:], .isYes("after-a"), .no, .yes, true), (["a": .yes], .isYes("after-a"), .no, .yes, true),
    (["b": .no, "after-b": .yes], .isYes("after-b"), .no, .no, false),
    (["b": .yes, "after-b": .yes], .isYes("after-b"), .yes, .yes, false),
    ([:], .isYes("after-b"), .no, .yes, false),
    (["b": .no], .test(Subject("after-b"), .isUnknown), .no, .no, false),
  ]

  @Test(arguments: rows)
  func `is as far as it can go`(
    said: [Item.ID: Answer], criterion: Criterion, least: Truth, most: Truth, isDecided: Bool
  ) throws {
    let form = [
      item("a"), item("b"), item("c"), item("after-a", when: a), item("after-b", when: b),
    ]
    let range = try answers(said, to: form).outlook(on: "a").range(of: criterion)
    #expect((range.least, range.most) == (least, most))
    #expect(range.isDecidedByItem == isDecided)
  }

  /// A sign that was not sure, and the item that asks it again.
  @Test(
    arguments: [
      (["signs": .rows(["x": .notSure])], true),
      (["signs": .rows(["x": .notSure]), "again": .no], true),
    ] as [([Item.ID: Answer], Bool)])
  func `of a clarifying item is that on its sign`(
    said: [Item.ID: Answer], isDecided: Bool
  ) throws {
    let sign = Subject("signs", .row("x"))
    let sheet = try answers(
      said,
      to: [
        item("signs", .each(rows: options("x", "y"), options: [])), item("again", clarifies: sign),
      ])
    let range = sheet.outlook(on: "again").range(of: .row("signs", "x"))
    #expect(range.isDecidedByItem == isDecided)
  }

  @Test func `knows that who answers decides what is private`() throws {
    let sheet = try answers(
      ["private": .yes], to: [item("a"), item("private", isPrivate: true)], forAnotherWhen: a)
    let range = sheet.outlook(on: "a").range(of: .isYes("private"))
    #expect(range.isDecidedByItem && !range.isSettled)
  }

  /// Whatever is answered to the item and to what is open stays within the range, and an item
  /// without a say changes nothing.
  @Test(arguments: Array(UInt64(1)...UInt64(60)))
  func `holds for any answers`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let said = SmallForm.sheet(&generator)
      let criterion = randomCriterion(&generator)
      guard let item = SmallForm.all.randomElement(using: &generator) else { continue }
      let range = try read(said).outlook(on: item.id).range(of: criterion)
      for _ in 0..<6 {
        let rest = completed(said, &generator)
        let truths = try (0..<3).flatMap { _ in
          var sheet = rest
          sheet[item.id] = SmallForm.answer(to: item, by: &generator) ?? .declined
          let read = try read(sheet)
          return [Answers.Reading.plain, .safety].map { read.truth(of: criterion, reading: $0) }
        }
        for truth in truths {
          #expect(range.least <= truth && truth <= range.most, "\(said), \(item.id), \(criterion)")
        }
        if !range.isDecidedByItem {
          let plain = Set(stride(from: 0, to: 6, by: 2).map { truths[$0] })
          let safety = Set(stride(from: 1, to: 6, by: 2).map { truths[$0] })
          #expect(plain.count == 1 && safety.count == 1, "\(said), \(item.id), \(criterion)")
        }
      }
    }
  }

  private func read(_ said: [Item.ID: Answer]) throws -> Answers {
    try answers(said, to: SmallForm.rest, signs: SmallForm.signs)
  }

  /// The sheet with some of what is open answered.
  private func completed(
    _ said: [Item.ID: Answer], _ generator: inout SeededGenerator
  ) -> [Item.ID: Answer] {
    var sheet = said
    for item in SmallForm.all {
      guard let fresh = SmallForm.answer(to: item, by: &generator) else { continue }
      if case .rows(let before) = said[item.id], case .rows(let new) = fresh {
        sheet[item.id] = .rows(before.merging(new) { old, _ in old })
      } else if said[item.id] == nil {
        sheet[item.id] = fresh
      }
    }
    return sheet
  }
}

@Suite struct `The uses of an item that are open` {
  private static let emergency = flag("e", .emergencyCall, when: b)
  private static let today = flag("t", .sameDay, when: b)
  private static let treated = rules(treatments: [treatment("t", suits: a, stop: a, askFirst: a)])

  /// Rules, what was said, and which of the uses of `a` are left.
  static let rows: [(Rules, [Item.ID: Answer], [RuleUse])] = [
    (rules(flags: [flag("f", .routine, when: .all([a, b]))]), [:], [RuleUse(.redFlag, "f")]),
    (rules(flags: [flag("f", .routine, when: .all([a, b]))]), ["b": .no], []),
    (rules(flags: [flag("f", .routine, when: .any([a, b]))]), ["b": .yes], []),
    (rules(selfCareWhen: a), ["b": .yes], [RuleUse(.selfCare)]),
    (rules(selfCareWhen: a, flags: [flag("f", .routine, when: b)]), ["b": .yes], []),
    (rules(selfCareWhen: a, flags: [flag("f", .routine, when: b)]), ["b": .notSure], []),
    (
      rules(selfCareWhen: a, flags: [flag("f", .routine, when: b)]), ["b": .no],
      [RuleUse(.selfCare)]
    ),
    (rules(conditions: [pattern("p", when: b, [(a, 1)])]), ["b": .no], []),
    (
      rules(conditions: [pattern("p", when: b, [(a, 1)])]), ["b": .notSure],
      [RuleUse(.condition, "p")]
    ),
    (rules(flags: [emergency], conditions: [pattern("p", [(a, 1)])]), ["b": .yes], []),
    (
      rules(flags: [today], conditions: [pattern("p", [(a, 1)])]), ["b": .yes],
      [RuleUse(.condition, "p")]
    ),
    (
      treated, [:],
      [
        RuleUse(.treatment(.notAdvised), "t"), RuleUse(.treatment(.avoid), "t"),
        RuleUse(.treatment(.askFirst), "t"),
      ]
    ),
    (
      rules(flags: [today], treatments: treated.treatments), ["b": .yes],
      [RuleUse(.treatment(.avoid), "t"), RuleUse(.treatment(.askFirst), "t")]
    ),
    (rules(flags: [emergency], treatments: treated.treatments), ["b": .yes], []),
    (rules(ladder: ladder(judgedWhen: b), treatments: treated.treatments), ["b": .no], []),
    (rules(ladder: ladder(judgedWhen: b, [("up", a)])), ["b": .no], []),
    (
      rules(ladder: ladder(judgedWhen: b, [("up", a)])), ["b": .notSure], [RuleUse(.step, "up")]
    ),
    (rules(flags: [today], ladder: ladder(shownWhen: a, [("up", a)])), ["b": .yes], []),
    (rules(ladder: ladder(shownWhen: b), surgery: surgery), ["b": .no], []),
    (
      rules(ladder: ladder(shownWhen: b), surgery: surgery), ["b": .yes],
      [RuleUse(.surgeryReason, "r")]
    ),
    (rules(flags: [emergency], scores: [score("s", ["a"])]), ["b": .yes], [RuleUse(.score, "s")]),
  ]

  private static let surgery = Surgery(
    reasons: [
      .init(id: "r", name: "", when: a, met: "", missing: "", isOfArticle: false, sources: [])
    ], advice: [])

  @Test(arguments: rows)
  func `are those that other answers have not settled`(
    rules: Rules, said: [Item.ID: Answer], expected: [RuleUse]
  ) throws {
    let sheet = try answers(said, to: [item("a"), item("b")])
    #expect(rules.openUses(of: "a", in: sheet) == expected)
  }

  /// With nothing said all are open; a flag that is not among them stands whatever is answered.
  @Test(arguments: Array(UInt64(1)...UInt64(40)))
  func `leave out no flag that an answer can raise or lower`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rules = randomRules(&generator)
    let said = SmallForm.sheet(&generator)
    for item in SmallForm.all {
      let sheet = try answers(said, to: SmallForm.rest, signs: SmallForm.signs)
      let uses = rules.uses(in: sheet.questionnaire)[item.id] ?? []
      let open = rules.openUses(of: item.id, in: sheet)
      #expect(open == uses.filter(open.contains))
      for flag in uses where flag.kind == .redFlag && !open.contains(flag) {
        let raised = try (0..<8).map { _ in
          var changed = said
          changed[item.id] = SmallForm.answer(to: item, by: &generator) ?? .declined
          let sheet = try answers(changed, to: SmallForm.rest, signs: SmallForm.signs)
          return raisedFlags(sheet, rules: rules).first { $0.id.rawValue == flag.id }?.disposition
        }
        #expect(Set(raised).count == 1, "\(flag) by \(item.id)")
      }
    }
  }
}
