import RecommendationCore

extension Draft {
  /// Reads `wording.yaml`: mappings within mappings, whose keys are joined with a dot.
  func readWording(_ folder: Folder) {
    guard let document = document("wording.yaml", in: folder) else { return }
    wordingPlace = document.place
    var words: [(key: String, text: String, place: Place)] = []
    func read(_ value: YAMLValue, _ path: String) {
      switch value.content {
      case .map(let pairs):
        for (key, value) in pairs {
          guard let name = key.text else { continue }
          read(value, path.isEmpty ? name : path + "." + name)
        }
      case .scalar(let text, _):
        if text.isEmpty {
          report.error(
            "CompleteKeys", at: value.place, "'\(path)' of the wording is empty", "write its words")
        } else {
          wordingTexts.append(WrittenText(text: text, place: value.place))
          words.append((path, text, value.place))
        }
      case .list:
        report.error(
          "RightTypes", at: value.place, "'\(path)' of the wording should be a text, is a list",
          "write one text")
      }
    }
    guard case .map = document.content else {
      report.error(
        "RightTypes", at: document.place, "the wording should be a mapping, is \(document.kind)",
        "write 'screen:' and 'export:' with 'key: words' below them")
      return
    }
    read(document, "")
    self.words = words
  }
}
