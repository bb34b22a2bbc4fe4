import QuestionnaireModel

/// What an unknown number counts as lies within the item's bounds, and not below what it is at
/// least.
struct AssumedNumbers: ContentRule {
  static func check(_ draft: Draft) {
    for item in draft.items {
      guard let known = item.whenUnknown, case .number(let range) = item.value.kind else {
        continue
      }
      if range.least <= known.atLeast, known.atLeast <= known.countsAs, known.countsAs <= range.most
      {
        continue
      }
      draft.report.error(
        name, at: item.place(of: "when-unknown"),
        "the 'when-unknown' of '\(item.id)' does not lie within \(plain(range.least)) to \(plain(range.most))",
        "write 'at-least' not above 'counts-as', both within the bounds")
    }
  }
}
