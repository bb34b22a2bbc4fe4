import RecommendationCore

/// No text says that the reader has a condition, but for a question and what follows an "if".
///
/// The names are those of the conditions, with and without what stands in parentheses, and those of
/// the wording rules.
struct DiagnosisFree: ContentRule {
  static func check(_ draft: Draft) {
    guard var rule = draft.phraseRules?.rules[.diagnosis] else { return }
    let articles = draft.phraseRules?.articles ?? []
    let ofConditions = draft.conditions.flatMap { condition in
      condition.name.split { "()".contains($0) }.compactMap { Phrase(String($0)) }
    }
    rule.names = ((rule.names ?? []) + ofConditions).map { $0.dropping(first: articles) }
    draft.phraseRules?.rules[.diagnosis] = rule
    draft.report(
      .diagnosis, as: name, "say what fits or what was told, never that the reader has it"
    ) { _, sentence in !sentence.isQuestion }
  }
}
