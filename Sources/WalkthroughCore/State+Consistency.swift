import QuestionnaireModel
import RecommendationCore

extension Walkthrough.State {
  /// Where the way leads once everything is answered: to answers that do not fit together, else to
  /// the result.
  func screenBeforeResult(in pack: ContentPack) -> Walkthrough.Screen {
    let open = contradictions(answers(in: pack), rules: pack.rules)
      .first { !confirmed.contains($0.id) }
    return open.map { .consistency($0.id) } ?? .result(.now)
  }

  /// The items of the rule that are asked.
  func itemsToChange(by id: ConsistencyRule.ID, in pack: ContentPack) -> [Item.ID] {
    let enabled = Set(answers(in: pack).enabled.map(\.id))
    return (pack[consistency: id]?.items ?? []).filter(enabled.contains)
  }

  /// Takes an answer.
  ///
  /// Where it is another one than before, what was confirmed of it is asked again.
  mutating func take(_ answer: Answer, to id: Item.ID, in pack: ContentPack) {
    drafts[id] = nil
    if response[id] == answer { return }
    replace(id, with: answer, in: pack)
    for rule in pack.rules.consistency
    where confirmed.contains(rule.id) && rule.when.subjects.contains(where: { $0.item == id }) {
      confirmed.remove(rule.id)
    }
  }
}
