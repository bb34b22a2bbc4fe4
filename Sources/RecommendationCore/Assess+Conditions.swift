import QuestionnaireModel

/// The patterns whose features fit, at most three: those with the most points, shown in the order
/// of the content.
///
/// What is unknown gives no points. A pattern whose `when` is unknown is thought of.
func fittingPatterns(
  _ answers: Answers, patterns: [ConditionPattern]
) -> [Recommendation.FittingPattern] {
  let fitting = patterns.enumerated().compactMap { position, pattern in
    fittingPattern(answers, pattern: pattern).map { (position: position, pattern: $0) }
  }
  return
    fitting
    .sorted { ($1.pattern.points, $0.position) < ($0.pattern.points, $1.position) }
    .prefix(3)
    .sorted { $0.position < $1.position }
    .map(\.pattern)
}

private func fittingPattern(
  _ answers: Answers, pattern: ConditionPattern
) -> Recommendation.FittingPattern? {
  if let when = pattern.when, answers.truth(of: when, reading: .plain) == .no { return nil }
  let present = pattern.features.filter { answers.truth(of: $0.when, reading: .plain) == .yes }
  let points = present.reduce(0) { $0 + $1.points }
  guard let fit = pattern.fit.word(for: points) else { return nil }
  let shown = present.map { feature in
    (
      feature.points > 0,
      Recommendation.FittingPattern.Feature(
        text: feature.text, because: answers.reasons(for: feature.when, reading: .plain))
    )
  }
  return Recommendation.FittingPattern(
    id: pattern.id, fit: fit, points: points, supporting: shown.filter(\.0).map(\.1),
    against: shown.filter { !$0.0 }.map(\.1))
}

extension ConditionPattern.FitThresholds {
  /// The word for so many points; `nil` below the weakest.
  package func word(for points: Int) -> ConditionPattern.Fit? {
    if points >= strong {
      .strong
    } else if points >= some {
      .some
    } else if points >= weak {
      .weak
    } else {
      nil
    }
  }
}
