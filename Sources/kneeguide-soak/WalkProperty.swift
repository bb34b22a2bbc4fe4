import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// A random walk of keys with random sizes of the window: nothing traps, every frame is whole, the
/// cursor is inside, answers change one at a time and always fit, undo and redo lead there and
/// back, and there is always a way out.
///
/// Counts the keys that it presses.
func walkProperty(
  _ pack: ContentPack, _ generator: inout SeededGenerator, keys: inout Int
) -> String? {
  guard let day = Day(year: 2026, month: 11, day: 22) else { return "no day" }
  var state = Walkthrough.State(
    day: day, region: pack.manifest.defaultRegion, suggestedFile: "knee.txt")
  state.settleFocus(in: pack)
  var size = Size(width: 80, height: 24)
  for _ in 0..<Int.random(in: 20...400, using: &generator) {
    if Int.random(in: 0..<12, using: &generator) == 0 { size = randomSize(&generator) }
    let drawn = render(state, in: pack, size: size, glyphs: .unicode)
    if let fault = fault(of: drawn, size: size) { return fault }
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    let content = screenContent(Scene(state, in: pack))
    if content.entries != state.entries(in: pack) {
      return "entries drawn and entries pressed differ on \(state.screen)"
    }
    keys += 1
    guard let action = action(for: randomKey(&generator), in: state, pack: pack) else { continue }
    let before = state.response
    let effects = reduce(&state, action, in: pack)
    if let fault = fault(from: before, to: state.response, by: action, pack) {
      return "\(fault) by \(action)"
    }
    if let fault = faultOfMemo(state, pack) { return "\(fault) by \(action)" }
    if effects.contains(.leave) { break }
  }
  return thereAndBack(state, pack) ?? wayOut(state, pack)
}

private func fault(of drawn: RenderedScreen, size: Size) -> String? {
  if drawn.frame.size != size { return "a frame of another size" }
  guard let cursor = drawn.frame.cursor else { return "no cursor" }
  if cursor.x < 0 || cursor.y < 0 || cursor.x >= max(1, size.width)
    || cursor.y >= max(1, size.height)
  {
    return "the cursor is outside at \(cursor) of \(size)"
  }
  return nil
}

/// Every step undone and done again gives the same state, with the first answers in between.
private func thereAndBack(_ start: Walkthrough.State, _ pack: ContentPack) -> String? {
  var state = start
  let count = state.history.past.count
  for _ in 0..<count { _ = reduce(&state, .undoPressed, in: pack) }
  if state.canUndo { return "more steps than there were" }
  if count < Walkthrough.History.mostSteps, state.response != QuestionnaireResponse() {
    return "not every answer was undone"
  }
  for _ in 0..<count { _ = reduce(&state, .redoPressed, in: pack) }
  // What was said above the screen is gone with the next action, whatever that is.
  var end = start
  _ = reduce(&end, .viewTurned(by: 0), in: pack)
  _ = reduce(&state, .viewTurned(by: 0), in: pack)
  return state == end ? nil : "undo and redo led elsewhere"
}

private func fault(
  from before: QuestionnaireResponse, to after: QuestionnaireResponse,
  by action: Walkthrough.Action, _ pack: ContentPack
) -> String? {
  let changed = Set(before.answers.keys).union(after.answers.keys)
    .filter { before[$0] != after[$0] }
  if changed.count > 1 { return "two answers changed at once" }
  guard let id = changed.first else { return nil }
  guard let answer = after[id] else {
    return action == .undoPressed ? nil : "the answer to \(id) was lost"
  }
  guard let item = pack.questionnaire[id] else { return "an answer to no item" }
  return item.fault(in: answer).map { "the answer to \(id) does not fit: \($0)" }
}

/// What the state keeps of its answers must be what they give when they are read anew.
private func faultOfMemo(_ state: Walkthrough.State, _ pack: ContentPack) -> String? {
  var (kept, anew) = (state, state)
  anew.response = state.response
  for item in pack.questionnaire.items
  where kept.answers(in: pack).status(of: item.id) != anew.answers(in: pack).status(of: item.id) {
    return "\(item.id) gives something else than read anew"
  }
  return kept.emergencies(in: pack) == anew.emergencies(in: pack)
    ? nil : "other emergencies than read anew"
}

