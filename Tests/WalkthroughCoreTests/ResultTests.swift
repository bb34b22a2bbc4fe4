import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// The parts of the result, what each leads to, and keeping it.
struct ResultTests {
  private let pack = FixturePack.pack

  private func result(
    _ part: Walkthrough.ResultPart = .now, changed: [Item.ID: Answer] = [:]
  ) -> State {
    .fixture(
      .result(part), answers: FixturePack.fullAnswers.merging(changed) { _, new in new })
  }

  @Test func `enter goes through the parts in order to the last`() {
    var state = result()
    for part in Walkthrough.ResultPart.allCases.dropFirst() {
      #expect(state.screen != .result(part))
      expect(&state, after: .pressed) {
        let count = $0.entries(of: part)
        $0.reaches(part, focus: part == .handOver ? 0 : count - 1)
      }
    }
  }

  @Test func `left and right go through the parts and stop at the ends`() {
    var state = result()
    for part in Walkthrough.ResultPart.allCases.dropFirst() {
      state.does(.moved(.right))
      #expect(state.screen == .result(part))
    }
    expect(&state, after: .moved(.right))
    for part in Walkthrough.ResultPart.allCases.reversed().dropFirst() {
      state.does(.moved(.left))
      #expect(state.screen == .result(part))
    }
    expect(&state, after: .moved(.left))
  }

  @Test func `back goes through the parts and then to the check`() {
    var state = result(.sooner)
    state.does(.backPressed)
    #expect(state.screen == .result(.now))
    expect(&state, after: .backPressed) { $0.show(.checkAnswers) }
  }

  @Test(
    arguments: [
      ([:], Walkthrough.ResultPart.allCases),
      (
        ["level": .scale(4)],
        [
          .now, .sooner, .patterns, .ladder, .cautions, .surgery, .questions, .readMore,
          .handOver,
        ]
      ),
      (
        ["signs": FixturePack.signs(yes: ["three"])],
        [
          .now, .sooner, .patterns, .cautions, .questions, .readMore, .handOver,
        ]
      ),
      (["signs": FixturePack.signs(yes: ["one"])], [.now, .sooner, .handOver]),
    ] as [([Item.ID: Answer], [Walkthrough.ResultPart])])
  func `a part stands only where it has something to say`(
    changed: [Item.ID: Answer], parts: [Walkthrough.ResultPart]
  ) {
    #expect(result(changed: changed).parts(in: pack) == parts)
  }

