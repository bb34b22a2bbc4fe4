import CoreTestKit
import QuestionnaireModel
import Testing

/// A picture of four zones, with one beside them.
///
///     A A K K       D
///     A A K K       D
///     A A B B
@Suite struct `A picture` {
  private let picture = Picture(
    id: "p", mirroredWhen: .isYes("left"),
    captions: [
      Picture.Caption(when: .isYes("left"), text: "Left", forAnother: "Their left"),
      Picture.Caption(text: "Right"),
    ],
    legend: [
      Picture.Legend(letter: "A", zone: "a"), Picture.Legend(letter: "K", zone: "k"),
      Picture.Legend(letter: "B", zone: "b"), Picture.Legend(letter: "D", zone: "d"),
    ],
    views: [
      Picture.View(
        title: "Front", left: "inner", right: "outer", drawing: ["/ (_", "<  ┐", "└─.╲"],
        ascii: ["/ (_", "<  +", "+-.\\"], mask: ["AAKK", "AAKK", "AABB"]),
      Picture.View(
        title: "Back", left: "", right: "", drawing: ["  ", "  ", "  "], ascii: ["  ", "  ", "  "],
        mask: [" D", " D", "  "]),
      Picture.View(
        title: "Side", left: "", right: "", drawing: ["  "], ascii: ["  "], mask: ["KB"]),
    ])

  @Test(
    arguments: [
      (0, 0, 0, "a"), (0, 0, 2, "k"), (0, 1, 3, "k"), (0, 2, 3, "b"), (1, 0, 1, "d"),
      (1, 0, 0, nil), (1, 2, 1, nil), (2, 0, 1, "b"), (0, 3, 0, nil), (0, 0, 4, nil),
      (0, -1, 0, nil), (0, 0, -1, nil), (3, 0, 0, nil), (-1, 0, 0, nil),
    ] as [(Int, Int, Int, AnswerOption.ID?)])
  func `has a zone at each cell, and none beside it`(
    view: Int, row: Int, column: Int, zone: AnswerOption.ID?
  ) {
    #expect(picture.zone(view: view, row: row, column: column) == zone)
  }

  @Test func `is mirrored with its characters, its mask and the words at its edges`() {
    let view = picture.mirrored.views[0]
    #expect(view.drawing == ["_) \\", "┌  >", "╱.─┘"])
    #expect(view.ascii == ["_) \\", "+  >", "/.-+"])
    #expect(view.mask == ["KKAA", "KKAA", "BBAA"])
    #expect((view.left, view.right) == ("outer", "inner"))
    #expect(picture.mirrored.mirrored == picture)
  }

  /// A short way is taken for plain lines, and both must give the same.
  @Test(arguments: [
    "", " /\\ ", "╭─╮", "▖ ▘", "e\u{301}(", "\r\n<", "👩‍👧 [", "ü┌", "a\u{FE0F}/", "▗\u{301}",
  ])
  func `is mirrored by whole characters, however they are made`(row: String) {
    #expect(row.drawnCharacters == Array(row))
    let view = Picture.View(
      title: "", left: "", right: "", drawing: [row], ascii: [], mask: [row])
    #expect(view.width == row.count)
    #expect(view.mirrored.mask[0] == String(row.reversed()))
    #expect(view.mirrored.drawing[0].count == row.count)
    #expect(view.mirrored.mirrored == view)
  }

  @Test(arguments: [Answer?.none, .no, .yes, .notSure])
  func `is mirrored only where the other one is surely meant`(answer: Answer?) throws {
    let day = try #require(testDay)
    let form = Questionnaire(sections: [
      Section(id: "s", title: "", isEmergency: false, items: [item("left")])
    ])
    let response = QuestionnaireResponse(answer.map { ["left": $0] } ?? [:])
    let answers = Answers(response, to: form, on: day)
    #expect(picture.mirrored(for: answers) == (answer == .yes ? picture.mirrored : picture))
    #expect(picture.caption(for: answers) == (answer == .yes ? "Left" : "Right"))
  }

  @Test func `has the words for another person where it has them`() throws {
    let form = Questionnaire(
      sections: [Section(id: "s", title: "", isEmergency: false, items: [item("left")])],
      forAnotherWhen: .always)
    let day = try #require(testDay)
    let left = Answers(QuestionnaireResponse(["left": .yes]), to: form, on: day)
    #expect(picture.caption(for: left) == "Their left")
    let right = Answers(QuestionnaireResponse([:]), to: form, on: day)
    #expect(picture.caption(for: right) == "Right")
  }

  @Test(
    arguments: [
      ("a", .right, "k"), ("a", .left, nil), ("a", .up, nil), ("a", .down, nil),
      ("k", .left, "a"), ("k", .right, "d"), ("k", .down, "b"), ("b", .up, "k"), ("b", .left, "a"),
      ("b", .right, nil), ("d", .left, "k"), ("d", .down, nil),
    ] as [(AnswerOption.ID, Picture.Side, AnswerOption.ID?)])
  func `leads to the zone that most of the way meets`(
    zone: AnswerOption.ID, side: Picture.Side, neighbor: AnswerOption.ID?
  ) {
    #expect(picture.sheet(0).neighbor(of: zone, toward: side) == neighbor)
  }

  @Test func `leads the other way round in a mirror`() {
    let sheet = picture.mirrored.sheet(0)
    #expect(sheet.neighbor(of: "a", toward: .left) == "k")
    #expect(sheet.neighbor(of: "a", toward: .right) == "d")
    #expect(sheet.neighbor(of: "k", toward: .right) == "a")
  }

  /// The entries: the zones with one that is not drawn among them, and two that are no zones.
  private let entries: [AnswerOption.ID?] = ["a", "k", "all", "b", "d", nil, nil]

  @Test(
    arguments: [
      (0, .right, 1), (0, .left, 0), (0, .up, 6), (0, .down, 2), (1, .down, 3), (3, .down, 2),
      (4, .right, 2), (4, .down, 2), (2, .down, 5), (5, .up, 2), (5, .down, 6), (6, .down, 0),
      (2, .up, 0), (6, .left, 4), (2, .right, 2), (9, .down, 9),
    ] as [(Int, Picture.Side, Int)])
  func `has its list beside and below it`(from: Int, side: Picture.Side, to: Int) {
    #expect(picture.sheet(0).next(after: from, toward: side, among: entries) == to)
  }

  @Test func `shows two views at once`() {
    #expect(picture.sheetCount == 2)
    #expect(picture.sheet(0).views == 0..<2)
    #expect(picture.sheet(1).views == 2..<3)
    #expect(picture.sheet(7).views == 0..<2)
    #expect(picture.sheet(1).shows("b") && !picture.sheet(1).shows("a"))
  }

  @Test func `has a cell for each zone, blank where it can be`() {
    // The middle of A is its second row; of its blanks the nearest is beside "<".
    #expect(picture.anchor(of: "a", view: 0) == Picture.Cell(row: 1, column: 1))
    #expect(picture.anchor(of: "b", view: 0) == Picture.Cell(row: 2, column: 2))
    #expect(picture.anchor(of: "d", view: 0) == nil)
  }
}
