package import QuestionnaireModel
package import RecommendationCore

/// The recommendation as JSON, a stable interface: keys are added, never renamed or removed.
///
/// The same input gives the same bytes. `because` is always a list of items and their answers, each
/// as an answers file holds it; `null` where nothing was said. Patterns stand in the order of their
/// points.
package enum RecommendationJSON {
  /// The hash is that of the pack, in hexadecimal digits.
  package static func text(
    _ recommendation: Recommendation, answers: Answers, pack: ContentPack, region: Region,
    packHash: String
  ) -> String {
    json(recommendation, answers: answers, pack: pack, region: region, packHash: packHash).text
  }

  /// The same as one line without its end.
  package static func line(
    _ recommendation: Recommendation, answers: Answers, pack: ContentPack, region: Region,
    packHash: String
  ) -> String {
    json(recommendation, answers: answers, pack: pack, region: region, packHash: packHash).line
  }

  private static func json(
    _ recommendation: Recommendation, answers: Answers, pack: ContentPack, region: Region,
    packHash: String
  ) -> JSON {
    RecommendationWriter(
      recommendation: recommendation, answers: answers, pack: pack, region: region,
      packHash: packHash
    ).json
  }
}

private struct RecommendationWriter {
  let recommendation: Recommendation
  let answers: Answers
  let pack: ContentPack
  let region: Region
  let packHash: String

  var json: JSON {
    .object([
      JSON.Member("disposition", .string(recommendation.disposition.rawValue)),
      JSON.Member("complete", .bool(recommendation.isComplete)),
      JSON.Member("on", .string(recommendation.day.description)),
      JSON.Member("redFlags", .array(recommendation.redFlags.map(redFlag))),
      JSON.Member("conditions", .array(conditions)),
      JSON.Member("ladder", ladder),
      JSON.Member("treatments", .array(treatments)),
      JSON.Member("surgery", surgery),
      JSON.Member("advice", .array(recommendation.advice.map(advice))),
      JSON.Member("pages", .strings(recommendation.pages)),
      JSON.Member("questionsForVisit", .array(recommendation.questions.map(advice))),
      JSON.Member("unanswered", .strings(recommendation.unanswered)),
      JSON.Member("parked", .strings(recommendation.parked)),
      JSON.Member("scores", .array(recommendation.scores.map(score))),
      JSON.Member(
        "pack",
        .object([
          JSON.Member("id", .string(pack.manifest.id)),
          JSON.Member("version", .string(pack.manifest.version)),
          JSON.Member("hash", .string(packHash)),
        ])),
      JSON.Member("contradictions", .array(contradictions)),
      JSON.Member(
        "notice",
        .object([
          JSON.Member("emergency", filled(pack.wording[.emergencyLine])),
          JSON.Member("notADiagnosis", filled(pack.manifest.notADiagnosis)),
          JSON.Member("intendedUse", filled(pack.manifest.intendedUse)),
        ])),
    ])
  }

  private func filled(_ text: String) -> JSON { .string(region.filling(text)) }

  // MARK: - Reasons

  private func because(_ subjects: [Subject]) -> JSON {
    .array(
      subjects.map { subject in
        .object([
          JSON.Member("item", .string(subject.description)),
          JSON.Member("answer", answer(of: subject)),
        ])
      })
  }

  /// What the subject gives to the rules: for a sign that was asked again in other words, that
  /// answer.
  private func answer(of subject: Subject) -> JSON {
    guard let item = pack.questionnaire[subject.item] else { return .null }
    switch answers.status(of: subject) {
    case .answered(.option(let option)) where subject.part != nil:
      return item.json(of: RowAnswer.option(option))
    case .answered(.number(let size)) where subject.part == .bmi:
      return .number((size.value * 10).rounded() / 10)
    case .answered(let answer): return item.json(of: answer)
    case .unsure:
      return .string(answers.response[subject.item] == .declined ? "declined" : "not-sure")
    case .open, .hidden: return .null
    }
  }

  // MARK: - Parts

  private var contradictions: [JSON] {
    recommendation.contradictions.compactMap { pack[consistency: $0] }.map { rule in
      .object([
        JSON.Member("id", .string(rule.id.rawValue)), JSON.Member("text", filled(rule.ask)),
        JSON.Member("because", because(answers.reasons(for: rule.when, reading: .plain))),
      ])
    }
  }

