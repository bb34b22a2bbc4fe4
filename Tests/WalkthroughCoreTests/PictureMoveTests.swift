import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughCore
import WalkthroughTestKit

/// Arrows over a picture: the inner side is left of the front, and the back right of the outer
/// side.
@Suite struct `Over a picture` {
  private func onMap(
    place: AnswerOption.ID = "drawer", picture: Bool = true
  ) -> Walkthrough.State {
    var state = Walkthrough.State.question("map", answers: ["place": .option(place)])
    let lines = (0..<7).map { $0..<$0 + 1 }
    _ = reduce(
      &state,
      .drawn(
        Walkthrough.Metrics(
          height: 20, contentHeight: 10, entries: lines, scroll: 0, showsPicture: picture)),
      in: FixturePack.pack)
    return state
  }

  private func focus(
    _ state: inout Walkthrough.State, after actions: Walkthrough.Action...
  ) -> Walkthrough.Entry? {
    for action in actions { _ = reduce(&state, action, in: FixturePack.pack) }
    let entries = state.entries(in: FixturePack.pack)
    return entries.indices.contains(state.visit.focus) ? entries[state.visit.focus] : nil
  }

  @Test func `arrows lead from zone to zone`() {
    var state = onMap()
    #expect(focus(&state) == .option("front"))
    #expect(focus(&state, after: .moved(.left)) == .option("inner"))
    #expect(focus(&state, after: .moved(.right)) == .option("front"))
    #expect(focus(&state, after: .moved(.right), .moved(.right)) == .option("back"))
    #expect(focus(&state, after: .moved(.right)) == .noneOfThese)
    #expect(focus(&state, after: .moved(.left)) == .option("back"))
    #expect(focus(&state, after: .moved(.up)) == .continue)
  }

  @Test func `the other one of the pair is the other way round`() {
    var state = onMap(place: "garage")
    #expect(focus(&state, after: .moved(.right)) == .option("inner"))
    state = onMap(place: "garage")
    #expect(focus(&state, after: .moved(.left)) == .option("outer"))
  }

  @Test func `the same arrows go through a list where a list is seen`() {
    var state = onMap(picture: false)
    #expect(focus(&state, after: .moved(.left)) == .option("front"))
    #expect(focus(&state, after: .moved(.down)) == .option("back"))
    #expect(focus(&state, after: .viewTurned(by: 1)) == .option("back"))
    #expect(state.visit.sheet == 0)
  }

  @Test func `turning it goes round, and keeps the focus where the zone is seen`() {
    var state = onMap()
    #expect(focus(&state, after: .moved(.left), .viewTurned(by: 1)) == .option("inner"))
    #expect(state.visit.sheet == 1)
    #expect(focus(&state, after: .viewTurned(by: 1)) == .option("inner"))
    #expect(state.visit.sheet == 0)
    #expect(focus(&state, after: .moved(.right), .viewTurned(by: -1)) == .option("inner"))
    #expect(state.visit.sheet == 1)
  }

  @Test func `marking is as in a list`() throws {
    var state = onMap()
    _ = focus(
      &state, after: .moved(.left), .spacePressed, .digitPressed(2), .moved(.last), .pressed)
    #expect(state.response["map"] == .options(["back", "inner"]))
  }
}
