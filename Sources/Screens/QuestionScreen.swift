import QuestionnaireModel
import RecommendationCore
import TextUI
import WalkthroughCore

func questionScreen(_ scene: Scene, _ id: Item.ID, isChange: Bool) -> ScreenContent {
  guard let item = scene.questionnaire[id] else { return ScreenContent(section: "") }
  var content = ScreenContent(
    section: scene.pack.questionnaire.section(of: id)?.title ?? "", heading: scene.fill(item.ask))
  content.place = isChange ? scene.word(.changing) : part(of: id, in: scene)
  switch item.kind {
  case .number, .scale, .bodySize, .date, .text: content.takesDigits = true
  case .yesNo, .choice, .choices, .each, .zones: break
  }
  let draft = scene.state.draft(of: item)
  content.typedSigns = typedSigns(item, draft)
  if case .each = item.kind { content.rowValues = rowValues(of: item, scene) }
  if let fault = draft.fault { content.fault = faultText(fault, item: item, scene) }
  if let hint = item.hint { content.say(scene.fill(hint), .hint) }
  if scene.answers.isForAnother && !scene.answers.tellsWhoAnswers(id) {
    content.say(scene.word(.askThemNow), .hint)
  }
  for line in firstUses(on: id, scene) { content.say(line, .hint) }
  for hint in keypadHints(item, scene) { content.say(hint, .hint) }
  content.picture = pictureContent(scene)
  content.gap()
  for entry in scene.state.entries(in: scene.pack) {
    if needsGap(before: entry, in: item) { content.gap() }
    content.add(entry, entryText(entry, item: item, draft: draft, scene, content.rowValues))
  }
  return content
}

/// "Part 2 of 6", over the sections that have a question for this person.
private func part(of id: Item.ID, in scene: Scene) -> String {
  guard let own = scene.pack.questionnaire.position(of: id) else { return "" }
  var (number, total) = (0, 0)
  var next = 0
  for section in scene.pack.questionnaire.sections {
    let positions = next..<next + section.items.count
    next = positions.upperBound
    let isHere = positions.contains(own)
    guard isHere || positions.contains(where: scene.answers.isAsked) else { continue }
    total += 1
    if isHere { number = total }
  }
  return scene.word(.part, ["n": String(number), "total": String(total)])
}

private func needsGap(before entry: Walkthrough.Entry, in item: Item) -> Bool {
  switch (entry, item.kind) {
  case (.continue, _), (.noneOfThese, .choices): true
  case (.notSure, .number), (.notSure, .scale), (.switchUnits, _): true
  default: false
  }
}

private func entryText(
  _ entry: Walkthrough.Entry, item: Item, draft: Walkthrough.Draft, _ scene: Scene,
  _ values: [RowValue]
) -> EntryText {
  switch entry {
  case .option(let id): return optionText(id, item: item, draft: draft, scene)
  case .row(let id):
    let row = item.rows.first { $0.id == id }
    return .row(
      scene.fill(row?.text ?? id.rawValue), hint: row?.hint.map(scene.fill),
      answer: draft.rows[id].map { rowAnswerText($0, item: item, scene) },
      width: values.map { displayWidth($0.text) }.max() ?? 0)
  case .noneOfThese:
    return .none(scene.word(.noneOfThese), isOn: draft.isNoneOfThese)
  case .noToTheRest:
    return .keyed("0", scene.word(draft.rows.isEmpty ? .noneOfThese : .noToTheRest))
  case .notSure: return .radio(scene.word(.notSure), hint: nil, isOn: draft.isNotSure)
  case .skip: return .radio(scene.word(.skip), hint: nil, isOn: draft.isSkipped)
  case .field(let index): return fieldText(index, item: item, draft: draft, scene)
  case .scale:
    guard case .scale(let low, let high) = item.kind else { return .button("") }
    return .scale(value: draft.scale, low: scene.fill(low), high: scene.fill(high))
  case .switchUnits: return .button(scene.word(.switchUnits))
  default: return .button(scene.word(.continue))
  }
}

private func optionText(
  _ id: AnswerOption.ID, item: Item, draft: Walkthrough.Draft, _ scene: Scene
) -> EntryText {
  let option = item.options.first { $0.id == id }
  let text = option.map { scene.fill($0.text) } ?? scene.word(id == .yes ? .yes : .no)
  let hint = option?.hint.map(scene.fill)
  switch item.kind {
  case .yesNo, .choice: return .radio(text, hint: hint, isOn: draft.chosen == id)
  default: return .check(text, hint: hint, isOn: draft.several.contains(id))
  }
}

private func rowValues(of item: Item, _ scene: Scene) -> [RowValue] {
  let options = item.options.isEmpty ? [.yes, .no] : item.options.map(\.id)
  return (options.map(RowAnswer.option) + [.notSure]).map {
    RowValue(answer: $0, text: rowAnswerText($0, item: item, scene))
  }
}

