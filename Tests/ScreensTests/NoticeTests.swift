import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore
import WalkthroughTestKit

/// The standing text: whom to call in an emergency, and that it is no diagnosis.
@Suite struct `The notice` {
  private let pack = FixturePack.pack

  private func texts(_ state: Walkthrough.State) -> [String] {
    screenContent(Scene(state, in: pack)).blocks.compactMap { block in
      if case .text(let text, _) = block { text } else { nil }
    }
  }

  @Test func `stands on the first screen, the emergency line before all else`() {
    let texts = texts(.fixture())
    #expect(texts.first == "In an emergency call 111.")
    #expect(texts.contains(pack.manifest.notADiagnosis))
    #expect(!texts.contains("These notes have changed."))
  }

  @Test(
    arguments: [
      [:], FixturePack.fullAnswers, ["signs": .rows(["one": .option(.yes)])],
    ] as [[Item.ID: Answer]])
  func `stands on every result`(answers: [Item.ID: Answer]) {
    let texts = texts(.fixture(.result(.now), answers: answers))
    #expect(texts.contains(pack.manifest.notADiagnosis))
    #expect(texts.contains("Call 111."))
  }

  @Test func `is shown anew where it has changed, with what the program is for`() throws {
    let state = Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", noticeHasChanged: true)
    let texts = texts(state)
    #expect(texts.first == "In an emergency call 111.")
    #expect(texts.contains("These notes have changed."))
    #expect(texts.contains(pack.manifest.intendedUse))
  }

  @Test func `comes with the version of the content on the help screen`() {
    #expect(texts(.fixture(.help)).contains("Content: fixture 1.2.3 of 2026-11-22."))
  }
}
