package import QuestionnaireModel
package import RecommendationCore

/// The answers and what they lead to as a collection of FHIR R4 resources, for a record.
///
/// Nobody is named: the subject is a reference of words alone, and there is no Patient. What a
/// pattern of features fits stands in words; it is no Condition. Private answers, and what rests on
/// one, are left out as on the clinician's page. The same input gives the same bytes; the day is that
/// of the answers.
package struct FHIRBundle: Sendable {
  let summary: TextSummary
  private let questionnaire: FHIRQuestionnaire

  /// The answers are those that the recommendation was made of.
  ///
  /// Clinicians read it, so that the pack of the questionnaire is the one in the language that the
  /// content was written in.
  package init(
    _ recommendation: Recommendation, answers: Answers, to questionnaire: FHIRQuestionnaire,
    programVersion: String, includesPrivate: Bool = false
  ) {
    summary = TextSummary(
      recommendation, answers: answers, pack: questionnaire.pack, region: questionnaire.region,
      programVersion: programVersion, packHash: questionnaire.packHash,
      includesPrivate: includesPrivate)
    self.questionnaire = questionnaire
  }

  package var text: String { json.text }
  /// As one line without its end.
  package var line: String { json.line }

  var pack: ContentPack { summary.pack }
  var names: FHIRNames { questionnaire.names }

  private var json: JSON {
    // What is exported gives the identifiers, and nothing that was left out does.
    let draft = resources(FHIRIdentifiers(seed: "", questionnaire: questionnaire.uuid))
    let seed = FHIRNames.uuid([questionnaire.uuid] + draft.map(\.resource.line))
    let ids = FHIRIdentifiers(seed: seed, questionnaire: questionnaire.uuid)
    let all = [(id: ids.questionnaire, resource: questionnaire.json)] + resources(ids)
    return .element([
      "resourceType": .string("Bundle"), "id": .string(ids[.bundle]),
      "language": language, "type": .string("collection"),
      "entry": .array(
        all.map { id, resource in
          .element(["fullUrl": .string("urn:uuid:" + id), "resource": resource])
        }),
    ])
  }

  /// All but the questionnaire.
  private func resources(_ ids: FHIRIdentifiers) -> [(id: String, resource: JSON)] {
    [(ids[.response], response(ids))] + scores(ids)
      + [
        (ids[.guidance], guidance(ids)), (ids[.plan], plan(ids)), (ids[.device], device(ids)),
        (ids[.provenance], provenance(ids)),
      ]
  }
}

/// The identifiers of the resources of a bundle.
struct FHIRIdentifiers {
  enum Resource: String {
    case bundle, response, guidance, plan, device, provenance
  }

  let seed: String
  /// The same in every bundle of a pack.
  let questionnaire: String

  subscript(resource: Resource) -> String { FHIRNames.uuid([seed, resource.rawValue]) }
  subscript(score: Score) -> String { FHIRNames.uuid([seed, "score", score.id.rawValue]) }
}

// MARK: - Resources

extension FHIRBundle {
  var language: JSON { .string(pack.manifest.language) }
  var day: JSON { .string(summary.recommendation.day.description) }
  var subject: JSON { .reference(display: summary.word(.subject)) }

  private func response(_ ids: FHIRIdentifiers) -> JSON {
    let items = FHIRResponse(
      answers: summary.answers, pack: pack, region: summary.region,
      includesPrivate: summary.includesPrivate
    ).items
    let isWhole = summary.recommendation.unanswered.isEmpty
    return .element([
      "resourceType": .string("QuestionnaireResponse"), "id": .string(ids[.response]),
      "language": language, "questionnaire": .string(names.canonical),
      "status": .string(isWhole ? "completed" : "in-progress"), "subject": subject,
      "authored": day, "item": .array(items),
    ])
  }

  /// Those of which every item may be told.
  var knownScores: [(score: Score, value: Double)] {
    summary.recommendation.scores.compactMap { value in
      pack.rules.scores.first { $0.id == value.id }.map { (score: $0, value: value.value) }
    }
    .filter { !summary.isPrivate($0.score.items.map { Subject($0) }) }
  }

  private func scores(_ ids: FHIRIdentifiers) -> [(id: String, resource: JSON)] {
    knownScores.map { score, value in
      let code = JSON.coding(names.codes(of: "scores"), score.id.rawValue, score.name)
      return (
        ids[score],
        .element([
          "resourceType": .string("Observation"), "id": .string(ids[score]), "language": language,
          "status": .string("final"),
          "category": .array([
            .concept([
              .coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey")
            ])
          ]),
          "code": .concept([code], score.name), "subject": subject, "effectiveDateTime": day,
          "valueQuantity": .element([
            "value": .number(rounded(value, decimals: score.decimals)),
            "system": .string(JSON.ucum), "code": .string("{score}"),
          ]),
          "note": .array([.note(summary.joined([score.range, summary.filled(score.about)]))]),
          "derivedFrom": .array([.reference(ids[.response])]),
        ])
      )
    }
  }

  /// The program, since neither a person nor an organization made the advice.
  private func device(_ ids: FHIRIdentifiers) -> JSON {
    let manifest = pack.manifest
    let kinds = FHIRNames.base + "CodeSystem/version"
    let versions = [
      ("program", summary.programVersion), ("pack", manifest.version), ("hash", summary.packHash),
    ]
    return .element([
      "resourceType": .string("Device"), "id": .string(ids[.device]), "language": language,
      "deviceName": .array([
        .element(["name": .words(manifest.title), "type": .string("user-friendly-name")])
      ]),
      "version": .array(
        versions.map { kind, version in
          .element(["type": .concept([.coding(kinds, kind)]), "value": .words(version)])
        }),
    ])
  }

  /// When it was recorded is not known to more than the day, which stands beside it.
  private func provenance(_ ids: FHIRIdentifiers) -> JSON {
    let made = [ids[.response]] + knownScores.map { ids[$0.score] } + [ids[.guidance], ids[.plan]]
    let kinds = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
    return .element([
      "resourceType": .string("Provenance"), "id": .string(ids[.provenance]),
      "language": language, "target": .array(made.map { .reference($0) }),
      "occurredDateTime": day, "_recorded": .absent("unknown"),
      "agent": .array([
        .element([
          "type": .concept([.coding(kinds, "assembler")]),
          "who": .reference(
            ids[.device],
            summary.word(
              .programLine, ["program": pack.manifest.title, "version": summary.programVersion])),
        ])
      ]),
      "entity": .array([
        .element([
          "role": .string("source"),
          "what": .reference(
            ids.questionnaire,
            summary.word(
              .packLine,
              [
                "pack": pack.manifest.id, "version": pack.manifest.version,
                "reviewed": pack.manifest.reviewed.description, "hash": summary.packHash,
              ])),
        ])
      ]),
    ])
  }
}
