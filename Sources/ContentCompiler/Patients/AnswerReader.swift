import QuestionnaireModel

/// Reads the answers of an example patient, in the form that answers files have too.
struct AnswerReader {
  let draft: Draft
  let questionnaire: Questionnaire

  /// The answers that could be read; every other has its fault in the report.
  func response(_ map: MapReader) -> QuestionnaireResponse {
    var response = QuestionnaireResponse()
    guard case .map(let pairs) = map.value.content else { return response }
    for (key, value) in pairs {
      guard let id = key.text else { continue }
      draft.mention(.item, id, at: key.place)
      let before = draft.report.diagnostics.count
      guard let item = questionnaire[Item.ID(id)], !draft.unclearItems.contains(item.id),
        let answer = answer(value, to: item),
        draft.report.diagnostics.count == before
      else { continue }
      if let fault = item.fault(in: answer) {
        report(value.place, id, words(for: fault), remedy(for: fault, of: item))
      } else {
        response[item.id] = answer
      }
    }
    return response
  }

  private func report(_ place: Place, _ id: String, _ problem: String, _ remedy: String) {
    draft.report.error("FittingAnswers", at: place, "the answer to '\(id)' \(problem)", remedy)
  }

  private func answer(_ value: YAMLValue, to item: Item) -> Answer? {
    let id = item.id.rawValue
    func wrong(_ wanted: String) -> Answer? {
      report(
        value.place, id, "should be \(wanted), is \(value.text.map { "'\($0)'" } ?? value.kind)",
        form(of: item))
      return nil
    }
    if value.text == "not-sure" { return .notSure }
    if value.text == "declined" { return .declined }
    switch item.kind {
    case .yesNo:
      guard let option = yesOrNo(value) else { return wrong("true or false") }
      return .option(option)
    case .choice:
      guard let text = value.text, !text.isEmpty else { return wrong("an option") }
      return .option(AnswerOption.ID(text))
    case .choices, .zones:
      guard case .list(let values) = value.content else { return wrong("a list") }
      return .options(values.compactMap { $0.text.map { AnswerOption.ID($0) } })
    case .each(_, let options): return rows(value, of: item, options) ?? wrong("a mapping")
    case .number(let range):
      guard let quantity = quantity(value, unit: range.unit) else { return wrong("a number") }
      return .number(quantity)
    case .scale:
      guard let number = value.text.flatMap({ Int($0) }) else { return wrong("a whole number") }
      return .scale(number)
    case .bodySize: return bodySize(value) ?? wrong("a height and a weight with their units")
    case .date:
      guard let date = value.text.flatMap({ PartialDate($0) }) else { return wrong("a date") }
      return .date(date)
    case .text:
      guard let text = value.text else { return wrong("a text") }
      return .text(text)
    }
  }

  private func yesOrNo(_ value: YAMLValue) -> AnswerOption.ID? {
    switch value.text {
    case "true": .yes
    case "false": .no
    default: nil
    }
  }

  private func rows(_ value: YAMLValue, of item: Item, _ options: [AnswerOption]) -> Answer? {
    guard case .map(let pairs) = value.content else { return nil }
    var answers: [AnswerOption.ID: RowAnswer] = [:]
    for (key, value) in pairs {
      guard let row = key.text.map({ AnswerOption.ID($0) }) else { continue }
      let known = item.rows.map(\.id.rawValue)
      if !known.contains(row.rawValue) {
        draft.report.error(
          "FittingAnswers", at: key.place, "'\(item.id)' has no row '\(row)'",
          suggestion(for: row.rawValue, among: known, otherwise: oneOf(known)))
        continue
      }
      if value.text == "not-sure" {
        answers[row] = .notSure
      } else if options.isEmpty, let option = yesOrNo(value) {
        answers[row] = .option(option)
      } else if !options.isEmpty, let text = value.text,
        options.contains(where: { $0.id.rawValue == text })
      {
        answers[row] = .option(AnswerOption.ID(text))
      } else {
        let known =
          (options.isEmpty ? ["true", "false"] : options.map(\.id.rawValue)) + ["not-sure"]
        draft.report.error(
          "FittingAnswers", at: value.place,
          "the answer to '\(item.id).\(row)' cannot be \(value.text.map { "'\($0)'" } ?? value.kind)",
          suggestion(for: value.text ?? "", among: known, otherwise: oneOf(known)))
      }
    }
    return .rows(answers)
  }

  /// `67`, or `{ value: 80, unit: kg }`.
  private func quantity(_ value: YAMLValue, unit: Unit?) -> Quantity? {
    if let text = value.text {
      guard let unit else { return nil }
      return decimalNumber(text).map { Quantity($0, unit) }
    }
    guard let map = MapReader(value, "the quantity", in: draft) else { return nil }
    let number = map.number("value")
    let unit = map.required("unit").flatMap { map.read(unit: $0) }
    map.finish()
    // The fault is in the report; the answer is dropped for it.
    guard let number, let unit else { return Quantity(0) }
    return Quantity(number, unit)
  }

  private func bodySize(_ value: YAMLValue) -> Answer? {
    guard case .map = value.content, let map = MapReader(value, "the body size", in: draft) else {
      return nil
    }
    let height = map.optional("height").map { quantity($0, unit: nil) }
    let weight = map.optional("weight").map { quantity($0, unit: nil) }
    map.finish()
    if case .some(nil) = height { return nil }
    if case .some(nil) = weight { return nil }
    return .bodySize(height: height.flatMap { $0 }, weight: weight.flatMap { $0 })
  }
}
