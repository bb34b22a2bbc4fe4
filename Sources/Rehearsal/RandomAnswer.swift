package import QuestionnaireModel

/// An answer that the item takes, as a person can give it by keys and by lines.
///
/// `quiet`: most signs are absent, as with most persons; else almost every sheet has an emergency.
package func randomAnswer(
  to item: Item, quiet: Bool = false, _ generator: inout some RandomNumberGenerator
) -> Answer {
  let roll = Int.random(in: 0..<100, using: &generator)
  if item.offersNotSure, roll < 4, item.rows.isEmpty { return .notSure }
  if item.maySkip, roll < 12 { return .declined }
  switch item.kind {
  case .yesNo: return .option(roll < (quiet ? 15 : 50) ? .yes : .no)
  case .choice(let options): return .option(options.randomElement(using: &generator)?.id ?? .no)
  case .choices(let options), .zones(_, let options):
    return .options(options.map(\.id).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
  case .each(let rows, let options):
    var answers: [AnswerOption.ID: RowAnswer] = [:]
    for row in rows {
      let dice = Int.random(in: 0..<100, using: &generator)
      let choices = options.isEmpty ? [.yes, .no] : options.map(\.id)
      if dice < 2 {
        answers[row.id] = .notSure
      } else if quiet && options.isEmpty {
        answers[row.id] = .option(dice < 5 ? .yes : .no)
      } else {
        answers[row.id] = .option(choices.randomElement(using: &generator) ?? .no)
      }
    }
    return .rows(answers)
  case .number(let range): return randomNumber(in: range, &generator)
  case .scale: return .scale(Int.random(in: 0...10, using: &generator))
  case .bodySize: return randomSize(&generator)
  case .date: return randomDate(&generator)
  case .text: return .text(["some words", "Größe 3", "膝"].randomElement(using: &generator) ?? "a")
  }
}

private func randomNumber(
  in range: Item.NumberRange, _ generator: inout some RandomNumberGenerator
) -> Answer {
  let unit = ([range.unit] + range.units).randomElement(using: &generator) ?? range.unit
  let factor = range.unit.factor / unit.factor
  let least = Int((range.least * factor).rounded(.up))
  let most = max(least, Int((range.most * factor).rounded(.down)))
  return .number(Quantity(Double(Int.random(in: least...most, using: &generator)), unit))
}

/// Height and weight to one digit after the point, in metric or in US units, one of them missing at
/// times.
private func randomSize(_ generator: inout some RandomNumberGenerator) -> Answer {
  let isUS = Bool.random(using: &generator)
  let height = Int.random(in: isUS ? 470...830 : 1200...2100, using: &generator)
  let weight = Int.random(in: isUS ? 880...4400 : 400...2000, using: &generator)
  let missing = Int.random(in: 0...9, using: &generator)
  return .bodySize(
    height: missing == 0 ? nil : Quantity(Double(height) / 10, isUS ? .inches : .centimeters),
    weight: missing == 1 ? nil : Quantity(Double(weight) / 10, isUS ? .pounds : .kilograms))
}

private func randomDate(_ generator: inout some RandomNumberGenerator) -> Answer {
  let month = Bool.random(using: &generator) ? Int.random(in: 1...12, using: &generator) : nil
  let isWhole = month != nil && Bool.random(using: &generator)
  let date = PartialDate(
    year: Int.random(in: 1990...2025, using: &generator), month: month,
    day: isWhole ? Int.random(in: 1...28, using: &generator) : nil)
  return date.map { .date($0) } ?? .declined
}
