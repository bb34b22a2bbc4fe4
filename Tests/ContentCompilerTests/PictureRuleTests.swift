import QuestionnaireModel
import RecommendationCore
import Testing

@testable import ContentCompiler

private let pain = "questionnaire/20-pain.yaml"
private let file = "pictures/joint.yaml"
private let joint = """
  id: joint
  mirrored-when: fell
  captions:
    - { when: fell, text: The left one, for-another: Their left one }
    - { text: The right one }
  zones: { I: inner, O: outer }
  list-only: [all]
  views:
    - title: Front
      left: in
      right: out
      drawing:
        - '/ ─ \\'
        - '\\   /'
      ascii:
        - '/ - \\'
        - '\\   /'
      mask:
        - ' I O '
        - ' I O '
  """

/// Faults in `pictures/*.yaml`, each at its line and column.
@Suite struct `A picture in the content` {
  private func expect(
    _ findings: [Finding], planting planted: [Planted] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let item = Planted(
      pain, "zones: { inner: Inner side, outer: Outer side }",
      "picture: joint\n    zones: { inner: Inner side, outer: Outer side, all: All over }")
    try expectFindings(
      findings, planting: [item] + planted, adding: [file: joint],
      sourceLocation: sourceLocation)
  }

  @Test func `has no fault as it stands`() throws { try expect([]) }

  @Test func `is read whole`() throws {
    var files = baseContent
    files[file] = joint
    files[pain] = files[pain]?.replacing(
      "zones: { inner: Inner side, outer: Outer side }",
      with: "picture: joint\n    zones: { inner: Inner side, outer: Outer side, all: All over }")
    let pack = try #require(try compiled(files).pack)
    let picture = try #require(pack[picture: "joint"])
    #expect(picture.captions.map(\.text) == ["The left one", "The right one"])
    #expect(picture.captions[0].forAnother == "Their left one")
    #expect(picture.captions[1].when == nil && picture.mirroredWhen != nil)
    #expect(picture.zone(view: 0, row: 1, column: 3) == "outer")
    #expect(picture.views[0].drawing == ["/ ─ \\", "\\   /"])
  }

