package import QuestionnaireModel

/// Everything that the answers lead to on a day.
///
/// The one way from answers to advice. The result depends on the answers that count, never on the
/// order in which they were given. The highest level wins. Without any answer the result is not
/// complete and at least within days.
package func assess(_ answers: Answers, rules: Rules) -> Recommendation {
  let flags = raisedFlags(answers, rules: rules)
  let open = openFloor(answers, rules: rules)
  // Self-care is for whoever has no red flag: a flag of a lower level than routine does not give
  // it.
  let raised = flags.map(\.disposition).max().map { max($0, .routine) }
  let disposition = max(raised ?? baseLevel(answers, rules: rules), open ?? .selfCare)
  let ladder = ladderPlace(answers, disposition: disposition, ladder: rules.ladder)
  let treatments = judgedTreatments(
    answers, disposition: disposition, place: ladder, rules: rules)
  let conditions =
    disposition.isEmergency ? [] : fittingPatterns(answers, patterns: rules.conditions)
  let given = rules.advice.filter { isGiven($0, answers, at: disposition) }
    .map { advice in
      Recommendation.GivenAdvice(
        id: advice.id, kind: advice.kind, text: advice.text,
        because: answers.reasons(for: advice.when, reading: .safety))
    }
  let told = given.filter { $0.kind != .question }
  let questions = questionsForVisit(given, disposition: disposition, rules: rules)
  let surgery = surgeryView(answers, place: ladder, surgery: rules.surgery)
  return Recommendation(
    day: answers.day, disposition: disposition, isComplete: open == nil, redFlags: flags,
    conditions: conditions, ladder: ladder, treatments: treatments, surgery: surgery,
    advice: told, questions: questions,
    scores: scoreValues(answers, scores: rules.scores),
    pages: pagesWorthReading(
      flags: flags, conditions: conditions, treatments: treatments, given: told + questions,
      rules: rules),
    unanswered: answers.unanswered, parked: answers.parked,
    contradictions: contradictions(answers, rules: rules).map(\.id))
}

/// How low the disposition may go while red flags hang on open items: within days for an emergency
/// sign, routine for another, `nil` when none is open.
private func openFloor(_ answers: Answers, rules: Rules) -> Disposition? {
  let emergencyItems = Set(
    answers.questionnaire.sections.filter(\.isEmergency).flatMap(\.items).map(\.id))
  // An emergency sign that is open holds the level up whether or not a flag happens to hang on it.
  if answers.unanswered.contains(where: emergencyItems.contains) { return .withinDays }
  let isOpen = rules.redFlags.contains {
    answers.truth(of: $0.when, reading: .safety) == .open
  }
  return isOpen ? .routine : nil
}

private func baseLevel(_ answers: Answers, rules: Rules) -> Disposition {
  answers.truth(of: rules.dispositions.selfCareWhen, reading: .safety) == .yes
    ? .selfCare : .routine
}

private func isGiven(_ advice: Advice, _ answers: Answers, at disposition: Disposition) -> Bool {
  if !advice.levels.isEmpty && !advice.levels.contains(disposition) { return false }
  let truth = answers.truth(of: advice.when, reading: .safety)
  return truth == .yes || truth == .unsure
}

/// The most important questions, of which the content says how many; none at an emergency.
private func questionsForVisit(
  _ given: [Recommendation.GivenAdvice], disposition: Disposition, rules: Rules
) -> [Recommendation.GivenAdvice] {
  if disposition.isEmergency { return [] }
  // The content holds them in the order of their importance.
  let questions = given.filter { $0.kind == .question }
  return Array(questions.prefix(max(0, rules.dispositions.questionsShown)))
}

private func scoreValues(_ answers: Answers, scores: [Score]) -> [Recommendation.ScoreValue] {
  scores.compactMap { score in
    var sum = 0
    for item in score.items {
      guard case .answered(.scale(let value)) = answers.status(of: item) else { return nil }
      sum += value
    }
    guard !score.items.isEmpty else { return nil }
    return Recommendation.ScoreValue(
      id: score.id, value: Double(sum) / Double(score.items.count))
  }
}

private func pagesWorthReading(
  flags: [Recommendation.RaisedFlag], conditions: [Recommendation.FittingPattern],
  treatments: [Recommendation.JudgedTreatment], given: [Recommendation.GivenAdvice], rules: Rules
) -> [Page.ID] {
  var pages: [Page.ID?] = flags.map { raised in rules.redFlags.first { $0.id == raised.id }?.page }
  pages += conditions.map { fitting in rules[pattern: fitting.id]?.page }
  pages += given.map { advice in rules.advice.first { $0.id == advice.id }?.page }
  for judged in treatments where judged.verdict == .suggest || judged.verdict == .askFirst {
    pages.append(rules.treatments.first { $0.id == judged.id }?.page)
  }
  return pages.compactMap { $0 }.eachOnce()
}
