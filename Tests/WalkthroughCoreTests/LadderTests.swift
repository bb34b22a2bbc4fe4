import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// The ladder, its steps, the article's stages over it, and what the result rests on.
struct LadderTests {
  private let pack = FixturePack.pack

  private func result(
    _ part: Walkthrough.ResultPart, changed: [Item.ID: Answer] = [:]
  ) -> State {
    .fixture(
      .result(part), answers: FixturePack.fullAnswers.merging(changed) { _, new in new })
  }

  @Test func `a step holds every verdict, what may be tried first`() {
    var state = result(.ladder)
    state.does(.digitPressed(1))
    let judged = state.recommendation(in: pack).treatments(on: "first", in: pack)
    #expect(judged.map(\.id) == ["thing-a", "thing-c", "thing-d"])
    #expect(judged.map(\.verdict) == [.suggest, .askFirst, .avoid])
    #expect(
      state.entries(in: pack) == [
        .open(.treatment("thing-a")), .open(.treatment("thing-c")), .open(.treatment("thing-d")),
        .back,
      ])
    let all = pack.rules.ladder.steps.flatMap {
      state.recommendation(in: pack).treatments(on: $0.id, in: pack)
    }
    #expect(all.count == pack.rules.treatments.count)
  }

  @Test func `the article is laid over the ladder and its steps, and taken away again`() {
    var state = result(.ladder)
    expect(&state, after: .articlePressed) { $0.showsArticle = true }
    state.does(.digitPressed(1))
    #expect(state.screen == .step("first") && state.showsArticle)
    expect(&state, after: .articlePressed) { $0.showsArticle = false }
    state.does(.digitPressed(1))
    for part in Walkthrough.ResultPart.allCases where part != .ladder {
      var other = result(part)
      expect(&other, after: .articlePressed)
    }
    expect(&state, after: .articlePressed)
  }

  @Test(arguments: Walkthrough.ResultPart.allCases.filter { $0 != .readMore })
  func `the key for sources tells of the part`(part: Walkthrough.ResultPart) {
    var state = result(part)
    let entries = state.entries(in: pack)
    state.visit.focus = entries.count - 1
    expect(&state, after: .sourcesPressed) { $0.lay(.grounds(.part(part))) }
    expect(&state, after: .sourcesPressed)
    expect(&state, after: .pressed) { $0.does(.backPressed) }
    #expect(state.screen == .result(part) && state.visit.focus == entries.count - 1)
  }

  @Test(
    arguments: [
      (.now, .open(.flag("flag-days")), .grounds(.flag("flag-days"))),
      (.patterns, .open(.pattern("worn")), .grounds(.pattern("worn"))),
      (.ladder, .open(.step("second")), .grounds(.step("second"))),
      (.cautions, .open(.treatment("thing-d")), .grounds(.treatment("thing-d"))),
      (.readMore, .open(.page("about-things")), .sources("about-things")),
      (.readMore, .open(.page("thing-a")), .grounds(.part(.readMore))),
      (.handOver, .form(.text), .grounds(.part(.handOver))),
    ] as [(Walkthrough.ResultPart, Walkthrough.Entry, Walkthrough.Screen)])
  func `with the focus on a thing it tells of that`(
    part: Walkthrough.ResultPart, entry: Walkthrough.Entry, screen: Walkthrough.Screen
  ) throws {
    let changed: [Item.ID: Answer] =
      part == .now ? ["broken": .option(.yes), "broken-how": .option("fell")] : [:]
    var state = result(part, changed: changed)
    let index = try #require(state.entries(in: pack).firstIndex(of: entry))
    var byNumber = state
    state.visit.focus = index
    expect(&state, after: .sourcesPressed) {
      $0.push(screen)
      $0.settleFocus(in: pack)
    }
    expect(&byNumber, after: .sourcesAsked(of: entry)) {
      $0.visit.focus = index
      $0.push(screen)
      $0.settleFocus(in: pack)
    }
  }

  @Test func `on what is opened it tells of that`() {
    var state = result(.cautions)
    state.does(.digitPressed(2))
    expect(&state, after: .sourcesPressed) { $0.lay(.grounds(.treatment("thing-c"))) }
    var page = State.fixture(.page("thing-a"))
    expect(&page, after: .sourcesPressed)
    expect(&page, after: .sourcesAsked(of: .back))
    expect(&page, after: .sourcesAsked(of: .start))
  }

  /// It stands at the bottom of the ladder, so the head of the screen gives way to it.
  @Test func `the first step is opened by its number where it is seen only in part`() {
    var state = result(.ladder)
    let lines = [8..<12, 5..<8, 2..<5, 13..<14]
    func drawn(_ scroll: Int) -> Walkthrough.Action {
      .drawn(Metrics(height: 10, contentHeight: 14, entries: lines, scroll: scroll))
    }
    state.does(drawn(0))
    expect(&state, after: .digitPressed(1)) {
      $0.visit.focus = 0
      $0.visit.scroll = 2
    }
    state.does(drawn(2))
    expect(&state, after: .digitPressed(1)) { $0.lay(.step("first"), focus: 3) }
  }

  /// The first step stands at the bottom where the ladder is drawn.
  @Test(
    arguments: [
      ([0, 1, 2, 3], [8..<10, 5..<8, 2..<5, 11..<12]),
      ([2, 1, 0, 3], [2..<4, 4..<6, 6..<8, 9..<10]),
    ])
  func `up and down follow the screen`(upward: [Int], lines: [Range<Int>]) {
    var state = result(.ladder)
    state.does(
      .drawn(Metrics(height: 20, contentHeight: 12, entries: lines, scroll: 0)))
    var seen: [Int] = [state.visit.focus]
    for _ in 0..<3 {
      state.does(.moved(.up))
      seen.append(state.visit.focus)
    }
    #expect(seen == [3] + upward.dropLast())
    for place in [upward[1], upward[0], 3] {
      state.does(.moved(.down))
      #expect(state.visit.focus == place)
    }
  }
}
