import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

private let form = [
  item("a"), item("child", when: .isYes("a")), item("grandchild", when: .isYes("child")),
  item("b", when: .not(.isYes("a"))),
]
private let yes = Criterion.isYes("a")
private let no = Criterion.not(.isYes("a"))
private let twoSteps = [("core", Criterion.always), ("more", yes)] as [(Ladder.Step.ID, Criterion)]

/// What changing the answer to `a` does, as lines that name all of it.
private func told(
  _ before: [Item.ID: Answer], becomes answer: Answer, _ rules: Rules
) throws -> [String] {
  let sheet = try answers(before, to: form)
  let effect = ChangeEffect(from: sheet, to: sheet.replacing("a", with: answer), rules: rules)
  var lines = effect.hidden.map { "hides \($0)" } + effect.opened.map { "asks \($0)" }
  lines += effect.returned.map { "returns \($0)" }
  lines += effect.disposition.map { ["level \($0)"] } ?? []
  lines += effect.raised.map { "raises \($0.id)" + ($0.isUnsure ? "?" : "") }
  lines += effect.cleared.map { "clears \($0)" }
  lines += effect.verdicts.map { "\($0.treatment) \($0.verdict)" }
  lines += effect.ladder.map { ["ladder \($0)"] } ?? []
  lines += effect.newPatterns.map { "fits \($0)" } + effect.gonePatterns.map { "fits no \($0)" }
  lines += (effect.changesSurgery ? ["surgery"] : []) + (effect.changesAdvice ? ["advice"] : [])
  #expect(effect.isEmpty == lines.isEmpty)
  return lines
}

/// A whole sheet without `a`: what hangs on it is open.
private let onNo: [Item.ID: Answer] = ["a": .no, "b": .no]
private let onYes: [Item.ID: Answer] = ["a": .yes, "child": .no]
private let surgeryOnYes = Surgery(
  reasons: [],
  advice: [.init(id: "ask", when: yes, text: "Ask."), .init(id: "wait", text: "Wait.")]
)

private let rows: [([Item.ID: Answer], Answer, Rules, [String])] = [
  // Nothing that a person would see.
  (onYes, .yes, rules(), []),
  (onYes.merging(["b": .no]) { $1 }, .yes, rules(), []),
  // Questions.
  (onYes, .no, rules(), ["hides child", "asks b"]),
  (onYes.merging(["b": .yes]) { $1 }, .no, rules(), ["hides child", "returns b"]),
  (onNo, .yes, rules(), ["hides b", "asks child", "asks grandchild"]),
  (
    onNo.merging(["child": .yes, "grandchild": .notSure]) { $1 }, .yes, rules(),
    ["hides b", "returns child", "returns grandchild"]
  ),
  (onNo.merging(["child": .no]) { $1 }, .yes, rules(), ["hides b", "returns child"]),
]

private let both = onYes.merging(["b": .no]) { $1 }
private let questions = ["hides child", "returns b"]

private let advised: [(Rules, onNo: [String])] = [
  (
    rules(flags: [flag("red", .sameDay, when: no)]),
    ["level sameDay", "raises red", "ladder hidden"]
  ),
  (
    rules(flags: [flag("red", .withinDays, when: yes)]), ["level routine", "clears red"]
  ),
  (rules(selfCareWhen: no), ["level selfCare"]),
  (
    rules(flags: [flag("old", .withinDays, when: yes), flag("new", .withinDays, when: no)]),
    ["raises new", "clears old"]
  ),
  (rules(treatments: [treatment("pill", stop: no)]), ["pill avoid"]),
  (rules(treatments: [treatment("pill", askFirst: yes)]), ["pill suggest"]),
  (rules(treatments: [treatment("pill", askFirst: .always)]), []),
  (rules(ladder: ladder(shownWhen: yes)), ["ladder hidden"]),
  (rules(ladder: ladder(shownWhen: no)), ["ladder shown"]),
  (rules(ladder: ladder(twoSteps)), ["ladder step(core)"]),
  // A step that nobody sees.
  (rules(ladder: ladder(shownWhen: .never, twoSteps)), []),
  (rules(conditions: [pattern("worn", [(no, 9)])]), ["fits worn"]),
  (rules(conditions: [pattern("worn", [(yes, 9)])]), ["fits no worn"]),
  (rules(conditions: [pattern("worn", [(.always, 5), (yes, 4)])]), []),
  (rules(surgery: surgeryOnYes), ["surgery"]),
  (rules(advice: [advice("rest", when: yes)]), ["advice"]),
  (rules(advice: [advice("what", .question, when: no)]), ["advice"]),
  (rules(advice: [advice("rest", when: .always)]), []),
]

@Suite struct `What a change does` {
  @Test(arguments: rows)
  func `to the questions`(
    before: [Item.ID: Answer], answer: Answer, rules: Rules, expected: [String]
  ) throws {
    #expect(try told(before, becomes: answer, rules) == expected)
  }

  @Test(arguments: advised)
  func `to the advice`(rules: Rules, onNo: [String]) throws {
    #expect(try told(both, becomes: .no, rules) == questions + onNo)
  }

  @Test func `a sign that is not sure any more or not yet is told as such`() throws {
    let rules = rules(flags: [flag("red", .withinDays, when: yes, unsure: .withinDays)])
    #expect(try told(both, becomes: .notSure, rules).contains("raises red?"))
    #expect(
      try told(both.merging(["a": .notSure]) { $1 }, becomes: .yes, rules).contains("raises red"))
  }

  @Test func `nothing of what was said is changed by looking`() throws {
    let sheet = try answers(onYes, to: form)
    let other = sheet.replacing("a", with: .no)
    #expect(sheet.response == QuestionnaireResponse(onYes))
    #expect(other.response == QuestionnaireResponse(onYes.merging(["a": .no]) { $1 }))
  }
}
