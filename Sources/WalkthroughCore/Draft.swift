package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// An answer in the making, as it stands on a question screen.
  package struct Draft: Equatable, Sendable {
    package var chosen: AnswerOption.ID?
    package var several: Set<AnswerOption.ID> = []
    package var isNoneOfThese = false
    package var rows: [AnswerOption.ID: RowAnswer] = [:]
    /// What was typed: one field, or height and weight.
    package var fields = ["", ""]
    package var scale: Int?
    /// The index of the unit typed in: 0 is the item's own.
    ///
    /// For height and weight 0 is metric and 1 is US.
    package var unit = 0
    package var isNotSure = false
    package var isSkipped = false
    package var fault: DraftFault?

    package init() {}

    /// The draft that shows an answer given before; without one, a fresh one in these units.
    package init(_ answer: Answer?, to item: Item, units: UnitSystem = .metric) {
      if item.kind == .bodySize && units == .us { unit = 1 }
      switch answer {
      case nil: break
      case .notSure: isNotSure = true
      case .declined: isSkipped = true
      case .option(let option): chosen = option
      case .options(let options):
        several = Set(options)
        isNoneOfThese = options.isEmpty
      case .rows(let answers): rows = answers
      case .scale(let value): scale = value
      case .date(let date): fields[0] = date.description
      case .text(let text): fields[0] = text
      case .number(let quantity):
        fields[0] = Self.text(of: quantity.value)
        if case .number(let range) = item.kind {
          unit = ([range.unit] + range.units).firstIndex(of: quantity.unit) ?? 0
        }
      case .bodySize(let height, let weight):
        unit = height?.unit == .inches || height?.unit == .feet || weight?.unit == .pounds ? 1 : 0
        fields[0] =
          height.map { unit == 1 ? Self.feetAndInches($0) : Self.text(of: $0, in: .centimeters) }
          ?? ""
        fields[1] = weight.map { Self.text(of: $0, in: unit == 1 ? .pounds : .kilograms) } ?? ""
      }
    }

    /// A number without a needless ".0".
    package static func text(of value: Double) -> String {
      if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
      return String(value)
    }

    /// A quantity in the unit of its field: as it was given, or turned into that unit to one digit
    /// after the point.
    private static func text(of quantity: Quantity, in unit: Unit) -> String {
      if quantity.unit == unit { return text(of: quantity.value) }
      return text(of: ((quantity.converted(to: unit) ?? quantity).value * 10).rounded() / 10)
    }

    package static func feetAndInches(_ height: Quantity) -> String {
      let inches = (height.inBaseUnit / Unit.inches.factor * 10).rounded() / 10
      let feet = (inches / 12).rounded(.down)
      return text(of: feet) + "'" + text(of: ((inches - feet * 12) * 10).rounded() / 10)
    }
  }

  /// Why a draft is no answer yet.
  package enum DraftFault: Equatable, Sendable {
    case nothingChosen
    /// So many rows have no answer.
    case rowsLeft(Int)
    case notANumber
    case notADate
    case answer(AnswerFault)
    /// Not every option has been on the screen yet.
    case moreBelow
  }
}

extension Walkthrough.Draft {
  /// The answer that the draft stands for, or why it is none yet.
  package func answer(to item: Item) -> Result<Answer, Walkthrough.DraftError> {
    if isNotSure { return .success(.notSure) }
    if isSkipped { return .success(.declined) }
    let answer: Answer
    switch item.kind {
    case .yesNo, .choice:
      guard let chosen else { return .failure(.init(.nothingChosen)) }
      answer = .option(chosen)
    case .choices(let options), .zones(_, let options):
      guard isNoneOfThese || !several.isEmpty else { return .failure(.init(.nothingChosen)) }
      answer = .options(options.map(\.id).filter(several.contains))
    case .each(let itemRows, _):
      let left = itemRows.count { rows[$0.id] == nil }
      guard left == 0 else { return .failure(.init(.rowsLeft(left))) }
      answer = .rows(rows)
    case .scale:
      guard let scale else { return .failure(.init(.nothingChosen)) }
      answer = .scale(scale)
    case .number(let range):
      guard let value = Self.number(fields[0]) else { return .failure(.init(.notANumber)) }
      let units = [range.unit] + range.units
      answer = .number(Quantity(value, units.indices.contains(unit) ? units[unit] : range.unit))
    case .bodySize:
      switch bodySize() {
      case .success(let size): answer = size
      case .failure(let error): return .failure(error)
      }
    case .date:
      guard let date = PartialDate(Self.trimmed(fields[0])) else {
        return .failure(.init(.notADate))
      }
      answer = .date(date)
    case .text:
      let words = Self.trimmed(fields[0])
      if words.isEmpty {
        return item.maySkip ? .success(.declined) : .failure(.init(.nothingChosen))
      }
      answer = .text(words)
    }
    return item.fault(in: answer).map { .failure(.init(.answer($0))) } ?? .success(answer)
  }

  /// Height and weight; each may be left empty, but not both.
  private func bodySize() -> Result<Answer, Walkthrough.DraftError> {
    let typed = fields.map { Self.trimmed($0) }
    if typed.allSatisfy(\.isEmpty) { return .failure(.init(.nothingChosen)) }
    var height: Quantity?
    var weight: Quantity?
    if !typed[0].isEmpty {
      guard let read = unit == 1 ? Self.inches(typed[0]) : Self.number(typed[0]) else {
        return .failure(.init(.notANumber))
      }
      height = Quantity(read, unit == 1 ? .inches : .centimeters)
    }
    if !typed[1].isEmpty {
      guard let read = Self.number(typed[1]) else { return .failure(.init(.notANumber)) }
      weight = Quantity(read, unit == 1 ? .pounds : .kilograms)
    }
    return .success(.bodySize(height: height, weight: weight))
  }

  /// A plain number with a point or a comma; `nil` for anything else, an exponent or a sign
  /// included.
  package static func number(_ text: String) -> Double? {
    let text = trimmed(text).replacing(",", with: ".")
    guard !text.isEmpty, text.count <= 12,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    return Double(text)
  }

  /// `5'7`, `5 7` or `5 ft 7 in` as inches; a number alone from 12 up is inches, below it feet.
  package static func inches(_ text: String) -> Double? {
    let parts = text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == ",")) }
    let numbers = parts.map { number(String($0)) }
    switch numbers.count {
    case 1:
      guard let only = numbers[0] else { return nil }
      return only < 12 ? only * 12 : only
    case 2:
      guard let feet = numbers[0], let inches = numbers[1], inches < 12 else { return nil }
      return ((feet * 12 + inches) * 10).rounded() / 10
    default: return nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension Walkthrough {
  package struct DraftError: Error, Equatable {
    package let fault: DraftFault
    package init(_ fault: DraftFault) { self.fault = fault }
  }
}
