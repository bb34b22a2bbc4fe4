import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// Pages, what is found in them, and the list of sections, on both faces.
struct ReadingScreenTests {
  private let pack = FixturePack.pack

  private func content(_ state: Walkthrough.State) -> ScreenContent {
    screenContent(Scene(state, in: pack))
  }

  private func after(_ lines: String..., from start: Walkthrough.State) -> Walkthrough.State {
    var face = LineFace()
    var state = start
    for line in lines {
      _ = face.lines(for: state, in: pack)
      guard case .act(let actions) = face.reply(to: line, state: state, in: pack) else {
        Issue.record("\(line) means nothing on \(state.screen)")
        continue
      }
      for action in actions { _ = reduce(&state, action, in: pack) }
    }
    return state
  }

  // MARK: Passages

  @Test(arguments: FixturePack.pack.pages) func `every passage stands on the page`(page: Page) {
    let content = content(.fixture(.page(page.id)))
    let passages = page.passages
    #expect(content.passages.count == passages.count)
    for (passage, block) in zip(passages, content.passages) {
      let word = passage.text.split(separator: " ").first.map(String.init) ?? ""
      #expect(content.blocks[block].texts.first?.contains(word) == true, "\(passage.text)")
    }
  }

  @Test(arguments: [
    (Size(width: 80, height: 24), PointerUse.none), (Size(width: 40, height: 12), .none),
    (Size(width: 80, height: 24), .touch),
  ])
  func `what was found is the first line that is seen`(size: Size, use: PointerUse) {
    var state = Walkthrough.State.fixture(.search)
    for action in [Walkthrough.Action.textPasted("chapter 7"), .pressed, .pressed] {
      _ = reduce(&state, action, in: pack)
    }
    let first = draw(&state, size, pointer: use).frame
    let top = size.height >= 18 ? 2 : 1
    #expect(first.line(top).contains("Chapter 7"))
    #expect(state.visit.passage == nil && state.visit.scroll > 0)
    // Drawn again it stays.
    #expect(draw(&state, size, pointer: use).frame == first)
  }

  @Test(arguments: [PointerUse.none, .touch])
  func `a passage near the end shows the end`(use: PointerUse) {
    var state = Walkthrough.State.fixture(.search)
    for action in [Walkthrough.Action.textPasted("second of chapter 8"), .pressed, .pressed] {
      _ = reduce(&state, action, in: pack)
    }
    let metrics = draw(&state, Size(width: 80, height: 24), pointer: use).metrics
    #expect(metrics.scroll == metrics.scrollLimit && metrics.scroll > 0)
  }

  // MARK: Where one is

  @Test(arguments: [PointerUse.none, .touch])
  func `a long page says which lines are seen, a short one does not`(use: PointerUse) {
    let size = Size(width: 80, height: 24)
    var state = Walkthrough.State.fixture(.page("about-things"))
    let metrics = draw(&state, size, pointer: use).metrics
    let (height, total) = (metrics.height, metrics.contentHeight)
    func head() -> String { draw(&state, size, pointer: use).frame.line(0) }
    #expect(head().contains("Lines 1-\(height) of \(total)"))
    _ = reduce(&state, .moved(.last), in: pack)
    #expect(head().contains("Lines \(total - height + 1)-\(total) of \(total)"))
    var short = Walkthrough.State.fixture(.page("signs"))
    #expect(!draw(&short, size, pointer: use).frame.line(0).contains("Lines"))
    // Where the head tells the part, it goes on telling it.
    var result = Walkthrough.State.fixture(.result(.ladder), answers: FixturePack.fullAnswers)
    #expect(draw(&result, Size(width: 40, height: 12)).frame.line(0).contains("Step 4 of 9"))
  }

