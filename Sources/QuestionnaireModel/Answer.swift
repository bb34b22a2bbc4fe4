/// What a person said to an item.
///
/// FHIR R4: QuestionnaireResponse.item.answer.
package enum Answer: Equatable, Sendable {
  /// The answer to a choice or a yes-no item.
  case option(AnswerOption.ID)
  /// The answer to several options or to a picture; empty is "none of these".
  case options([AnswerOption.ID])
  /// The rows that were answered; a row that is missing is open.
  case rows([AnswerOption.ID: RowAnswer])
  case number(Quantity)
  case scale(Int)
  case bodySize(height: Quantity?, weight: Quantity?)
  case date(PartialDate)
  case text(String)
  /// Said by the person; not the same as an item that was left out.
  case notSure
  /// The person was asked and would not say.
  case declined
}

package enum RowAnswer: Equatable, Sendable {
  case option(AnswerOption.ID)
  case notSure
}

/// What was said so far.
///
/// Which of it counts is worked out by `Answers`.
package struct QuestionnaireResponse: Equatable, Sendable {
  package private(set) var answers: [Item.ID: Answer]

  package init(_ answers: [Item.ID: Answer] = [:]) { self.answers = answers }

  /// The answer to an item, whether it counts or is parked; setting `nil` takes it back.
  package subscript(id: Item.ID) -> Answer? {
    get { answers[id] }
    set { answers[id] = newValue }
  }
}
