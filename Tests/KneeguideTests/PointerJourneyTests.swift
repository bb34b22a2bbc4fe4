import FixturePack
import QuestionnaireModel
import Screens
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// A mouse and a finger, through the real loop.
struct PointerJourneyTests {
  private let home = Size(width: 80, height: 24)

  /// Where a text stands on a screen.
  private func place(of text: String, in frame: Frame) throws -> Point {
    for y in 0..<frame.size.height {
      if let range = frame.line(y).firstRange(of: text) {
        return Point(
          x: frame.line(y).distance(from: frame.line(y).startIndex, to: range.lowerBound), y: y)
      }
    }
    Issue.record("no \(text) in \(frame.text)")
    return Point(x: -1, y: -1)
  }

  private func events(_ kinds: (Pointer.Kind, Point)...) -> [TerminalEvent] {
    kinds.map { .key(.pointer(Pointer($0.0, at: $0.1))) }
  }

  /// Clicks on these texts one after the other, each on the screen that the ones before led to;
  /// after each comes a moment of rest.
  private func walk(
    _ texts: [String], from start: Walkthrough.State = .fixture(), _ use: PointerUse
  ) throws -> Journey {
    var script: [TerminalEvent] = []
    for text in texts {
      let so = journey(script, from: start, size: home, pointer: use)
      let at = try place(of: text, in: #require(so.frames.last))
      script += events((.press, at), (.release, at)) + [.idle]
    }
    return journey(script, from: start, size: home, pointer: use)
  }

  @Test(arguments: [PointerUse.mouse, .touch]) func `clicks alone answer`(use: PointerUse) throws {
    let boxes = ["Start", "( ) No ", "No to the rest", "( ) Not sure"]
    let way = use == .touch ? boxes : ["Start", "None of these", "Not sure"]
    let done = try walk(way, use)
    // Of the signs the first was answered by itself, then all the others.
    #expect(
      done.answer("signs")
        == .rows(["one": .option(.no), "two": .option(.no), "three": .option(.no)]))
    #expect(done.answer("age") == .notSure)
    #expect(done.screen.contains("Where do you keep the thing?"))
  }

  @Test func `digits are touched`() throws {
    let start = Walkthrough.State.question("age")
    let done = try walk(
      ["│  6   │", "│  8   │", "erase", "│  7   │", "Continue"], from: start, .touch)
    #expect(done.answer("age") == .number(Quantity(67, .years)))
  }

  @Test func `sliding off changes nothing, and the screen is as before`() throws {
    let start = Walkthrough.State.question("place")
    let before = journey([], from: start, size: home, pointer: .touch)
    let frame = try #require(before.frames.last)
    let (a, b) = (
      try place(of: "In the attic", in: frame), try place(of: "In the cellar", in: frame)
    )
    let done = journey(
      events((.press, a), (.release, b)), from: start, size: home, pointer: .touch)
    #expect(done.state == before.state)
    #expect(done.frames.count == 3 && done.frames[1] != frame && done.frames[2] == frame)
    // And let go outside of every target.
    let off = journey(
      events((.press, a), (.release, Point(x: 79, y: 2))), from: start, size: home, pointer: .touch)
    #expect(off.state == before.state && off.frames.last == frame)
  }

  @Test func `a press alone shows where it is, and answers nothing`() throws {
    let start = Walkthrough.State.question("place")
    let before = journey([], from: start, size: home, pointer: .mouse)
    let at = try place(of: "In the cellar", in: #require(before.frames.last))
    let done = journey(events((.press, at)), from: start, size: home, pointer: .mouse)
    #expect(done.state == before.state)
    #expect(done.frames.last?[at].style == .focus)
    // A key or another size in between, and letting go does nothing.
    for event in [TerminalEvent.resized(home), .key(.down)] {
      let done = journey(
        events((.press, at)) + [event] + events((.release, at)), from: start, size: home,
        pointer: .mouse)
      #expect(done.state.response == before.state.response)
      #expect(done.state.screen == before.state.screen)
    }
  }

  @Test func `the second click of a double click answers nothing`() throws {
    let start = Walkthrough.State.question("place")
    let first = journey([], from: start, size: home, pointer: .touch)
    let at = try place(of: "In the cellar", in: #require(first.frames.last))
    let click = events((.press, at), (.release, at))
    let once = journey(click, from: start, size: home, pointer: .touch)
    #expect(once.state.screen == .question("size", isChange: false))
    let twice = journey(click + click, from: start, size: home, pointer: .touch)
    #expect(twice.state == once.state)
    #expect(twice.frames.count == once.frames.count)
    // After a moment of rest it is a click again; a key never waits.
    #expect(
      journey(click + [.idle] + click, from: start, size: home, pointer: .touch).frames.count
        > once.frames.count)
    let key = journey(click + [.key(.escape)], from: start, size: home, pointer: .touch)
    #expect(key.state.screen == .question("place", isChange: false))
  }

  @Test func `quick touches on the same screen all count`() throws {
    let start = Walkthrough.State.question("age")
    let frame = try #require(journey([], from: start, size: home, pointer: .touch).frames.last)
    let at = try place(of: "│  4   │", in: frame)
    let click = events((.press, at), (.release, at))
    let done = journey(click + click, from: start, size: home, pointer: .touch)
    #expect(done.state.drafts["age"]?.fields[0] == "44")
  }

  @Test func `a wheel scrolls a page`() throws {
    let start = Walkthrough.State.fixture(.page("about-things"))
    let wheel = events((.wheelDown, Point(x: 5, y: 5)), (.wheelDown, Point(x: 5, y: 5)))
    let done = journey(wheel, from: start, size: Size(width: 40, height: 12), pointer: .mouse)
    #expect(done.state.visit.scroll == 6)
    let back = journey(
      wheel + events((.wheelUp, Point(x: 5, y: 5))), from: start, size: Size(width: 40, height: 12),
      pointer: .mouse)
    #expect(back.state.visit.scroll == 3)
  }

  @Test func `keys work on boxes as everywhere`() {
    let walk = journey(.wholeWalk, pointer: .touch)
    #expect(walk.state.response == QuestionnaireResponse(FixturePack.fullAnswers))
  }

  @Test func `nobody asked for a pointer, and it does nothing`() throws {
    let start = Walkthrough.State.question("place")
    let first = journey([], from: start, size: home)
    let at = try place(of: "In the cellar", in: #require(first.frames.last))
    let done = journey(
      events((.press, at), (.release, at), (.wheelDown, at)), from: start, size: home)
    #expect(done.state == first.state && done.frames.count == 1)
  }
}
