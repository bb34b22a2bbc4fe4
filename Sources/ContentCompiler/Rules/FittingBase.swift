import RecommendationCore

/// A figure is out of 1,000 where a harm is rarer than 1 in 100, and else out of 100.
struct FittingBase: ContentRule {
  static func check(_ draft: Draft) {
    for figure in draft.figures
    where figure.base == .thousand && !figure.harms.contains(where: isRare) {
      draft.report.error(
        name, at: figure.place(of: "of"),
        "figure '\(figure.id)' is out of 1000 and has no harm rarer than 1 in 100",
        "count out of 100, help and harm alike")
    }
  }

  /// Whether a side has fewer than 1 in 100, and not none.
  private static func isRare(_ harm: Figure.Outcome) -> Bool {
    let rare = 1..<Figure.Base.thousand.rawValue / 100
    return rare.contains(harm.with) || rare.contains(harm.without)
  }

  /// Reports a part of a person out of 100, which only 1,000 can show.
  static func reportRare(_ value: YAMLValue, _ key: String, _ map: MapReader) {
    map.report.error(
      name, at: value.place,
      "'\(key)' of \(map.name) is rarer than 1 in 100",
      "count out of 1000, help and harm alike, in whole numbers")
  }
}
