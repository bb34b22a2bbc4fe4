import QuestionnaireModel
import RecommendationCore

extension Compilation {
  /// The closing line of a check: how much there is, and how many faults.
  package var summary: String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var parts = counts.map { counted($0.number, $0.one, $0.many) }
    parts.append(errors == 0 ? "no faults" : counted(errors, "fault", "faults"))
    if warnings > 0 { parts.append(counted(warnings, "warning", "warnings")) }
    return parts.joined(separator: ", ")
  }

  private func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
