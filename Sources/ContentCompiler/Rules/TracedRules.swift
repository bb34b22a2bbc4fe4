import QuestionnaireModel
import RecommendationCore

/// Where hazards are kept, every rule fires for an example patient and stands against a hazard.
///
/// It looks at what came out for the patients, and is silent while there are errors.
struct TracedRules: ContentRule {
  static func check(_ draft: Draft) {
    guard let hazards = draft.hazards, !draft.report.hasErrors, let rules = draft.rules else {
      return
    }
    let names = hazards.flatMap { $0.rules.map(\.name) }
    for rule in rules.traced {
      if !draft.patients.contains(where: { $0.fires(rule) }) {
        draft.report.error(
          name, at: draft.place(of: rule), "no example patient makes '\(rule.name)' fire",
          "write one in patients/, or remove the rule")
      }
      if !names.contains(where: { $0.includes(rule) }) {
        draft.report.error(
          name, at: draft.place(of: rule), "no hazard names '\(rule.name)'",
          "name it after 'rules' of the hazard in hazards.yaml that it holds back")
      }
    }
  }
}

extension Draft {
  fileprivate func place(of rule: TracedRule) -> Place {
    func place<Value>(_ found: Placed<Value>?, _ key: String = "id") -> Place {
      found?.place(of: key) ?? Place("rules/")
    }
    let id = rule.owner
    switch rule.kind {
    case .redFlag: return place(redFlags.first { $0.id.rawValue == id })
    case .pattern: return place(conditions.first { $0.id.rawValue == id })
    case .gate: return place(treatments.first { $0.id.rawValue == id })
    case .surgeryReason: return place(surgeryReasons.first { $0.id.rawValue == id })
    case .advice: return place(advice.first { $0.id.rawValue == id })
    case .consistency: return place(consistency.first { $0.id.rawValue == id })
    case .score: return place(scores.first { $0.id.rawValue == id })
    }
  }
}
