import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// A question with a picture, as it is seen.
struct PictureOfZonesTests {
  private let pack = FixturePack.pack
  private let home = Size(width: 80, height: 24)

  private func drawn(
    _ state: inout Walkthrough.State, after actions: Walkthrough.Action..., size: Size? = nil
  ) -> RenderedScreen {
    var screen = draw(&state, size ?? home)
    for action in actions {
      _ = reduce(&state, action, in: pack)
      screen = draw(&state, size ?? home)
    }
    return screen
  }

  private func cells(_ frame: Frame, _ isWanted: (Cell) -> Bool) -> [Point] {
    frame.size.area.points.filter { isWanted(frame[$0]) }
  }

  @Test(arguments: [(80, 24, true), (60, 20, true), (120, 40, true), (40, 12, false)])
  func `shows where there is room, else a list`(width: Int, height: Int, isPicture: Bool) {
    var state = Walkthrough.State.question("map")
    let screen = drawn(&state, size: Size(width: width, height: height))
    #expect(screen.metrics.showsPicture == isPicture)
    #expect(screen.metrics.entries.count == state.entries(in: pack).count)
    #expect(screen.frame.text.contains("[ ] Inner side") != isPicture)
  }

  @Test func `the cursor stands on the focused zone, which is reversed and named`() throws {
    var state = Walkthrough.State.question("map")
    let frame = drawn(&state, after: .moved(.left)).frame
    let cursor = try #require(frame.cursor)
    #expect(frame[cursor].style == .focus && frame[cursor].character == "3")
    #expect(frame.text.contains("> 3 [ ] Inner side"))
    #expect(frame.text.contains("  1 [ ]") == false)
  }

  @Test func `a picked zone is hatched, in its own place`() throws {
    var state = Walkthrough.State.question("map")
    let frame = drawn(&state, after: .moved(.left), .spacePressed, .moved(.right)).frame
    let hatched = cells(frame) { $0.character == "x" && $0.style == .chosen }
    let inner = hatched.filter { $0.x < 9 && $0.y < 12 }
    #expect(!inner.isEmpty)
    #expect(frame.text.contains("Picked:") && frame.text.contains("Picked: Inner side"))
  }

  @Test func `in the mirror the inner side is on the other side`() throws {
    func column(_ place: AnswerOption.ID) throws -> Int {
      var state = Walkthrough.State.question("map", answers: ["place": .option(place)])
      let frame = drawn(&state, after: .digitPressed(3)).frame
      let title = try #require((0..<24).map(frame.line).first { $0.contains("Front") })
      let inner = try #require(title.firstRange(of: "inner")).lowerBound
      let outer = try #require(title.firstRange(of: "outer")).lowerBound
      let cursor = try #require(frame.cursor)
      // The word stands on the side of the zone.
      #expect((inner < outer) == (cursor.x < 10), "\(frame.text)")
      return cursor.x
    }
    #expect(try column("drawer") < 10)
    #expect(try column("garage") > 10)
  }

  @Test func `a move rewrites the cells of two zones and the line of the name`() {
    var state = Walkthrough.State.question("map")
    let before = drawn(&state).frame
    let after = drawn(&state, after: .moved(.left)).frame
    let name = (0..<24).filter { before.line($0).contains("> 1") }
    for point in before.area.points where before[point] != after[point] {
      let isZone = before[point].style == .focus || after[point].style == .focus
      #expect(isZone || name.contains(point.y), "\(point)")
    }
  }

  @Test func `every entry is at most six keys away`() {
    let start = Walkthrough.State.question("map")
    var found: [Int: Int] = [:]
    var waiting = [(start, 0)]
    while !waiting.isEmpty {
      var (state, count) = waiting.removeFirst()
      guard found[state.visit.focus] == nil else { continue }
      found[state.visit.focus] = count
      _ = draw(&state, home)
      for key in [Key.up, .down, .left, .right] {
        var next = state
        if let action = action(for: key, in: state, pack: pack) {
          _ = reduce(&next, action, in: pack)
        }
        waiting.append((next, count + 1))
      }
    }
    #expect(found.count == start.entries(in: pack).count)
    #expect((found.values.max() ?? 99) <= 6)
  }

  @Test func `Tab turns it, and elsewhere moves on`() {
    var state = Walkthrough.State.question("map")
    #expect(action(for: .tab, in: state, pack: pack) == .moved(.down))
    let frame = drawn(&state).frame
    #expect(frame.text.contains("Tab turn"))
    #expect(action(for: .tab, in: state, pack: pack) == .viewTurned(by: 1))
    #expect(action(for: .backTab, in: state, pack: pack) == .viewTurned(by: -1))
    let turned = drawn(&state, after: .viewTurned(by: 1)).frame.text
    #expect(turned.contains("Top") && !turned.contains("Front  "))
    // What this side does not show is in the list.
    #expect(turned.contains("2 [ ] Back"))
  }

  /// The names of all zones can be had on the screen and stand on the line face.
  @Test func `both faces say the same`() {
    var face = LineFace()
    let start = Walkthrough.State.question("map")
    let lines = face.lines(for: start, in: pack).joined(separator: "\n")
    for (index, name) in ["Front", "Back", "Inner side", "Outer side"].enumerated() {
      var state = start
      let screen = drawn(&state, after: .digitPressed(index + 1)).frame.text
      #expect(screen.contains("> \(index + 1) [x] \(name)"))
      #expect(lines.contains("\(index + 1)") && lines.contains(name))
    }
    #expect(!lines.contains("─"))
  }
}

extension Area {
  var points: [Point] {
    (top..<bottom).flatMap { y in (left..<right).map { Point(x: $0, y: y) } }
  }
}
