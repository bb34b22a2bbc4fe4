import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing

/// What tests of other modules take for granted of the fixture pack.
struct FixturePackTests {
  private let pack = FixturePack.pack

  private func result(_ change: [Item.ID: Answer] = [:]) throws -> Recommendation {
    let sheet: [Item.ID: Answer] = [
      "signs": .rows(["one": .option(.no), "two": .option(.no), "three": .option(.no)]),
      "age": .number(Quantity(50, .years)), "place": .option("attic"), "size": .declined,
      "note": .declined, "since": .declined, "level": .scale(4), "level-week": .scale(5),
      "broken": .option(.no), "parts": .options([]), "map": .options(["front"]),
      "tried": .rows(["thing-a": .option("not-tried"), "thing-b": .option("not-tried")]),
    ]
    let answers = QuestionnaireResponse(sheet.merging(change) { _, new in new })
    for (id, answer) in answers.answers {
      #expect(try #require(pack.questionnaire[id]).fault(in: answer) == nil)
    }
    let day = try #require(Day("2026-11-22"))
    return assess(Answers(answers, to: pack.questionnaire, on: day), rules: pack.rules)
  }

  private func signs(_ yes: AnswerOption.ID) -> Answer {
    .rows(
      ["one", "two", "three"].reduce(into: [:]) { rows, row in
        rows[row] = .option(row == yes ? .yes : .no)
      })
  }

  @Test func `every level can be reached`() throws {
    let sheets: [(Disposition, [Item.ID: Answer])] = [
      (.emergencyCall, ["signs": signs("one")]),
      (.emergencyDepartment, ["signs": signs("two"), "age": .notSure]),
      (.sameDay, ["signs": signs("three")]),
      (.withinDays, ["broken": .option(.yes), "broken-how": .option("fell"), "level": .scale(7)]),
      (.routine, [:]), (.selfCare, ["level": .scale(2)]),
    ]
    for (disposition, answers) in sheets {
      let result = try result(answers)
      #expect(result.disposition == disposition)
      #expect(result.isComplete)
    }
  }

  @Test func `every verdict can be reached`() throws {
    let result = try result([
      "age": .number(Quantity(60, .years)), "parts": .options(["gamma"]),
    ])
    #expect(result.treatments.map(\.verdict) == [.suggest, .later, .askFirst, .avoid, .notAdvised])
  }

  @Test func `an unsure sign is asked again`() throws {
    let unsure: Answer = .rows([
      "one": .notSure, "two": .option(.no), "three": .option(.no),
    ])
    #expect(try result(["signs": unsure]).disposition == .sameDay)
    #expect(try result(["signs": unsure]).unanswered == ["sign-one-again"])
    #expect(
      try result(["signs": unsure, "sign-one-again": .option(.yes)]).disposition == .emergencyCall)
  }

  @Test func `every id is there once, and every page and source that is named`() {
    let rules = pack.rules
    let items = pack.questionnaire.items.map(\.id)
    #expect(Set(items).count == items.count)
    var pages = rules.redFlags.compactMap(\.page) + rules.conditions.compactMap(\.page)
    pages += rules.treatments.compactMap(\.page) + rules.advice.compactMap(\.page)
    pages += rules.surgery.reasons.compactMap(\.page)
    #expect(pages.allSatisfy { pack[page: $0] != nil })
    var sources = rules.redFlags.flatMap(\.sources) + rules.conditions.flatMap(\.sources)
    sources += rules.treatments.flatMap(\.sources) + rules.advice.flatMap(\.sources)
    sources += pack.pages.flatMap(\.sources) + rules.scores.flatMap(\.sources)
    sources += rules.treatments.flatMap(\.guidelines).map(\.guideline)
    sources += pack.figures.flatMap(\.sources)
    #expect(sources.allSatisfy { pack[reference: $0] != nil })
  }

  @Test func `every kind of item is in it`() {
    let kinds = Set(pack.questionnaire.items.map { "\($0.kind)".prefix { $0 != "(" } })
    #expect(
      kinds == [
        "yesNo", "choice", "choices", "each", "number", "scale", "zones", "bodySize", "date",
        "text",
      ])
  }

  @Test func `every key of the wording has words`() {
    for key in Wording.requiredKeys { #expect(pack.wording.words[key]?.isEmpty == false) }
    #expect(pack.wording[ScreenWord.notSure] == "Not sure")
  }
}