  @Test func `has lines of one length`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "EvenPictureRows", "this line has 4 columns; the first of the drawing has 5",
          "make all lines of a view equally long, with blanks at the end"),
        Finding(
          "2️⃣", "EvenPictureRows", "this line has 6 columns; the first of the drawing has 5"),
      ],
      planting: [
        Planted(file, "- '\\   /'\n    ascii", "- '\\   1️⃣'\n    ascii"),
        Planted(file, "- '\\   /'\n    mask", "- '\\   /2️⃣ '\n    mask"),
      ])
  }

  @Test func `has as many lines in each form`() throws {
    try expect(
      [Finding("1️⃣", "EvenPictureRows", "'mask' has 1 lines; the drawing has 2")],
      planting: [Planted(file, "- ' I O '\n      - ' I O '", "1️⃣- ' I O '")])
  }

  @Test func `names a zone by each letter of its masks`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "KnownZoneLetters", "the letter 'X' names no zone",
          "add it below 'zones', or write a blank where no zone is")
      ], planting: [Planted(file, "- ' I O '\n      - ' I O '", "- ' I O '\n      - ' I 1️⃣X '")])
  }

  @Test func `has letters of one character`() throws {
    try expect(
      [Finding("1️⃣", "KnownZoneLetters", "'OO' of picture 'joint' is not one letter")]
        + [
          Finding("2️⃣", "KnownZoneLetters", "the letter 'O' names no zone"),
          Finding("3️⃣", "KnownZoneLetters", "the letter 'O' names no zone"),
          Finding(
            "4️⃣", "PlacedZones", "the zone 'outer' of item 'knee-map' has no place in any view"),
        ],
      planting: [
        Planted(file, "id: joint", "4️⃣id: joint"),
        Planted(file, "O: outer", "1️⃣OO: outer"),
        Planted(file, "- ' I O '\n      - ' I O '", "- ' I 2️⃣O '\n      - ' I 3️⃣O '"),
      ])
  }

  @Test func `names zones of its item`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "KnownZoneLetters", "no item that shows the picture has the zone 'outr'",
          "did you mean 'outer'?"),
        Finding(
          "2️⃣", "PlacedZones", "the zone 'outer' of item 'knee-map' has no place in any view"),
      ],
      planting: [
        Planted(file, "id: joint", "2️⃣id: joint"), Planted(file, "O: outer", "O: 1️⃣outr"),
      ])
  }

  @Test func `has a place for every zone that is not in the list alone`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "PlacedZones", "the zone 'all' of item 'knee-map' has no place in any view",
          "draw its letter in a mask, or name it in 'list-only'")
      ],
      planting: [
        Planted(file, "id: joint", "1️⃣id: joint"), Planted(file, "list-only: [all]\n", ""),
      ])
  }

  @Test func `has no zone both in the list and in a view`() throws {
    try expect(
      [
        Finding(
          "1️⃣", "PlacedZones", "the zone 'outer' is in 'list-only' and has a place in a view")
      ], planting: [Planted(file, "[all]", "[all, 1️⃣outer]")])
  }

  @Test func `has all its zones in the first two views`() throws {
    let views = joint.components("views:\n")[1]
    let blank = views.replacing(" I O ", with: "     ").replacing("Front", with: "Empty")
    let first = joint.components("views:\n")[0].replacing("id: joint", with: "1️⃣id: joint")
    try expect(
      ["inner", "outer"].map {
        Finding(
          "1️⃣", "PlacedZones",
          "the zone '\($0)' of item 'knee-map' has no place in the first two views")
      }, planting: [Planted(file, whole: first + "views:\n" + blank + "\n" + blank + "\n" + views)])
  }

  @Test func `is made of narrow characters`() throws {
    try expect(
      [
        Finding("1️⃣", "NarrowPictureCharacters", "the character '膝' cannot stand in 'drawing'"),
        Finding("2️⃣", "NarrowPictureCharacters", "the character '─' cannot stand in 'ascii'"),
      ],
      planting: [
        Planted(file, "'/ ─ ", "'/ 1️⃣膝 "), Planted(file, "'/ - ", "'/ 2️⃣─ "),
      ])
  }

  @Test func `fits in a window of 80 by 24`() throws {
    func view(_ title: String, width: Int, height: Int) -> String {
      let row =
        "      - '" + String(repeating: "O", count: width / 2)
        + String(repeating: "I", count: width - width / 2) + "'\n"
      let rows = String(repeating: row, count: height)
      return "  - title: \(title)\n    drawing:\n\(rows)    ascii:\n\(rows)    mask:\n\(rows)"
    }
    let head = joint.components("views:\n")[0] + "views:\n"
    try expect(
      [
        Finding("1️⃣", "FittingPictures", "the view 'Wide' is 37 columns wide"),
        Finding("2️⃣", "FittingPictures", "the view 'High' is 14 lines high"),
        Finding(
          "1️⃣", "FittingPictures", "this view and the one beside it are 47 columns wide together"),
      ],
      planting: [
        Planted(
          file,
          whole: head
            + view("Wide", width: 37, height: 1).replacing("- title", with: "- 1️⃣title")
            + view("High", width: 10, height: 14).replacing("- title", with: "- 2️⃣title"))
      ])
  }

  @Test func `has every zone at most six keys away`() throws {
    let letters = Array("ABCDEFGHIJKLM")
    let zones = letters.map { "z-" + $0.lowercased() }
    let options = zones.map { "\($0): Zone" }.joined(separator: ", ")
    let row = String(letters)
    let text = """
      1️⃣id: joint
      captions: [ { text: It } ]
      zones: { \(zip(letters, zones).map { "\($0): \($1)" }.joined(separator: ", ")) }
      list-only: [inner, outer, a-1, a-2, a-3, a-4, a-5, a-6, a-7, a-8]
      views:
        - title: Row
          drawing: [ '             ' ]
          ascii: [ '             ' ]
          mask: [ '\(row)' ]
      """
    let listed = (1...8).map { "a-\($0): Elsewhere" }.joined(separator: ", ")
    try expectFindings(
      [Finding("1️⃣", "ReachableZones", "the zone 'z-h' is 7 keys away")],
      planting: [
        Planted(
          pain, "zones: { inner: Inner side, outer: Outer side }",
          "picture: joint\n    zones: { \(options), \(listed), inner: Inner side, outer: Outer side }"
        )
      ], adding: [file: text])
  }

  @Test func `is shown by an item`() throws {
    try expectFindings(
      [Finding("1️⃣", "UsedPictures", "no item shows the picture 'joint'")], planting: [],
      adding: [file: joint.replacing("id: joint", with: "1️⃣id: joint")])
  }

  @Test func `exists where an item names it`() throws {
    try expectFindings(
      [Finding("1️⃣", "KnownNames", "there is no picture 'jont'")],
      planting: [
        Planted(
          pain, "zones: { inner: Inner", "picture: 1️⃣jont\n    zones: { inner: Inner")
      ])
  }

  @Test func `has no keys that nothing reads`() throws {
    try expect(
      [Finding("1️⃣", "KnownKeys", "picture 'joint' has no key 'colour'")],
      planting: [Planted(file, "list-only", "1️⃣colour: red\nlist-only")])
  }
}

/// Faults in `rules/notes.yaml`.
@Suite struct `A note for the clinician` {
  private let file = "rules/notes.yaml"

  @Test func `has a source, and is read whole`() throws {
    let text =
      "- { id: local, when: knee-map includes inner, text: Local, sources: [guideline-a] }\n"
    let pack = try #require(try compiled(baseContent.merging([file: text]) { $1 }).pack)
    #expect(pack.rules.notes.map(\.text) == ["Local"])
    #expect(pack.rules.notes[0].sources == ["guideline-a"])
    try expectFindings(
      [Finding("1️⃣", "CitedSources", "note 'local' names no source")], planting: [],
      adding: [file: text.replacing("[guideline-a]", with: "1️⃣[]")])
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self, ""] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