/// From any state: leaving is two presses away, and going on without fear reaches the result.
private func wayOut(_ start: Walkthrough.State, _ pack: ContentPack) -> String? {
  var state = start
  _ = reduce(&state, .leavePressed, in: pack)
  if state.screen == .leave, reduce(&state, .chosen(.leave), in: pack) != [.leave] {
    return "no way to leave"
  }

  var walker = start
  for _ in 0..<400 {
    switch walker.screen {
    case .result: return nil
    case .welcome: _ = reduce(&walker, .chosen(.start), in: pack)
    case .changeEffect: _ = reduce(&walker, .chosen(.keepChange), in: pack)
    case .checkAnswers, .consistency: _ = reduce(&walker, .chosen(.continue), in: pack)
    case .interruption: _ = reduce(&walker, .chosen(.finishForClinician), in: pack)
    case .question(let id, _):
      guard let item = pack.questionnaire[id] else { return "a question without an item" }
      _ = reduce(&walker, .answered(id, plainAnswer(to: item)), in: pack)
    default: _ = reduce(&walker, .backPressed, in: pack)
    }
  }
  return "stuck on \(walker.screen)"
}

/// The mildest answer there is to an item.
func plainAnswer(to item: Item) -> Answer {
  switch item.kind {
  case .yesNo: .option(.no)
  case .choice(let options): .option(options.first?.id ?? .no)
  case .choices, .zones: .options([])
  case .each(let rows, let options):
    .rows(
      Dictionary(
        rows.map { ($0.id, .option(options.first?.id ?? .no)) }, uniquingKeysWith: { a, _ in a }))
  case .number(let range): .number(Quantity(range.least, range.unit))
  case .scale: .scale(0)
  case .bodySize: .bodySize(height: Quantity(170, .centimeters), weight: nil)
  case .date: PartialDate(year: 2020).map { .date($0) } ?? .declined
  case .text: .text("")
  }
}

private func randomSize(_ generator: inout SeededGenerator) -> Size {
  switch Int.random(in: 0..<6, using: &generator) {
  case 0: Size(width: 40, height: 12)
  case 1: Size(width: 80, height: 24)
  case 2: Size(width: 120, height: 40)
  case 3:
    Size(
      width: Int.random(in: 0...3, using: &generator),
      height: Int.random(in: 0...3, using: &generator))
  default:
    Size(
      width: Int.random(in: 1...200, using: &generator),
      height: Int.random(in: 1...70, using: &generator))
  }
}

func randomKey(_ generator: inout SeededGenerator) -> Key {
  switch Int.random(in: 0..<40, using: &generator) {
  case 0..<9: .enter
  case 9..<17: .down
  case 17..<20: .up
  case 20..<22: .left
  case 22..<24: .right
  case 24..<27: .character(" ")
  case 27..<31: .character(Character(String(Int.random(in: 0...9, using: &generator))))
  case 31: .escape
  case 32: .pageDown
  case 33: .pageUp
  case 34: .end
  case 35: .home
  case 36: .backspace
  case 37: .paste("12é\u{202E}x")
  case 38: .function(Int.random(in: 1...12, using: &generator))
  default: .character("abeqruw?zzyy'.,lfh/".randomElement(using: &generator) ?? "x")
  }
}

/// Lines typed at random into the line face, then the same answers given to the core: the same
/// result.
func lineWalkProperty(_ pack: ContentPack, _ generator: inout SeededGenerator) -> String? {
  guard let day = Day(year: 2026, month: 11, day: 22) else { return "no day" }
  var state = Walkthrough.State(
    day: day, region: pack.manifest.defaultRegion, suggestedFile: "knee.txt")
  state.settleFocus(in: pack)
  var face = LineFace()
  for _ in 0..<Int.random(in: 10...200, using: &generator) {
    let lines = face.lines(for: state, in: pack)
    if lines.contains(where: { $0.utf8.contains(0x1B) }) { return "an escape byte" }
    let typed = [
      "", "1", "2", "3", "0", "4", "1 2", "67", "n", "s", "b", "170 cm", "w", "r", "80", "x", "5'7",
      "2020-05", "undo", "redo",
    ].randomElement(using: &generator)
    guard case .act(let actions) = face.reply(to: typed ?? "", state: state, in: pack) else {
      continue
    }
    var left = false
    for action in actions {
      let before = state.response
      if reduce(&state, action, in: pack).contains(.leave) { left = true }
      if let fault = fault(from: before, to: state.response, by: action, pack) { return fault }
    }
    if left { break }
  }
  return nil
}
