import QuestionnaireModel

/// The highest step whose criterion holds; what is unknown does not hold.
func ladderPlace(
  _ answers: Answers, disposition: Disposition, ladder: Ladder
) -> Recommendation.LadderPlace {
  let isMeant = answers.truth(of: ladder.shownWhen, reading: .safety) == .yes
  let reached = ladder.steps.last { answers.truth(of: $0.reachedWhen, reading: .plain) == .yes }
  let hidden: Recommendation.LadderPlace.Hidden? =
    if disposition.hidesTreatments { .urgent } else if isMeant { nil } else { .notMeantForThis }
  return Recommendation.LadderPlace(
    isShown: hidden == nil, step: (reached ?? ladder.steps.first)?.id, hiddenBecause: hidden,
    because: reached.map { answers.reasons(for: $0.reachedWhen, reading: .plain) } ?? [])
}

/// A verdict for every treatment; none at an emergency or for whom the treatments are not meant,
/// and at same-day only those to avoid: the rest waits until the person has been seen.
func judgedTreatments(
  _ answers: Answers, disposition: Disposition, place: Recommendation.LadderPlace, rules: Rules
) -> [Recommendation.JudgedTreatment] {
  if disposition.isEmergency { return [] }
  if let judged = rules.ladder.judgedWhen, answers.truth(of: judged, reading: .safety) == .no {
    return []
  }
  let order = rules.ladder.steps.map(\.id)
  let reached = place.step.flatMap { order.firstIndex(of: $0) } ?? 0
  let judged = rules.treatments.map { treatment in
    judge(
      treatment, answers, isAbove: (order.firstIndex(of: treatment.step) ?? 0) > reached)
  }
  return disposition.hidesTreatments ? judged.filter { $0.verdict == .avoid } : judged
}

/// The first verdict that fits, in the order that `Content/FORMAT.md` gives.
func judge(
  _ treatment: Treatment, _ answers: Answers, isAbove: Bool
) -> Recommendation.JudgedTreatment {
  typealias Reason = Recommendation.JudgedTreatment.Reason
  func result(_ verdict: Verdict, _ reasons: [Reason]) -> Recommendation.JudgedTreatment {
    Recommendation.JudgedTreatment(id: treatment.id, verdict: verdict, reasons: reasons)
  }
  func reason(_ text: String) -> Reason {
    Reason(text: text, because: [], sources: treatment.sources, isUnknown: false)
  }

  let stops = gateReasons(treatment.stop, of: treatment, answers)
  let holding = stops.filter { !$0.isUnknown }
  if !holding.isEmpty {
    if let criterion = treatment.takenOnPrescription, let note = treatment.prescribedNote,
      answers.truth(of: criterion, reading: .safety) == .yes
    {
      return result(.askFirst, [reason(note)] + holding)
    }
    if let criterion = treatment.takenOverCounter, let note = treatment.overCounterNote,
      answers.truth(of: criterion, reading: .safety) == .yes
    {
      return result(.avoid, [reason(note)] + holding)
    }
    return result(.avoid, holding)
  }
  if let text = treatment.notAdvised {
    // Who takes it all the same must read what it clashes with.
    let clashes = gateReasons(treatment.askFirst, of: treatment, answers).filter { !$0.isUnknown }
    return result(.notAdvised, [reason(text)] + clashes)
  }

  let suits = answers.truth(of: treatment.suits, reading: .plain)
  if suits == .no { return result(.notAdvised, treatment.doesNotSuit.map { [reason($0)] } ?? []) }
  var asking = gateReasons(treatment.askFirst, of: treatment, answers) + stops
  if suits.isUnknown {
    asking.append(
      Reason(
        text: treatment.doesNotSuit ?? treatment.about,
        because: answers.reasons(for: treatment.suits, reading: .plain),
        sources: treatment.sources, isUnknown: true))
  }
  if !asking.isEmpty { return result(.askFirst, asking) }
  return result(isAbove ? .later : .suggest, [reason(treatment.about)])
}

/// The gates that hold, and those that are not known.
private func gateReasons(
  _ gates: [Treatment.Gate], of treatment: Treatment, _ answers: Answers
) -> [Recommendation.JudgedTreatment.Reason] {
  gates.compactMap { gate in
    let truth = answers.truth(of: gate.when, reading: .safety)
    if truth == .no { return nil }
    return Recommendation.JudgedTreatment.Reason(
      text: gate.because, because: answers.reasons(for: gate.when, reading: .safety),
      sources: gate.sources.isEmpty ? treatment.sources : gate.sources, isUnknown: truth.isUnknown)
  }
}

/// The reasons met and missing, where the ladder is shown; elsewhere surgery is not spoken of.
///
/// A reason that is unknown is missing.
func surgeryView(
  _ answers: Answers, place: Recommendation.LadderPlace, surgery: Surgery
) -> Recommendation.SurgeryView {
  guard place.isShown else { return Recommendation.SurgeryView(advice: nil, met: [], missing: []) }
  let met = surgery.reasons.filter { answers.truth(of: $0.when, reading: .plain) == .yes }
  let missing = surgery.reasons.filter { reason in !met.contains { $0.id == reason.id } }
  let advice = surgery.advice.first { advice in
    advice.when.map { answers.truth(of: $0, reading: .plain) == .yes } ?? true
  }
  return Recommendation.SurgeryView(
    advice: advice?.id, met: met.map(\.id), missing: missing.map(\.id))
}
