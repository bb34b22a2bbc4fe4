import QuestionnaireModel

/// A choice has two to seven options; a group has at most seven rows and, if not yes and no, two to
/// five options.
struct OptionCount: ContentRule {
  static func check(_ draft: Draft) {
    for item in draft.items {
      switch item.value.kind {
      case .choice(let options), .choices(let options):
        check(options.count, in: 2...7, "options", of: item, draft)
      case .each(let rows, let options):
        check(rows.count, in: 1...7, "rows", of: item, draft)
        if !options.isEmpty { check(options.count, in: 2...5, "options", of: item, draft) }
      case .zones, .yesNo, .number, .scale, .bodySize, .date, .text: break
      }
    }
  }

  private static func check(
    _ count: Int, in allowed: ClosedRange<Int>, _ key: String, of item: Placed<Item>, _ draft: Draft
  ) {
    if allowed.contains(count) { return }
    draft.report.error(
      name, at: item.place(of: key), "item '\(item.id)' has \(count) \(key)",
      count > allowed.upperBound
        ? "keep at most \(allowed.upperBound), or make two items of it"
        : "write at least \(allowed.lowerBound)")
  }
}
