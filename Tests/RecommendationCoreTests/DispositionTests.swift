import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

/// Items named for what they give.
private let said: [Item.ID: Answer] = [
  "yes": .yes, "no": .no, "unsure": .notSure, "declined": .declined, "hidden": .yes,
]
private let items = ["yes", "no", "unsure", "declined", "open"].map { item($0) }
private let hidden = item("hidden", when: .isYes("no"))

private func result(_ rules: Rules, open: Bool = true) throws -> Recommendation {
  let asked = items.filter { open || $0.id != "open" } + [hidden]
  return try assess(answers(said, to: asked), rules: rules)
}

/// The column "a red flag on it" of the table in Content/FORMAT.md: the answer, the flag's level
/// and its `unsure`, and the level that it gives; none where it is not present.
private let cells: [(Item.ID, Disposition, unsure: Disposition?, gives: Disposition?)] = [
  ("yes", .emergencyCall, nil, .emergencyCall), ("yes", .withinDays, .routine, .withinDays),
  ("no", .emergencyCall, nil, nil), ("hidden", .emergencyCall, nil, nil),
  ("open", .emergencyCall, nil, nil), ("open", .emergencyCall, .sameDay, nil),
  ("unsure", .emergencyCall, nil, .sameDay), ("unsure", .emergencyDepartment, nil, .sameDay),
  ("unsure", .sameDay, nil, .sameDay), ("unsure", .withinDays, nil, .withinDays),
  ("unsure", .routine, nil, .routine),
  ("unsure", .emergencyCall, .emergencyDepartment, .emergencyDepartment),
  ("unsure", .emergencyCall, .withinDays, .withinDays),
  ("declined", .emergencyCall, nil, .sameDay), ("declined", .withinDays, nil, .withinDays),
]

@Suite struct `A red flag` {
  @Test(arguments: cells)
  func `gives its cell`(
    id: Item.ID, level: Disposition, unsure: Disposition?, gives: Disposition?
  ) throws {
    let rule = flag("f", level, when: .isYes(id), unsure: unsure)
    let raised = try result(rules(flags: [rule])).redFlags
    #expect(raised.map(\.disposition) == (gives.map { [$0] } ?? []))
    #expect(raised.allSatisfy { $0.isUnsure == (id == "unsure" || id == "declined") })
    #expect(raised.allSatisfy { $0.because == [Subject(id)] })
  }

  @Test func `stands before the less urgent, and in the order of the content among its like`()
    throws
  {
    let flags = [
      flag("b", .routine, when: .isYes("yes")), flag("z", .sameDay, when: .isYes("yes")),
      flag("c", .emergencyCall, when: .isYes("no")), flag("a", .sameDay, when: .isYes("yes")),
      flag("d", .emergencyCall, when: .isYes("unsure")),
      flag("e", .emergencyDepartment, when: .isYes("yes")),
    ]
    let raised = try result(rules(flags: flags)).redFlags
    #expect(raised.map(\.id) == ["e", "z", "a", "d", "b"])
  }
}

@Suite struct `The disposition` {
  @Test func `is the highest of all flags, wherever it stands`() throws {
    let levels = Disposition.allCases
    for first in levels {
      for second in levels {
        let flags = [
          flag("a", first, when: .isYes("yes")), flag("b", second, when: .isYes("yes")),
        ]
        let disposition = try result(rules(flags: flags), open: false).disposition
        #expect(disposition == max(first, second, .routine))
      }
    }
  }

  static let bases: [(Item.ID, Disposition)] = [
    ("yes", .selfCare), ("no", .routine), ("unsure", .routine), ("open", .routine),
    ("hidden", .routine),
  ]

  @Test(arguments: bases)
  func `without a flag is self-care only where that is known to do`(
    id: Item.ID, expected: Disposition
  ) throws {
    #expect(try result(rules(selfCareWhen: .isYes(id))).disposition == expected)
  }

  @Test func `is never lowered to self-care by a flag`() throws {
    let unsure = flag("f", .sameDay, when: .isYes("unsure"), unsure: .selfCare)
    let present = flag("f", .selfCare, when: .isYes("yes"))
    for rule in [unsure, present] {
      #expect(try result(rules(flags: [rule]), open: false).disposition == .routine)
      let calm = try result(rules(selfCareWhen: .always, flags: [rule]), open: false)
      #expect(calm.disposition == .routine)
    }
  }

