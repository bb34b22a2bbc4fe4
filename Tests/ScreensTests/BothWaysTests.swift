import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The same answers, by keys on the screen and by lines, lead to the same result.
struct BothWaysTests {
  private let pack = FixturePack.pack

  @Test(arguments: 1...60) func `by keys and by lines`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let wanted = Dictionary(
      pack.questionnaire.items.map { ($0.id, sayable(to: $0, &random)) },
      uniquingKeysWith: { first, _ in first })
    let size = random.bool() ? Size(width: 80, height: 24) : Size(width: 40, height: 12)
    let screen = try byKeys(wanted, size: size)
    let lines = try byLines(wanted)
    #expect(screen.response == lines.response)
    for (id, answer) in screen.response.answers { #expect(answer == wanted[id], "to \(id)") }
    #expect(screen.recommendation(in: pack) == lines.recommendation(in: pack))
    #expect(screen.screen == .result(.now) && lines.screen == .result(.now))
    #expect(screen.answers(in: pack).unanswered.isEmpty)
  }

  /// An answer that the line face can take too.
  private func sayable(to item: Item, _ random: inout SeededGenerator) -> Answer {
    while true {
      let answer = random.answer(to: item)
      if Script.lines(for: answer, to: item) != nil { return answer }
    }
  }

  private func byKeys(_ wanted: [Item.ID: Answer], size: Size) throws -> Walkthrough.State {
    var state = Walkthrough.State.fixture()
    func press(_ keys: [Key]) {
      for key in keys {
        _ = draw(&state, size)
        if let action = action(for: key, in: state, pack: pack) {
          _ = reduce(&state, action, in: pack)
        }
      }
    }
    for _ in 0..<200 {
      switch state.screen {
      case .result: return state
      case .interruption: press([.character("2")])
      case .question(let id, _):
        let item = try #require(pack.questionnaire[id])
        press(Script.keys(for: try #require(wanted[id]), to: item))
        // In a small window the rest of the answers is looked at first.
        for _ in 0..<9 where state.screen == .question(id, isChange: false) {
          try #require(state.draft(of: item).fault == .moreBelow, "on \(id)")
          // What is marked stays marked.
          if case .choice = item.kind {
            press([.end])
            press(Script.keys(for: try #require(wanted[id]), to: item))
          } else {
            press([.end, .enter])
          }
        }
      default: press([.enter])
      }
    }
    Issue.record("stuck on \(state.screen)")
    return state
  }

  private func byLines(_ wanted: [Item.ID: Answer]) throws -> Walkthrough.State {
    var state = Walkthrough.State.fixture()
    var face = LineFace()
    func type(_ line: String) {
      for line in face.lines(for: state, in: pack) {
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
      guard case .act(let actions) = face.reply(to: line, state: state, in: pack) else { return }
      for action in actions { _ = reduce(&state, action, in: pack) }
    }
    for _ in 0..<200 {
      switch state.screen {
      case .result: return state
      case .interruption: type("2")
      case .question(let id, _):
        let item = try #require(pack.questionnaire[id])
        let answer = try #require(wanted[id])
        for line in try #require(Script.lines(for: answer, to: item)) { type(line) }
      default: type("")
      }
    }
    Issue.record("stuck on \(state.screen)")
    return state
  }
}
