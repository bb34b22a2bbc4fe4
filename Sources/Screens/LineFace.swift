import QuestionnaireModel
package import RecommendationCore
package import WalkthroughCore

/// The walkthrough as numbered prompts on lines: for screen readers, pipes and terminals that
/// cannot move the cursor.
///
/// It drives the same state as the screen. Where the screen has many fields at once (rows, height
/// and weight) it asks for one after the other and gives the answer as a whole.
package struct LineFace {
  /// The rows answered so far on the item that is asked.
  private var rows: [AnswerOption.ID: RowAnswer] = [:]
  /// The height, once given; the inner value is `nil` when it was left out.
  private var height: Quantity??
  private var asked: Walkthrough.Screen?

  package init() {}

  /// What a typed line leads to.
  package enum Reply: Equatable {
    case act([Walkthrough.Action])
    /// More of the same answer is needed; the next prompt asks for it.
    case askMore
    /// The line means nothing here; these words say so.
    case misunderstood(String)
  }

  /// What to say before a line is read.
  package mutating func lines(for state: Walkthrough.State, in pack: ContentPack) -> [String] {
    if asked != state.screen { startOver(at: state.screen) }
    let scene = Scene(state, in: pack)
    let content = screenContent(scene)
    let notice = content.notice.map { [$0] } ?? []
    if let item = scene.item { return notice + questionLines(item, content, scene) }
    return notice + LineFace.plainLines(fromPassage(content, scene))
      + wordsLine(content, scene) + prompt(for: content, scene)
  }

  private mutating func startOver(at screen: Walkthrough.Screen) {
    rows = [:]
    height = nil
    asked = screen
  }

  /// What a line means here.
  ///
  /// Empty is the way on, where there is one.
  package mutating func reply(
    to line: String, state: Walkthrough.State, in pack: ContentPack
  ) -> Reply {
    let scene = Scene(state, in: pack)
    let typed = line.trimmingBlanks
    if state.screen == .save { return fileReply(typed, state) }
    if state.screen == .search { return searchReply(typed, state, scene) }
    if let found = searchActions(typed, state) { return .act(found) }
    if typed.lowercased() == "undo", !rows.isEmpty || height != nil {
      // What was begun here is no step yet: it is begun again.
      startOver(at: state.screen)
      return .askMore
    }
    if let action = LineFace.command(typed, state, in: pack)
      ?? LineFace.sourcesCommand(typed, state, in: pack)
    {
      return .act([action])
    }
    if let item = scene.item { return answerReply(typed, item, scene) }
    let entries = state.entries(in: pack)
    if typed.isEmpty {
      guard let entry = state.defaultEntry(in: pack) else {
        return .misunderstood(unknown(typed, scene))
      }
      return .act([.chosen(entry)])
    }
    guard let number = Int(typed), entries.indices.contains(number - 1) else {
      return .misunderstood(unknown(typed, scene))
    }
    return .act([.chosen(entries[number - 1])])
  }

  private static func command(
    _ typed: String, _ state: Walkthrough.State, in pack: ContentPack
  ) -> Walkthrough.Action? {
    switch typed.lowercased() {
    case "b": .backPressed
    case "w" where state.isOnQuestion: .whyPressed
    case "m": wordsAction(state, in: pack)
    case "r": .reviewPressed
    case "s" where state.screenOfSources(in: pack) != nil: .sourcesPressed
    case "a" where state.offersArticle: .articlePressed
    case "l" where state.canShowSections: .sectionsPressed
    case "h" where state.pageWithHeadings(in: pack) != nil: .headingsPressed
    case "f" where state.canGoForward: .forwardPressed
    case "e": .emergencyPressed
    case "?": .helpPressed
    case "undo": .undoPressed
    case "redo": .redoPressed
    case "q": .leavePressed
    default: nil
    }
  }

  func unknown(_ typed: String, _ scene: Scene) -> String {
    scene.word(.lineUnknown, ["input": typed])
  }

  private func fileReply(_ typed: String, _ state: Walkthrough.State) -> Reply {
    if typed.lowercased() == "b" { return .act([.backPressed]) }
    if typed.lowercased() == "q" { return .act([.leavePressed]) }
    if typed.isEmpty { return .act([.chosen(.saveNow)]) }
    var name: [Walkthrough.Action] = Array(
      repeating: .deletedBackward, count: state.file.name.count)
    name.append(.textPasted(typed))
    return .act(name + [.chosen(.saveNow)])
  }

  // MARK: - Questions

  private func questionLines(_ item: Item, _ content: ScreenContent, _ scene: Scene) -> [String] {
    var lines: [String] = []
    let isFirst = rows.isEmpty && height == nil
    if isFirst {
      lines.append(
        content.section + (content.place.isEmpty ? "" : " (" + content.place + ")"))
      lines.append(content.heading)
      for block in content.blocks { if case .text(let text, _) = block { lines.append(text) } }
    }
    if let fault = content.fault { lines.append("! " + fault) }
    switch item.kind {
    case .each:
      let left = item.rows.filter { rows[$0.id] == nil }
      if let row = left.first {
        let index = item.rows.count - left.count + 1
        lines.append("\(index)/\(item.rows.count) " + scene.fill(row.text))
        lines.append(scene.word(.lineRow, ["choices": choices(of: item, scene)]))
        if canDeclineRest(item) { lines.append(scene.word(.lineRest)) }
      }
    case .bodySize:
      let units = scene.state.units == .us ? " (ft, cm / lb, kg)" : " (cm, ft / kg, lb)"
      lines.append(scene.word(height == nil ? .height : .weight) + units)
    case .number, .scale, .date, .text:
      if case .scale(let low, let high) = item.kind {
        lines.append("0 = " + scene.fill(low) + "; 10 = " + scene.fill(high))
      }
      if case .number(let range) = item.kind, range.unit != .none {
        lines.append(unitText(range.unit, scene))
      }
      lines.append(scene.word(.lineType))
    case .yesNo, .choice, .choices, .zones:
      lines += numbered(content)
      lines.append(prompt(of: item, scene))
    }
    let more = extras(of: item, scene)
    if !isNumbered(item), !more.isEmpty {
      lines.append(
        scene.word(
          .lineUnsaid, ["words": more.map { "\($0.letter) = \($0.word)" }.joined(separator: ", ")]))
    }
    if isFirst { lines += [scene.word(.lineCommands)] + wordsLine(content, scene) }
    return lines
  }

  private func prompt(of item: Item, _ scene: Scene) -> String {
    switch item.kind {
    case .choices, .zones:
      let entries = Walkthrough.entriesOfQuestion(item)
      let none = entries.firstIndex(of: .noneOfThese).map { $0 + 1 } ?? 0
      return scene.word(.lineChooseSeveral, ["none": String(none)])
    default: return scene.word(.lineChoose)
    }
  }

  private func isNumbered(_ item: Item) -> Bool {
    switch item.kind {
    case .yesNo, .choice, .choices, .zones: true
    default: false
    }
  }

  private func canDeclineRest(_ item: Item) -> Bool {
    item.options.isEmpty || item.options.contains { $0.id == .no }
  }

  private func rowOptions(_ item: Item, _ scene: Scene) -> [(RowAnswer, String)] {
    let options: [(RowAnswer, String)] =
      item.options.isEmpty
      ? [(.option(.yes), scene.word(.yes)), (.option(.no), scene.word(.no))]
      : item.options.map { (.option($0.id), scene.fill($0.text)) }
    return options + [(.notSure, scene.word(.notSure))]
  }

  private func choices(of item: Item, _ scene: Scene) -> String {
    rowOptions(item, scene).enumerated().map { "\($0.offset + 1) \($0.element.1)" }
      .joined(separator: ", ")
  }

  /// "Not sure" and "skip" by letter, where answers are typed and numbers are taken.
  private func extras(
    of item: Item, _ scene: Scene
  ) -> [(letter: String, word: String, answer: Answer)] {
    var found: [(letter: String, word: String, answer: Answer)] = []
    if item.offersNotSure { found.append(("n", scene.word(.notSure), .notSure)) }
    if item.maySkip { found.append(("s", scene.word(.skip), .declined)) }
    return found
  }

  private mutating func answerReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    if !isNumbered(item),
      let extra = extras(of: item, scene).first(where: { $0.letter == typed.lowercased() })
    {
      return .act([.answered(item.id, extra.answer)])
    }
    switch item.kind {
    case .yesNo, .choice: return chooseReply(typed, item, scene)
    case .choices, .zones: return severalReply(typed, item, scene)
    case .each: return rowReply(typed, item, scene)
    case .bodySize: return sizeReply(typed, item, scene)
    case .number, .scale, .date, .text: return typedReply(typed, item, scene)
    }
  }

  private func chooseReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    let entries = Walkthrough.entriesOfQuestion(item)
    guard let number = Int(typed), entries.indices.contains(number - 1) else {
      return .misunderstood(unknown(typed, scene))
    }
    return .act([.chosen(entries[number - 1])])
  }

  private func severalReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    let entries = Walkthrough.entriesOfQuestion(item)
    let numbers = typed.split { $0 == " " || $0 == "," }.map { Int($0) }
    var chosen: [AnswerOption.ID] = []
    for number in numbers {
      guard let number, entries.indices.contains(number - 1) else {
        return .misunderstood(unknown(typed, scene))
      }
      switch entries[number - 1] {
      case .option(let option): if !chosen.contains(option) { chosen.append(option) }
      case .continue: break
      case let other:
        guard numbers.count == 1 else { return .misunderstood(unknown(typed, scene)) }
        return .act([.chosen(other)])
      }
    }
    guard !chosen.isEmpty else {
      return .misunderstood(faultText(.nothingChosen, item: item, scene))
    }
    return .act([.answered(item.id, .options(item.options.map(\.id).filter(chosen.contains)))])
  }

  private mutating func rowReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    let left = item.rows.filter { rows[$0.id] == nil }
    guard let row = left.first else { return .askMore }
    let options = rowOptions(item, scene)
    guard let number = Int(typed) else { return .misunderstood(unknown(typed, scene)) }
    if number == 0 && canDeclineRest(item) {
      for row in left { rows[row.id] = .option(.no) }
    } else if options.indices.contains(number - 1) {
      rows[row.id] = options[number - 1].0
    } else {
      return .misunderstood(unknown(typed, scene))
    }
    guard rows.count == item.rows.count else { return .askMore }
    defer { rows = [:] }
    return .act([.answered(item.id, .rows(rows))])
  }

  private mutating func sizeReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    guard let read = LineFace.quantity(typed, isHeight: height == nil, scene.state.units) else {
      return .misunderstood(faultText(.notANumber, item: item, scene))
    }
    let range = height == nil ? BodySize.height : BodySize.weight
    if let fault = range.fault(in: read) {
      return .misunderstood(faultText(.answer(fault), item: item, scene))
    }
    guard let tall = height else {
      height = .some(read)
      return .askMore
    }
    defer { height = nil }
    return .act([.answered(item.id, .bodySize(height: tall, weight: read))])
  }

  private func typedReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    var draft = Walkthrough.Draft()
    draft.fields[0] = typed
    if case .scale = item.kind { draft.scale = Int(typed) }
    switch draft.answer(to: item) {
    case .success(let answer): return .act([.answered(item.id, answer)])
    case .failure(let error): return .misunderstood(faultText(error.fault, item: item, scene))
    }
  }

  /// `170`, `170 cm`, `5'7` or `80`, `80 kg`, `176 lb`; a number alone is in the units that are
  /// asked in first.
  static func quantity(
    _ typed: String, isHeight: Bool, _ units: UnitSystem = .metric
  ) -> Quantity? {
    let text = typed.lowercased()
    for unit in [Unit.centimeters, .kilograms, .pounds, .inches, .meters]
    where text.hasSuffix(unit.rawValue) {
      guard isHeight == (unit.dimension == .length) else { return nil }
      if unit == .inches { break }
      return Walkthrough.Draft.number(String(text.dropLast(unit.rawValue.count))).map {
        Quantity($0, unit)
      }
    }
    if units == .us && !isHeight {
      return Walkthrough.Draft.number(text).map { Quantity($0, .pounds) }
    }
    if units == .metric, let plain = Walkthrough.Draft.number(text) {
      return Quantity(plain, isHeight ? .centimeters : .kilograms)
    }
    return isHeight ? Walkthrough.Draft.inches(text).map { Quantity($0, .inches) } : nil
  }
}

extension String {
  var trimmingBlanks: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
