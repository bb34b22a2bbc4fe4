extension Answers {
  /// Whether somebody answers for another person, as far as it was said.
  ///
  /// While it is not known, the person is taken to answer for themselves.
  package var isForAnother: Bool {
    guard let criterion = questionnaire.forAnotherWhen else { return false }
    return truth(of: criterion, reading: .plain) == .yes
  }

  /// Whether the item is one of those that tell who answers.
  package func tellsWhoAnswers(_ id: Item.ID) -> Bool {
    questionnaire.forAnotherWhen?.subjects.contains { $0.item == id } ?? false
  }
}

extension Questionnaire {
  /// The form in the words for whoever answers for another person; the same form to every rule.
  package var wordedForAnother: Questionnaire { worded(\.wordedForAnother) }
}

extension Item.Kind {
  var wordedForAnother: Item.Kind {
    func worded(_ options: [AnswerOption]) -> [AnswerOption] { options.map(\.wordedForAnother) }
    return switch self {
    case .choice(let options): .choice(worded(options))
    case .choices(let options): .choices(worded(options))
    case .each(let rows, let options): .each(rows: worded(rows), options: worded(options))
    case .zones(let picture, let zones): .zones(picture: picture, worded(zones))
    case .yesNo, .number, .scale, .bodySize, .date, .text: self
    }
  }
}
