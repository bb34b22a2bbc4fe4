import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/dispositions.yaml`.
  func readDispositions(_ folder: Folder) {
    guard let document = document("rules/dispositions.yaml", in: folder),
      let map = MapReader(document, "the dispositions", in: self)
    else { return }
    var texts: [DispositionText] = []
    for level in map.maps("levels", "level", isRequired: true) {
      let disposition: Disposition? = level.choice("id")
      let title = level.text("title")
      let action = level.text("action")
      let inClinic = level.text("in-clinic")
      let whenClosed = level.text("when-closed")
      let symbol = level.text("symbol")
      level.finish()
      if let disposition { levels.append((disposition, level.place)) }
      guard let disposition, let title, let action, let inClinic, let whenClosed, let symbol else {
        continue
      }
      texts.append(
        DispositionText(
          disposition: disposition, title: title, action: action, inClinic: inClinic,
          whenClosed: whenClosed, symbol: symbol))
    }
    let selfCare = map.criterion("self-care-when")
    let incomplete = map.text("incomplete")
    let questionsShown = map.whole("questions-shown")
    map.finish()
    dispositions = map.placed(
      DispositionRules(
        texts: texts, selfCareWhen: selfCare ?? .unreadable, incomplete: incomplete ?? "",
        questionsShown: questionsShown ?? 1))
  }
}
