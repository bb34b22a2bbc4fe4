package import QuestionnaireModel
package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// How a person gives an answer, on the screen by keys and on the line face by lines.
package enum Script {
  /// The entries of the answer that have no digit, since they stand behind the ninth.
  package static func entriesWithoutDigit(
    for answer: Answer, to item: Item
  ) -> [Walkthrough.Entry] {
    if isTyped(item) { return [] }
    let entries: [Walkthrough.Entry] =
      switch answer {
      case .options(let chosen): chosen.map { .option($0) }
      case .notSure: [.notSure]
      case .declined: [.skip]
      default: []
      }
    let numbered = Walkthrough.entriesOfQuestion(item).filter {
      $0 != .noneOfThese && $0 != .noToTheRest
    }
    return entries.filter { (numbered.firstIndex(of: $0) ?? 0) > 8 }
  }

  /// The keys that give the answer on a fresh question screen, Enter at the end included, where
  /// height and weight are asked in these units first.
  ///
  /// Without those for entries that have no digit.
  package static func keys(
    for answer: Answer, to item: Item, units: UnitSystem = .metric
  ) -> [Key] {
    let entries = Walkthrough.entriesOfQuestion(item)
    func digit(_ entry: Walkthrough.Entry) -> [Key] {
      // "None of these" is 0 and takes no number among the others.
      if entry == .noneOfThese { return [.character("0")] }
      let numbered = entries.filter { $0 != .noneOfThese && $0 != .noToTheRest }
      guard let index = numbered.firstIndex(of: entry), isTyped(item) || index < 9 else {
        return []
      }
      return isTyped(item)
        ? Array(repeating: .down, count: index) : [.character(Character(String(index + 1)))]
    }
    switch answer {
    case .notSure: return digit(.notSure) + [.enter]
    case .declined: return digit(.skip) + [.enter]
    case .option(let option): return digit(.option(option)) + [.enter]
    case .options(let chosen):
      if chosen.isEmpty { return digit(.noneOfThese) + [.enter] }
      return chosen.flatMap { digit(.option($0)) } + [.end, .enter]
    case .rows(let rows):
      let turned = item.rows.flatMap { row -> [Key] in
        let turns = rows[row.id].flatMap { cycle(of: item).firstIndex(of: $0) } ?? 0
        return Array(repeating: digit(.row(row.id)), count: turns + 1).flatMap(\.self)
      }
      return turned + [.end, .enter]
    case .scale(let value): return typed(String(value)) + [.enter]
    case .number, .date, .text, .bodySize:
      let draft = Walkthrough.Draft(answer, to: item)
      let isTurned = draft.unit != Walkthrough.Draft(nil, to: item, units: units).unit
      let turns = item.kind == .bodySize ? (isTurned ? 1 : 0) : draft.unit
      let units = [Key](repeating: .character("u"), count: turns)
      if case .text(let text) = answer { return [.paste(text), .enter] }
      if case .bodySize = answer {
        return units + typed(draft.fields[0]) + [.enter] + typed(draft.fields[1]) + [.enter]
      }
      return units + typed(draft.fields[0]) + [.enter]
    }
  }

  /// The lines that give the answer on the line face.
  package static func lines(for answer: Answer, to item: Item) -> [String] {
    let entries = Walkthrough.entriesOfQuestion(item).filter { $0 != .noneOfThese }
    func number(_ entry: Walkthrough.Entry) -> String {
      entries.firstIndex(of: entry).map { String($0 + 1) } ?? ""
    }
    switch answer {
    case .notSure: return [isNumbered(item) ? number(.notSure) : "n"]
    case .declined: return [isNumbered(item) ? number(.skip) : "s"]
    case .option(let option): return [number(.option(option))]
    case .options(let chosen):
      return [
        chosen.isEmpty
          ? "0" : chosen.map { number(.option($0)) }.joined(separator: " ")
      ]
    case .rows(let rows):
      return item.rows.map { row in
        String((rows[row.id].flatMap { cycle(of: item).firstIndex(of: $0) } ?? 0) + 1)
      }
    case .scale(let value): return [String(value)]
    case .number(let quantity):
      let number = Walkthrough.Draft.text(of: quantity.value)
      guard case .number(let range) = item.kind, quantity.unit != range.unit else {
        return [number]
      }
      return [number + " " + quantity.unit.rawValue]
    case .date, .text: return [Walkthrough.Draft(answer, to: item).fields[0]]
    case .bodySize(let height, let weight):
      let draft = Walkthrough.Draft(answer, to: item)
      return [
        height == nil ? "0" : draft.fields[0] + (draft.unit == 1 ? "" : " cm"),
        weight == nil ? "0" : draft.fields[1] + (draft.unit == 1 ? " lb" : " kg"),
      ]
    }
  }

  private static func typed(_ text: String) -> [Key] { text.map(Key.character) }

  private static func cycle(of item: Item) -> [RowAnswer] {
    (item.options.isEmpty ? [.yes, .no] : item.options.map(\.id)).map(RowAnswer.option)
      + [.notSure]
  }

  private static func isNumbered(_ item: Item) -> Bool {
    switch item.kind {
    case .yesNo, .choice, .choices, .zones: true
    default: false
    }
  }

  /// Whether a digit is typed there, so that a line is gone to by arrows.
  private static func isTyped(_ item: Item) -> Bool {
    switch item.kind {
    case .number, .scale, .bodySize, .date, .text: true
    default: false
    }
  }
}
