import QuestionnaireModel

/// A clarifying item asks the sign again: its answers can stand for the sign's, "not sure" among
/// them, and no other does.
struct ClarifiedSigns: ContentRule {
  static func check(_ draft: Draft) {
    var clarified: [Subject: Item.ID] = [:]
    for item in draft.items {
      guard let subject = item.clarifies else { continue }
      let place = item.place(of: "clarifies")
      if let other = clarified.updateValue(item.id, forKey: subject) {
        draft.report.error(
          name, at: place, "'\(subject)' is clarified by '\(other)' already", "keep one of the two")
      }
      guard let sign = draft.items.first(where: { $0.id == subject.item }),
        draft.unclearItems.isDisjoint(with: [item.id, sign.id])
      else { continue }
      if subject.part == nil, !sign.offersNotSure {
        draft.report.error(
          name, at: place, "'\(subject)' does not offer 'not sure', so this is never asked",
          "add 'not-sure: true' to '\(subject)'")
      }
      guard let wanted = answers(of: sign.value, subject.part) else {
        draft.report.error(
          name, at: place, "'\(subject)' is no sign: it is neither yes-no nor a choice",
          "clarify a row, a yes-no item or a choice")
        continue
      }
      let given = answers(of: item.value, nil)
      if given.map({ wanted.isSuperset(of: $0) }) != true {
        draft.report.error(
          name, at: place, "the answers of '\(item.id)' cannot stand for those of '\(subject)'",
          wanted == [.yes, .no] ? "write 'kind: yes-no'" : oneOf(wanted.map(\.rawValue).sorted()))
      }
    }
  }

  /// The options with which an item or a row can be answered; `nil` where it is no such item.
  private static func answers(of item: Item, _ part: Subject.Part?) -> Set<AnswerOption.ID>? {
    switch (item.kind, part) {
    case (.yesNo, nil): [.yes, .no]
    case (.choice(let options), nil): Set(options.map(\.id))
    case (.each(_, let options), .row): options.isEmpty ? [.yes, .no] : Set(options.map(\.id))
    default: nil
    }
  }
}
