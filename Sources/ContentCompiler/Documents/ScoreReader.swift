import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/scores.yaml`.
  func readScores(_ folder: Folder) {
    guard let document = document("rules/scores.yaml", in: folder, declaring: [.score]) else {
      return
    }
    for entry in document.entries(of: "the list of scores", in: self) {
      guard let map = MapReader(entry, "score", in: self) else { continue }
      let id = map.id(declaring: .score)
      let name = map.text("name")
      let items = map.names("items", of: .item, isRequired: true)
      let combine: Score.Combination? = map.choice("combine")
      let decimals = map.optionalWhole("decimals")
      let range = map.text("range")
      let about = map.text("about")
      let sources = map.sources()
      map.finish()
      guard let id, let combine else { continue }
      scores.append(
        map.placed(
          Score(
            id: Identifier(id), name: name ?? "", items: items.map { Item.ID($0) },
            combine: combine,
            decimals: min(max(0, decimals ?? 0), 6), range: range ?? "", about: about ?? "",
            sources: sources)))
    }
  }
}
