import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/red-flags.yaml`.
  func readRedFlags(_ folder: Folder) {
    guard let document = document("rules/red-flags.yaml", in: folder, declaring: [.redFlag]) else {
      return
    }
    for entry in document.entries(of: "the list of red flags", in: self) {
      guard let map = MapReader(entry, "red flag", in: self) else { continue }
      let id = map.id(declaring: .redFlag)
      let title = map.text("title")
      let disposition: Disposition? = map.choice("disposition")
      let within = map.text("within")
      let when = map.criterion("when")
      let unsure: Disposition? = map.optionalChoice("unsure")
      let action = map.text("action")
      let inClinic = map.optionalText("in-clinic")
      let whenClosed = map.optionalText("when-closed")
      let why = map.text("why")
      let doNot = map.texts("do-not")
      let getHelpSooner = map.texts("get-help-sooner")
      let page = map.page()
      let sources = map.sources()
      map.finish()
      guard let id else { continue }
      redFlags.append(
        map.placed(
          RedFlag(
            id: RedFlag.ID(id), title: title ?? "", disposition: disposition ?? .emergencyCall,
            within: within ?? "", when: when ?? .unreadable, unsure: unsure, action: action ?? "",
            inClinic: inClinic, whenClosed: whenClosed, why: why ?? "", doNot: doNot,
            getHelpSooner: getHelpSooner, page: page, sources: sources)))
    }
  }
}
