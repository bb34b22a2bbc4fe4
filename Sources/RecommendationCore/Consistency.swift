package import QuestionnaireModel

/// Answers that do not fit together.
///
/// It changes no advice: the highest level wins as everywhere. It asks whether both are meant.
package struct ConsistencyRule: Equatable, Sendable {
  package typealias ID = Identifier<ConsistencyRule>

  package let id: ID
  package let when: Criterion
  /// What the person is asked, in one friendly sentence.
  package let ask: String
  /// The items whose answers are shown, to change one of them.
  package let items: [Item.ID]
  package init(id: ID, when: Criterion, ask: String, items: [Item.ID]) {
    self.id = id
    self.when = when
    self.ask = ask
    self.items = items
  }
}

/// The rules about answers that do not fit together which hold, in the order of the content.
///
/// What is unknown contradicts nothing.
package func contradictions(_ answers: Answers, rules: Rules) -> [ConsistencyRule] {
  rules.consistency.filter { answers.truth(of: $0.when, reading: .plain) == .yes }
}