  @Test func `the list of sections says of each how far one is`() {
    var state = Walkthrough.State.question("size")
    _ = reduce(&state, .sectionsPressed, in: pack)
    #expect(
      content(state).blocks == [
        .text("Here: About you", .strong), .text("Pick a part to go to it.", .hint), .gap,
        .entry(.section("emergency"), .item("First", detail: "done, 1 of 1")),
        .entry(.section("you"), .item("About you", detail: "here, 2 of 4")),
        .bullet("Your thing: still to come"), .gap,
        .entry(.open(.checkAnswers), .link("Your answers")), .gap,
        .entry(.back, .button("Back")),
      ])
  }

  @Test(
    arguments: [
      (.fixture(.checkAnswers, answers: FixturePack.fullAnswers), "Here: Your answers"),
      (
        .fixture(.result(.ladder), answers: FixturePack.fullAnswers),
        "Here: Your result, Your ladder"
      ),
      (.question("signs"), "Here: First"),
    ] as [(Walkthrough.State, String)])
  func `the list of sections begins with where one is`(state: Walkthrough.State, words: String) {
    var state = state
    _ = reduce(&state, .sectionsPressed, in: pack)
    #expect(content(state).blocks.first == .text(words, .strong))
  }

  // MARK: Why

  @Test func `why names only what the answer can still change`() {
    func parts(_ answers: [Item.ID: Answer]) -> [String] {
      var state = Walkthrough.State.question("parts", answers: answers)
      _ = reduce(&state, .whyPressed, in: pack)
      return content(state).blocks.compactMap {
        if case .bullet(let text) = $0 { text } else { nil }
      }
    }
    #expect(parts([:]).contains("Changes treatments"))
    let settled = parts(["signs": FixturePack.signs(yes: ["one"])])
    #expect(!settled.contains("Changes treatments") && !settled.isEmpty)
  }

  // MARK: By lines

  /// The line face names the command where the footer of the screen names the key.
  @Test(
    arguments: Case.all,
    [
      ("/", ScreenWord.lineSearch, ScreenWord.keySearch),
      ("h", .lineHeadings, .keyHeadings), ("f", .lineForward, .keyForward),
    ])
  func `both faces offer the same`(one: Case, way: (String, ScreenWord, ScreenWord)) {
    var face = LineFace()
    let isSaid = face.lines(for: one.state, in: pack).contains(pack.wording[way.1])
    let isNamed = content(one.state).keys.contains { $0.key == pack.wording[way.2] }
    #expect(isSaid == isNamed)
  }

  @Test(arguments: Case.all)
  func `both faces lead to the sections from the same screens`(one: Case) {
    var face = LineFace()
    let named = content(one.state).keys.contains { $0.key == "L" || $0.key == "F8" }
    // A file may be called "l", and so may what is looked for.
    if one.state.screen == .save || one.state.screen == .search { return }
    let reply = face.reply(to: "l", state: one.state, in: pack)
    if named || one.state.canShowSections {
      #expect(reply == .act([.sectionsPressed]))
    } else {
      #expect(reply != .act([.sectionsPressed]))
    }
  }

  @Test func `words are found by lines, and a number opens a page from there on`() {
    var state = after("/", "chapter 7", from: .fixture(.pageList))
    #expect(state.visit.search.hits?.count == 1)
    #expect(after("/chapter 7", from: .fixture(.pageList)).visit.search == state.visit.search)
    state = after("3", from: state)
    #expect(state.screen == .page("about-things"))
    var face = LineFace()
    let lines = face.lines(for: state, in: pack)
    #expect(lines.prefix(4) == ["Read", "About things", "From the place picked:", "Chapter 7"])
    #expect(!lines.contains("Chapter 6") && lines.contains("Chapter 8"))
    state = after("h", "1", from: state)
    #expect(face.lines(for: state, in: pack).contains("Chapter 6"))
    state = after("h", "10", from: state)
    #expect(face.lines(for: state, in: pack).contains("Chapter 7"))
    #expect(!face.lines(for: state, in: pack).contains("Chapter 6"))
  }

  @Test func `other words take the place of those before, and letters lead away`() {
    let found = after("/thing", from: .fixture(.pageList))
    let other = after("sign", from: found)
    #expect(other.visit.search.query == "sign")
    #expect(after("b", from: other).screen == .pageList)
    var face = LineFace()
    let unknown = LineFace.Reply.misunderstood("A problem: \"99\" is not an answer here.")
    #expect(face.reply(to: "99", state: found, in: pack) == unknown)
    #expect(
      face.reply(to: "1", state: found, in: pack)
        == .misunderstood("A problem: \"1\" is not an answer here."))
    // Before anything was found a number is a word like any other.
    #expect(after("7", from: .fixture(.search)).visit.search.query == "7")
  }

  @Test func `lines go back and forward through pages`() {
    let back = after("1", "b", from: .fixture(.page("thing-a")))
    #expect(back.screen == .page("thing-a"))
    #expect(after("f", from: back).screen == .page("signs"))
  }

  @Test func `lines go to a section`() {
    let state = after("l", "1", from: .question("size"))
    #expect(state.screen == .question("signs", isChange: false))
  }
}
