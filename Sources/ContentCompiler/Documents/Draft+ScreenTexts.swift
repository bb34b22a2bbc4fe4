import RecommendationCore

/// What stands on screens.
extension Draft {
  /// Every text that a person reads on a screen, what the glossary itself says left out.
  var screenTexts: [WrittenText] {
    let screens = (words ?? []).filter { $0.key.hasPrefix("screen.") }
      .map { WrittenText(text: $0.text, place: $0.place) }
    return screens + texts.filter { isOnScreen($0.place) }
  }

  private func isOnScreen(_ place: Place) -> Bool {
    if clinicalPlaces.contains(place) { return false }
    let file = place.original
    switch file {
    case "pack.yaml", "evidence/references.yaml": return true
    // A score stands on the clinician's page alone.
    case "rules/scores.yaml": return false
    default:
      return ["questionnaire/", "rules/", "pages/"].contains { file.hasPrefix($0) }
    }
  }

  /// What the glossary says of its words.
  var glossTexts: [WrittenText] {
    terms.map { WrittenText(text: $0.means, place: $0.place(of: "means")) }
  }
}
