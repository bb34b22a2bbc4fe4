import RecommendationCore

/// A figure that shows a benefit shows a harm too, or says that none is known, and never both.
struct HarmsBesideBenefit: ContentRule {
  static func check(_ draft: Draft) {
    for figure in draft.figures {
      switch (figure.harms.isEmpty, figure.noneKnown) {
      case (true, nil):
        draft.report.error(
          name, at: figure.place, "figure '\(figure.id)' shows a benefit and no harm",
          "add a harm under 'harms', or say under 'none-known' that no number is known")
      case (false, _?):
        draft.report.error(
          name, at: figure.place(of: "none-known"),
          "figure '\(figure.id)' has harms and says that none is known",
          "remove 'none-known', or remove 'harms'")
      default: break
      }
    }
  }
}
