import RecommendationCore

/// The stage of a treatment is one of the article's stages in the ladder.
struct KnownArticleStages: ContentRule {
  static func check(_ draft: Draft) {
    guard let known = draft.articleStages else { return }
    for treatment in draft.treatments {
      guard let stage = treatment.articleStage, !known.contains(stage) else { continue }
      draft.report.error(
        name, at: treatment.place(of: "article-stage"), "the article has no stage \(stage)",
        oneOf(known.map(String.init) + ["none"]))
    }
  }
}
