import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// Where in the form a person is, and going to a section.
struct SectionTests {
  private let pack = FixturePack.pack

  private func places(_ state: State) -> [String] {
    state.sectionPlaces(in: pack).map { place in
      "\(place.section) \(place.answered)/\(place.asked)" + (place.isHere ? " here" : "")
        + (place.isReached ? "" : " to come") + (place.isDone ? " done" : "")
    }
  }

  @Test(
    arguments: [
      (.question("signs"), ["emergency 0/1 here", "you 0/4 to come", "thing 0/8 to come"]),
      (.question("size"), ["emergency 1/1 done", "you 2/4 here", "thing 0/8 to come"]),
      // The clarifying question is one of those asked.
      (
        .question("age", answers: ["signs": FixturePack.signs(notSure: ["one"])]),
        ["emergency 1/2", "you 0/4 here", "thing 0/8 to come"]
      ),
      // A section is reached where its first question is the next.
      (
        .fixture(.checkAnswers, answers: FixturePack.answers(before: "since")),
        ["emergency 1/1 done", "you 4/4 done", "thing 0/8"]
      ),
      (
        .fixture(.result(.now), answers: FixturePack.fullAnswers),
        ["emergency 1/1 done", "you 4/4 done", "thing 7/7 done"]
      ),
    ] as [(State, [String])])
  func `is told by the answers so far`(state: State, expected: [String]) {
    #expect(places(state) == expected)
  }

  @Test func `a section that asks nothing is left out`() {
    let parts = pack.questionnaire.sections
    let hidden = Section(
      id: "hidden", title: "Hidden", isEmergency: false,
      items: [
        Item(
          id: "never", ask: "Never?", why: "", summary: "", kind: .yesNo, offersNotSure: false,
          maySkip: false, isPrivate: false, enableWhen: .never)
      ])
    let pack = ContentPack(
      manifest: pack.manifest, wording: pack.wording,
      questionnaire: Questionnaire(sections: parts + [hidden]), rules: pack.rules, pages: [],
      references: [])
    let state = State(day: FixturePack.answerDay, region: "here")
    #expect(state.sectionPlaces(in: pack).map(\.section) == ["emergency", "you", "thing"])
  }

  @Test func `the list lies over where the person is, and its focus is on it`() {
    var state = State.question("size")
    expect(&state, after: .sectionsPressed) { $0.lay(.sections, focus: 1) }
    #expect(
      state.entries(in: pack) == [
        .section("emergency"), .section("you"), .open(.checkAnswers), .back,
      ])
    // Not over itself.
    expect(&state, after: .sectionsPressed)
    expect(&state, after: .pressed) { _ = $0.pop() }
    #expect(state.screen == .question("size", isChange: false))
  }

  @Test(
    arguments: [
      .fixture(), .fixture(.pageList), .fixture(.interruption(["flag-call"])),
      .fixture(.save, answers: FixturePack.fullAnswers),
    ] as [State])
  func `there is no list where there is no way yet, and none over a stop`(state: State) {
    var state = state
    expect(&state, after: .sectionsPressed)
    state.lay(.help)
    if state.place != .save { expect(&state, after: .sectionsPressed) }
  }

  @Test func `the section one is in leads back to the question under all that lies over it`() {
    var state = State.question("size")
    state.does(.helpPressed, .sectionsPressed)
    expect(&state, after: .pressed) { $0.uncoverPlace() }
    #expect(state.screen == .question("size", isChange: false) && state.visits.count == 1)
  }

  @Test func `a section gone through before begins at its first question, and the way leads on`() {
    var state = State.question("level")
    state.does(.sectionsPressed)
    expect(&state, after: .chosen(.section("you"))) { $0.show(question: "age") }
    expect(&state, after: .pressed) {
      $0.drafts["age"] = nil
      $0.show(question: "place", focus: 0)
    }
  }

  @Test func `a section with an open question begins there`() {
    var state = State.question("level")
    state.response["place"] = nil
    state.does(.sectionsPressed, .chosen(.section("you")))
    #expect(state.screen == .question("place", isChange: false))
  }

  @Test func `once all is answered it is a change, and the check comes back`() {
    var state = State.fixture(.result(.now), answers: FixturePack.fullAnswers)
    state.does(.sectionsPressed)
    expect(&state, after: .chosen(.section("thing"))) {
      $0.show(.question("since", isChange: true))
    }
    state.does(.pressed)
    #expect(state.screen == .checkAnswers)
  }

  @Test func `a section that is still to come cannot be gone to`() {
    var state = State.question("age")
    state.does(.sectionsPressed)
    expect(&state, after: .chosen(.section("thing")))
    pressSection(&state, "thing", in: pack)
    #expect(state.screen == .sections)
  }
}
