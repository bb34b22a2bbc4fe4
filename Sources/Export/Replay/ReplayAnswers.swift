import QuestionnaireModel

/// The answers in a row, in the order in which they are asked: whether there is one, and which of
/// those that the item takes.
///
/// What is written can be read only with a questionnaire of the same `replayShape`.
extension ReplayBitWriter {
  mutating func add(_ response: QuestionnaireResponse, of questionnaire: Questionnaire) {
    for item in questionnaire.items {
      let answer = response[item.id]
      add(answer != nil)
      if let answer { add(answer, to: item) }
    }
  }

  private mutating func add(_ answer: Answer, to item: Item) {
    let unsaid = item.unsaidAnswers
    if !unsaid.isEmpty {
      let place = unsaid.firstIndex(of: answer)
      add(place != nil)
      if let place { return add(place, among: unsaid.count) }
    }
    switch (answer, item.kind) {
    case (.option(let option), .yesNo): add(option == .yes)
    case (.option(let option), .choice(let options)):
      add(options.firstIndex { $0.id == option } ?? 0, among: options.count)
    case (.options(let chosen), .choices(let options)),
      (.options(let chosen), .zones(_, let options)):
      add(chosen.compactMap { id in options.firstIndex { $0.id == id } }, of: options.count)
    case (.rows(let answers), .each(let rows, _)):
      let allowed = item.rowAnswers
      for row in rows {
        let place = answers[row.id].flatMap { allowed.firstIndex(of: $0) }
        add(place.map { $0 + 1 } ?? 0, among: allowed.count + 1)
      }
    case (.number(let quantity), .number(let range)): add(quantity, of: range)
    case (.scale(let value), .scale): add(value, among: 11)
    case (.bodySize(let height, let weight), .bodySize):
      add(height != nil)
      if let height { add(height, of: BodySize.height) }
      add(weight != nil)
      if let weight { add(weight, of: BodySize.weight) }
    case (.date(let date), .date):
      add(date.month == nil ? 0 : date.day == nil ? 1 : 2, among: 3)
      add(UInt64(date.year), bits: 14)
      if let month = date.month { add(UInt64(month), bits: 4) }
      if let day = date.day { add(UInt64(day), bits: 5) }
    case (.text(let text), .text): addText(text)
    default: break  // An answer that does not fit its item is never asked to be written.
    }
  }

  /// Several options, in the order in which they were said.
  private mutating func add(_ places: [Int], of count: Int) {
    let isInOrder = places == places.sorted()
    add(isInOrder)
    if isInOrder {
      for place in 0..<count { add(places.contains(place)) }
    } else {
      addNumber(UInt64(places.count))
      for place in places { add(place, among: count) }
    }
  }

  /// The digits where they give the very same number back, else all its bits.
  private mutating func add(_ quantity: Quantity, of range: Item.NumberRange) {
    let units = [range.unit] + range.units
    add(units.firstIndex(of: quantity.unit) ?? 0, among: units.count)
    let digits = (quantity.value * range.replayScale).rounded()
    let isExact =
      digits >= 0 && digits < 1e15
      && (digits / range.replayScale).bitPattern == quantity.value.bitPattern
    add(isExact)
    if isExact { addNumber(UInt64(digits)) } else { add(quantity.value.bitPattern, bits: 64) }
  }
}

extension ReplayBitReader {
  /// `nil` where an answer does not fit its item.
  mutating func readResponse(of questionnaire: Questionnaire) -> QuestionnaireResponse? {
    var response = QuestionnaireResponse()
    for item in questionnaire.items {
      guard let isAnswered = readFlag() else { return nil }
      guard isAnswered else { continue }
      guard let answer = readAnswer(to: item), item.fault(in: answer) == nil else { return nil }
      response[item.id] = answer
    }
    return response
  }

