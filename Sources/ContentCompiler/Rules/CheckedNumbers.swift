import RecommendationCore

/// Every number to call in a region was checked on a day, in two sources at least.
///
/// A line without a digit, such as "your doctor's office", is no number.
struct CheckedNumbers: ContentRule {
  static let fewest = 2

  static func check(_ draft: Draft) {
    for region in draft.regions {
      let numbers = region.lines.filter { $0.text.contains(where: \.isNumber) }
      if region.isChecked == false, !numbers.isEmpty {
        draft.report.error(
          name, at: region.place, "the numbers of region '\(region.id)' were never checked",
          "add 'checked:' with the day after 'on', and the sources of each number")
        continue
      }
      for line in numbers where line.sources < fewest {
        draft.report.error(
          name, at: line.place,
          "'\(line.key)' of region '\(region.id)' was checked in "
            + (line.sources == 0 ? "no source" : "one source alone"),
          "name \(fewest) sources or more after '\(line.key)' of 'checked'")
      }
    }
  }
}
