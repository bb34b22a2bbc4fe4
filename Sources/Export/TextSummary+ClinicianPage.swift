import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// Page two, in the order in which a clinician reads: why here, red flags, history, function,
  /// what was tried, risks, what the patient was told, what is not known; at its end the sources,
  /// and the scores with room for the next visits.
  func addClinicianPage(to document: inout SummaryDocument) {
    var citations = Citations(pack: pack, fromMemory: word(.fromMemory))
    let reported = reported(clinical: true)
    let isEmergency = recommendation.disposition.isEmergency
    document.add(
      .title(
        pack.manifest.title + ": " + word(.clinicianTitle),
        day: recommendation.day.description, reader: .clinician))
    addWhyHere(reported, to: &document)
    addRedFlags(reported, to: &document, &citations)
    addHistory(reported, to: &document, &citations)
    addRisks(reported, to: &document)
    if !isEmergency {
      addPatterns(to: &document, &citations)
      addTreatments(to: &document, &citations)
      addSurgery(to: &document)
      addSection(
        .patientQuestions,
        recommendation.questions.filter { !isPrivate($0.because) }.map { filled($0.text) },
        dense: true, to: &document)
    }
    addNotKnown(reported, to: &document)
    citations.add(under: word(.sources), to: &document)
    addSmallPrint(to: &document)
    if !isEmergency { addRoomForScores(to: &document) }
  }

  private func addWhyHere(_ reported: ReportedAnswers, to document: inout SummaryDocument) {
    document.heading(word(.whyHere), dense: true)
    let own = reported.headline.filter(\.item.isText)
    let headline = reported.headline.filter { !$0.item.isText }.map { $0.line(clinical: true) }
    document.paragraph(joined([headline.joined(separator: ". ")]))
    for entry in own { document.paragraph(entry.line(clinical: true)) }
    let level = pack.rules.dispositions[recommendation.disposition]?.title
    document.paragraph(
      joined([
        word(.level, ["level": filled(level ?? recommendation.disposition.rawValue)]),
        word(recommendation.isComplete ? .complete : .incomplete), word(.reportedOnly),
      ]))
    addContradictions(to: &document)
  }

  // MARK: - Red flags

  private func addRedFlags(
    _ reported: ReportedAnswers, to document: inout SummaryDocument, _ citations: inout Citations
  ) {
    document.heading(word(.redFlags), dense: true)
    if recommendation.redFlags.isEmpty { document.paragraph(word(.noRules)) }
    for raised in recommendation.redFlags { add(raised, to: &document, &citations) }
    if !reported.positive.isEmpty {
      for line in reported.positive.sectionLines(clinical: true) {
        document.bullet(word(.alsoPositive) + " " + line)
      }
    } else if recommendation.redFlags.isEmpty {
      document.paragraph(word(.noPositive))
    }
    let denied = reported.negative.filter(\.section.isEmergency).where { !$0.isRisk }
    if denied.isEmpty { return }
    document.paragraph(word(.answeredNo))
    document.bullets(denied.lines(clinical: true))
  }

  private func add(
    _ raised: Recommendation.RaisedFlag, to document: inout SummaryDocument,
    _ citations: inout Citations
  ) {
    guard let flag = pack[flag: raised.id] else { return }
    let level = filled(
      pack.rules.dispositions[raised.disposition]?.title ?? raised.disposition.rawValue)
    let openness = openness(of: raised)
    if openness == .levelAlone { return document.bullet(level + ": " + word(.rulePrivate)) }
    // The deadline is that of those who are sure.
    let when =
      raised.isUnsure
      ? word(.ruleNotSure) : word(.ruleDeadline, ["deadline": filled(flag.within)])
    let id = openness == .whole ? " (" + flag.id.rawValue + ")" : ""
    document.bullet(
      filled(flag.title) + id + ": " + level + ", " + when + citations.marks(flag.sources))
    let found = said(findings(raised), clinical: true)
    if !found.isEmpty { document.note(found.joined(separator: ". ")) }
  }

  // MARK: - History, function, what was tried

  /// Up to the section that the scores are from, that section, and those behind it.
  private func addHistory(
    _ reported: ReportedAnswers, to document: inout SummaryDocument, _ citations: inout Citations
  ) {
    let sections = pack.questionnaire.sections
    let scored = Set(pack.rules.scores.flatMap(\.items))
    let place =
      sections.firstIndex { $0.items.contains { scored.contains($0.id) } } ?? sections.count
    let parts: [(heading: ExportWord, sections: [Section])] = [
      (.history, Array(sections.prefix(place))),
      (.function, Array(sections.dropFirst(place).prefix(1))),
      (.triedSoFar, Array(sections.dropFirst(place + 1))),
    ]
    let shown = Set(knownScores.flatMap(\.score.items))
    for part in parts {
      let ids = Set(part.sections.map(\.id))
      let said = reported.other.filter { ids.contains($0.section.id) }.without(shown)
      let denied = reported.negative
        .filter { ids.contains($0.section.id) && !$0.section.isEmergency }.where { !$0.isRisk }
      var lines = said.lines(clinical: true)
      if part.heading == .history { lines += notes(&citations) }
      lines += answeredNo(denied)
      let scores = part.heading == .function ? knownScores : []
      if lines.isEmpty && scores.isEmpty { continue }
      document.heading(word(part.heading), dense: true)
      for (score, value) in scores { add(score, value, to: &document, &citations) }
      document.bullets(lines.eachOnce())
    }
  }

  /// One line, or none.
  private func answeredNo(_ denied: [ReportedAnswers.Group]) -> [String] {
    denied.isEmpty
      ? []
      : [
        word(.answeredNo) + " "
          + denied.map { $0.phrases(clinical: true, whole: word(.noneOfAll)) }
          .joined(separator: "; ")
      ]
  }

  var knownScores: [(score: Score, value: Double)] {
    recommendation.scores.compactMap { value in
      pack.rules.scores.first { $0.id == value.id }.map { (score: $0, value: value.value) }
    }
    .filter { !isPrivate($0.score.items.map { Subject($0) }) }
  }

  private func number(_ value: Double, of score: Score) -> String {
    numberText(rounded(value, decimals: score.decimals))
  }

  private func add(
    _ score: Score, _ value: Double, to document: inout SummaryDocument,
    _ citations: inout Citations
  ) {
    document.bullet(
      word(
        .scoreOn,
        [
          "score": score.name, "value": number(value, of: score),
          "day": recommendation.day.description, "range": filled(score.range),
        ]) + citations.marks(score.sources))
    let parts = said(score.items.map { Subject($0) }, clinical: true)
    if parts.count > 1 { document.note(parts.joined(separator: "; ")) }
  }

  /// What was measured today, and rows for the next three visits.
  private func addRoomForScores(to document: inout SummaryDocument) {
    let known = knownScores
    if known.isEmpty { return }
    document.heading(word(.scoresOverTime))
    document.bullets(known.map { $0.score.name + ": " + filled($0.score.about) })
    document.gap()
    document.add(
      .table(
        SummaryTable(
          columns: [word(.scoreDay)] + known.map(\.score.name),
          rows: [
            [recommendation.day.description] + known.map { number($0.value, of: $0.score) }
          ], emptyRows: 3)))
  }

  // MARK: - Risks, and what is not known

  private func addRisks(_ reported: ReportedAnswers, to document: inout SummaryDocument) {
    let lines =
      reported.risks.lines(clinical: true) + answeredNo(reported.negative.where(\.isRisk))
    addSection(.risks, lines, dense: true, to: &document)
  }

  private func addNotKnown(_ reported: ReportedAnswers, to document: inout SummaryDocument) {
    // A text is asked of whoever wants to add one.
    let open = reported.unanswered.where { !$0.isText }
    let enabled = Set(answers.enabled.map(\.id))
    let unasked = pack.questionnaire.sections
      .filter { !$0.items.contains { enabled.contains($0.id) } }.map(\.title)
    let unsure = reported.unsure.lines(clinical: true)
    let hasPrivate = pack.questionnaire.items.contains(where: \.isPrivate)
    let lines: [(ExportWord, String)] = [
      (.unsureAnswers, unsure.joined(separator: "; ")),
      (.notAnswered, open.phrase(clinical: true)),
      (.notAsked, unasked.joined(separator: "; ")),
    ]
    addSection(
      .notKnown,
      lines.filter { !$0.1.isEmpty }.map { word($0.0) + " " + $0.1 }
        + (hasPrivate && !includesPrivate ? [word(.privateLeftOff)] : []), dense: true,
      to: &document)
  }

  private func addSmallPrint(to document: inout SummaryDocument) {
    document.gap()
    document.paragraph(filled(pack.manifest.notADiagnosis))
    document.paragraph(
      joined([
        word(.programLine, ["program": pack.manifest.title, "version": programVersion]),
        word(
          .packLine,
          [
            "pack": pack.manifest.id, "version": pack.manifest.version,
            "reviewed": pack.manifest.reviewed.description, "hash": String(packHash.prefix(12)),
          ]), word(.regionLine, ["region": region.name]),
      ]))
  }
}
