/// A response read against its questionnaire on a day: which items are asked, and what each of them
/// gives.
///
/// Every rule reads answers through this value and none reads the response itself, so that a hidden
/// answer can never count.
package struct Answers: Sendable {
  /// What an item, a row or a measure gives to the rules.
  package enum Status: Equatable, Sendable {
    case answered(Answer)
    /// "Not sure", or would not say.
    case unsure
    /// Not reached, or left out.
    case open
    /// Not asked, since the item's enable-when is false.
    ///
    /// An answer that it has is parked.
    case hidden

    /// What an item that is asked gives with an answer, and without one.
    fileprivate init(ofAsked answer: Answer?) {
      switch answer {
      case nil: self = .open
      case .notSure, .declined: self = .unsure
      case .some(let answer): self = .answered(answer)
      }
    }
  }

  /// Which reading a criterion gets.
  package enum Reading: Sendable {
    /// Enabling, features, and everything else that is no matter of safety.
    case plain
    /// Red flags, stop and ask-first: an unknown number counts as `AssumedNumber.countsAs`.
    case safety
  }

  package let questionnaire: Questionnaire
  package private(set) var response: QuestionnaireResponse
  package let day: Day
  /// Of each item, in the order asked.
  private var statuses: [Status] = []
  /// Of each item, whether it was answered in full.
  private var complete: [Bool] = []
  /// So many items, the first ones, are judged: what follows is open to every rule.
  private var judged = 0

  package init(_ response: QuestionnaireResponse, to questionnaire: Questionnaire, on day: Day) {
    self.questionnaire = questionnaire
    self.response = response
    self.day = day
    judgeAll()
  }

  private mutating func judgeAll() {
    statuses = []
    statuses.reserveCapacity(questionnaire.items.count)
    complete = []
    complete.reserveCapacity(questionnaire.items.count)
    // Once every answer has been met, none is looked for; two items of one id would meet it twice.
    var left = questionnaire.hasUniqueIDs ? response.answers.count : .max
    // By position: an item is large, and to copy each takes longer than to judge it.
    for position in questionnaire.items.indices {
      judged = position
      guard isEnabled(position) else {
        statuses.append(.hidden)
        complete.append(false)
        continue
      }
      let answer = left > 0 ? response[questionnaire.items[position].id] : nil
      if answer != nil { left -= 1 }
      statuses.append(Status(ofAsked: answer))
      complete.append(isComplete(statuses[position], position))
    }
    judged = statuses.count
  }

  /// Takes another answer to an item, and judges again only the items that hang on it.
  ///
  /// - Returns: The places of the items that give something else now, in the order asked. An answer
  ///   to an unknown id is kept, and changes none.
  package mutating func replace(_ id: Item.ID, with answer: Answer) -> [Int] {
    response[id] = answer
    guard questionnaire.hasUniqueIDs else {
      judgeAll()
      return Array(statuses.indices)
    }
    guard let first = questionnaire.position(of: id) else { return [] }
    var changed: [Int] = []
    var isDoubted = [Bool](repeating: false, count: statuses.count)
    isDoubted[first] = true
    // Whether an item is asked hangs on earlier ones only, so once through the form is enough.
    for position in first..<statuses.count where isDoubted[position] {
      judged = position
      let status: Status =
        isEnabled(position)
        ? Status(ofAsked: response[questionnaire.items[position].id]) : .hidden
      if status == statuses[position] { continue }
      statuses[position] = status
      complete[position] = isComplete(status, position)
      changed.append(position)
      questionnaire.readers.forEachReader(of: position) { isDoubted[$0] = true }
    }
    judged = statuses.count
    return changed
  }

  /// The items that are asked, in the order asked.
  package var enabled: [Item] { enabledPositions.map { questionnaire.items[$0] } }

  /// Their places among all items.
  package var enabledPositions: [Int] { statuses.indices.filter(isAsked) }

  /// Whether the item is one of those that are asked; an unknown id is not.
  package func isAsked(_ id: Item.ID) -> Bool {
    questionnaire.position(of: id).map(isAsked) ?? false
  }

  /// The same for the item at a place among all.
  package func isAsked(_ position: Int) -> Bool {
    if case .hidden = statuses[position] { false } else { true }
  }

  /// Whether the item is asked.
  ///
  /// An item without a criterion is always asked. An item whose criterion is unknown is asked too:
  /// a question too many is cheaper than a red flag missed. A clarifying item is asked only where
  /// its sign was answered "not sure", a private one only of the person whom it is about.
  private func isEnabled(_ position: Int) -> Bool {
    if questionnaire.items[position].isPrivate && isForAnother { return false }
    if let subject = questionnaire.items[position].clarifies {
      guard case .unsure = ownStatus(of: subject) else { return false }
    }
    guard let criterion = questionnaire.items[position].enableWhen else { return true }
    return truth(of: criterion, reading: .plain) != .no
  }

  /// What the subject gives; an unknown id is open.
  ///
  /// A sign that was answered "not sure" and then clarified gives the clarifying answer, with the
  /// unsure kept while that is still missing.
  package func status(of subject: Subject) -> Status {
    let own = ownStatus(of: subject)
    guard case .unsure = own, let clarifier = questionnaire.clarifier(of: subject) else {
      return own
    }
    switch ownStatus(of: Subject(clarifier)) {
    case .answered(let answer): return .answered(answer)
    case .unsure, .open, .hidden: return .unsure
    }
  }

  private func ownStatus(of subject: Subject) -> Status {
    let whole = wholeStatus(of: subject)
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

  /// `hidden` or `open`, where that is what the subject gives; `nil`: something was said.
  func statusWithoutAnswer(of subject: Subject) -> Status? {
    guard let position = questionnaire.position(of: subject), position < judged else {
      return .open
    }
    switch statuses[position] {
    case .hidden: return .hidden
    case .open: return .open
    case .answered, .unsure: return nil
    }
  }

  /// What the item of a subject gives, without a clarifying one; an unknown id is open.
  private func wholeStatus(of subject: Subject) -> Status {
    guard let position = questionnaire.position(of: subject), position < judged else {
      return .open
    }
    return statuses[position]
  }

  private func measure(_ quantity: Quantity?) -> Status {
    quantity.map { .answered(.number($0)) } ?? .unsure
  }

  /// The items whose answers are kept but do not count, in the order asked.
  package var parked: [Item.ID] {
    questionnaire.items.map(\.id).filter { !isAsked($0) && response[$0] != nil }
  }

  /// The asked items without an answer, in the order asked.
  ///
  /// An `each` item with an open row is one of them.
  package var unanswered: [Item.ID] {
    enabledPositions.filter { !isComplete($0) }.map { questionnaire.items[$0].id }
  }

  /// Whether the item was answered in full, "not sure" included.
  ///
  /// False for a hidden item.
  package func isComplete(_ id: Item.ID) -> Bool {
    questionnaire.position(of: id).map(isComplete) ?? false
  }

  /// The same for the item at a place among all.
  package func isComplete(_ position: Int) -> Bool { complete[position] }

  private func isComplete(_ status: Status, _ position: Int) -> Bool {
    switch status {
    case .answered(.rows(let rows)):
      questionnaire.items[position].rows.allSatisfy { rows[$0.id] != nil }
    case .answered, .unsure: true
    case .open, .hidden: false
    }
  }

  /// What an item gives to the rules as a whole; an unknown id is open.
  package func status(of id: Item.ID) -> Status { status(of: Subject(id)) }
}
