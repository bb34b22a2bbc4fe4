import FixturePack
import QuestionnaireModel
import RecommendationCore
import Rehearsal
import Testing
import WalkthroughCore
import WalkthroughTestKit

/// What a walkthrough keeps of its answers, and takes up again after each.
@Suite struct `Kept answers` {
  @Test func `give what all answers read anew give, answer after answer`() {
    var generator = SeededGenerator(seed: 97)
    var raised = 0
    for _ in 0..<40 {
      var state = Walkthrough.State.fixture()
      let items = FixturePack.pack.questionnaire.items
      for item in (items + items).shuffled(using: &generator) {
        let answer = randomAnswer(to: item, &generator)
        _ = reduce(&state, .answered(item.id, answer), in: FixturePack.pack)
        var anew = state
        anew.response = state.response
        let (kept, read) = (
          state.answers(in: FixturePack.pack), anew.answers(in: FixturePack.pack)
        )
        for item in items { #expect(kept.status(of: item.id) == read.status(of: item.id)) }
        #expect(state.emergencies(in: FixturePack.pack) == anew.emergencies(in: FixturePack.pack))
        raised += anew.emergencies(in: FixturePack.pack).count
      }
    }
    #expect(raised > 100)
  }
}