  private mutating func readAnswer(to item: Item) -> Answer? {
    let unsaid = item.unsaidAnswers
    if !unsaid.isEmpty {
      guard let isUnsaid = readFlag() else { return nil }
      if isUnsaid { return readPlace(among: unsaid.count).map { unsaid[$0] } }
    }
    switch item.kind {
    case .yesNo: return readFlag().map { .option($0 ? .yes : .no) }
    case .choice(let options):
      return readPlace(among: options.count).map { .option(options[$0].id) }
    case .choices(let options), .zones(_, let options):
      return readPlaces(of: options.count).map { .options($0.map { options[$0].id }) }
    case .each(let rows, _):
      let allowed = item.rowAnswers
      var answers: [AnswerOption.ID: RowAnswer] = [:]
      for row in rows {
        guard let place = readPlace(among: allowed.count + 1) else { return nil }
        if place > 0 { answers[row.id] = allowed[place - 1] }
      }
      return .rows(answers)
    case .number(let range): return readQuantity(of: range).map { .number($0) }
    case .scale: return readPlace(among: 11).map { .scale($0) }
    case .bodySize: return readBodySize()
    case .date: return readDate().map { .date($0) }
    case .text: return readText().map { .text($0) }
    }
  }

  private mutating func readPlaces(of count: Int) -> [Int]? {
    var places: [Int] = []
    guard let isInOrder = readFlag() else { return nil }
    if isInOrder {
      for place in 0..<count {
        guard let isChosen = readFlag() else { return nil }
        if isChosen { places.append(place) }
      }
      return places
    }
    guard let chosen = readNumber(), chosen <= UInt64(count) else { return nil }
    for _ in 0..<chosen {
      guard let place = readPlace(among: count) else { return nil }
      places.append(place)
    }
    return places
  }

  private mutating func readQuantity(of range: Item.NumberRange) -> Quantity? {
    let units = [range.unit] + range.units
    guard let unit = readPlace(among: units.count), let isExact = readFlag() else { return nil }
    if isExact {
      return readNumber().map { Quantity(Double($0) / range.replayScale, units[unit]) }
    }
    return read(bits: 64).map { Quantity(Double(bitPattern: $0), units[unit]) }
  }

  private mutating func readBodySize() -> Answer? {
    var sizes: [Quantity?] = []
    for range in [BodySize.height, BodySize.weight] {
      guard let isThere = readFlag() else { return nil }
      guard isThere else {
        sizes.append(nil)
        continue
      }
      guard let size = readQuantity(of: range) else { return nil }
      sizes.append(size)
    }
    return .bodySize(height: sizes[0], weight: sizes[1])
  }

  private mutating func readDate() -> PartialDate? {
    guard let parts = readPlace(among: 3), let year = read(bits: 14) else { return nil }
    let month = parts > 0 ? read(bits: 4) : nil
    let day = parts > 1 ? read(bits: 5) : nil
    if parts > 0 && month == nil || parts > 1 && day == nil { return nil }
    return PartialDate(year: Int(year), month: month.map { Int($0) }, day: day.map { Int($0) })
  }
}

extension Item {
  /// What a person may say instead of an answer.
  fileprivate var unsaidAnswers: [Answer] {
    (offersNotSure ? [.notSure] : []) + (maySkip ? [.declined] : [])
  }

  fileprivate var rowAnswers: [RowAnswer] {
    [.notSure] + (options.isEmpty ? [.yes, .no] : options.map(\.id)).map { .option($0) }
  }

  /// All that the answers' bits depend on, and no words.
  fileprivate var replayShape: String {
    let kind =
      switch kind {
      case .yesNo: "yes-no"
      case .choice: "choice"
      case .choices: "choices"
      case .each: "each"
      case .number(let range):
        "number \(range.unit) \(range.units) \(range.least) \(range.most) \(range.decimals)"
      case .scale: "scale"
      case .zones: "zones"
      case .bodySize: "body-size"
      case .date: "date"
      case .text(let longest): "text \(longest)"
      }
    return "\(id) \(kind) \(options.map(\.id)) \(rows.map(\.id)) \(offersNotSure) \(maySkip)"
  }
}

extension Questionnaire {
  /// Two questionnaires of the same shape write and read the same answers as the same bits.
  var replayShape: String { items.map(\.replayShape).joined(separator: "\n") }
}

extension Item.NumberRange {
  fileprivate var replayScale: Double { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }
}
