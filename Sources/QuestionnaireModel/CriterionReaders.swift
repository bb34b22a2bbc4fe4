/// Which of some criteria look at an item, so that after a changed answer only those are judged
/// anew.
///
/// Rather one too many than one too few: a criterion that is named need not have changed.
package struct CriterionReaders: Equatable, Sendable {
  /// By the place of an item: the numbers of the criteria that look at it.
  private var byItem: [[Int]] = []
  /// By the place of an item: the place of the one whose sign it asks again.
  private var clarified: [Int?] = []

  /// Of no criteria of no form.
  init() {}

  /// Of no criteria yet.
  package init(of questionnaire: Questionnaire) {
    byItem = Array(repeating: [], count: questionnaire.items.count)
    clarified = questionnaire.items.indices.map { position in
      questionnaire.items[position].clarifies.flatMap { questionnaire.position(of: $0) }
    }
  }

  /// The items themselves, by whether they are asked.
  init(enabling questionnaire: Questionnaire) {
    self.init(of: questionnaire)
    for position in questionnaire.items.indices {
      if let criterion = questionnaire.items[position].enableWhen {
        add(criterion, as: position, of: questionnaire)
      }
      if let sign = questionnaire.items[position].clarifies {
        add(sign, as: position, of: questionnaire)
      }
      if questionnaire.items[position].isPrivate, let criterion = questionnaire.forAnotherWhen {
        add(criterion, as: position, of: questionnaire)
      }
    }
  }

  /// A criterion on items of the form.
  package mutating func add(
    _ criterion: Criterion, as number: Int, of questionnaire: Questionnaire
  ) {
    switch criterion {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      for index in parts.indices { add(parts[index], as: number, of: questionnaire) }
    case .not(let part): add(part, as: number, of: questionnaire)
    case .test(let subject, _): add(subject, as: number, of: questionnaire)
    }
  }

  private mutating func add(
    _ subject: Subject, as number: Int, of questionnaire: Questionnaire
  ) {
    guard let position = questionnaire.position(of: subject), byItem[position].last != number else {
      return
    }
    byItem[position].append(number)
  }

  /// The numbers of the criteria that look at the item at a place, one perhaps more than once.
  ///
  /// A sign that was not sure takes what its clarifying item gives, so whoever looks at the one
  /// looks at the other.
  package func forEachReader(of position: Int, _ read: (Int) -> Void) {
    guard byItem.indices.contains(position) else { return }
    byItem[position].forEach(read)
    if let sign = clarified[position] { byItem[sign].forEach(read) }
  }
}
