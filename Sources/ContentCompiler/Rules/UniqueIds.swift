/// No two things of one kind have the same id; a definition is not called as an item is.
struct UniqueIds: ContentRule {
  static func check(_ draft: Draft) {
    var first: [NameKind: [String: Place]] = [:]
    for declaration in draft.declarations {
      // A name alone is an item or a definition: the two share their names.
      let kind = declaration.kind == .definition ? .item : declaration.kind
      if let before = first[kind]?[declaration.name] {
        draft.report.error(
          name, at: declaration.place,
          "the \(declaration.kind.rawValue) id '\(declaration.name)' was used before, at "
            + "\(before.file):\(before.line)", "choose another id, or keep one of the two")
      } else {
        first[kind, default: [:]][declaration.name] = declaration.place
      }
    }
  }
}
