import QuestionnaireModel

extension AnswerReader {
  /// An answer as the item wants it.
  func example(for item: Item) -> String {
    let first = (item.rows.first ?? item.options.first)?.id.rawValue ?? "option"
    return switch item.kind {
    case .yesNo: "true or false"
    case .choice: "one option, such as \"\(first)\""
    case .choices, .zones: "a list of options, such as [\"\(first)\"]"
    case .each(_, let options):
      "the rows, such as { \"\(first)\": "
        + (options.first.map { "\"\($0.id)\"" } ?? "true") + " }"
    case .number(let range):
      "a number, or { \"value\": number, \"unit\": \"\(range.unit.rawValue)\" }"
    case .scale: "a whole number from 0 to 10"
    case .bodySize: "{ \"height\": { \"value\": 170, \"unit\": \"cm\" } }"
    case .date: "a date as \"2026-03-05\", \"2026-03\" or \"2026\""
    case .text: "a text in quotes"
    }
  }

  /// What is wrong and how to mend it.
  func words(for fault: AnswerFault, in item: Item) -> (summary: String, remedy: String) {
    switch fault {
    case .wrongKind: ("the answer is of another kind", "write " + example(for: item))
    case .unknownOption(let option):
      ("there is no option \"\(option)\"", "write " + example(for: item))
    case .unknownRow(let row): ("there is no row \"\(row)\"", "write " + example(for: item))
    case .repeatedOption(let option): ("\"\(option)\" is chosen twice", "keep one of the two")
    case .outOfRange(let least, let most, let unit):
      (
        "the number is out of range",
        "write one from \(short(least)) to \(short(most))"
          + (unit == .none ? "" : " " + unit.rawValue)
      )
    case .tooManyDecimals(0): ("the number has a fraction", "write a whole number")
    case .tooManyDecimals(let count):
      ("the number is too exact", "write at most \(count) digits after the point")
    case .wrongUnit(let unit): ("the unit \"\(unit.rawValue)\" does not fit", units(of: item))
    case .tooLong(let longest): ("the text is too long", "write at most \(longest) characters")
    case .unprintable: ("the text holds a character that no screen can show", "remove it")
    case .notSureNotOffered: ("\"not-sure\" is not offered here", "answer it or leave it out")
    case .skipNotOffered: ("\"declined\" is not offered here", "answer it or leave it out")
    }
  }

  private func units(of item: Item) -> String {
    let ranges: [Item.NumberRange] =
      switch item.kind {
      case .number(let range): [range]
      case .bodySize: [BodySize.height, BodySize.weight]
      default: []
      }
    let lists = ranges.map { range in
      ([range.unit] + range.units).map(\.rawValue).joined(separator: ", ")
    }
    return "write one of: " + lists.joined(separator: "; ")
  }

  private func short(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? number.description
  }
}
