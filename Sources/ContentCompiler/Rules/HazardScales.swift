/// The severity and the likelihood of a hazard lie on their scale of five.
struct HazardScales: ContentRule {
  static let scale = 1...5

  static func check(_ draft: Draft) {
    for hazard in draft.hazards ?? [] {
      for (key, value) in [("severity", hazard.severity), ("likelihood", hazard.likelihood)] {
        guard let value, !scale.contains(value) else { continue }
        draft.report.error(
          name, at: hazard.place(of: key), "'\(key)' of hazard '\(hazard.id)' is \(value)",
          "write a number from \(scale.lowerBound) to \(scale.upperBound)")
      }
    }
  }
}
