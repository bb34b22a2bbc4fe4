/// An id is of small letters, digits and hyphens, holds a letter, and is no word with a meaning of
/// its own.
///
/// A hazard has a number instead: see `HazardNumbers`.
///
/// Items and definitions may not be called as a word of the criterion language, options not as an
/// answer that every item has.
struct WellFormedIds: ContentRule {
  static func check(_ draft: Draft) {
    for declaration in draft.declarations where declaration.kind != .hazard {
      draft.checkId(
        declaration.name, isOption: false, what: declaration.kind.rawValue, at: declaration.place)
    }
  }
}

extension Draft {
  /// Reports an id that is not well formed; for an option without a text, the comma that made one
  /// of a text's end.
  func checkId(_ id: String, isOption: Bool, what: String, at place: Place, isEmpty: Bool = false) {
    let rule = "WellFormedIds"
    if isEmpty {
      report.error(
        rule, at: place, "the \(what) '\(id)' has no text",
        "write its text after a colon, and put a text that holds a comma in quotes")
      return
    }
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789")
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(letters.contains) }),
      id.contains(where: { $0.isLetter })
    else {
      report.error(
        rule, at: place,
        "the \(what) '\(id)' should be of small letters, digits and single hyphens",
        "write it as 'chest-pain'")
      return
    }
    let reserved: Set<String> =
      isOption
      ? ["unknown", "answered", "not", "not-sure", "declined"]
      : what == "item" || what == "definition" ? CriterionSyntax.keywords : []
    if reserved.contains(id) {
      report.error(
        rule, at: place, "'\(id)' has a meaning of its own and cannot be the id of this \(what)",
        "choose another id")
    }
  }
}
