import QuestionnaireModel
import RecommendationCore

/// A rule can hold and can fail, as far as simple means show: in an `and`, two options of one
/// choice exclude each other, and so do two numbers that leave nothing between them.
///
/// `always` and `never`, written as such, are allowed where they are the whole criterion, but not
/// as a red flag.
struct FulfillableRules: ContentRule {
  static func check(_ draft: Draft) {
    for written in draft.criteria where written.criterion != .always && written.criterion != .never
    {
      guard let holds = written.criterion.constantValue else { continue }
      draft.report.error(
        name, at: written.place, "this criterion \(holds ? "always" : "never") holds",
        "look at its parts; write '\(holds ? "always" : "never")' if that is meant")
    }
    for flag in draft.redFlags where flag.when == .never || flag.when == .always {
      draft.report.error(
        name, at: flag.place(of: "when"),
        "red flag '\(flag.id)' \(flag.when == .always ? "always" : "never") holds",
        "write when it holds")
    }
  }
}

extension Criterion {
  /// What the criterion gives whatever was answered, where that is plain to see; `nil` where it
  /// depends on answers.
  var constantValue: Bool? {
    switch self {
    case .test: return nil
    case .not(let part): return part.constantValue.map { !$0 }
    case .all(let parts):
      let values = parts.map(\.constantValue)
      if values.contains(false) || Self.isContradiction(parts) { return false }
      return values.allSatisfy { $0 == true } ? true : nil
    case .any(let parts):
      let values = parts.map(\.constantValue)
      if values.contains(true) { return true }
      return values.allSatisfy { $0 == false } ? false : nil
    case .atLeast(let count, let parts):
      let values = parts.map(\.constantValue)
      if values.count(where: { $0 == true }) >= count { return true }
      return values.count(where: { $0 != false }) < count ? false : nil
    }
  }

  /// Whether two tests of one subject among the parts of an "and" exclude each other.
  private static func isContradiction(_ parts: [Criterion]) -> Bool {
    var options: [Subject: Set<AnswerOption.ID>] = [:]
    var bounds: [Subject: (least: Double, most: Double)] = [:]
    for case .test(let subject, let predicate) in parts {
      switch predicate {
      case .isOneOf(let wanted):
        options[subject] = options[subject].map { $0.intersection(wanted) } ?? Set(wanted)
      case .compare(let comparison, let bound):
        var range = bounds[subject] ?? (-.infinity, .infinity)
        switch comparison {
        case .less: range.most = min(range.most, bound.nextDown)
        case .lessOrEqual: range.most = min(range.most, bound)
        case .greater: range.least = max(range.least, bound.nextUp)
        case .greaterOrEqual: range.least = max(range.least, bound)
        case .equal: range = (max(range.least, bound), min(range.most, bound))
        }
        bounds[subject] = range
      default: break
      }
    }
    return options.values.contains(where: \.isEmpty)
      || bounds.values.contains { $0.least > $0.most }
  }
}
