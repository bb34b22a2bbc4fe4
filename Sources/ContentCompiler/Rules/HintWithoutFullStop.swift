import QuestionnaireModel

/// A hint is one short sentence without a full stop.
struct HintWithoutFullStop: ContentRule {
  static func check(_ draft: Draft) {
    for item in draft.items {
      for (hint, key) in [(item.hint, "hint"), (item.forAnother?.hint, "for-another")] {
        guard let hint, hint.hasSuffix(".") else { continue }
        draft.report.error(
          name, at: item.place(of: key), "the hint of '\(item.id)' ends with a full stop",
          "write one short sentence without it")
      }
    }
  }
}
