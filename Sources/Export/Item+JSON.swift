import QuestionnaireModel

extension Item {
  /// An answer to the item, as an answers file holds it.
  func json(of answer: Answer) -> JSON {
    switch answer {
    case .option(let option): json(of: option, hasYesAndNo: kind == .yesNo)
    case .options(let options): .strings(options)
    case .rows(let rows):
      .object(
        rows.sorted { $0.key < $1.key }
          .map { row, answer in JSON.Member(row.rawValue, json(of: answer)) })
    case .number(let quantity): json(of: quantity)
    case .scale(let value): .number(Double(value))
    case .bodySize(let height, let weight):
      .object(
        [("height", height), ("weight", weight)].compactMap { name, quantity in
          quantity.map { JSON.Member(name, .quantity($0)) }
        })
    case .date(let date): .string(date.description)
    case .text(let text): .string(text)
    case .notSure: .string("not-sure")
    case .declined: .string("declined")
    }
  }

  /// A number in the item's own unit stands alone.
  private func json(of quantity: Quantity) -> JSON {
    if case .number(let range) = kind, range.unit == quantity.unit {
      return .number(quantity.value)
    }
    return .quantity(quantity)
  }

  func json(of answer: RowAnswer) -> JSON {
    switch answer {
    case .option(let option): json(of: option, hasYesAndNo: options.isEmpty)
    case .notSure: .string("not-sure")
    }
  }

  private func json(of option: AnswerOption.ID, hasYesAndNo: Bool) -> JSON {
    hasYesAndNo && (option == .yes || option == .no)
      ? .bool(option == .yes) : .string(option.rawValue)
  }
}

extension JSON {
  static func quantity(_ quantity: Quantity) -> JSON {
    .object([
      JSON.Member("value", .number(quantity.value)),
      JSON.Member("unit", .string(quantity.unit.rawValue)),
    ])
  }
}
