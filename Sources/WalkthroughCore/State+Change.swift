package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough.State {
  /// What another answer in place of the one there is does.
  package func effect(of answer: Answer, to id: Item.ID, in pack: ContentPack) -> ChangeEffect {
    let answers = answers(in: pack)
    return ChangeEffect(
      from: answers, to: answers.replacing(id, with: answer), rules: pack.rules)
  }

  /// Takes an answer and goes on.
  ///
  /// A changed one that has an effect is shown with it first, and is no answer until it is kept.
  /// Where it raises an emergency it is taken at once: nothing may stand before the stop.
  mutating func offer(_ answer: Answer, to id: Item.ID, isChange: Bool, in pack: ContentPack) {
    if isChange, needsLook(answer, to: id, in: pack) {
      go(to: .changeEffect(id, answer))
    } else {
      take(answer, to: id, in: pack)
      goOn(after: id, isChange: isChange, in: pack)
    }
  }

  private func needsLook(_ answer: Answer, to id: Item.ID, in pack: ContentPack) -> Bool {
    guard let old = response[id], old != answer else { return false }
    let raised = raisedFlags(
      answers(in: pack).replacing(id, with: answer), rules: pack.rules, atLeast: .leastEmergency)
    guard raised.allSatisfy({ acknowledged.contains($0.id) }) else { return false }
    return !effect(of: answer, to: id, in: pack).isEmpty
  }

  /// What becomes of the change whose effect is shown.
  mutating func decideChange(isKept: Bool, in pack: ContentPack) {
    guard case .changeEffect(let id, let answer) = screen else { return }
    if isKept {
      take(answer, to: id, in: pack)
      goOn(after: id, isChange: true, in: pack)
    } else {
      drafts[id] = nil
      go(to: .checkAnswers)
    }
  }
}
