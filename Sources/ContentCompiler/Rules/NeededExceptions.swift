/// Every exception of the wording rules is needed.
///
/// While there are other errors nothing is said: what needs it may not have been read.
struct NeededExceptions: ContentRule {
  static func check(_ draft: Draft) {
    guard let rules = draft.phraseRules, !draft.report.hasErrors else { return }
    for (number, exception) in rules.exceptions.enumerated()
    where !draft.usedPhraseExceptions.contains(number) {
      draft.report.error(
        name, at: exception.place, "no text needs the exception for '\(exception.text)'",
        "remove it")
    }
  }
}
