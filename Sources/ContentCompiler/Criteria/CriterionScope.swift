import QuestionnaireModel

/// What a criterion may speak of: the items and the definitions.
final class CriterionScope {
  private(set) var shapes: [String: ItemShape] = [:]
  var definitions: [String: Definition] = [:]
  /// False where a file with items or definitions could not be read: then a name that is not known
  /// is no fault.
  var isComplete = true

  /// Of two items with one id the first counts.
  func add(_ shape: ItemShape, named id: String) { if shapes[id] == nil { shapes[id] = shape } }

  func setShape(_ shape: ItemShape, named id: String) { shapes[id] = shape }
}

/// What can be said of an item or of a part of it.
enum ItemShape: Equatable {
  case yesNo
  case oneOf([String])
  case someOf([String])
  /// Bounds in the unit; `nil` where there are none.
  case number(Unit, bounds: ClosedRange<Double>?)
  /// Height or weight: the unit must be written.
  case measure(Unit, bounds: ClosedRange<Double>)
  case date
  case text
  /// An item whose rows are spoken of one by one; `nil`: yes and no.
  case rows([String], options: [String]?)
  case bodySize
  /// The item has faults of its own: everything may be said of it.
  case unclear

  init(_ kind: Item.Kind) {
    func ids(_ options: [AnswerOption]) -> [String] { options.map(\.id.rawValue) }
    self =
      switch kind {
      case .yesNo: .yesNo
      case .choice(let options): .oneOf(ids(options))
      case .choices(let options), .zones(_, let options): .someOf(ids(options))
      case .each(let rows, let options):
        .rows(ids(rows), options: options.isEmpty ? nil : ids(options))
      case .number(let range):
        .number(
          range.unit, bounds: range.least <= range.most ? range.least...range.most : nil)
      case .scale: .number(.none, bounds: 0...10)
      case .bodySize: .bodySize
      case .date: .date
      case .text: .text
      }
  }

  /// How a criterion names such a thing, for remedies.
  func example(_ name: String) -> String {
    switch self {
    case .yesNo, .unclear: "write '\(name)' alone"
    case .oneOf(let options): "write '\(name) is \(options.first ?? "option")'"
    case .someOf(let options): "write '\(name) includes \(options.first ?? "option")'"
    case .number(let unit, _): "write '\(name) >= 5\(unit == .none ? "" : " " + unit.rawValue)'"
    case .measure(let unit, _): "write '\(name) < 90 \(unit.rawValue)'"
    case .date: "write '\(name) < 12 weeks'"
    case .text: "no rule reads a text; ask it as a choice"
    case .rows(let rows, _): "name one row, as in '\(name).\(rows.first ?? "row")'"
    case .bodySize: "name one measure, as in '\(name).bmi >= 30'"
    }
  }

  var what: String {
    switch self {
    case .yesNo, .unclear: "a yes-no question"
    case .oneOf: "a choice"
    case .someOf: "a choice of several"
    case .number, .measure: "a number"
    case .date: "a date"
    case .text: "a text"
    case .rows: "a group of rows"
    case .bodySize: "a body size"
    }
  }
}
