import QuestionnaireModel

extension AnswerReader {
  /// What is wrong with an answer, after "the answer to 'item' ".
  func words(for fault: AnswerFault) -> String {
    switch fault {
    case .wrongKind: "is of another kind than the item"
    case .unknownOption(let option): "cannot be '\(option)'"
    case .unknownRow(let row): "has no row '\(row)'"
    case .repeatedOption(let option): "names '\(option)' twice"
    case .outOfRange(let least, let most, let unit):
      "should be from \(plain(least)) to \(plain(most))"
        + (unit == .none ? "" : " \(unit.rawValue)")
    case .tooManyDecimals(let decimals): "has more than \(decimals) decimals"
    case .wrongUnit(let unit): "cannot be in '\(unit.rawValue)'"
    case .tooLong(let longest): "is longer than \(longest) characters"
    case .unprintable: "holds a character that no screen can show"
    case .notSureNotOffered: "cannot be 'not-sure', which is not offered"
    case .skipNotOffered: "cannot be 'declined', which is not offered"
    }
  }

  func remedy(for fault: AnswerFault, of item: Item) -> String {
    let options = item.options.map(\.id.rawValue)
    switch fault {
    case .unknownOption(let option):
      return suggestion(for: option.rawValue, among: options, otherwise: oneOf(options))
    case .unknownRow(let row):
      let rows = item.rows.map(\.id.rawValue)
      return suggestion(for: row.rawValue, among: rows, otherwise: oneOf(rows))
    case .repeatedOption: return "keep one of the two"
    case .outOfRange, .tooManyDecimals: return "write another number"
    case .wrongUnit:
      guard case .number(let range) = item.kind else { return "write height in cm, weight in kg" }
      return oneOf(([range.unit] + range.units).map(\.rawValue))
    case .tooLong, .unprintable: return "write another text"
    case .notSureNotOffered where item.kind.isEach:
      return "answer each row, as in '{ row: not-sure }'"
    case .notSureNotOffered: return "write an answer, or add 'not-sure: true' to the item"
    case .skipNotOffered: return "write an answer, or add 'may-skip: true' to the item"
    case .wrongKind: return form(of: item)
    }
  }

  /// How an answer to the item is written.
  func form(of item: Item) -> String {
    switch item.kind {
    case .yesNo: "write true or false"
    case .choice(let options): oneOf(options.map(\.id.rawValue))
    case .choices, .zones:
      "write a list, as in [\(item.options.first?.id.rawValue ?? "a")]; none is []"
    case .each(let rows, let options):
      "write each row, as in { \(rows.first?.id.rawValue ?? "row"): "
        + "\(options.first?.id.rawValue ?? "true") }"
    case .number: "write digits alone, or { value: 80, unit: kg }"
    case .scale: "write a number from 0 to 10"
    case .bodySize: "write { height: { value: 170, unit: cm }, weight: { value: 80, unit: kg } }"
    case .date: "write 2026-03-05, 2026-03 or 2026"
    case .text: "write words"
    }
  }
}

extension Item.Kind {
  fileprivate var isEach: Bool { if case .each = self { true } else { false } }
}
