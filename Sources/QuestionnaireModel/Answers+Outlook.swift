extension Answers {
  /// What is not settled yet when one item is answered anew: that item, what is still open, and
  /// what may come or go with either.
  package func outlook(on id: Item.ID) -> Outlook { Outlook(self, on: id) }
}

/// What criteria can still come to, whatever is answered to one item and to those still open.
///
/// All other answers stand as they are. It may hold open what two answers together would settle,
/// and never settles what an answer can still change.
package struct Outlook {
  private let answers: Answers
  /// The items that can give something else than they give now, in any way.
  private var free: Set<Item.ID> = []
  /// Those of them that can through the answer to the item: it opens or hides them.
  private var moved: Set<Item.ID> = []
  /// The sign that the item clarifies.
  private let clarified: Subject?

  fileprivate init(_ answers: Answers, on item: Item.ID) {
    self.answers = answers
    clarified = answers.questionnaire[item]?.clarifies
    // Whether an item is asked hangs on earlier ones only, so once through the form is enough.
    for other in answers.questionnaire.items {
      if other.id == item || isMoved(other) { moved.insert(other.id) }
      if moved.contains(other.id) || isUnsettled(other) { free.insert(other.id) }
    }
  }

  /// The values that a criterion can have, between these ends, and whether the item still has a
  /// say in it.
  package struct Range: Equatable, Sendable {
    package let least: Truth
    package let most: Truth
    package let isDecidedByItem: Bool

    package var isSettled: Bool { least == most }

    init(_ least: Truth, _ most: Truth, isDecidedByItem: Bool) {
      self.least = least
      self.most = most
      // Where nothing can change, nobody has a say.
      self.isDecidedByItem = isDecidedByItem && least != most
    }
  }

  package func range(of criterion: Criterion) -> Range {
    switch criterion {
    case .all(let parts):
      let ranges = parts.map(range)
      return Range(
        ranges.map(\.least).min() ?? .yes, ranges.map(\.most).min() ?? .yes,
        isDecidedByItem: ranges.contains(where: \.isDecidedByItem))
    case .any(let parts):
      let ranges = parts.map(range)
      return Range(
        ranges.map(\.least).max() ?? .no, ranges.map(\.most).max() ?? .no,
        isDecidedByItem: ranges.contains(where: \.isDecidedByItem))
    case .not(let part):
      let range = range(of: part)
      // "Not" swaps yes and no alone, so the ends are looked for among all values between.
      let values = Truth.allCases.filter { range.least <= $0 && $0 <= range.most }.map(\.negated)
      return Range(
        values.min() ?? .no, values.max() ?? .yes, isDecidedByItem: range.isDecidedByItem)
    case .atLeast(let count, let parts):
      let ranges = parts.map(range)
      return Range(
        .atLeast(count, of: ranges.map(\.least)), .atLeast(count, of: ranges.map(\.most)),
        isDecidedByItem: ranges.contains(where: \.isDecidedByItem))
    case .test(let subject, _):
      if isFree(subject) {
        return Range(
          .no, .yes, isDecidedByItem: moved.contains(subject.item) || subject == clarified)
      }
      let values = [Answers.Reading.plain, .safety]
        .map { answers.truth(of: criterion, reading: $0) }
      return Range(values.min() ?? .no, values.max() ?? .yes, isDecidedByItem: false)
    }
  }

  private func isFree(_ subject: Subject) -> Bool {
    if free.contains(subject.item) || answers.status(of: subject) == .open { return true }
    // A sign that was not sure takes what its clarifying item gives.
    guard answers.status(of: Subject(subject.item)) != .hidden,
      let clarifier = answers.questionnaire.clarifier(of: subject)
    else { return false }
    return free.contains(clarifier)
  }

  /// Whether the answer to the item may ask or hide another.
  private func isMoved(_ other: Item) -> Bool {
    if let when = other.enableWhen, range(of: when).isDecidedByItem { return true }
    if let sign = other.clarifies, moved.contains(sign.item) { return true }
    guard other.isPrivate, let helps = answers.questionnaire.forAnotherWhen else { return false }
    return range(of: helps).isDecidedByItem
  }

  /// Whether an item is open, or may yet be asked or hidden.
  private func isUnsettled(_ other: Item) -> Bool {
    if answers.isAsked(other.id), !answers.isComplete(other.id) { return true }
    if let when = other.enableWhen, canHide(range(of: when)) { return true }
    if let sign = other.clarifies, free.contains(sign.item) { return true }
    guard other.isPrivate, let helps = answers.questionnaire.forAnotherWhen else { return false }
    return !range(of: helps).isSettled
  }

  /// Whether an item with such an enable-when may be asked as well as hidden.
  private func canHide(_ range: Range) -> Bool { range.least == .no && range.most != .no }
}