  private func redFlag(_ raised: Recommendation.RaisedFlag) -> JSON {
    let flag = pack[flag: raised.id]
    // The flag's own action belongs to its own level.
    let action =
      raised.isUnsure ? pack.rules.dispositions[raised.disposition]?.action : flag?.action
    var members = [
      JSON.Member("id", .string(raised.id.rawValue)),
      JSON.Member("disposition", .string(raised.disposition.rawValue)),
      JSON.Member("action", filled(action ?? "")),
      JSON.Member("because", because(raised.because)),
      JSON.Member("sources", .strings(flag?.sources ?? [])),
      JSON.Member("getHelpSooner", .array((flag?.getHelpSooner ?? []).map(filled))),
    ]
    if raised.isUnsure { members.append(JSON.Member("unsure", .bool(true))) }
    return .object(members)
  }

  private var conditions: [JSON] {
    recommendation.conditions.enumerated()
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
      .map { _, fitting in
        let pattern = pack[pattern: fitting.id]
        return .object([
          JSON.Member("id", .string(fitting.id.rawValue)),
          JSON.Member("name", filled(pattern?.name ?? "")),
          JSON.Member("fit", .string(fitting.fit.rawValue)),
          JSON.Member("points", .number(Double(fitting.points))),
          JSON.Member("supporting", .array(fitting.supporting.map(feature))),
          JSON.Member("against", .array(fitting.against.map(feature))),
          JSON.Member("page", .string(ifAny: pattern?.page?.rawValue)),
          JSON.Member("getHelpSooner", .array((pattern?.getHelpSooner ?? []).map(filled))),
        ])
      }
  }

  private func feature(_ feature: Recommendation.FittingPattern.Feature) -> JSON {
    .object([
      JSON.Member("text", filled(feature.text)), JSON.Member("because", because(feature.because)),
    ])
  }

  private var ladder: JSON {
    let place = recommendation.ladder
    let step = pack.rules.ladder.steps.first { $0.id == place.step }
    let reason =
      switch place.hiddenBecause {
      case nil: step?.about ?? ""
      case .notMeantForThis: pack.rules.ladder.hiddenBecause
      case .urgent: pack.wording[.ladderHiddenUrgent]
      }
    return .object([
      JSON.Member("shown", .bool(place.isShown)),
      JSON.Member("step", .string(ifAny: place.step?.rawValue)),
      JSON.Member("reason", filled(reason)),
      JSON.Member("because", because(place.because)),
    ])
  }

  private var treatments: [JSON] {
    if recommendation.disposition.isEmergency { return [] }
    return recommendation.treatments.map { judged in
      let treatment = pack[treatment: judged.id]
      let subjects = judged.reasons.flatMap(\.because).eachOnce()
      return .object([
        JSON.Member("id", .string(judged.id.rawValue)),
        JSON.Member("name", filled(treatment?.name ?? "")),
        JSON.Member("step", .string(ifAny: treatment?.step.rawValue)),
        JSON.Member(
          "articleStage", treatment?.articleStage.map { .number(Double($0)) } ?? .null),
        JSON.Member("verdict", .string(judged.verdict.rawValue)),
        JSON.Member("because", because(subjects)),
        JSON.Member("sources", .strings(treatment?.sources ?? [])),
        JSON.Member("page", .string(ifAny: treatment?.page?.rawValue)),
        JSON.Member("reasons", .array(judged.reasons.map(reason))),
      ])
    }
  }

  private func reason(_ reason: Recommendation.JudgedTreatment.Reason) -> JSON {
    var members = [
      JSON.Member("text", filled(reason.text)), JSON.Member("because", because(reason.because)),
      JSON.Member("sources", .strings(reason.sources)),
    ]
    if reason.isUnknown { members.append(JSON.Member("unsure", .bool(true))) }
    return .object(members)
  }

  private var surgery: JSON {
    let view = recommendation.surgery
    let advice = pack.rules.surgery.advice.first { $0.id == view.advice }
    return .object([
      JSON.Member("advice", .string(ifAny: advice.map { region.filling($0.text) })),
      JSON.Member("met", .strings(view.met)),
      JSON.Member("missing", .strings(view.missing)),
    ])
  }

  private func advice(_ given: Recommendation.GivenAdvice) -> JSON {
    .object([
      JSON.Member("id", .string(given.id.rawValue)), JSON.Member("text", filled(given.text)),
      JSON.Member("kind", .string(given.kind.rawValue)),
      JSON.Member("because", because(given.because)),
    ])
  }

  private func score(_ value: Recommendation.ScoreValue) -> JSON {
    let score = pack.rules.scores.first { $0.id == value.id }
    return .object([
      JSON.Member("id", .string(value.id.rawValue)),
      JSON.Member("name", .string(score?.name ?? "")),
      JSON.Member("value", .number(rounded(value.value, decimals: score?.decimals ?? 1))),
      JSON.Member("range", .string(score?.range ?? "")),
    ])
  }
}
