import QuestionnaireModel

/// What would make a result more urgent.
extension Recommendation {
  /// The safety nets of these red flags, in their order, each sentence once; none at an emergency.
  package func safetyNets(
    of flags: [RaisedFlag], in rules: Rules
  ) -> [(text: String, sources: [Reference.ID])] {
    if disposition.isEmergency { return [] }
    var seen: Set<String> = []
    return flags.compactMap { raised in rules.redFlags.first { $0.id == raised.id } }
      .flatMap { flag in flag.getHelpSooner.map { (text: $0, sources: flag.sources) } }
      .filter { seen.insert($0.text).inserted }
  }

  /// Whether a red flag, a pattern or the situation has a safety net of its own.
  ///
  /// What everybody gets is none, and the crisis line is none: it is for the person, not for the
  /// knee.
  package func hasOwnSafetyNet(in rules: Rules) -> Bool {
    !safetyNets(of: redFlags, in: rules).isEmpty
      || conditions.contains { fitting in
        rules.conditions.contains { $0.id == fitting.id && !$0.getHelpSooner.isEmpty }
      }
      || advice.contains { given in
        given.kind == .sooner
          && !given.text.contains("{crisis-line}")
          && rules.advice.contains { $0.id == given.id && $0.when != .always }
      }
  }
}
