import QuestionnaireModel

extension Walkthrough.Draft {
  /// One option and nothing else.
  mutating func choose(_ option: AnswerOption.ID) {
    chosen = option
    isNotSure = false
    isSkipped = false
  }

  /// Marks an option: the only one of a choice, one more or one less of several.
  mutating func mark(_ option: AnswerOption.ID, in item: Item) {
    switch item.kind {
    case .yesNo, .choice: choose(option)
    default:
      if several.remove(option) == nil { several.insert(option) }
      isNoneOfThese = false
      isNotSure = false
      isSkipped = false
    }
  }

  mutating func markNone() {
    several = []
    isNoneOfThese = true
    isNotSure = false
    isSkipped = false
  }

  mutating func markNotSure() {
    chosen = nil
    several = []
    isNoneOfThese = false
    isSkipped = false
    isNotSure = true
  }

  mutating func markSkipped() {
    chosen = nil
    several = []
    isNoneOfThese = false
    isNotSure = false
    isSkipped = true
  }

  /// The next answer of a row: its options in order, then "not sure", then from the first again.
  mutating func turn(_ row: AnswerOption.ID, by delta: Int, in item: Item) {
    let options = item.options.isEmpty ? [.yes, .no] : item.options.map(\.id)
    let cycle = options.map(RowAnswer.option) + [.notSure]
    let now = rows[row].flatMap { cycle.firstIndex(of: $0) }
    let next =
      now.map { ($0 + delta + cycle.count) % cycle.count } ?? (delta > 0 ? 0 : cycle.count - 1)
    rows[row] = cycle[next]
    isNotSure = false
    isSkipped = false
  }

  /// A number of the scale.
  mutating func rate(_ number: Int) {
    scale = number
    isNotSure = false
    isSkipped = false
  }

  mutating func answer(_ row: AnswerOption.ID, _ answer: RowAnswer) {
    rows[row] = answer
    isNotSure = false
    isSkipped = false
  }

  /// "No" for every row that has no answer yet.
  mutating func declineRest(of item: Item) {
    for row in item.rows where rows[row.id] == nil { rows[row.id] = .option(.no) }
    isSkipped = false
  }

  /// The next unit; what was typed stays as it is, for the person to see and change.
  mutating func switchUnit(of item: Item) {
    switch item.kind {
    case .number(let range): unit = (unit + 1) % (1 + range.units.count)
    case .bodySize: unit = 1 - min(max(unit, 0), 1)
    default: break
    }
  }
}
