package import QuestionnaireModel

/// An answer in the words of its item: `Swollen: Yes; Hot: Not sure`, `80.5 kg`, `7 of 10`.
///
/// Rows stand in the order of the item, open ones are left out; no option at all gives "none of
/// these". An option that the item does not have gives its id. `clinical` takes the clinician's
/// words where the content has them.
package func answerText(
  _ answer: Answer, of item: Item, wording: Wording, clinical: Bool = false
) -> String {
  switch answer {
  case .option(let option):
    return optionText(option, of: item, wording: wording, clinical: clinical)
  case .options(let chosen):
    let words = item.options.filter { chosen.contains($0.id) }.map { $0.name(clinical: clinical) }
    return words.isEmpty ? wording[.noneOfThese] : words.joined(separator: "; ")
  case .rows(let rows):
    return item.rows.compactMap { row in
      rows[row.id].map {
        row.name(clinical: clinical) + ": "
          + answerText($0, of: item, wording: wording, clinical: clinical)
      }
    }
    .joined(separator: "; ")
  case .number(let quantity): return quantityText(quantity, wording: wording)
  case .scale(let value): return wording(.scaleAnswer, ["number": String(value)])
  case .bodySize(let height, let weight):
    let words = [height, weight].compactMap { $0.map { quantityText($0, wording: wording) } }
    return words.isEmpty ? wording.declined(clinical: clinical) : words.joined(separator: ", ")
  case .date(let date): return date.description
  case .text(let text): return text
  case .notSure: return wording[.notSure]
  case .declined: return wording.declined(clinical: clinical)
  }
}

/// The answer to one row of an `each` item.
package func answerText(
  _ answer: RowAnswer, of item: Item, wording: Wording, clinical: Bool = false
) -> String {
  switch answer {
  case .option(let option): optionText(option, of: item, wording: wording, clinical: clinical)
  case .notSure: wording[.notSure]
  }
}

/// What a subject gave, under its name: `Age: 67 years`.
///
/// A row stands under its item: `Your knee now: Swollen`, and the "yes" is left out, since the row
/// alone says it.
///
/// A sign that was asked again in other words gives that answer. `nil` for a subject that is hidden
/// or open.
package func subjectText(
  _ subject: Subject, in answers: Answers, wording: Wording, clinical: Bool = false
) -> String? {
  guard let item = answers.questionnaire[subject.item] else { return nil }
  let words: String
  switch answers.status(of: subject) {
  case .hidden, .open: return nil
  case .unsure:
    words =
      answers.response[subject.item] == .declined
      ? wording.declined(clinical: clinical) : wording[.notSure]
  case .answered(.number(let size)) where subject.part == .bmi:
    let tenths = (size.value * 10).rounded() / 10
    return item.name(clinical: clinical) + ": "
      + wording(.bodyMassIndex, ["number": numberText(tenths)])
  case .answered(let answer):
    if case .row(let id) = subject.part, answer == .option(.yes) {
      let row = item.rows.first { $0.id == id }
      return item.name(clinical: clinical) + ": " + (row?.name(clinical: clinical) ?? id.rawValue)
    }
    words = answerText(answer, of: item, wording: wording, clinical: clinical)
  }
  guard case .row(let id) = subject.part, let row = item.rows.first(where: { $0.id == id }) else {
    return item.name(clinical: clinical) + ": " + words
  }
  return item.name(clinical: clinical) + ": " + row.name(clinical: clinical) + ": " + words
}

extension Item {
  /// The short name, for the person or for the clinician.
  package func name(clinical: Bool) -> String { clinical ? self.clinical ?? summary : summary }
}

extension AnswerOption {
  /// The text, for the person or for the clinician.
  package func name(clinical: Bool) -> String { clinical ? self.clinical ?? text : text }
}

extension Wording {
  /// That the person would not say, to the person or to the clinician.
  package func declined(clinical: Bool) -> String { clinical ? self[.declined] : self[.skipped] }
}

private func optionText(
  _ option: AnswerOption.ID, of item: Item, wording: Wording, clinical: Bool
) -> String {
  if let known = item.options.first(where: { $0.id == option }) {
    return known.name(clinical: clinical)
  }
  switch option {
  case .yes: return wording[.yes]
  case .no: return wording[.no]
  default: return option.rawValue
  }
}

/// A number with its unit, in words.
package func quantityText(_ quantity: Quantity, wording: Wording) -> String {
  let number = numberText(quantity.value)
  let isOne = quantity.value == 1
  let word: ScreenWord? =
    switch quantity.unit {
    case .none: nil
    case .years: isOne ? .oneYear : .years
    case .months: isOne ? .oneMonth : .months
    case .weeks: isOne ? .oneWeek : .weeks
    case .days: isOne ? .oneDay : .days
    case .hours: isOne ? .oneHour : .hours
    case .minutes: isOne ? .oneMinute : .minutes
    case .kilograms: .kilograms
    case .pounds: .pounds
    case .grams: .grams
    case .centimeters: .centimeters
    case .meters: .meters
    case .inches: .inches
    case .feet: .feet
    }
  return word.map { wording($0, ["number": number]) } ?? number
}

/// The shortest digits of a number; a whole one without a point.
package func numberText(_ value: Double) -> String {
  if let whole = Int64(exactly: value), abs(value) < 1e15 { return String(whole) }
  return value.description
}

/// The number with so many digits after the point.
package func rounded(_ value: Double, decimals: Int) -> Double {
  var scale = 1.0
  for _ in 0..<max(0, min(decimals, 9)) { scale *= 10 }
  return (value * scale).rounded() / scale
}
