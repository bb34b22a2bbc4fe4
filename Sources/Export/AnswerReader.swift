import QuestionnaireModel

/// Makes answers of JSON values, and collects what does not fit.
struct AnswerReader {
  let questionnaire: Questionnaire
  private(set) var faults: [AnswersFile.Fault] = []

  init(questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  mutating func read(_ root: JSONNode) -> AnswersFile.Contents {
    var response = QuestionnaireResponse()
    var day: Day?
    var notice: String?
    guard case .object(let members) = root.value else {
      add(root.place, nil, "the file holds no map", "write { \"item\": answer, ... }")
      return AnswersFile.Contents(response: response, day: nil, notice: nil)
    }
    for member in members {
      if member.name == "on" {
        day = readDay(member.node)
      } else if member.name == "notice" {
        notice = readNotice(member.node)
      } else if let item = questionnaire[Item.ID(member.name)] {
        response[item.id] = readChecked(member.node, for: item)
      } else {
        addUnknown(
          member.name, "item", among: questionnaire.items.map(\.id.rawValue), at: member.place,
          subject: nil)
      }
    }
    return AnswersFile.Contents(response: response, day: day, notice: notice)
  }

  private mutating func readNotice(_ node: JSONNode) -> String? {
    if case .string(let text) = node.value { return text }
    add(node.place, "notice", "this is no text", "leave it out, or write what the program wrote")
    return nil
  }

  // MARK: - Faults

  private mutating func add(
    _ place: TextPlace, _ subject: String?, _ summary: String, _ remedy: String
  ) {
    faults.append(
      AnswersFile.Fault(
        line: place.line, column: place.column, subject: subject, summary: summary, remedy: remedy))
  }

  private mutating func addUnknown(
    _ name: String, _ noun: String, among names: [String], at place: TextPlace, subject: String?
  ) {
    let nearest = nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
    let few = names.count <= 12 ? "write one of: " + names.joined(separator: ", ") : nil
    add(
      place, subject, "there is no \(noun) \"\(printable(String(name.prefix(64))))\"",
      nearest ?? few ?? "leave it out")
  }

  // MARK: - Items

  private mutating func readDay(_ node: JSONNode) -> Day? {
    if case .string(let text) = node.value, let day = Day(text) { return day }
    add(node.place, "on", "this is no day", "write a day as \"2026-11-22\"")
    return nil
  }

  private mutating func readChecked(_ node: JSONNode, for item: Item) -> Answer? {
    guard let answer = read(node, for: item) else { return nil }
    if let fault = item.fault(in: answer) {
      let (summary, remedy) = words(for: fault, in: item)
      add(node.place, item.id.rawValue, summary, remedy)
    }
    return answer
  }

  /// The answer that the value writes; `nil` after a fault.
  private mutating func read(_ node: JSONNode, for item: Item) -> Answer? {
    if let said = readUnknown(node, for: item) { return said }
    switch (item.kind, node.value) {
    case (.yesNo, .bool(let value)): return .option(value ? .yes : .no)
    case (.choice(let options), .string(let name)):
      return readOption(name, of: options, at: node.place, subject: item.id.rawValue)
        .map { .option($0) }
    case (.choices(let options), .array(let elements)),
      (.zones(_, let options), .array(let elements)):
      return readOptions(elements, of: options, item: item)
    case (.each, .object(let members)): return readRows(members, of: item)
    case (.number(let range), .number(let value)): return .number(Quantity(value, range.unit))
    case (.number, .object(let members)):
      return readQuantity(members, at: node.place, subject: item.id.rawValue).map { .number($0) }
    case (.scale, .number(let value)):
      if let whole = Int(exactly: value) { return .scale(whole) }
    case (.bodySize, .object(let members)): return readBodySize(members, of: item)
    case (.date, .string(let text)):
      if let date = PartialDate(text) { return .date(date) }
    case (.text, .string(let text)): return .text(text)
    default: break
    }
    let isNull = node.value == .null
    add(
      node.place, item.id.rawValue, isNull ? "null is no answer" : "the answer is of another kind",
      isNull ? "leave the item out" : "write " + example(for: item))
    return nil
  }

  /// "Not sure" and "declined".
  ///
  /// A text item that offers neither takes them as words, and an option of that name is meant
  /// first.
  private func readUnknown(_ node: JSONNode, for item: Item) -> Answer? {
    guard case .string(let text) = node.value,
      !item.options.contains(where: { $0.id.rawValue == text })
    else { return nil }
    let isText = if case .text = item.kind { true } else { false }
    return switch text {
    case "not-sure" where !isText || item.offersNotSure: .notSure
    case "declined" where !isText || item.maySkip: .declined
    default: nil
    }
  }

  private mutating func readOption(
    _ name: String, of options: [AnswerOption], at place: TextPlace, subject: String
  ) -> AnswerOption.ID? {
    let id = AnswerOption.ID(name)
    if options.contains(where: { $0.id == id }) { return id }
    addUnknown(name, "option", among: options.map(\.id.rawValue), at: place, subject: subject)
    return nil
  }

  private mutating func readOptions(
    _ elements: [JSONNode], of options: [AnswerOption], item: Item
  ) -> Answer {
    var chosen: [AnswerOption.ID] = []
    for element in elements {
      guard case .string(let name) = element.value else {
        add(element.place, item.id.rawValue, "this is no option", "write " + example(for: item))
        continue
      }
      if let option = readOption(name, of: options, at: element.place, subject: item.id.rawValue) {
        chosen.append(option)
      }
    }
    return .options(chosen)
  }

  private mutating func readRows(_ members: [JSONNode.Member], of item: Item) -> Answer {
    var rows: [AnswerOption.ID: RowAnswer] = [:]
    for member in members {
      let row = AnswerOption.ID(member.name)
      guard item.rows.contains(where: { $0.id == row }) else {
        addUnknown(
          member.name, "row", among: item.rows.map(\.id.rawValue), at: member.place,
          subject: item.id.rawValue)
        continue
      }
      let subject = item.id.rawValue + "." + member.name
      switch member.node.value {
      case .string("not-sure"): rows[row] = .notSure
      case .bool(let value) where item.options.isEmpty: rows[row] = .option(value ? .yes : .no)
      case .string(let name) where !item.options.isEmpty:
        rows[row] = readOption(name, of: item.options, at: member.node.place, subject: subject)
          .map { .option($0) }
      default:
        let option = item.options.first.map { "\"\($0.id)\"" } ?? "true, false"
        add(
          member.node.place, subject, "the answer is of another kind",
          "write \(option) or \"not-sure\"")
      }
    }
    return .rows(rows)
  }

  // MARK: - Numbers

  private mutating func readQuantity(
    _ members: [JSONNode.Member], at place: TextPlace, subject: String
  ) -> Quantity? {
    var value: Double?
    var unit: Unit?
    let before = faults.count
    for member in members {
      switch (member.name, member.node.value) {
      case ("value", .number(let number)): value = number
      case ("unit", .string(let name)):
        unit = Unit(rawValue: name)
        if unit == nil {
          addUnknown(
            name, "unit", among: Unit.allCases.map(\.rawValue), at: member.node.place,
            subject: subject)
        }
      case ("value", _): add(member.node.place, subject, "this is no number", "write a number")
      case ("unit", _): add(member.node.place, subject, "this is no unit", "write a unit in quotes")
      default:
        addUnknown(
          member.name, "key", among: ["value", "unit"], at: member.place, subject: subject)
      }
    }
    if faults.count > before { return nil }
    if let value, let unit { return Quantity(value, unit) }
    add(
      place, subject, value == nil ? "the number is missing" : "the unit is missing",
      "write { \"value\": number, \"unit\": \"unit\" }")
    return nil
  }

  private mutating func readBodySize(_ members: [JSONNode.Member], of item: Item) -> Answer {
    var sizes: [String: Quantity] = [:]
    for member in members {
      let subject = item.id.rawValue + "." + member.name
      switch (member.name, member.node.value) {
      case ("height", .object(let parts)), ("weight", .object(let parts)):
        sizes[member.name] = readQuantity(parts, at: member.node.place, subject: subject)
      case ("height", _), ("weight", _):
        add(
          member.node.place, subject, "the answer is of another kind",
          "write " + example(for: item))
      default:
        addUnknown(
          member.name, "measure", among: ["height", "weight"], at: member.place,
          subject: item.id.rawValue)
      }
    }
    return .bodySize(height: sizes["height"], weight: sizes["weight"])
  }
}
