import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

@Suite struct `The search in pages` {
  private static let pages = [
    page(
      "gel", title: "Pain gel",
      [
        .paragraph([.text("Rub it on the knee. It may redden the skin.")]),
        .heading(level: 2, [.text("Harms")]),
        .bullets([[.paragraph([.text("A rash.")])], [.paragraph([.text("Sore skin.")])]]),
      ]),
    page(
      "shots", title: "Shots",
      [
        .paragraph([
          .text("An "), .strong([.text("injection")]), .text(" into the knee. The skin may hurt."),
        ]),
        .quote([.paragraph([.text("It mends the X-ray!")]), .bullets([[.paragraph([.text("A")])]])]
        ),
        .numbered(from: 1, [[.paragraph([.text("Call {emergency-number}.")])]]), .rule,
      ]),
    page("empty", title: "Größe", []),
  ].compactMap { $0 }

  /// A query, and for each hit its page, the passage, and what is said.
  static let rows: [(String, [PageHit])] = [
    ("", []), (" .,-", []), ("nothing", []), ("knee nothing", []),
    ("harms", [hit("gel", 1, "Harms")]), ("HARM", [hit("gel", 1, "Harms")]),
    // Words begin so; they do not end or go on so.
    ("arms", []), ("inject", [hit("shots", 0, "An injection into the knee.")]),
    ("injections", []),
    // The sentence that has the words, in any order.
    (
      "redden skin", [hit("gel", 0, "It may redden the skin.")]
    ), ("skin redden", [hit("gel", 0, "It may redden the skin.")]),
    (
      "skin",
      [hit("gel", 0, "It may redden the skin."), hit("shots", 0, "The skin may hurt.")]
    ),
    // The title first, then one sentence, then one passage, then anywhere.
    ("gel", [hit("gel", nil, "About gel")]), ("pain gel", [hit("gel", nil, "About gel")]),
    (
      "knee skin",
      [hit("gel", 0, "Rub it on the knee."), hit("shots", 0, "An injection into the knee.")]
    ),
    ("rash rub", [hit("gel", 0, "Rub it on the knee.")]),
    ("knee gel rash", [hit("gel", 0, "Rub it on the knee.")]),
    ("shot", [hit("shots", nil, "About shots")]),
    ("x-ray", [hit("shots", 1, "It mends the X-ray!")]),
    ("a", [hit("gel", 2, "A rash."), hit("shots", 0, "An injection into the knee.")]),
    ("größe", [hit("empty", nil, "About empty")]), ("GRÖ", [hit("empty", nil, "About empty")]),
    // Words are cut as those of the glossary.
    ("gel's", [hit("gel", nil, "About gel")]), ("“rash”", [hit("gel", 2, "A rash.")]),
    // Of the region.
    ("call 112", [hit("shots", 3, "Call 112.")]), ("emergency", []),
  ]

  private static func hit(_ page: Page.ID, _ passage: Int?, _ text: String) -> PageHit {
    PageHit(page: page, passage: passage, text: text)
  }

  @Test(arguments: rows) func `finds all words`(query: String, expected: [PageHit]) {
    let found = search(query, in: Self.pages) {
      $0 == "Call {emergency-number}." ? "Call 112." : $0
    }
    #expect(found == expected)
  }

  @Test func `puts a sentence before a passage, and a passage before a page`() {
    let pages = [
      Self.page("apart", title: "One", [.paragraph([.text("Red.")]), .paragraph([.text("Hot.")])]),
      Self.page("beside", title: "Two", [.paragraph([.text("Red. Hot.")])]),
      Self.page("together", title: "Three", [.paragraph([.text("Red and hot.")])]),
      Self.page(
        "half", title: "Red", [.paragraph([.text("A rash.")]), .paragraph([.text("Hot.")])]),
      Self.page("title", title: "Hot and red", []),
    ].compactMap { $0 }
    #expect(
      search("hot red", in: pages).map(\.page) == ["title", "half", "together", "beside", "apart"])
    // What the title says need not be found again.
    #expect(search("red hot", in: pages).first { $0.page == "half" }?.passage == 1)
  }

  private static func page(_ id: Page.ID, title: String, _ blocks: [Page.Block]) -> Page? {
    testDay.map { day in
      Page(
        id: id, title: title, about: "About \(id)", group: .living, reviewed: day, reviewDue: day,
        sources: [], blocks: blocks)
    }
  }
}
