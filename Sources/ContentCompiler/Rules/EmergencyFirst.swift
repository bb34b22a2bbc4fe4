import QuestionnaireModel

/// The emergency sections stand together, before all others but one: who answers, and how old the
/// person is.
struct EmergencyFirst: ContentRule {
  static func check(_ draft: Draft) {
    for (position, section) in draft.sections.enumerated() where section.isEmergency {
      let before = draft.sections[..<position].filter { !$0.isEmergency }
      let isBehindFirst = before.count == 1 && !(draft.sections.first?.isEmergency ?? true)
      if before.isEmpty || isBehindFirst { continue }
      draft.report.error(
        name, at: section.place(of: "emergency"),
        "the emergency section '\(section.id)' stands behind '\(before.last?.id.rawValue ?? "")'",
        "rename its file so that it comes before; only one section may stand before the emergency signs"
      )
    }
  }
}
