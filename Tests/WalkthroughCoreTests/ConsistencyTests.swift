import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing

@testable import WalkthroughCore

/// Answers that do not fit together, on the way to the result.
@Suite struct `Answers that clash` {
  private let pack = FixturePack.another

  /// A whole sheet with these answers in it, at "check your answers".
  private func check(_ change: [Item.ID: Answer]) throws -> Walkthrough.State {
    var state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", start: .checkAnswers)
    state.response = QuestionnaireResponse(
      [
        "who": .option("self"),
        "signs": .rows(["one": .option(.no), "two": .option(.no), "three": .option(.no)]),
        "age": .number(Quantity(50, .years)), "place": .option("attic"), "size": .declined,
        "note": .declined, "since": .declined, "level": .scale(4), "level-week": .scale(5),
        "broken": .option(.no), "parts": .options([]), "map": .options(["front"]),
        "tried": .rows(["thing-a": .option("not-tried"), "thing-b": .option("not-tried")]),
        "mood": .option("well"), "aches": .rows(["head": .option(.no), "back": .option(.no)]),
      ].merging(change) { $1 })
    state.settleFocus(in: pack)
    return state
  }

  private static let level: [Item.ID: Answer] = ["level": .scale(0), "level-week": .scale(9)]
  private static let mood: [Item.ID: Answer] = [
    "aches": .rows(["head": .option(.yes), "back": .option(.no)])
  ]

  private func press(_ state: inout Walkthrough.State, _ entry: Walkthrough.Entry) {
    #expect(reduce(&state, .chosen(entry), in: pack) == [])
  }

  @Test func `are not there when all fit`() throws {
    var state = try check([:])
    press(&state, .continue)
    #expect(state.screen == .result(.now))
  }

  @Test func `stand before the result, one screen a rule, in the order of the content`() throws {
    var state = try check(Self.level.merging(Self.mood) { $1 })
    press(&state, .continue)
    #expect(state.screen == .consistency("level-and-week"))
    #expect(state.entries(in: pack) == [.change("level"), .change("level-week"), .continue])
    #expect(state.visit.focus == 2)
    press(&state, .continue)
    #expect(state.screen == .consistency("well-and-aching"))
    press(&state, .continue)
    #expect(state.screen == .result(.now))
    #expect(state.confirmed == ["level-and-week", "well-and-aching"])
  }

  @Test func `are not asked again once they are right`() throws {
    var state = try check(Self.level)
    press(&state, .continue)
    press(&state, .continue)
    _ = reduce(&state, .reviewPressed, in: pack)
    press(&state, .continue)
    #expect(state.screen == .result(.now))
  }

  @Test func `can be changed from the screen`() throws {
    var state = try check(Self.level)
    press(&state, .continue)
    press(&state, .change("level"))
    #expect(state.screen == .question("level", isChange: true))
    _ = reduce(&state, .answered("level", .scale(8)), in: pack)
    press(&state, .keepChange)
    #expect(state.screen == .checkAnswers)
    press(&state, .continue)
    #expect(state.screen == .result(.now) && state.confirmed == [])
  }

  @Test(arguments: [
    (Answer.scale(10), true), (.scale(9), false), (.scale(3), false),
  ])
  func `are forgotten when one of the answers changes, and only then`(
    again: Answer, isAsked: Bool
  ) throws {
    var state = try check(Self.level)
    press(&state, .continue)
    press(&state, .continue)
    state.go(to: .question("level-week", isChange: true))
    _ = reduce(&state, .answered("level-week", again), in: pack)
    press(&state, .continue)
    #expect(state.screen == (isAsked ? .consistency("level-and-week") : .result(.now)))
  }

  @Test func `are kept in mind when another answer changes`() throws {
    var state = try check(Self.level)
    press(&state, .continue)
    press(&state, .continue)
    state.take(.option("garage"), to: "place", in: pack)
    #expect(state.confirmed == ["level-and-week"])
  }

  @Test func `lead back to the check`() throws {
    var state = try check(Self.level)
    press(&state, .continue)
    #expect(reduce(&state, .backPressed, in: pack) == [])
    #expect(state.screen == .checkAnswers && state.confirmed == [])
  }

  @Test func `offer no answer that is hidden`() throws {
    let state = try check(Self.mood)
    #expect(state.itemsToChange(by: "well-and-aching", in: pack) == ["mood", "aches"])
    #expect(state.itemsToChange(by: "nothing", in: pack) == [])
  }
}

/// Which units a height and weight begin with.
@Suite struct `A fresh height and weight` {
  @Test(arguments: [(UnitSystem.metric, 0), (.us, 1)])
  func `is asked in the units of the region`(units: UnitSystem, index: Int) throws {
    let size = try #require(FixturePack.pack.questionnaire["size"])
    var state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", units: units)
    #expect(state.draft(of: size).unit == index)
    state.response["size"] = .declined
    #expect(state.draft(of: size).unit == index)
    state.response["size"] = .bodySize(height: Quantity(170, .centimeters), weight: nil)
    #expect(state.draft(of: size).unit == 0)
    let age = try #require(FixturePack.pack.questionnaire["age"])
    #expect(state.draft(of: age).unit == 0)
  }
}
