import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

/// R155: where a word stands first for the person who is asked.
struct GlossaryTests {
  private static func item(
    _ id: Item.ID, enableWhen: Criterion? = nil, options: [AnswerOption.ID] = ["self", "other"]
  ) -> Item {
    Item(
      id: id, ask: "", why: "", summary: "",
      kind: .choice(options.map { AnswerOption(id: $0, text: "") }), offersNotSure: false,
      maySkip: false, isPrivate: false, enableWhen: enableWhen)
  }

  private let form = Questionnaire(
    sections: [
      Section(
        id: "s", title: "", isEmergency: false,
        items: [
          item("who"), item("first", enableWhen: .is("who", "self")), item("second"), item("third"),
        ])
    ], forAnotherWhen: .is("who", "other"))

  private let glossary = Glossary(
    Glossary.Words(terms: [GlossaryTerm(id: "a", term: "A", means: "")]),
    items: [
      .init(item: "first", own: ["a"], forAnother: ["a"], unexplained: ["a"]),
      .init(
        item: "second", own: ["a", "b", "c"], forAnother: ["d"], unexplained: ["a", "b", "d"]),
      .init(item: "third", own: ["c", "b", "d"], forAnother: ["d"], unexplained: ["c", "b", "d"]),
    ])

  @Test(
    arguments: [
      // Said on the first item already; what an item explains by itself needs no line, there or
      // later.
      ("self", "first", ["a"]), ("self", "second", ["b"]), ("self", "third", ["d"]),
      ("self", "who", []),
      // The first item is not asked, and the words are others.
      ("other", "second", ["d"]), ("other", "third", []),
    ] as [(AnswerOption.ID, Item.ID, [GlossaryTerm.ID])])
  func `first uses`(who: AnswerOption.ID, item: Item.ID, terms: [GlossaryTerm.ID]) throws {
    let answers = Answers(
      QuestionnaireResponse(["who": .option(who)]), to: form, on: try #require(Day("2026-11-22")))
    #expect(glossary.firstUses(on: item, in: answers) == terms)
  }

  @Test func `a word that an item hides is said where it is seen`() throws {
    let glossary = Glossary(items: [
      .init(item: "first", own: ["a"], forAnother: ["a"], unexplained: ["a"]),
      .init(item: "second", own: ["a"], forAnother: ["a"], unexplained: ["a"]),
    ])
    let answers = Answers(
      QuestionnaireResponse(["who": .option("other")]), to: form,
      on: try #require(Day("2026-11-22")))
    #expect(glossary.firstUses(on: "second", in: answers) == ["a"])
  }

  @Test func `whose words stand on an item`() {
    #expect(glossary.hasWords(on: "second", isForAnother: false))
    #expect(!glossary.hasWords(on: "who", isForAnother: false))
    #expect(!Glossary().hasWords(on: "second", isForAnother: false))
    let own = Glossary(items: [.init(item: "who", own: ["a"], forAnother: [], unexplained: [])])
    #expect(own.hasWords(on: "who", isForAnother: false))
    #expect(!own.hasWords(on: "who", isForAnother: true))
  }
}
