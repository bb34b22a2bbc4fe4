import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/consistency.yaml`, which may be left out.
  func readConsistency(_ folder: Folder) {
    let path = "rules/consistency.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.consistencyRule])
    else { return }
    for entry in document.entries(of: "the list of consistency rules", in: self) {
      guard let map = MapReader(entry, "consistency rule", in: self) else { continue }
      let id = map.id(declaring: .consistencyRule)
      let when = map.criterion("when")
      let ask = map.text("ask")
      let items = map.names("items", of: .item, isRequired: true)
      map.finish()
      guard let id, let when, let ask else { continue }
      consistency.append(
        map.placed(
          ConsistencyRule(
            id: ConsistencyRule.ID(id), when: when, ask: ask, items: items.map { Item.ID($0) })))
    }
  }
}