/// The signs that a number or a date may have beside its digits.
private func typedSigns(_ item: Item, _ draft: Walkthrough.Draft) -> String? {
  switch item.kind {
  case .number(let range): range.decimals > 0 ? "." : ""
  case .bodySize: draft.unit == 1 ? "'" : "."
  case .date: "-"
  default: nil
  }
}

private func rowAnswerText(_ answer: RowAnswer, item: Item, _ scene: Scene) -> String {
  switch answer {
  case .notSure: scene.word(.notSure)
  case .option(let id):
    item.options.first { $0.id == id }.map { scene.fill($0.text) }
      ?? scene.word(id == .yes ? .yes : .no)
  }
}

private func fieldText(
  _ index: Int, item: Item, draft: Walkthrough.Draft, _ scene: Scene
) -> EntryText {
  let text = draft.fields.indices.contains(index) ? draft.fields[index] : ""
  switch item.kind {
  case .number(let range):
    let units = [range.unit] + range.units
    let unit = units.indices.contains(draft.unit) ? units[draft.unit] : range.unit
    return .field(label: "", text: text, unit: unitText(unit, scene))
  case .bodySize:
    let isUS = draft.unit == 1
    return index == 0
      ? .field(
        label: scene.word(.height), text: text,
        unit: isUS ? scene.word(.feetAndInches) : unitText(.centimeters, scene))
      : .field(
        label: scene.word(.weight), text: text, unit: unitText(isUS ? .pounds : .kilograms, scene))
  case .date: return .field(label: "", text: text, unit: scene.word(.dateForm))
  default: return .field(label: "", text: text, unit: "")
  }
}

func unitText(_ unit: Unit, _ scene: Scene) -> String {
  switch unit {
  case .none: ""
  case .years: scene.word(.unitYears)
  case .months: scene.word(.unitMonths)
  case .weeks: scene.word(.unitWeeks)
  case .days: scene.word(.unitDays)
  case .hours: scene.word(.unitHours)
  case .minutes: scene.word(.unitMinutes)
  case .kilograms, .pounds, .grams, .centimeters, .meters, .inches, .feet: unit.rawValue
  }
}

/// What is wrong with a draft and how to mend it, in the words of the question.
func faultText(_ fault: Walkthrough.DraftFault, item: Item, _ scene: Scene) -> String {
  switch fault {
  case .nothingChosen:
    switch item.kind {
    case .yesNo, .choice: scene.word(.faultChooseOne)
    case .choices, .zones: scene.word(.faultChooseSome)
    case .scale: scene.word(.faultChooseNumber)
    default: scene.word(.faultTypeAnswer)
    }
  case .rowsLeft(let count): scene.word(.faultRowsLeft, ["n": String(count)])
  case .notANumber: scene.word(.faultNotANumber)
  case .notADate: scene.word(.faultNotADate)
  case .moreBelow: scene.word(.faultMoreBelow)
  case .answer(.outOfRange(let least, let most, let unit)):
    boundsText(Quantity(least, unit), Quantity(most, unit), item: item, scene)
  case .answer(.tooManyDecimals(let count)):
    scene.word(count == 0 ? .faultWholeNumber : .faultDecimals, ["n": String(count)])
  case .answer: scene.word(.faultTypeAnswer)
  }
}

/// The bounds in the unit that is typed in.
private func boundsText(
  _ least: Quantity, _ most: Quantity, item: Item, _ scene: Scene
) -> String {
  let typed = scene.state.draft(of: item).unit
  func words(_ least: String, _ most: String, _ unit: String) -> String {
    scene.word(.faultOutOfRange, ["least": least, "most": most, "unit": unit])
  }
  func text(_ quantity: Quantity, in unit: Unit) -> String {
    Walkthrough.Draft.text(of: (quantity.converted(to: unit)?.value ?? quantity.value).rounded())
  }
  switch item.kind {
  case .bodySize where typed == 1 && least.unit == .centimeters:
    return words(
      Walkthrough.Draft.feetAndInches(least), Walkthrough.Draft.feetAndInches(most),
      scene.word(.feetAndInches))
  case .bodySize where typed == 1:
    return words(
      text(least, in: .pounds), text(most, in: .pounds), unitText(.pounds, scene))
  case .number(let range) where typed > 0 && typed <= range.units.count:
    let unit = range.units[typed - 1]
    return words(text(least, in: unit), text(most, in: unit), unitText(unit, scene))
  default:
    return words(
      Walkthrough.Draft.text(of: least.value), Walkthrough.Draft.text(of: most.value),
      unitText(least.unit, scene))
  }
}
