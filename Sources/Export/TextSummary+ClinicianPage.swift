import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// Page two: what was said, then what followed from it and from which source.
  func addClinicianPage(to layout: inout SummaryLayout) {
    var citations = Citations(pack: pack, fromMemory: word(.fromMemory))
    layout.banner(
      pack.manifest.title + ": " + word(.clinicianTitle), right: recommendation.day.description)
    layout.paragraph(word(.reportedOnly))
    let level = pack.rules.dispositions[recommendation.disposition]?.title
    layout.paragraph(
      word(.level, ["level": filled(level ?? recommendation.disposition.rawValue)]))
    layout.paragraph(word(recommendation.isComplete ? .complete : .incomplete))
    addAnswers(to: &layout)
    addContradictions(to: &layout)
    addScores(to: &layout, &citations)
    addRules(to: &layout, &citations)
    if !recommendation.disposition.isEmergency {
      addPatterns(to: &layout, &citations)
      addTreatments(to: &layout, &citations)
      addSurgery(to: &layout, &citations)
    }
    citations.add(under: word(.sources), to: &layout)
    layout.blank()
    layout.paragraph(filled(pack.manifest.notADiagnosis))
    layout.paragraph(
      word(.programLine, ["program": pack.manifest.title, "version": programVersion]))
    layout.paragraph(
      word(
        .packLine,
        [
          "pack": pack.manifest.id, "version": pack.manifest.version,
          "reviewed": pack.manifest.reviewed.description, "hash": String(packHash.prefix(12)),
        ]))
    layout.paragraph(word(.regionLine, ["region": region.name]))
  }

  // MARK: - What was said

  private func addAnswers(to layout: inout SummaryLayout) {
    let reported = reported(clinical: true)
    layout.heading(word(.positive))
    if reported.positive.isEmpty {
      layout.paragraph(word(.noPositive))
    } else {
      layout.bullets(reported.positive.lines(clinical: true))
    }
    addSection(.unsureAnswers, reported.unsure.lines(clinical: true), to: &layout)
    addSection(.answeredNo, reported.negative.phrases(clinical: true), to: &layout)
    if !reported.other.isEmpty {
      layout.heading(word(.otherAnswers))
      for group in reported.other {
        layout.paragraph(group.section.title)
        layout.bullets(group.entries.map { $0.line(clinical: true) }, indent: 2)
      }
    }
    addSection(.notAnswered, reported.unanswered.phrases(clinical: true), to: &layout)
  }

  private func addScores(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let known = recommendation.scores.compactMap { value in
      pack.rules.scores.first { $0.id == value.id }.map { (score: $0, value: value.value) }
    }
    .filter { !isPrivate($0.score.items.map { Subject($0) }) }
    guard !known.isEmpty else { return }
    layout.heading(word(.scores))
    for (score, value) in known {
      let number = numberText(rounded(value, decimals: score.decimals))
      layout.bullet(
        score.name + ": " + number + " (" + filled(score.range) + "). " + filled(score.about)
          + citations.marks(score.sources))
    }
  }

  // MARK: - What followed

  private func addRules(to layout: inout SummaryLayout, _ citations: inout Citations) {
    layout.heading(word(.rules))
    if recommendation.redFlags.isEmpty { layout.paragraph(word(.noRules)) }
    for raised in recommendation.redFlags {
      guard let flag = pack[flag: raised.id] else { continue }
      let level = pack.rules.dispositions[raised.disposition]?.title ?? raised.disposition.rawValue
      layout.bullet(
        filled(flag.title) + " (" + flag.id.rawValue + "): " + filled(level)
          + (raised.isUnsure ? ", " + word(.ruleNotSure) : "") + citations.marks(flag.sources))
      layout.paragraph(
        said(raised.because, clinical: true).joined(separator: "; "), first: "    ")
    }
  }

  private func addPatterns(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let fitting = recommendation.conditions.compactMap { fitting in
      pack.rules.conditions.first { $0.id == fitting.id }.map { (pattern: $0, fitting: fitting) }
    }
    guard !fitting.isEmpty else { return }
    layout.heading(word(.patterns))
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
    layout.paragraph(texts.joined(separator: "; "), first: "    " + word(label) + " ")
  }

  /// Every verdict but "later", which page one holds; nothing where page one shows no ladder and there is nothing to avoid.
  private func addTreatments(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let isShown = recommendation.ladder.isShown
    let listed =
      judged(.avoid) + toAskFirst + (isShown ? judged(.notAdvised) + judged(.suggest) : [])
    guard !listed.isEmpty else { return }
    layout.heading(word(.treatments))
    for judged in listed {
      // What a suggested treatment is stands on page one.
      let reasons = judged.verdict == .suggest ? [] : words(for: judged.reasons)
      let note = isShown ? treatment(judged)?.articleNote.map(filled) : nil
      let texts = reasons + (note.map { [$0] } ?? [])
      layout.paragraph(
        name(judged) + (texts.isEmpty ? "" : ": " + texts.joined(separator: "; "))
          + citations.marks(judged.reasons.flatMap(\.sources)), first: mark(judged.verdict))
    }
  }

  private func addSurgery(to layout: inout SummaryLayout, _ citations: inout Citations) {
    let view = recommendation.surgery
    guard view.advice != nil else { return }
    layout.heading(word(.surgery))
    for (label, ids) in [(ExportWord.surgeryMet, view.met), (.surgeryMissing, view.missing)] {
      let reasons = ids.compactMap { id in pack.rules.surgery.reasons.first { $0.id == id } }
      guard !reasons.isEmpty else { continue }
      layout.paragraph(
        word(label) + " " + reasons.map { filled($0.name) }.joined(separator: "; ")
          + citations.marks(reasons.flatMap(\.sources)))
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
    layout.heading(heading)
    for (position, reference) in cited.enumerated() {
      layout.paragraph(reference.citation(fromMemory: fromMemory), first: "[\(position + 1)] ")
    }
  }
}

extension Reference {
  /// `Authors (2020). Journal 72:149-162. doi:10.1002/…`; the title stands in for a missing place.
  fileprivate func citation(fromMemory: String) -> String {
    let address = doi.map { "doi:" + $0 } ?? number ?? address
    let parts = ["\(authors) (\(year))", place ?? title, address].compactMap { $0 }
    return parts.joined(separator: ". ") + (read == .memory ? " (" + fromMemory + ")" : "")
  }
}
