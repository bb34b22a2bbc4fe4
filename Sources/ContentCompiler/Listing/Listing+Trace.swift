import QuestionnaireModel
import RecommendationCore

extension Listing {
  private static let mostPatients = 5

  /// Of each rule: what it rests on, what it says, for which example patients, and against what.
  ///
  /// Of many patients the first stand for all.
  init(traceOf compilation: Compilation, rules: Rules) {
    self.init(
      columns: ["rule", "sources", "text", "patients", "patients-in-all", "hazards"],
      rows: rules.traced.map { rule in
        let patients = compilation.patients.filter { $0.fires(rule) }.map(\.id)
        let hazards = (compilation.hazards ?? []).filter { hazard in
          hazard.rules.contains { $0.name.includes(rule) }
        }
        return [
          rule.name, rule.sources.map(\.rawValue).joined(separator: " "), rule.text,
          patients.prefix(Self.mostPatients).joined(separator: " "), String(patients.count),
          hazards.map(\.id).joined(separator: " "),
        ]
      }, isTall: true)
  }
}
