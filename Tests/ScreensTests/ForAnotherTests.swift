import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore

/// What is said to whoever answers for another person, on the screen and in lines.
@Suite struct `To whoever answers for another` {
  private static let pack = FixturePack.another

  private static func state(
    _ who: AnswerOption.ID?, _ screen: Walkthrough.Screen, _ more: [Item.ID: Answer] = [:]
  ) throws -> Walkthrough.State {
    var state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", start: screen)
    state.response = QuestionnaireResponse(more)
    state.response["who"] = who.map { .option($0) }
    return state
  }

  private static func lines(_ state: Walkthrough.State) -> [String] {
    LineFace.plainLines(screenContent(Scene(state, in: pack)))
  }

  private static func spoken(_ state: Walkthrough.State) -> [String] {
    var face = LineFace()
    return face.lines(for: state, in: pack)
  }

  private static let own = ["Are you well?", "Think of today", "I am well", "Not sure"]
  private static let other = [
    "Are they well?", "Think of their day", "They are well", "Not sure for another",
    "Ask them now",
  ]

  @Test(arguments: ["self", "helper", nil] as [AnswerOption.ID?])
  func `a question has the words that fit`(who: AnswerOption.ID?) throws {
    let state = try Self.state(who, .question("mood", isChange: false))
    let (there, missing) = who == "helper" ? (Self.other, Self.own) : (Self.own, Self.other)
    for lines in [Self.lines(state), Self.spoken(state)] {
      let words = lines.map { $0.drop { $0.isNumber || $0 == " " } }.map(String.init)
      for text in there { #expect(words.contains(text), "\(words)") }
      for text in missing { #expect(!words.contains(text), "\(words)") }
    }
  }

  @Test func `the question who answers stays as it is`() throws {
    let state = try Self.state("helper", .question("who", isChange: true))
    #expect(!Self.lines(state).contains("Ask them now"))
  }

  @Test func `rows have their other words`() throws {
    let state = try Self.state("helper", .question("aches", isChange: false))
    #expect(Self.lines(state).contains { $0.contains("Their head aches") })
    #expect(Self.spoken(state).contains("1/2 Their head aches"))
    #expect(
      screenContent(Scene(state, in: Self.pack)).blocks.contains { block in
        if case .entry(_, .row(_, _, _, let width)) = block { width == 20 } else { false }
      })
  }

  @Test func `"check your answers" and the reason for a question have them too`() throws {
    let answers: [Item.ID: Answer] = [
      "mood": .notSure, "aches": .rows(["head": .option(.yes), "back": .option(.no)]),
    ]
    let check = Self.lines(try Self.state("helper", .checkAnswers, answers))
    #expect(check.contains { $0.hasSuffix("Mood: Not sure for another") })
    #expect(check.contains { $0.contains("Their head aches") })
    #expect(Self.lines(try Self.state("helper", .why("mood"))).contains("Are they well?"))
  }

  @Test func `of a private answer kept aside only its name is said`() throws {
    let answers: [Item.ID: Answer] = [
      "note": .text("It squeaks."), "broken": .option(.no), "broken-how": .option("fell"),
    ]
    let check = Self.lines(try Self.state("helper", .checkAnswers, answers))
    #expect(check.contains("- In your words") && check.contains("- How it broke: It fell"))
    #expect(!check.contains { $0.contains("It squeaks.") })
  }

  @Test func `private questions are not asked`() throws {
    for (who, isAsked) in [("self", true), ("helper", false)] {
      let check = Self.lines(try Self.state(AnswerOption.ID(who), .checkAnswers))
      #expect(check.contains { $0.contains("Height and weight") } == isAsked)
    }
  }
}

/// Answers that do not fit together, and why a question is asked.
@Suite struct `A screen worked out from the rules` {
  private func lines(_ screen: Walkthrough.Screen, _ answers: [Item.ID: Answer] = [:]) throws
    -> [String]
  {
    var state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", start: screen)
    state.response = QuestionnaireResponse(answers)
    return LineFace.plainLines(screenContent(Scene(state, in: FixturePack.another)))
  }

  @Test func `asks whether both answers are right`() throws {
    let lines = try lines(
      .consistency("level-and-week"), ["level": .scale(0), "level-week": .scale(9)])
    #expect(
      lines == [
        "Your answers", "You said it is 0 now, and was bad all week. Is that right?",
        "Consistency about",
        "", "1 Level now: 0 of 10", "2 Level this week: 9 of 10", "", "3 Both are right",
      ])
  }

  @Test func `has the entries of its state, and those alone`() throws {
    var state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", start: .consistency("level-and-week"))
    state.settleFocus(in: FixturePack.another)
    let content = screenContent(Scene(state, in: FixturePack.another))
    #expect(content.entries == state.entries(in: FixturePack.another))
  }

  @Test(
    arguments: [
      ("age", ["urgency", "patterns", "treatments", "clinician page"]),
      ("mood", ["clinician page"]), ("note", []),
    ] as [(Item.ID, [String])])
  func `says what an answer can change`(item: Item.ID, parts: [String]) throws {
    let lines = try lines(.why(item))
    #expect(lines.filter { $0.hasPrefix("- Changes ") } == parts.map { "- Changes " + $0 })
    #expect(lines.contains("Why changes") == !parts.isEmpty)
  }
}
