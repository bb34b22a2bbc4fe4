import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/advice.yaml`.
  func readAdvice(_ folder: Folder) {
    guard let document = document("rules/advice.yaml", in: folder, declaring: [.advice]) else {
      return
    }
    for entry in document.entries(of: "the list of advice", in: self) {
      guard let map = MapReader(entry, "advice", in: self) else { continue }
      let id = map.id(declaring: .advice)
      let kind: Advice.Kind? = map.choice("kind")
      let when = map.criterion("when")
      let text = map.text("text")
      let levels = map.list("levels").compactMap { value -> Disposition? in
        map.read(choice: value, "levels")
      }
      let page = map.page()
      let sources = map.sources(isRequired: kind != .question && kind != nil)
      map.finish()
      guard let id, let kind else { continue }
      advice.append(
        map.placed(
          Advice(
            id: Advice.ID(id), kind: kind, when: when ?? .unreadable, text: text ?? "",
            levels: levels, page: page,
            sources: sources)))
    }
  }
}
