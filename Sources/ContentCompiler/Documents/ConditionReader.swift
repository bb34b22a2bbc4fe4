import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/conditions.yaml`.
  func readConditions(_ folder: Folder) {
    guard let document = document("rules/conditions.yaml", in: folder, declaring: [.condition])
    else {
      return
    }
    for entry in document.entries(of: "the list of conditions", in: self) {
      guard let map = MapReader(entry, "condition", in: self) else { continue }
      let id = map.id(declaring: .condition)
      let name = map.text("name")
      let when = map.optionalCriterion("when")
      let features = map.maps("features", "feature", isRequired: true).compactMap(feature)
      let fit = map.map("fit").flatMap(thresholds)
      let isOnLadder = map.requiredFlag("on-ladder")
      let firstSteps = map.texts("first-steps")
      let sooner = map.texts("get-help-sooner")
      let page = map.page()
      let sources = map.sources()
      map.finish()
      guard let id else { continue }
      conditions.append(
        map.placed(
          ConditionPattern(
            id: ConditionPattern.ID(id), name: name ?? "", when: when, features: features,
            fit: fit ?? .unreadable,
            isOnLadder: isOnLadder ?? true, firstSteps: firstSteps, getHelpSooner: sooner,
            page: page,
            sources: sources)))
    }
  }

  /// A feature has points above 0 and `fits`, or points below 0 and `against`.
  private func feature(_ map: MapReader) -> ConditionPattern.Feature? {
    let when = map.criterion("when")
    let points = map.whole("points")
    let fits = map.optionalText("fits")
    let against = map.optionalText("against")
    map.finish()
    guard let points else { return nil }
    switch (fits, against) {
    case (let text?, nil) where points > 0, (nil, let text?) where points < 0:
      return ConditionPattern.Feature(when: when ?? .unreadable, points: points, text: text)
    default:
      report.error(
        "SignedFeatures", at: map.place,
        "\(map.name) has \(points) points, and \(said(fits != nil, against != nil))",
        "write 'fits' with points above 0, or 'against' with points below 0")
      return nil
    }
  }

  private func said(_ fits: Bool, _ against: Bool) -> String {
    switch (fits, against) {
    case (true, true): "both 'fits' and 'against'"
    case (true, false): "'fits'"
    case (false, true): "'against'"
    case (false, false): "neither 'fits' nor 'against'"
    }
  }

  private func thresholds(_ map: MapReader) -> ConditionPattern.FitThresholds? {
    let strong = map.whole("strong")
    let some = map.whole("some")
    let weak = map.whole("weak")
    map.finish()
    guard let strong, let some, let weak else { return nil }
    return ConditionPattern.FitThresholds(strong: strong, some: some, weak: weak)
  }
}

extension ConditionPattern.FitThresholds {
  /// Stands for thresholds with faults; no rule has anything against it.
  fileprivate static var unreadable: Self { Self(strong: 3, some: 2, weak: 1) }
}
