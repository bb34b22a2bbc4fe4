import QuestionnaireModel

/// A hint is one short sentence without a full stop.
struct HintWithoutFullStop: ContentRule {
  static func check(_ draft: Draft) {
    for item in draft.items {
      guard let hint = item.hint, hint.hasSuffix(".") else { continue }
      draft.report.error(
        name, at: item.place(of: "hint"), "the hint of '\(item.id)' ends with a full stop",
        "write one short sentence without it")
    }
  }
}
