/// Every definition is part of a criterion; one that is not is a warning.
struct UsedDefinitions: ContentRule {
  static func check(_ draft: Draft) {
    if draft.report.hasErrors { return }
    let used = Set(draft.mentions.filter { $0.kind == .definition }.map(\.name))
    for declaration in draft.declarations
    where declaration.kind == .definition && !used.contains(declaration.name) {
      draft.report.warning(
        name, at: declaration.place, "no rule uses the definition '\(declaration.name)'",
        "use it, or remove it")
    }
  }
}
