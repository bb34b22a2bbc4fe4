import QuestionnaireModel

extension MapReader {
  /// Reads the keys that belong to a kind; `nil` where one is missing or wrong.
  func kind(_ word: KindWord) -> Item.Kind? {
    switch word {
    case .yesNo: return .yesNo
    case .choice: return options("options").map { .choice($0) }
    case .choices: return options("options").map { .choices($0) }
    case .each:
      let rows = options("rows")
      let answers = has("options") ? options("options") : []
      guard let rows, let answers else { return nil }
      return .each(rows: rows, options: answers)
    case .number: return range().map { .number($0) }
    case .scale:
      let low = text("low")
      let high = text("high")
      guard let low, let high else { return nil }
      return .scale(low: low, high: high)
    case .zones:
      let picture = optionalName("picture", of: .picture)
      return options("zones").map { .zones(picture: picture, $0) }
    case .bodySize: return .bodySize
    case .date: return .date
    case .text:
      guard let longest = whole("longest") else { return nil }
      if longest > 0 { return .text(longest: longest) }
      report.error(
        "NumberRanges", at: places["longest"] ?? place, "'longest' of \(name) should be above 0",
        "write how many characters the text may have")
      return nil
    }
  }

  /// A mapping from ids to texts, in the order written.
  private func options(_ key: String) -> [AnswerOption]? {
    guard let map = map(key), case .map(let pairs) = map.value.content else { return nil }
    if pairs.isEmpty {
      report.error(
        "OptionCount", at: map.place, "'\(key)' of \(name) is empty", "write 'id: text' below it")
      return nil
    }
    return pairs.compactMap { optionKey, value in
      guard let id = optionKey.text else { return nil }
      draft.checkId(id, isOption: true, what: "option", at: optionKey.place, isEmpty: value.isEmpty)
      if value.isEmpty { return nil }
      if case .map = value.content {
        guard let option = MapReader(value, "option '\(id)' of \(name)", in: draft) else {
          return nil
        }
        let text = option.text("text")
        let hint = option.optionalText("hint")
        let clinical = option.clinicalText()
        let forAnother = option.optionalText("for-another")
        option.finish()
        return AnswerOption(
          id: AnswerOption.ID(id), text: text ?? "", hint: hint, clinical: clinical,
          forAnother: forAnother)
      }
      return AnswerOption(id: AnswerOption.ID(id), text: read(text: value, id) ?? "")
    }
  }

  private func range() -> Item.NumberRange? {
    let unit = optional("unit").map { read(unit: $0) } ?? Unit.none
    let others = list("units").compactMap { value -> Unit? in
      guard let other = read(unit: value), let unit else { return nil }
      if other.dimension == unit.dimension && unit != .none { return other }
      report.error(
        "KnownUnits", at: value.place,
        "\(name) is asked in \(unit.rawValue) and cannot be given in \(other.rawValue)",
        "name units of the same kind alone")
      return nil
    }
    let least = number("least")
    let most = number("most")
    let decimals = optionalWhole("decimals") ?? 0
    guard let unit, let least, let most else { return nil }
    if least >= most {
      report.error(
        "NumberRanges", at: places["most"] ?? place, "'most' of \(name) is not above 'least'",
        "write the larger number after 'most'")
    }
    if !(0...6).contains(decimals) {
      report.error(
        "NumberRanges", at: places["decimals"] ?? place,
        "'decimals' of \(name) should be from 0 to 6",
        "write how many digits may stand after the point")
    }
    return Item.NumberRange(
      unit: unit, units: others, least: least, most: most, decimals: min(max(0, decimals), 6))
  }

  func read(unit value: YAMLValue) -> Unit? {
    let known = Unit.allCases.map(\.rawValue)
    if let word = value.text, let unit = Unit(rawValue: word) { return unit }
    report.error(
      "KnownUnits", at: value.place,
      "there is no unit \(value.text.map { "'\($0)'" } ?? "like this")",
      suggestion(
        for: value.text ?? "", among: known,
        otherwise: "write one of: " + known.joined(separator: ", ")))
    return nil
  }
}
