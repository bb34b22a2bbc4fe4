import CoreTestKit
import QuestionnaireModel
import Testing

private let whoAnswers = item("who", .choice(options("self", "helper")))
private let helps = Criterion.is("who", "helper")

@Suite struct `Answering for another person` {
  /// What was said, and whether it is for another.
  static let rows: [(Answer?, Bool)] = [
    (nil, false), (.notSure, false), (.declined, false), (.option("self"), false),
    (.option("helper"), true),
  ]

  @Test(arguments: rows)
  func `is so where the criterion holds, not where it is unknown`(
    said: Answer?, isForAnother: Bool
  ) throws {
    let sheet = try answers(
      said.map { ["who": $0] } ?? [:], to: [whoAnswers, item("drugs", isPrivate: true)],
      forAnotherWhen: helps)
    #expect(sheet.isForAnother == isForAnother)
    #expect(sheet.enabled.map(\.id) == (isForAnother ? ["who"] : ["who", "drugs"]))
  }

  @Test func `never happens without a criterion`() throws {
    let sheet = try answers(["who": .option("helper")], to: [whoAnswers])
    #expect(!sheet.isForAnother && !sheet.tellsWhoAnswers("who"))
  }

  @Test func `parks what the person said before to a private item`() throws {
    let sheet = try answers(
      ["who": .option("helper"), "drugs": .yes], to: [whoAnswers, item("drugs", isPrivate: true)],
      forAnotherWhen: helps)
    #expect(sheet.parked == ["drugs"] && sheet.status(of: "drugs") == .hidden)
    #expect(sheet.truth(of: .isYes("drugs"), reading: .safety) == .no)
  }

  @Test func `is told by the items of the criterion alone`() throws {
    let sheet = try answers([:], to: [whoAnswers, item("fell")], forAnotherWhen: helps)
    #expect(sheet.tellsWhoAnswers("who") && !sheet.tellsWhoAnswers("fell"))
  }
}

@Suite struct `An item worded for another person` {
  static let own = [
    AnswerOption(id: "a", text: "You walk", hint: "Now", clinical: "Walks", forAnother: "They walk"),
    AnswerOption(id: "b", text: "Nothing"),
  ]
  static let kinds: [Item.Kind] = [
    .choice(own), .choices(own), .zones(picture: "knee", own), .each(rows: own, options: []),
    .each(rows: [], options: own),
  ]

  @Test(arguments: kinds)
  func `has the other texts where there are some`(kind: Item.Kind) {
    let worded = item("a", kind).wordedForAnother
    let words = (worded.options + worded.rows).map(\.text)
    #expect(words == ["They walk", "Nothing"])
    let first = (worded.options + worded.rows).first
    #expect(first?.hint == "Now" && first?.clinical == "Walks")
  }

  @Test func `keeps what has no other words`() {
    let plain = item("a", .scale)
    #expect(plain.wordedForAnother == plain)
    let asked = item("a", forAnother: .init(ask: "Do they?")).wordedForAnother
    #expect(asked.ask == "Do they?" && asked.hint == nil && asked.why == plain.why)
    let hinted = item("a", forAnother: .init(hint: "Look")).wordedForAnother
    #expect(hinted.ask == plain.ask && hinted.hint == "Look")
  }

  @Test func `stays the same to every rule`() throws {
    let form = [whoAnswers, item("walks", .choice(Self.own))]
    let sheet = try answers(
      ["who": .option("helper"), "walks": .option("a")], to: form, forAnotherWhen: helps)
    let worded = Answers(
      sheet.response, to: sheet.questionnaire.wordedForAnother, on: sheet.day)
    #expect(worded.isForAnother && worded.status(of: "walks") == sheet.status(of: "walks"))
    #expect(worded.questionnaire["walks"]?.options.first?.text == "They walk")
  }
}
