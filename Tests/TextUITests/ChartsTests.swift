import Testing
import TextUI

struct ChartsTests {
  @Test(arguments: [
    (0, 20, 20, [".......... .........."]),
    (3, 10, 10, ["###......."]),
    (12, 40, 20, ["########## ##........", ".......... .........."]),
    (20, 30, 20, ["########## ##########", ".........."]),
    (10, 10, 5, ["#####", "#####"]),
    (7, 25, 25, ["#######... .......... ....."]),
    (99, 3, 20, ["###"]), (-4, 3, 20, ["..."]), (1, 2, 0, ["#", "."]), (1, 0, 20, []),
    (1, -5, 20, []),
  ])
  func `persons are counted first, in groups of ten`(
    counted: Int, total: Int, perRow: Int, rows: [String]
  ) {
    let drawn = personRows(counted: counted, of: total, perRow: perRow, glyphs: .ascii)
    #expect(drawn.map { $0.map(\.text).joined() } == rows)
    for run in drawn.joined() { #expect(run.text.contains("#") == run.isCounted) }
    for row in drawn {
      #expect(displayWidth(row.map(\.text).joined()) <= personRowWidth(max(1, perRow)))
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (10, 10), (11, 12), (20, 21), (25, 27), (30, 32)])
  func `a row is as wide as its persons and the blanks between their groups`(
    persons: Int, width: Int
  ) {
    #expect(personRowWidth(persons) == width)
    let row = personRows(counted: 3, of: persons, perRow: persons, glyphs: .unicode).first ?? []
    #expect(displayWidth(row.map(\.text).joined()) == width)
  }

  /// However many are counted of however many, each is drawn once.
  @Test func `every person has a mark`() {
    for glyphs in [Glyphs.unicode, .ascii] {
      for total in [1, 9, 10, 99, 100, 1000] {
        for counted in 0...total where total < 1000 || counted % 37 == 0 {
          for perRow in [7, 20, 30] {
            let text = personRows(counted: counted, of: total, perRow: perRow, glyphs: glyphs)
              .joined().map(\.text).joined()
            #expect(text.count { String($0) == glyphs.dot } == counted)
            #expect(text.count { String($0) == glyphs.ring } == total - counted)
          }
        }
      }
    }
  }

  @Test(arguments: [
    (0.0, 10.0, "...................."), (10, 10, "####################"),
    (5, 10, "##########.........."), (5.3, 10, "###########........."),
    (0.2, 10, "...................."), (0.3, 10, "#..................."),
    (-1, 10, "...................."), (11, 10, "####################"),
    (5, 0, "...................."), (.nan, 10, "...................."),
    (.infinity, 10, "...................."),
  ])
  func `a bar is as full as its value`(value: Double, most: Double, drawn: String) {
    #expect(bar(value, of: most, width: 20, glyphs: .ascii) == drawn)
  }

  @Test func `a bar without room is empty`() {
    #expect(bar(5, of: 10, width: 0, glyphs: .ascii) == "")
    #expect(bar(5, of: 10, width: -3, glyphs: .ascii) == "")
  }

  /// Without colour the two must differ still.
  @Test(arguments: [Glyphs.unicode, .ascii])
  func `who is counted and who is not differ in their marks`(glyphs: Glyphs) {
    #expect(glyphs.dot != glyphs.ring && glyphs.full != glyphs.empty)
    for mark in [glyphs.dot, glyphs.ring, glyphs.full, glyphs.empty] {
      #expect(displayWidth(mark) == 1)
    }
  }
}
