/// Why an answer does not fit its item.
///
/// The words are made by whoever shows it.
package enum AnswerFault: Error, Equatable, Sendable {
  /// The answer is of another kind than the item asks for.
  case wrongKind
  case unknownOption(AnswerOption.ID)
  case unknownRow(AnswerOption.ID)
  case repeatedOption(AnswerOption.ID)
  case outOfRange(least: Double, most: Double, unit: Unit)
  case tooManyDecimals(Int)
  case wrongUnit(Unit)
  case tooLong(Int)
  /// A control character or another that no screen can show.
  case unprintable
  case notSureNotOffered
  case skipNotOffered
}

extension Item {
  /// The fault of an answer to this item; `nil` if it fits.
  ///
  /// A partly answered `each` item fits.
  package func fault(in answer: Answer) -> AnswerFault? {
    switch (answer, kind) {
    case (.notSure, .each): return .wrongKind
    case (.notSure, _): return offersNotSure ? nil : .notSureNotOffered
    case (.declined, _): return maySkip ? nil : .skipNotOffered
    case (.option(let option), .yesNo):
      return option == .yes || option == .no ? nil : .unknownOption(option)
    case (.option(let option), .choice(let options)):
      return options.contains { $0.id == option } ? nil : .unknownOption(option)
    case (.options(let chosen), .choices(let options)),
      (.options(let chosen), .zones(_, let options)):
      return Self.fault(in: chosen, of: options)
    case (.rows(let answers), .each(let rows, let options)):
      return Self.fault(in: answers, rows: rows, options: options)
    case (.number(let quantity), .number(let range)): return range.fault(in: quantity)
    case (.scale(let value), .scale):
      return (0...10).contains(value) ? nil : .outOfRange(least: 0, most: 10, unit: .none)
    case (.bodySize(let height, let weight), .bodySize):
      return height.flatMap { BodySize.height.fault(in: $0) }
        ?? weight.flatMap { BodySize.weight.fault(in: $0) }
    case (.date, .date): return nil
    case (.text(let text), .text(let longest)):
      if text.count > longest { return .tooLong(longest) }
      return text.unicodeScalars.allSatisfy(\.isPrintableInAnswers) ? nil : .unprintable
    default: return .wrongKind
    }
  }

  private static func fault(
    in chosen: [AnswerOption.ID], of options: [AnswerOption]
  ) -> AnswerFault? {
    var seen: Set<AnswerOption.ID> = []
    for option in chosen {
      if !options.contains(where: { $0.id == option }) { return .unknownOption(option) }
      if !seen.insert(option).inserted { return .repeatedOption(option) }
    }
    return nil
  }

  private static func fault(
    in answers: [AnswerOption.ID: RowAnswer], rows: [AnswerOption], options: [AnswerOption]
  ) -> AnswerFault? {
    let allowed = options.isEmpty ? [.yes, .no] : options.map(\.id)
    func fault(_ row: AnswerOption.ID, _ answer: RowAnswer) -> AnswerFault? {
      if !rows.contains(where: { $0.id == row }) { return .unknownRow(row) }
      guard case .option(let option) = answer else { return nil }
      return allowed.contains(option) ? nil : .unknownOption(option)
    }
    // Of several faults always the same.
    return answers.filter { fault($0.key, $0.value) != nil }.min { $0.key < $1.key }
      .flatMap { fault($0.key, $0.value) }
  }
}

/// The bounds of the measures of a `body-size` item: what a scale and a wall can measure, not what
/// is healthy.
package enum BodySize {
  package static let height = Item.NumberRange(
    unit: .centimeters, units: [.meters, .inches, .feet], least: 50, most: 250, decimals: 1)
  package static let weight = Item.NumberRange(
    unit: .kilograms, units: [.pounds], least: 10, most: 400, decimals: 1)
}

extension Item.NumberRange {
  package func fault(in quantity: Quantity) -> AnswerFault? {
    guard quantity.unit == unit || units.contains(quantity.unit),
      let converted = quantity.converted(to: unit)
    else { return .wrongUnit(quantity.unit) }
    guard converted.value >= least, converted.value <= most else {
      return .outOfRange(least: least, most: most, unit: unit)
    }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let shifted = quantity.value * scale
    return abs(shifted - shifted.rounded()) < 1e-6 ? nil : .tooManyDecimals(decimals)
  }
}

extension Unicode.Scalar {
  /// Whether an answer may hold the character: printable, and none that hides or reorders its
  /// neighbors.
  package var isPrintableInAnswers: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
