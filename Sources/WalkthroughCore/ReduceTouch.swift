import QuestionnaireModel
import RecommendationCore

/// An entry that was pressed with a mouse or a finger: it gets the focus, then it is as if Enter
/// pressed it.
///
/// A field only gets the focus, since who touches one wants to type; and other units leave it where
/// it is.
func reduceTouch(
  _ state: inout Walkthrough.State, _ entry: Walkthrough.Entry, in pack: ContentPack
) -> [Walkthrough.Effect] {
  guard let index = state.entries(in: pack).firstIndex(of: entry) else { return [] }
  if let item = state.item(in: pack) { forgetWaiting(&state, item) }
  if entry != .switchUnits { state.visit.focus = index }
  if case .field = entry { return [] }
  return press(&state, entry, in: pack)
}

/// An answer that the row does not have changes nothing.
func touchRow(
  _ state: inout Walkthrough.State, _ row: AnswerOption.ID, _ answer: RowAnswer,
  in pack: ContentPack
) {
  guard let item = state.item(in: pack),
    let index = state.entries(in: pack).firstIndex(of: .row(row)), item.has(answer)
  else { return }
  forgetWaiting(&state, item)
  state.visit.focus = index
  edit(item, &state) { $0.answer(row, answer) }
}

func touchScale(_ state: inout Walkthrough.State, _ number: Int, in pack: ContentPack) {
  guard let item = state.item(in: pack), case .scale = item.kind, (0...10).contains(number) else {
    return
  }
  forgetWaiting(&state, item)
  state.visit.focus = 0
  edit(item, &state) { $0.rate(number) }
}

extension Item {
  /// Whether a row of it can be answered so.
  fileprivate func has(_ answer: RowAnswer) -> Bool {
    guard case .option(let option) = answer else { return true }
    return options.isEmpty ? option == .yes || option == .no : options.contains { $0.id == option }
  }
}
