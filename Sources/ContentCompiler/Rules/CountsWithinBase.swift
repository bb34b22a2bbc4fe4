import RecommendationCore

/// No number of a figure is below 0 or above the number of persons that it is out of.
struct CountsWithinBase: ContentRule {
  static func check(_ draft: Draft) {
    for counted in draft.figureCounts
    where !(0...counted.base.rawValue).contains(counted.count) {
      draft.report.error(
        name, at: counted.place,
        "figure '\(counted.figure)' counts \(counted.count) of \(counted.base.rawValue) persons",
        "write a number from 0 to \(counted.base.rawValue)")
    }
  }
}
