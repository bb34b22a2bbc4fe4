import QuestionnaireModel
import RecommendationCore

/// What the rules say: that they were asked, and the plan that they propose.
extension FHIRBundle {
  private var recommendation: Recommendation { summary.recommendation }
  private var level: DispositionText? { pack.rules.dispositions[recommendation.disposition] }

  // MARK: - That the rules were asked

  /// Its reasons are the red flags that are present.
  ///
  /// One that the person was not sure of is no finding, and stands in words alone.
  func guidance(_ ids: FHIRIdentifiers) -> JSON {
    let present = recommendation.redFlags.filter { !$0.isUnsure }
    let unsure = recommendation.redFlags.filter(\.isUnsure).compactMap { pack[flag: $0.id] }
    let notes =
      [
        summary.filled(pack.manifest.notADiagnosis), summary.word(.reportedOnly),
        summary.word(recommendation.isComplete ? .complete : .incomplete),
      ] + unsure.map { summary.filled($0.title) + ": " + summary.word(.ruleNotSure) }
    return .element([
      "resourceType": .string("GuidanceResponse"), "id": .string(ids[.guidance]),
      "language": language, "moduleUri": .string(names.module(hash: summary.packHash)),
      "status": .string(recommendation.isComplete ? "success" : "data-requested"),
      "subject": subject, "occurrenceDateTime": day, "performer": .reference(ids[.device]),
      "reasonCode": .array(
        present.map { raised in
          let title = pack[flag: raised.id].map { summary.filled($0.title) }
          return .concept(
            [.coding(names.codes(of: "red-flags"), raised.id.rawValue, title)], title)
        }),
      "note": .array(notes.map { .note($0) }),
      "result": .reference(ids[.plan]),
    ])
  }

  // MARK: - What they propose

  /// A proposal that nobody has accepted yet.
  func plan(_ ids: FHIRIdentifiers) -> JSON {
    let sources = [ids[.response]] + knownScores.map { ids[$0.score] }
    return .element([
      "resourceType": .string("CarePlan"), "id": .string(ids[.plan]), "language": language,
      "status": .string("draft"), "intent": .string("proposal"),
      "category": .array([.concept([levelCode])]),
      "title": .words(level.map { summary.filled($0.title) }), "subject": subject,
      "created": day, "author": .reference(ids[.device]),
      "supportingInfo": .array(sources.map { .reference($0) }),
      "activity": .array(activities.map { .element(["detail": $0]) }),
      "note": .array(planNotes.map { .note($0) }),
    ])
  }

  private var levelCode: JSON {
    .coding(
      FHIRNames.base + "CodeSystem/disposition", recommendation.disposition.rawValue,
      level.map { summary.filled($0.title) })
  }

  private var activities: [JSON] {
    [toDo] + (recommendation.disposition.isEmergency ? [] : firstSteps + treatments)
  }

  private var toDo: JSON {
    .element([
      "code": .concept([levelCode], level.map { summary.filled($0.title) }),
      "status": .string("not-started"),
      "scheduledString": .words((summary.lead?.within).map(summary.filled)),
      "description": .words((summary.lead?.action ?? level?.action).map(summary.filled)),
    ])
  }

  private var firstSteps: [JSON] {
    told(.do).map { given in
      .element([
        "code": .concept([.coding(names.codes(of: "advice"), given.id.rawValue)]),
        "status": .string("not-started"), "description": .words(summary.filled(given.text)),
      ])
    }
  }

  /// Those of the pages: without the ladder only what to avoid, and what something speaks against.
  ///
  /// Who does not know our verdicts must not take for planned what has to wait or to be asked first,
  /// so that these are on hold. What merely does not suit is no part of a plan.
  private var treatments: [JSON] {
    let listed =
      recommendation.ladder.isShown
      ? recommendation.treatments : summary.judged(.avoid) + summary.toAskFirst
    return listed.compactMap { judged in
      let isAdvisedAgainst = summary.treatment(judged)?.notAdvised != nil
      if judged.verdict == .notAdvised && !isAdvisedAgainst { return nil }
      let waits = judged.verdict == .later || judged.verdict == .askFirst
      let name = summary.name(judged)
      return .element([
        "extension": .array([
          .extension(FHIRNames.verdict, "Code", .string(judged.verdict.rawValue))
        ]),
        "code": .concept(
          [.coding(names.codes(of: "treatments"), judged.id.rawValue, name)], name),
        "status": .string(waits ? "on-hold" : "not-started"),
        "doNotPerform": .bool(judged.verdict == .avoid || judged.verdict == .notAdvised),
        "description": .words(
          summary.mark(judged.verdict) + summary.joined(summary.words(for: judged.reasons))),
      ])
    }
  }

  private func told(_ kind: Advice.Kind) -> [Recommendation.GivenAdvice] {
    recommendation.advice.filter { $0.kind == kind && !summary.isPrivate($0.because) }
  }

  // MARK: - What stands beside the plan

  private var planNotes: [String] {
    let always = [
      summary.filled(pack.manifest.notADiagnosis), summary.word(.emergencyLine),
      summary.word(.madeOn, ["day": recommendation.day.description]),
    ]
    let doNot = recommendation.redFlags.filter { !$0.isUnsure }
      .flatMap { pack[flag: $0.id]?.doNot ?? [] }
    let open =
      recommendation.isComplete ? [] : [summary.filled(pack.rules.dispositions.incomplete)]
    let rest = recommendation.disposition.isEmergency ? [] : furtherNotes
    return (always + doNot.map(summary.filled) + open + rest).eachOnce()
  }

  private var furtherNotes: [String] {
    let flags = recommendation.redFlags.filter { !summary.isPrivate($0.because) }
    let sooner =
      recommendation.safetyNets(of: flags, in: pack.rules).map(\.text)
      + summary.fittingPatterns.flatMap(\.pattern.getHelpSooner) + told(.sooner).map(\.text)
    let questions = recommendation.questions.filter { !summary.isPrivate($0.because) }
    let surgery = pack.rules.surgery.advice.first { $0.id == recommendation.surgery.advice }
    return [summary.word(.holdsFor)]
      + under(.getHelpSooner, sooner)
      + under(.patterns, summary.fittingPatterns.map { "\($0.pattern.name), \(fit($0.fitting))" })
      + under(.surgery, [surgery?.text].compactMap { $0 })
      + under(.questions, questions.map(\.text))
  }

  private func under(_ heading: ExportWord, _ texts: [String]) -> [String] {
    let filled = texts.map(summary.filled).eachOnce()
    return filled.isEmpty ? [] : [summary.word(heading) + ": " + summary.joined(filled)]
  }

  private func fit(_ fitting: Recommendation.FittingPattern) -> String {
    switch fitting.fit {
    case .strong: summary.word(.patternStrong)
    case .some: summary.word(.patternSome)
    case .weak: summary.word(.patternWeak)
    }
  }
}
