import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

typealias State = Walkthrough.State
typealias Draft = Walkthrough.Draft
typealias Metrics = Walkthrough.Metrics

/// Expects the change that is told, these effects, and nothing else.
///
/// What can be undone is a matter of `UndoTests` alone.
func expect(
  _ state: inout State, after action: Walkthrough.Action, effects: [Walkthrough.Effect] = [],
  in pack: ContentPack = FixturePack.pack, sourceLocation: SourceLocation = #_sourceLocation,
  _ change: (inout State) -> Void = { _ in }
) {
  var expected = state
  change(&expected)
  let done = reduce(&state, action, in: pack)
  expected.history = state.history
  #expect(done == effects, "after \(action)", sourceLocation: sourceLocation)
  guard state != expected else { return }
  let lines = [expected, state].map { state in
    var text = ""
    dump(state, to: &text)
    return text.split(separator: "\n")
  }
  let difference = lines[1].difference(from: lines[0]).map { change in
    switch change {
    case .insert(_, let line, _): "+ \(line)"
    case .remove(_, let line, _): "- \(line)"
    }
  }
  Issue.record(
    "after \(action):\n\(difference.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

extension State {
  /// The one screen that is seen, settled.
  mutating func show(_ screen: Walkthrough.Screen, focus: Int = 0) {
    go(to: screen)
    visit.focus = focus
    visit.isNew = false
  }

  mutating func show(question id: Item.ID, focus: Int = 0) {
    show(.question(id, isChange: false), focus: focus)
  }

  /// A screen over the one that is seen.
  mutating func lay(_ screen: Walkthrough.Screen, focus: Int = 0) {
    push(screen)
    visit.focus = focus
    visit.isNew = false
  }

  /// Does something without a look at what changes.
  mutating func does(_ actions: Walkthrough.Action..., in pack: ContentPack = FixturePack.pack) {
    for action in actions { _ = reduce(&self, action, in: pack) }
  }

  mutating func types(_ text: String) {
    for character in text { does(.characterTyped(character)) }
  }
}

extension Draft {
  /// A draft with a change.
  static func with(_ change: (inout Draft) -> Void) -> Draft {
    var draft = Draft()
    change(&draft)
    return draft
  }
}
