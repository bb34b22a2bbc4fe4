import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// From page to page and back, and to words and headings in them.
struct ReadingTests {
  private let pack = FixturePack.pack

  // MARK: Back and forward

  @Test func `what was gone back from is shown again as it was left`() throws {
    var state = State.fixture(.page("thing-a"))
    state.does(.chosen(.open(.page("signs"))))
    state.visit.scroll = 2
    let left = state.visit
    state.does(.backPressed)
    #expect(state.screen == .page("thing-a") && state.canGoForward)
    expect(&state, after: .forwardPressed) { $0.goForward() }
    #expect(state.visit == left && !state.canGoForward)
    expect(&state, after: .forwardPressed)
  }

  @Test func `forward goes as far as back came, in order`() {
    var state = State.fixture(.pageList)
    state.does(
      .chosen(.open(.page("thing-a"))), .chosen(.open(.page("signs"))), .sourcesPressed)
    state.does(.backPressed, .backPressed, .backPressed)
    for screen in [Walkthrough.Screen.page("thing-a"), .page("signs"), .sources("signs")] {
      #expect(state.canGoForward)
      state.does(.forwardPressed)
      #expect(state.screen == screen)
    }
    #expect(!state.canGoForward)
  }

  @Test(
    arguments: [
      [.chosen(.open(.page("said")))], [.searchPressed], [.backPressed],
    ] as [[Walkthrough.Action]])
  func `there is no way forward once another way was taken`(actions: [Walkthrough.Action]) {
    var state = State.fixture()
    state.does(.chosen(.open(.pageList)), .chosen(.open(.page("thing-a"))), .backPressed)
    #expect(state.forward.map(\.screen) == [.page("thing-a")])
    for action in actions { state.does(action) }
    #expect(state.forward.isEmpty)
    state.does(.forwardPressed)
    #expect(state.screen != .page("thing-a"))
  }

  @Test func `help and the like leave the way forward as it is`() {
    for action in [Walkthrough.Action.helpPressed, .emergencyPressed, .headingsPressed] {
      var state = State.fixture(.page("about-things"))
      state.does(.chosen(.open(.page("thing-a"))), .backPressed, action)
      #expect(state.screen != .page("about-things") && !state.canGoForward)
      expect(&state, after: .forwardPressed)
      state.does(.backPressed, .forwardPressed)
      #expect(state.screen == .page("thing-a"))
    }
  }

  @Test func `nothing is left of the way forward at another place`() {
    var state = State.question("place")
    state.lay(.pageList)
    state.does(.chosen(.open(.page("thing-a"))), .backPressed, .reviewPressed)
    #expect(state.screen == .checkAnswers && state.forward.isEmpty)
  }

  // MARK: Search

  @Test func `words are looked for from whatever is read, and nowhere else`() {
    for screen in [
      Walkthrough.Screen.pageList, .page("signs"), .sources("signs"), .claim("lost"), .glossary,
    ] {
      var state = State.fixture(screen)
      expect(&state, after: .searchPressed) { $0.lay(.search) }
    }
    var state = State.question("place")
    expect(&state, after: .searchPressed)
    state = .fixture(.pageList)
    expect(&state, after: .digitPressed(1)) { $0.lay(.search) }
  }

  @Test func `enter finds the pages, and the first of them gets the focus`() {
    var state = State.fixture(.search)
    state.types("sign wait")
    #expect(state.visit.search.query == "sign wait" && state.visit.search.hits == nil)
    expect(&state, after: .pressed) {
      $0.visit.search.hits = [
        PageHit(page: "signs", passage: 0, text: "A sign cannot wait.")
      ]
      $0.visit.focus = 2
    }
    #expect(state.entries(in: pack) == [.field(0), .findNow, .hit(0), .back])
    expect(&state, after: .pressed) {
      $0.push(.page("signs"), from: 0)
      $0.visit.isNew = false
    }
  }

  @Test func `words that no page has leave the focus on the field`() {
    var state = State.fixture(.search)
    state.types("zebra")
    expect(&state, after: .pressed) { $0.visit.search.hits = [] }
    expect(&state, after: .deletedBackward) {
      $0.visit.search.query = "zebr"
      $0.visit.search.hits = nil
    }
  }

  @Test func `other words make what was found go, and bring the focus back to the field`() {
    var state = State.fixture(.search)
    state.does(.textPasted("sign"), .pressed)
    #expect(state.visit.focus == 2)
    expect(&state, after: .searchPressed) { $0.visit.focus = 0 }
    state.visit.focus = 2
    expect(&state, after: .characterTyped("s")) {
      $0.visit.focus = 0
      $0.visit.search.query = "signs"
      $0.visit.search.hits = nil
    }
  }

  @Test func `the words have an end, and no control characters`() {
    var state = State.fixture(.search)
    state.does(.textPasted("\u{1B}a\u{202E}\n" + String(repeating: "b", count: 90)))
    #expect(state.visit.search.query == "a" + String(repeating: "b", count: 59))
  }

  @Test func `back from a page found shows what was found`() {
    var state = State.fixture(.search)
    state.does(.textPasted("sign"), .pressed)
    let search = state.visit
    state.does(.pressed, .searchPressed)
    #expect(state.visit.search == .init())
    state.does(.backPressed, .backPressed)
    #expect(state.visit == search)
  }

  // MARK: Passages

  @Test func `a passage is shown first until the screen was drawn`() {
    var state = State.fixture(.search)
    state.does(.textPasted("chapter 7"), .pressed, .pressed)
    #expect(state.visit.passage == 34)
    let tooSmall = Metrics(height: 0, contentHeight: 0, entries: [], scroll: 0)
    expect(&state, after: .drawn(tooSmall)) { $0.visit.metrics = tooSmall }
    let drawn = Metrics(height: 10, contentHeight: 90, entries: [80..<81], scroll: 50)
    expect(&state, after: .drawn(drawn)) {
      $0.visit.metrics = drawn
      $0.visit.scroll = 50
      $0.visit.passage = nil
    }
  }

  @Test func `headings lead to their passage, and to the start`() {
    var state = State.fixture(.page("thing-a"))
    expect(&state, after: .headingsPressed) { $0.lay(.headings("thing-a")) }
    #expect(
      state.entries(in: pack) == [.passage(nil), .passage(0), .passage(4), .back])
    expect(&state, after: .digitPressed(3)) {
      _ = $0.pop()
      $0.visit.passage = 4
    }
    state.visit.scroll = 9
    state.does(.headingsPressed)
    expect(&state, after: .digitPressed(1)) {
      _ = $0.pop()
      $0.visit.passage = nil
      $0.visit.scroll = 0
    }
  }

  @Test func `a page with one heading or none has no list of them`() {
    for page: Page.ID in ["signs", "said"] {
      var state = State.fixture(.page(page))
      expect(&state, after: .headingsPressed)
    }
    var state = State.fixture(.pageList)
    expect(&state, after: .headingsPressed)
  }
}
