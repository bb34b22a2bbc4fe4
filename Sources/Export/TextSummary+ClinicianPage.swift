import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// Page two: who it is and how urgent, what was found, what was said, and which sources it rests
  /// on.
  func addClinicianPage(to layout: inout SummaryLayout) {
    var citations = Citations(pack: pack, fromMemory: word(.fromMemory))
    let reported = reported(clinical: true)
    layout.banner(
      pack.manifest.title + ": " + word(.clinicianTitle), right: recommendation.day.description)
    let headline = reported.headline.map { $0.line(clinical: true) }
    layout.paragraph(headline.joined(separator: ". ") + (headline.isEmpty ? "" : "."))
    let level = pack.rules.dispositions[recommendation.disposition]?.title
    layout.paragraph(
      joined([
        word(.level, ["level": filled(level ?? recommendation.disposition.rawValue)]),
        word(recommendation.isComplete ? .complete : .incomplete), word(.reportedOnly),
      ]))
    addContradictions(to: &layout)
    addRules(to: &layout, &citations)
    if reported.positive.isEmpty {
      if recommendation.redFlags.isEmpty { layout.paragraph(word(.noPositive)) }
    } else {
      layout.heading(word(.positive), dense: true)
      layout.bullets(reported.positive.sectionLines(clinical: true))
    }
    addSection(.unsureAnswers, reported.unsure.lines(clinical: true), dense: true, to: &layout)
    if !reported.unanswered.isEmpty {
      layout.heading(word(.notAnswered), dense: true)
      layout.paragraph(joined([reported.unanswered.phrase(clinical: true)]))
    }
    addSection(.risks, reported.risks.lines(clinical: true), dense: true, to: &layout)
    addScores(to: &layout, &citations)
    let scored = Set(knownScores.flatMap(\.score.items))
    addSection(
      .otherAnswers, reported.other.without(scored).lines(clinical: true) + notes(&citations),
      dense: true, to: &layout)
    addSection(
      .answeredNo, reported.negative.phrases(clinical: true, whole: word(.noneOfAll)), dense: true,
      to: &layout)
    if !recommendation.disposition.isEmergency {
      addPatterns(to: &layout, &citations)
      addTreatments(to: &layout, &citations)
      addSurgery(to: &layout)
    }
    citations.add(under: word(.sources), to: &layout)
    layout.blank()
    layout.paragraph(filled(pack.manifest.notADiagnosis))
    layout.paragraph(
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

  private func addRules(to layout: inout SummaryLayout, _ citations: inout Citations) {
    layout.heading(word(.rules), dense: true)
    if recommendation.redFlags.isEmpty { layout.paragraph(word(.noRules)) }
    for raised in recommendation.redFlags {
      guard let flag = pack[flag: raised.id] else { continue }
      let level = pack.rules.dispositions[raised.disposition]?.title ?? raised.disposition.rawValue
      // The deadline is that of those who are sure.
      let when =
        raised.isUnsure
        ? word(.ruleNotSure) : word(.ruleDeadline, ["deadline": filled(flag.within)])
      layout.bullet(
        filled(flag.title) + " (" + flag.id.rawValue + "): " + filled(level) + ", " + when
          + citations.marks(flag.sources))
      let present = findings(raised)
      let absent = raised.because.filter { !present.contains($0) }
      layout.paragraph(
        (said(present, clinical: true) + said(absent, clinical: true)).joined(separator: ". "),
        first: "  ")
    }
  }

  private var knownScores: [(score: Score, value: Double)] {
    recommendation.scores.compactMap { value in
      pack.rules.scores.first { $0.id == value.id }.map { (score: $0, value: value.value) }
    }
    .filter { !isPrivate($0.score.items.map { Subject($0) }) }
  }

  private func addScores(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let known = knownScores
    guard !known.isEmpty else { return }
    layout.heading(word(.scores), dense: true)
    for (score, value) in known {
      let number = numberText(rounded(value, decimals: score.decimals))
      layout.bullet(
        score.name + ": " + number + " (" + filled(score.range) + "). " + filled(score.about)
          + citations.marks(score.sources))
      let parts = said(score.items.map { Subject($0) }, clinical: true)
      layout.paragraph(parts.joined(separator: "; "), first: "  ")
    }
  }

  private func addPatterns(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let fitting = fittingPatterns
    guard !fitting.isEmpty else { return }
    layout.heading(word(.patterns), dense: true)
    for (pattern, fitting) in fitting {
      let fit: ExportWord =
        switch fitting.fit {
        case .strong: .patternStrong
        case .some: .patternSome
        case .weak: .patternWeak
        }
      layout.bullet(filled(pattern.name) + ": " + word(fit) + citations.marks(pattern.sources))
      add(fitting.supporting, under: .fitsLabel, to: &layout)
      add(fitting.against, under: .againstLabel, to: &layout)
    }
  }

  private func add(
    _ features: [Recommendation.FittingPattern.Feature], under label: ExportWord,
    to layout: inout SummaryLayout
  ) {
    let texts = features.filter { !isPrivate($0.because) }.map { filled($0.text) }
    if texts.isEmpty { return }
    layout.paragraph(word(label) + " " + texts.joined(separator: "; "), first: "  ")
  }

  /// What speaks against a treatment, or has to be asked first; the rest stands on page one or on
  /// the pages of the program.
  private func addTreatments(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let cautions = cautions(judged(.avoid) + toAskFirst)
    guard !cautions.isEmpty else { return }
    layout.heading(word(.treatments), dense: true)
    for caution in cautions {
      layout.bullet(
        line(caution) + citations.marks(caution.treatments.flatMap(ownSources)))
    }
  }

  /// The sources of the reasons themselves; those of the treatment as a whole say little about a
  /// reason.
  private func ownSources(_ judged: Recommendation.JudgedTreatment) -> [Reference.ID] {
    let texts = Set(judged.reasons.filter { !isPrivate($0.because) }.map(\.text))
    let gates = treatment(judged).map { $0.stop + $0.askFirst } ?? []
    return gates.filter { texts.contains($0.because) }.flatMap(\.sources)
  }

  private func addSurgery(to layout: inout SummaryLayout) {
    let view = recommendation.surgery
    guard view.advice != nil else { return }
    layout.heading(word(.surgery), dense: true)
    for (label, ids) in [(ExportWord.surgeryMet, view.met), (.surgeryMissing, view.missing)] {
      let reasons = ids.compactMap { id in pack.rules.surgery.reasons.first { $0.id == id } }
      guard !reasons.isEmpty else { continue }
      layout.paragraph(
        word(label) + " " + reasons.map { filled($0.name) }.joined(separator: "; "))
    }
  }
}

/// The sources that were named, numbered in the order in which they were.
struct Citations {
  let pack: ContentPack
  let fromMemory: String
  private var numbers: [Reference.ID: Int] = [:]
  private var cited: [Reference] = []

  init(pack: ContentPack, fromMemory: String) {
    self.pack = pack
    self.fromMemory = fromMemory
  }

  /// ` [1,3]`; empty for none.
  ///
  /// A source that the pack does not name is left out.
  mutating func marks(_ sources: [Reference.ID]) -> String {
    var found: Set<Int> = []
    for id in sources {
      if let number = numbers[id] {
        found.insert(number)
      } else if let reference = pack[reference: id] {
        cited.append(reference)
        numbers[id] = cited.count
        found.insert(cited.count)
      }
    }
    return found.isEmpty
      ? "" : " [" + found.sorted().map { String($0) }.joined(separator: ",") + "]"
  }

  func add(under heading: String, to layout: inout SummaryLayout) {
    guard !cited.isEmpty else { return }
    layout.heading(heading, dense: true)
    let marked = cited.enumerated().map { position, reference in
      "[\(position + 1)] " + reference.citation(fromMemory: fromMemory)
    }
    layout.paragraph(marked.joined(separator: "; "))
  }
}

extension Reference {
  /// `ACR 2019, Journal 72:149-162, doi:10.1002/…`; the title stands in for a missing place.
  fileprivate func citation(fromMemory: String) -> String {
    let parts = [name, place ?? title, doi.map { "doi:" + $0 } ?? number].compactMap { $0 }
    return parts.joined(separator: ", ") + (read == .memory ? " (" + fromMemory + ")" : "")
  }
}