  @Test func `stays at routine or above while a flag hangs on an open item`() throws {
    let rule = flag("f", .emergencyCall, when: .isYes("open"))
    let outcome = try result(rules(selfCareWhen: .always, flags: [rule]))
    #expect(outcome.disposition == .routine && !outcome.isComplete)
  }

  @Test func `stays at within days or above while an emergency sign is open`() throws {
    let sign = item("sign")
    let rule = flag("f", .emergencyCall, when: .any([.isYes("sign"), .isYes("other")]))
    let calm = rules(selfCareWhen: .always, flags: [rule])
    let open = try assess(answers(["other": .no], to: [item("other")], signs: [sign]), rules: calm)
    #expect(open.disposition == .withinDays && !open.isComplete)
    let other = try assess(answers(["sign": .no], to: [item("other")], signs: [sign]), rules: calm)
    #expect(other.disposition == .routine && !other.isComplete)
    let done = try assess(
      answers(["sign": .no, "other": .no], to: [item("other")], signs: [sign]), rules: calm)
    #expect(done.disposition == .selfCare && done.isComplete)
  }

  @Test func `keeps the highest floor of several open flags`() throws {
    let flags = [
      flag("a", .sameDay, when: .isYes("sign")), flag("b", .sameDay, when: .isYes("other")),
    ]
    for order in [flags, flags.reversed()] {
      let sheet = try answers([:], to: [item("other")], signs: [item("sign")])
      #expect(assess(sheet, rules: rules(flags: order)).disposition == .withinDays)
    }
  }

  @Test func `keeps its floor for an open sign that no flag hangs on`() throws {
    let sheet = try answers([:], to: [], signs: [item("sign")])
    let outcome = assess(sheet, rules: rules(selfCareWhen: .always))
    #expect(outcome.disposition == .withinDays && !outcome.isComplete)
  }

  @Test func `keeps its floor for one open row among the signs`() throws {
    let signs = item("signs", .each(rows: options("a", "b"), options: []))
    let sheet = try answers(["signs": .rows(["a": .option(.no)])], to: [], signs: [signs])
    #expect(assess(sheet, rules: rules(selfCareWhen: .always)).disposition == .withinDays)
  }

  @Test func `is not lowered by its floor`() throws {
    let rule = flag("f", .emergencyDepartment, when: .isYes("yes"))
    let sheet = try answers(["yes": .yes], to: [item("yes")], signs: [item("sign")])
    #expect(assess(sheet, rules: rules(flags: [rule])).disposition == .emergencyDepartment)
  }

  @Test func `of an empty sheet is within days, and not complete`() throws {
    let rule = flag("f", .emergencyCall, when: .isYes("sign"))
    let sheet = try answers([:], to: [item("other")], signs: [item("sign")])
    let outcome = assess(sheet, rules: rules(selfCareWhen: .always, flags: [rule]))
    #expect(outcome.disposition == .withinDays && !outcome.isComplete)
    #expect(outcome.unanswered == ["sign", "other"] && outcome.parked == [])
  }

  @Test func `reads a number that is not known by its safe side`() throws {
    let age = item("age", .number(.years), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let rule = flag("old", .sameDay, when: .compare("age", .greaterOrEqual, 65 * 365.25))
    let sheet = try answers(["age": .notSure], to: [age])
    let outcome = assess(sheet, rules: rules(flags: [rule]))
    #expect(outcome.disposition == .sameDay && outcome.redFlags.allSatisfy { !$0.isUnsure })
  }
}

@Suite struct `The levels` {
  @Test func `stand from self-care to the emergency call`() {
    #expect(
      Disposition.allCases.sorted() == [
        .selfCare, .routine, .withinDays, .sameDay, .emergencyDepartment, .emergencyCall,
      ])
  }

  @Test func `that are emergencies are the two highest`() {
    #expect(Disposition.allCases.filter(\.isEmergency) == [.emergencyDepartment, .emergencyCall])
  }

  @Test func `that hide treatments are the three highest`() {
    #expect(
      Disposition.allCases.filter(\.hidesTreatments) == [
        .sameDay, .emergencyDepartment, .emergencyCall,
      ])
  }
}
