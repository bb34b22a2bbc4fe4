import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  static let pages = [
    Page(
      id: "signs", title: "Signs", about: "What a sign is.", group: .urgent, reviewed: today,
      reviewDue: day(2027, 11, 22), sources: ["source-a"],
      blocks: [
        .paragraph([
          .text("A sign cannot wait. Call {emergency-number} "),
          .source("source-a", [.text("1")]), .text("."),
        ])
      ]),
    Page(
      id: "thing-a", title: "Thing A", about: "What thing A is, and what it costs.",
      group: .treatments, reviewed: day(2026, 2, 28), reviewDue: day(2028, 2, 29), sources: [],
      blocks: [
        .heading(level: 2, [.text("What it is")]),
        .paragraph([.text("A thing with the letter A.")]),
        .bullets([
          [.paragraph([.text("It is small.")])], [.paragraph([.text("It is cheap.")])],
        ]),
        .heading(level: 2, [.text("What it costs")]),
        .paragraph([.text("Nothing. See "), .page("signs", [.text("signs")]), .text(".")]),
      ]),
    Page(
      id: "about-things", title: "About things", about: "A long page with everything in it.",
      group: .start, reviewed: today, reviewDue: day(2027, 11, 22),
      sources: ["source-a", "source-b"], blocks: kinds + (1...8).flatMap(chapter)),
    Page(
      id: "said", title: "What is said", about: "What a seller says of thing E.",
      group: .article, reviewed: today, reviewDue: day(2027, 11, 22), sources: ["source-c"],
      blocks: [
        .paragraph([
          .claim("small-thing", [.text("Thing E is small")]), .text(". A seller says:"),
        ]),
        .quote([
          .bullets([
            [.paragraph([.claim("mends-all", [.text("Thing E mends every other thing.")])])],
            [.paragraph([.text("Call {emergency-number} to buy it.")])],
          ])
        ]),
        .paragraph([
          .text("Nobody has seen that, and "), .claim("lost", [.text("more")]),
          .text(" is not known."),
        ]),
        .heading(level: 2, [.text("Harms")]), .paragraph([.text("It is heavy.")]),
      ]),
    Page(
      id: "counts", title: "What was counted", about: "Persons, one mark each.", group: .living,
      reviewed: today, reviewDue: day(2027, 11, 22), sources: ["source-b"],
      blocks: [
        .figure("thing-a-or-none"), .heading(level: 2, [.text("What is rare")]),
        .figure("thing-b-or-none"), .figure("thing-c-or-none"),
        .paragraph([.text("That is all "), .source("source-b", [.text("2")]), .text(".")]),
      ]),
  ]

  /// Every kind of block and of words.
  private static let kinds: [Page.Block] = [
    .heading(level: 2, [.text("Every kind of "), .emphasis([.text("block")])]),
    .paragraph([
      .text("Plain, "), .emphasis([.text("leaning")]), .text(", "),
      .strong([.text("heavy, "), .emphasis([.text("both")])]), .text(", "),
      .page("thing-a", [.text("a "), .strong([.text("page")])]), .text(" and "),
      .source("source-b", [.text("a source")]), .text("."),
    ]),
    .bullets([
      [
        .paragraph([.text("A point with points below it:")]),
        .bullets([[.paragraph([.text("one")])], [.paragraph([.text("two")])]]),
      ],
      [.paragraph([.text("A point of two paragraphs.")]), .paragraph([.text("The second.")])],
    ]),
    .numbered(
      from: 3, [[.paragraph([.text("Starts at three.")])], [.paragraph([.text("Then four.")])]]),
    .quote([
      .paragraph([.text("Said by another.")]), .quote([.paragraph([.text("Who was quoted.")])]),
    ]),
    .rule,
    .heading(level: 3, [.text("Letters of the world")]),
    .paragraph([.text("Größe, naïve, 膝, колено, “quoted”, 1 – 2 kg.")]),
  ]

  private static func chapter(_ number: Int) -> [Page.Block] {
    [
      .heading(level: 2, [.text("Chapter \(number)")]),
      .paragraph([
        .text(
          "This is chapter \(number) of a page that is longer than any screen, so that a reader has"
            + " to turn it, and long enough in its lines that each of them has to be wrapped.")
      ]),
      .numbered(
        from: 1,
        [
          [.paragraph([.text("First of chapter \(number).")])],
          [.paragraph([.text("Second of chapter \(number).")])],
        ]),
    ]
  }
}
