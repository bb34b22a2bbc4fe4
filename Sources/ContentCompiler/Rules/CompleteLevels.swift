import RecommendationCore

/// The dispositions are all six, each once, the most urgent first.
struct CompleteLevels: ContentRule {
  static func check(_ draft: Draft) {
    guard let dispositions = draft.dispositions else { return }
    let order = Array(Disposition.allCases.reversed())
    var seen: [Disposition] = []
    for (level, place) in draft.levels {
      if seen.contains(level) {
        draft.report.error(
          name, at: place, "the level '\(level.rawValue)' stands twice", "keep one of the two")
      } else if let last = seen.last, level > last {
        draft.report.error(
          name, at: place, "the level '\(level.rawValue)' stands after a less urgent one",
          "write the most urgent first")
      }
      seen.append(level)
    }
    for level in order where !seen.contains(level) {
      draft.report.error(
        name, at: dispositions.place(of: "levels"), "the level '\(level.rawValue)' is missing",
        "add it, with what a person is told there")
    }
  }
}
