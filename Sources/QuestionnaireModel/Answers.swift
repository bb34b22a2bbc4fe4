/// A response read against its questionnaire on a day: which items are asked, and what each of them gives.
///
/// Every rule reads answers through this value and none reads the response itself, so that a hidden answer can never count.
package struct Answers: Sendable {
  /// What an item, a row or a measure gives to the rules.
  package enum Status: Equatable, Sendable {
    case answered(Answer)
    /// "Not sure", or would not say.
    case unsure
    /// Not reached, or left out.
    case open
    /// Not asked, since the item's enable-when is false. An answer that it has is parked.
    case hidden
  }

  /// Which reading a criterion gets.
  package enum Reading: Sendable {
    /// Enabling, features, and everything else that is no matter of safety.
    case plain
    /// Red flags, stop and ask-first: an unknown number counts as `AssumedNumber.countsAs`.
    case safety
  }

  package let questionnaire: Questionnaire
  package let response: QuestionnaireResponse
  package let day: Day
  /// The items that are asked, in the order asked.
  package private(set) var enabled: [Item] = []
  private var statuses: [Item.ID: Status] = [:]
  private var clarifiers: [Subject: Item.ID] = [:]

  package init(_ response: QuestionnaireResponse, to questionnaire: Questionnaire, on day: Day) {
    self.questionnaire = questionnaire
    self.response = response
    self.day = day
    statuses.reserveCapacity(questionnaire.items.count)
    for item in questionnaire.items {
      if let subject = item.clarifies { clarifiers[subject] = item.id }
      guard isEnabled(item) else {
        statuses[item.id] = .hidden
        continue
      }
      enabled.append(item)
      statuses[item.id] =
        switch response[item.id] {
        case nil: .open
        case .notSure, .declined: .unsure
        case .some(let answer): .answered(answer)
        }
    }
  }

  /// Whether the item is asked.
  ///
  /// An item without a criterion is always asked. An item whose criterion is unknown is asked too: a question too many is
  /// cheaper than a red flag missed. A clarifying item is asked only where its sign was answered "not sure", a private one
  /// only of the person whom it is about.
  private func isEnabled(_ item: Item) -> Bool {
    if item.isPrivate && isForAnother { return false }
    if let subject = item.clarifies, ownStatus(of: subject) != .unsure { return false }
    guard let criterion = item.enableWhen else { return true }
    return truth(of: criterion, reading: .plain) != .no
  }

  /// What the subject gives; an unknown id is open.
  ///
  /// A sign that was answered "not sure" and then clarified gives the clarifying answer, with the unsure kept while that is
  /// still missing.
  package func status(of subject: Subject) -> Status {
    let own = ownStatus(of: subject)
    guard own == .unsure, let clarifier = clarifiers[subject] else { return own }
    switch ownStatus(of: Subject(clarifier)) {
    case .answered(let answer): return .answered(answer)
    case .unsure, .open, .hidden: return .unsure
    }
  }

  private func ownStatus(of subject: Subject) -> Status {
    let whole = statuses[subject.item] ?? .open
    guard let part = subject.part, case .answered(let answer) = whole else { return whole }
    switch (part, answer) {
    case (.row(let row), .rows(let rows)):
      switch rows[row] {
      case nil: return .open
      case .notSure: return .unsure
      case .option(let option): return .answered(.option(option))
      }
    case (.height, .bodySize(let height, _)): return measure(height)
    case (.weight, .bodySize(_, let weight)): return measure(weight)
    case (.bmi, .bodySize(let height, let weight)):
      guard let height, let weight, height.inBaseUnit > 0 else { return .unsure }
      let meters = height.inBaseUnit / 100
      return .answered(.number(Quantity(weight.inBaseUnit / (meters * meters))))
    default: return .open
    }
  }

  private func measure(_ quantity: Quantity?) -> Status {
    quantity.map { .answered(.number($0)) } ?? .unsure
  }

  /// The items whose answers are kept but do not count, in the order asked.
  package var parked: [Item.ID] {
    questionnaire.items.map(\.id).filter { statuses[$0] == .hidden && response[$0] != nil }
  }

  /// The asked items without an answer, in the order asked. An `each` item with an open row is one of them.
  package var unanswered: [Item.ID] { enabled.map(\.id).filter { !isComplete($0) } }

  /// Whether the item was answered in full, "not sure" included. False for a hidden item.
  package func isComplete(_ id: Item.ID) -> Bool {
    switch statuses[id] {
    case .answered(.rows(let rows)):
      guard let item = questionnaire[id] else { return false }
      return item.rows.allSatisfy { rows[$0.id] != nil }
    case .answered, .unsure: return true
    case .open, .hidden, nil: return false
    }
  }

  /// What an item gives to the rules as a whole; an unknown id is open.
  package func status(of id: Item.ID) -> Status { status(of: Subject(id)) }
}