  @Test func `each part opens what it speaks of`() {
    func entries(_ part: Walkthrough.ResultPart) -> [Walkthrough.Entry] {
      result(part, changed: ["broken": .option(.yes), "broken-how": .option("fell")])
        .entries(in: pack)
    }
    #expect(entries(.now) == [.open(.flag("flag-days")), .continue])
    #expect(entries(.sooner) == [.continue])
    #expect(entries(.patterns) == [.open(.pattern("worn")), .open(.pattern("loose")), .continue])
    #expect(
      entries(.handOver) == [
        .form(.text), .form(.markdown), .form(.screen), .open(.handOverChoice),
        .open(.checkAnswers), .leave,
      ])
    let ladder = result(.ladder).entries(in: pack)
    #expect(
      ladder == [
        .open(.step("first")), .open(.step("second")), .open(.step("third")), .continue,
      ])
    #expect(
      result(.cautions).entries(in: pack) == [
        .open(.treatment("thing-d")), .open(.treatment("thing-c")), .open(.treatment("thing-e")),
        .continue,
      ])
    #expect(result(.surgery).entries(in: pack) == [.open(.page("about-things")), .continue])
    #expect(result(.readMore).entries(in: pack).suffix(2) == [.open(.pageList), .continue])
  }

  @Test func `what is opened comes back to the part and the line`() {
    var state = result(.ladder)
    expect(&state, after: .digitPressed(2)) {
      $0.visit.focus = 1
      $0.lay(.step("second"), focus: 1)
    }
    expect(&state, after: .digitPressed(1)) {
      $0.visit.focus = 0
      $0.lay(.treatment("thing-b"))
    }
    expect(&state, after: .pressed) { $0.does(.backPressed) }
    #expect(state.screen == .step("second"))
    state.does(.backPressed)
    #expect(state.screen == .result(.ladder))
    #expect(state.visit.focus == 1)
  }

  @Test func `a page leads to the pages it speaks of, and back again`() {
    var state = State.fixture(.page("thing-a"))
    #expect(state.entries(in: pack) == [.open(.page("signs")), .back])
    expect(&state, after: .digitPressed(1)) {
      $0.visit.focus = 0
      $0.lay(.page("signs"))
    }
    state.does(.backPressed)
    #expect(state.screen == .page("thing-a"))
    // Opened by itself, it is also the way out.
    expect(&state, after: .backPressed, effects: [.leave])
  }

  @Test func `a result that was reached stays so when the answers are looked at again`() {
    var state = result()
    #expect(state.hasResult)
    state.does(.reviewPressed)
    #expect(state.hasResult)
    #expect(!State.question("place").hasResult)
  }

  // MARK: Keeping it

  @Test func `saving asks for a name and says where it lies`() {
    var state = result(.handOver)
    expect(&state, after: .pressed) { $0.lay(.save) }
    expect(&state, after: .characterTyped("x")) { $0.file.name = "thing.txtx" }
    expect(&state, after: .deletedBackward) { $0.file.name = "thing.txt" }
    expect(&state, after: .textPasted("\n2")) { $0.file.name = "thing.txt2" }
    expect(&state, after: .pressed, effects: [.save(to: "thing.txt2")])
    expect(&state, after: .saved(at: "/tmp/thing.txt2", note: "a note")) {
      $0.file.savedAt = "/tmp/thing.txt2"
      $0.file.note = "a note"
      $0.visit = Walkthrough.Visit(.saved)
      $0.visit.isNew = false
    }
    expect(&state, after: .backPressed) { $0.does(.backPressed) }
    #expect(state.screen == .result(.handOver))
  }

  @Test func `a save that failed says so and keeps the name`() {
    var state = result(.handOver)
    state.does(.pressed)
    expect(&state, after: .saveFailed("There is a file.")) { $0.file.fault = "There is a file." }
    expect(&state, after: .characterTyped("2")) {
      $0.file.fault = nil
      $0.file.name = "thing.txt2"
    }
  }

  @Test func `an empty name saves nothing`() {
    var state = result(.handOver)
    state.does(.pressed)
    for _ in 0..<9 { state.does(.deletedBackward) }
    #expect(state.file.name.isEmpty)
    expect(&state, after: .deletedBackward)
    expect(&state, after: .pressed)
  }

  // MARK: Leaving

  @Test func `who has said nothing leaves at once`() {
    var state = State.fixture()
    expect(&state, after: .leavePressed, effects: [.leave])
    expect(&state, after: .backPressed, effects: [.leave])
    expect(&state, after: .digitPressed(4), effects: [.leave]) { $0.visit.focus = 3 }
  }

  @Test func `who has said something is asked first`() {
    var state = State.question("place")
    expect(&state, after: .leavePressed) { $0.lay(.leave) }
    expect(&state, after: .pressed) { $0.does(.backPressed) }
    #expect(state.screen == .question("place", isChange: false))
    state.does(.leavePressed)
    expect(&state, after: .digitPressed(2), effects: [.leave]) { $0.visit.focus = 1 }
    // Twice the key is as good as an answer.
    expect(&state, after: .leavePressed, effects: [.leave])
  }

  @Test func `an obstacle leads from leaving to the save screen`() {
    var state = result(.handOver)
    state.does(.leavePressed)
    expect(&state, after: .obstacleMet) {
      $0.does(.backPressed)
      $0.lay(.save)
    }
    // And not to a second one.
    expect(&state, after: .obstacleMet)
    state.does(.backPressed)
    #expect(state.screen == .result(.handOver))
  }
}

extension State {
  /// The result's part, settled, as the one screen that is seen.
  mutating func reaches(_ part: Walkthrough.ResultPart, focus: Int = 0) {
    show(.result(part), focus: focus)
  }

  fileprivate func entries(of part: Walkthrough.ResultPart) -> Int {
    var other = self
    other.go(to: .result(part))
    return other.entries(in: FixturePack.pack).count
  }
}
