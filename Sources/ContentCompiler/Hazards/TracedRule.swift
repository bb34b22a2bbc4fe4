import QuestionnaireModel
import RecommendationCore

/// A rule with what it rests on and what it says.
struct TracedRule {
  enum Kind: String, CaseIterable {
    case redFlag = "red-flags"
    case pattern = "patterns"
    /// A gate of a treatment: a stop, or a reason to ask first.
    case gate = "treatments"
    case surgeryReason = "surgery"
    case advice
    case consistency
    case score = "scores"
  }

  let kind: Kind
  /// The id of the rule, or of the treatment that a gate belongs to.
  let owner: String
  /// Which gate of the treatment, such as `stop-2`: counted, since gates have no ids.
  let gate: (name: String, when: Criterion)?
  let sources: [Reference.ID]
  /// What a person reads when it fires.
  let text: String

  init(
    _ kind: Kind, _ owner: String, gate: (name: String, when: Criterion)? = nil,
    sources: [Reference.ID], text: String
  ) {
    self.kind = kind
    self.owner = owner
    self.gate = gate
    self.sources = sources
    self.text = text
  }

  /// `red-flags/leg-clot`, `treatments/oral-nsaid/stop-2`.
  var name: String {
    kind.rawValue + "/" + owner + (gate.map { "/" + $0.name } ?? "")
  }
}

/// How a hazard names rules: `red-flags`, `red-flags/leg-clot`, or `red-flags/child-*`.
struct RuleName {
  let text: String

  func includes(_ rule: TracedRule) -> Bool {
    if text == rule.kind.rawValue { return true }
    let owner = rule.kind.rawValue + "/" + rule.owner
    return text.hasSuffix("*") && text.contains("/")
      ? owner.hasPrefix(text.dropLast()) : text == owner
  }
}

extension Rules {
  /// Every rule that a screen can speak for, in the order of the content.
  var traced: [TracedRule] {
    var found = redFlags.map {
      TracedRule(
        .redFlag, $0.id.rawValue, sources: $0.sources, text: $0.title + ": " + $0.action)
    }
    found += conditions.map {
      TracedRule(.pattern, $0.id.rawValue, sources: $0.sources, text: $0.name)
    }
    found += treatments.flatMap { treatment in
      gates(treatment.stop, "stop", of: treatment)
        + gates(treatment.askFirst, "ask-first", of: treatment)
    }
    found += surgery.reasons.map {
      TracedRule(.surgeryReason, $0.id.rawValue, sources: $0.sources, text: $0.met)
    }
    found += advice.map {
      TracedRule(.advice, $0.id.rawValue, sources: $0.sources, text: $0.text)
    }
    found += consistency.map {
      TracedRule(.consistency, $0.id.rawValue, sources: [], text: $0.ask)
    }
    found += scores.map {
      TracedRule(.score, $0.id.rawValue, sources: $0.sources, text: $0.name + ", " + $0.range)
    }
    return found
  }

  private func gates(
    _ gates: [Treatment.Gate], _ name: String, of treatment: Treatment
  ) -> [TracedRule] {
    gates.enumerated().map { place, gate in
      TracedRule(
        .gate, treatment.id.rawValue, gate: ("\(name)-\(place + 1)", gate.when),
        sources: gate.sources.isEmpty ? treatment.sources : gate.sources, text: gate.because)
    }
  }
}

extension ExamplePatient {
  /// Whether the rule came out for the patient; a gate: whether it holds, shown or not, since an
  /// emergency shows no treatment.
  func fires(_ rule: TracedRule) -> Bool {
    if let gate = rule.gate {
      return answers?.truth(of: gate.when, reading: .safety) == .yes
    }
    guard let recommendation else { return false }
    let id = rule.owner
    switch rule.kind {
    case .redFlag: return recommendation.redFlags.contains { $0.id.rawValue == id && !$0.isUnsure }
    case .pattern: return recommendation.conditions.contains { $0.id.rawValue == id }
    case .gate: return false
    case .surgeryReason: return recommendation.surgery.met.contains { $0.rawValue == id }
    case .advice:
      return recommendation.advice.contains { $0.id.rawValue == id }
        || recommendation.questions.contains { $0.id.rawValue == id }
    case .consistency: return recommendation.contradictions.contains { $0.rawValue == id }
    case .score: return recommendation.scores.contains { $0.id.rawValue == id }
    }
  }
}
