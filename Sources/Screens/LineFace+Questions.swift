import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

extension LineFace {
  /// What is said of a question before a line is read: all of it at first, then of its parts one
  /// after the other.
  func questionLines(_ item: Item, _ content: ScreenContent, _ scene: Scene) -> [String] {
    var lines = hasBegun ? [] : openingLines(item, content, scene)
    switch item.kind {
    case .each: lines += rowLines(item, scene)
    case .bodySize: lines += sizeLines(scene)
    case .number(let range):
      if range.unit != .none { lines += unitLines([range.unit] + range.units, scene) }
      lines.append(scene.word(.lineType))
    case .scale(let low, let high):
      lines.append("0 = " + scene.fill(low) + "; 10 = " + scene.fill(high))
      lines.append(scene.word(.lineType))
    case .date: lines += [scene.word(.dateForm), scene.word(.lineType)]
    case .text: lines.append(scene.word(.lineType))
    case .yesNo, .choice: lines += numbered(content) + [scene.word(.lineChoose)]
    case .choices, .zones:
      lines += numbered(content) + [scene.word(.lineChooseSeveral, ["none": "0"])]
    }
    let more = extras(of: item, scene)
    if !isNumbered(item), !more.isEmpty {
      lines.append(
        scene.word(
          .lineUnsaid, ["words": more.map { "\($0.letter) = \($0.word)" }.joined(separator: ", ")]))
    }
    if !hasBegun { lines += [scene.word(.lineCommands)] + wordsLine(content, scene) }
    return lines
  }

  private func openingLines(
    _ item: Item, _ content: ScreenContent, _ scene: Scene
  ) -> [String] {
    var lines = [content.section + (content.place.isEmpty ? "" : " (" + content.place + ")")]
    lines.append(content.heading)
    if let fault = content.fault { lines.append("! " + fault) }
    for block in content.blocks { if case .text(let text, _) = block { lines.append(text) } }
    if let answer = scene.state.response[item.id] {
      let text = answerText(answer, of: item, wording: scene.words)
      lines.append(scene.word(.lineNow, ["answer": scene.fill(text)]))
    }
    return lines
  }

  /// The entries of a question by the numbers that they have on the screen too: "none of these" is
  /// 0.
  private func numbered(_ content: ScreenContent) -> [String] {
    var number = 0
    return content.blocks.compactMap { block in
      guard case .entry(let entry, let text) = block, entry != .continue else { return nil }
      if entry == .noneOfThese { return "0 " + LineFace.spoken(text) }
      number += 1
      return "\(number) " + LineFace.spoken(text)
    }
  }

  /// The entry that a number presses; `nil`: none.
  private func entry(_ typed: some StringProtocol, of item: Item) -> Walkthrough.Entry? {
    guard let number = Int(typed) else { return nil }
    let entries = Walkthrough.entriesOfQuestion(item)
    if number == 0 { return entries.first { $0 == .noneOfThese } }
    let rest = entries.filter { $0 != .noneOfThese && $0 != .continue }
    return rest.indices.contains(number - 1) ? rest[number - 1] : nil
  }

  private func isNumbered(_ item: Item) -> Bool {
    switch item.kind {
    case .yesNo, .choice, .choices, .zones: true
    default: false
    }
  }

  /// "Not sure" and "skip" by letter, where answers are typed and numbers are taken.
  ///
  /// Of rows each is "not sure" by itself.
  private func extras(
    of item: Item, _ scene: Scene
  ) -> [(letter: String, word: String, answer: Answer)] {
    var found: [(letter: String, word: String, answer: Answer)] = []
    if item.offersNotSure, item.rows.isEmpty { found.append(("n", scene.word(.notSure), .notSure)) }
    if item.maySkip { found.append(("s", scene.word(.skip), .declined)) }
    return found
  }

  // MARK: - Replies

  mutating func answerReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    if typed.isEmpty, !hasBegun, let answer = scene.state.response[item.id] {
      return .act([.answered(item.id, answer)])
    }
    if !isNumbered(item),
      let extra = extras(of: item, scene).first(where: { $0.letter == typed.lowercased() })
    {
      return .act([.answered(item.id, extra.answer)])
    }
    switch item.kind {
    case .yesNo, .choice:
      return entry(typed, of: item).map { .act([.chosen($0)]) }
        ?? .misunderstood(unknown(typed, scene))
    case .choices, .zones: return severalReply(typed, item, scene)
    case .each: return rowReply(typed, item, scene)
    case .bodySize: return sizeReply(typed, item, scene)
    case .number, .scale, .date, .text: return typedReply(typed, item, scene)
    }
  }

  private func severalReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    let numbers = typed.split { $0 == " " || $0 == "," }
    var chosen: [AnswerOption.ID] = []
    for number in numbers {
      switch entry(number, of: item) {
      case .option(let option): if !chosen.contains(option) { chosen.append(option) }
      case .some(let other) where numbers.count == 1: return .act([.chosen(other)])
      default: return .misunderstood(unknown(typed, scene))
      }
    }
    guard !chosen.isEmpty else {
      return .misunderstood(faultText(.nothingChosen, item: item, scene))
    }
    return .act([.answered(item.id, .options(item.options.map(\.id).filter(chosen.contains)))])
  }

  // MARK: - Rows

  private func rowLines(_ item: Item, _ scene: Scene) -> [String] {
    let left = item.rows.filter { rows[$0.id] == nil }
    guard let row = left.first else { return [] }
    let index = item.rows.count - left.count + 1
    let hint = row.hint.map { " (" + scene.fill($0) + ")" } ?? ""
    let choices = rowOptions(item, scene).enumerated()
      .map { "\($0.offset + 1) \($0.element.1)" }.joined(separator: ", ")
    return ["\(index)/\(item.rows.count) " + scene.fill(row.text) + hint]
      + [scene.word(.lineRow, ["choices": choices])]
      + (canDeclineRest(item) ? [scene.word(.lineRest)] : [])
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
}
