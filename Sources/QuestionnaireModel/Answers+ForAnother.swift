extension Answers {
  /// Whether somebody answers for another person, as far as it was said.
  ///
  /// While it is not known, the person is taken to answer for themselves.
  package var isForAnother: Bool {
    guard let criterion = questionnaire.forAnotherWhen else { return false }
    return truth(of: criterion, reading: .plain) == .yes
  }

  /// The item in the words for whoever answers; `nil` for an unknown id.
  package func item(_ id: Item.ID) -> Item? {
    let item = questionnaire[id]
    return isForAnother ? item?.wordedForAnother : item
  }

  /// Whether the item is one of those that tell who answers.
  package func tellsWhoAnswers(_ id: Item.ID) -> Bool {
    questionnaire.forAnotherWhen?.subjects.contains { $0.item == id } ?? false
  }
}

extension Item {
  /// The item with its words for another person in place, and its own words where it has no others.
  ///
  /// What it is to rules and to the clinician stays the same.
  package var wordedForAnother: Item {
    Item(
      id: id, ask: forAnother?.ask ?? ask, hint: forAnother?.hint ?? hint, why: why,
      summary: summary, clinical: clinical, kind: kind.wordedForAnother,
      offersNotSure: offersNotSure, maySkip: maySkip, isPrivate: isPrivate, enableWhen: enableWhen,
      clarifies: clarifies, whenUnknown: whenUnknown, forAnother: forAnother)
  }
}

extension Item.Kind {
  fileprivate var wordedForAnother: Item.Kind {
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

extension AnswerOption {
  fileprivate var wordedForAnother: AnswerOption {
    AnswerOption(
      id: id, text: forAnother ?? text, hint: hint, clinical: clinical, forAnother: forAnother)
  }
}
