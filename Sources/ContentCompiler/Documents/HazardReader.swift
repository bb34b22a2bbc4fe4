extension Draft {
  /// Reads `hazards.yaml`, which may be left out.
  ///
  /// No patient reads it, so its texts are not held to the rules for patients' texts.
  func readHazards(_ folder: Folder) {
    let path = "hazards.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.hazard])
    else { return }
    hazards = document.entries(of: "the list of hazards", in: self).compactMap(hazard)
  }

  private func hazard(_ entry: YAMLValue) -> Placed<Hazard>? {
    guard let map = MapReader(entry, "hazard", in: self) else { return nil }
    let id = map.id(declaring: .hazard)
    for key in ["hazard", "cause", "effect", "harm"] { _ = map.word(key) }
    let severity = map.whole("severity")
    let likelihood = map.whole("likelihood")
    let controls = words("controls", of: map)
    let rules = words("rules", of: map)
    let tests = words("tests", of: map)
    readResidual(map)
    let _: Hazard.Status? = map.choice("status")
    map.finish()
    guard let id else { return nil }
    return map.placed(
      Hazard(
        id: id, severity: severity, likelihood: likelihood, controls: controls.map(\.text),
        tests: tests.map { ($0.text, $0.place) },
        rules: rules.map { (RuleName(text: $0.text), $0.place) }))
  }

  private func words(_ key: String, of map: MapReader) -> [(text: String, place: Place)] {
    map.requiredList(key).compactMap { value in
      map.read(word: value, key).map { ($0, value.place) }
    }
  }

  /// `medium, since ...`: a word for how much is left, and why.
  private func readResidual(_ map: MapReader) {
    guard let value = map.required("residual"), let text = map.read(word: value, "residual") else {
      return
    }
    let level = text.prefix { $0.isLetter || $0 == "-" }
    if Hazard.Residual(rawValue: String(level)) == nil {
      report.error(
        "KnownWords", at: value.place, "'residual' of \(map.name) begins with '\(level)'",
        "begin it with one of: " + Hazard.Residual.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }
}
