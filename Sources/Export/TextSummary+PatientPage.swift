import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// Page one.
  func addPatientPage(to document: inout SummaryDocument) {
    var told = Told()
    document.add(
      .title(
        pack.manifest.title + ": " + word(.title), day: recommendation.day.description,
        reader: .person))
    let madeOn = word(.madeOn, ["day": recommendation.day.description])
    let isEmergency = recommendation.disposition.isEmergency
    document.paragraph(
      joined(
        [word(.emergencyLine), filled(pack.manifest.notADiagnosis), madeOn]
          + (isEmergency ? [] : [word(.holdsFor)])))
    addToDo(to: &document, &told)
    if isEmergency {
      addSection(
        .whatYouSaid, reported(clinical: false).positive.lines(clinical: false), to: &document)
      return
    }
    addSection(.firstSteps, advice(.do, &told), to: &document)
    addSection(.getHelpSooner, safetyNets(&told) + advice(.sooner, &told), to: &document)
    addPatternSteps(to: &document, &told)
    addQuestions(to: &document, &told)
    addLadder(to: &document, &told)
    addWarnings(to: &document)
    if let advice = pack.rules.surgery.advice.first(where: {
      $0.id == recommendation.surgery.advice
    }) {
      document.heading(word(.surgery))
      document.paragraph(told.new(filled(advice.text)))
    }
  }

  /// What to ask at the visit, with room for one more.
  private func addQuestions(to document: inout SummaryDocument, _ told: inout Told) {
    let questions = told.new(
      recommendation.questions.filter { !isPrivate($0.because) }.map { filled($0.text) })
    addSection(
      .questions, questions.isEmpty ? [] : questions + [word(.ownQuestion)], to: &document)
  }

  /// A heading and its bullets, each once; nothing without bullets.
  func addSection(
    _ heading: ExportWord, _ texts: [String], dense: Bool = false,
    to document: inout SummaryDocument
  ) {
    guard !texts.isEmpty else { return }
    document.heading(word(heading), dense: dense)
    document.bullets(texts.eachOnce())
  }

  private func attributed(
    _ texts: [String], to sources: [Reference.ID], atMost most: Int = 2
  ) -> [String] {
    texts.map { pack.attributing($0, to: sources, atMost: most) }
  }

  /// The names of treatments, with the sources behind the last of those in a row that share them.
  private func attributedNames(_ judged: [Recommendation.JudgedTreatment]) -> String {
    let plain = judged.map(name)
    let whole = judged.map { pack.attributing(name($0), to: toldSources($0)) }
    let marks = zip(plain, whole).map { $1.dropFirst($0.count) }
    return plain.indices.map { place in
      place + 1 < marks.count && marks[place] == marks[place + 1] ? plain[place] : whole[place]
    }
    .joined(separator: "; ")
  }

  /// The sources of a verdict, without those of reasons that are left off.
  private func toldSources(_ judged: Recommendation.JudgedTreatment) -> [Reference.ID] {
    pack.sources(of: judged) { !isPrivate($0.because) }
  }

  private func advice(_ kind: Advice.Kind, _ told: inout Told) -> [String] {
    let given = recommendation.advice.filter { $0.kind == kind && !isPrivate($0.because) }
    return given.flatMap { given in
      attributed(told.new([filled(given.text)]), to: pack.sources(of: given))
    }
  }

  private func safetyNets(_ told: inout Told) -> [String] {
    let flags = recommendation.redFlags.filter { !isPrivate($0.because) }
    return recommendation.safetyNets(of: flags, in: pack.rules).flatMap { net in
      attributed(told.new([filled(net.text)]), to: net.sources, atMost: 1)
    }
  }

  /// What holds for one pattern alone, under its name.
  ///
  /// First steps are those of the patterns that fit best, and only where treatments may be shown.
  private func addPatternSteps(to document: inout SummaryDocument, _ told: inout Told) {
    let best = [ConditionPattern.Fit.strong, .some, .weak].first { fit in
      recommendation.conditions.contains { $0.fit == fit }
    }
    for (pattern, fitting) in fittingPatterns {
      let hidesSteps = recommendation.disposition.hidesTreatments || fitting.fit != best
      let steps =
        hidesSteps
        ? [] : attributed(told.new(pattern.firstSteps.map(filled)), to: pattern.sources, atMost: 1)
      let sooner = attributed(
        told.new(pattern.getHelpSooner.map(filled)), to: pattern.sources, atMost: 1)
      if steps.isEmpty && sooner.isEmpty { continue }
      document.heading(word(.ifItIs, ["pattern": filled(pattern.name)]))
      document.bullets(steps)
      if sooner.isEmpty { continue }
      document.paragraph(word(.soonerLabel) + " " + joined(sooner))
    }
  }

  // MARK: - What to do now

  private func addToDo(to document: inout SummaryDocument, _ told: inout Told) {
    document.heading(word(.toDo))
    let level = pack.rules.dispositions[recommendation.disposition]
    let present = recommendation.redFlags.filter { !$0.isUnsure }
    let decisive = present.filter { $0.disposition == recommendation.disposition }
    if let level {
      let title = filled(level.title)
      document.add(.level(symbol: level.symbol, title))
      _ = told.new(joined([title]))
    }
    let isKeptOff = lead == nil && !decisive.isEmpty
    document.paragraph(
      isKeptOff ? word(.privateAction) : told.new(filled(lead?.action ?? level?.action ?? "")))
    add(.inClinicLabel, lead?.inClinic ?? level?.inClinic, to: &document, &told)
    add(.whenClosedLabel, lead?.whenClosed ?? level?.whenClosed, to: &document, &told)
    for raised in present where openness(of: raised) != .levelAlone {
      guard let flag = pack[flag: raised.id] else { continue }
      add(flag, raised, to: &document, &told)
    }
    for raised in recommendation.redFlags where raised.isUnsure {
      addUnsure(raised, to: &document, &told)
    }
    if !recommendation.isComplete {
      document.gap()
      document.paragraph(told.new(filled(pack.rules.dispositions.incomplete)))
    }
  }

  /// Left out where its last sentence, which says what to do, was told already.
  private func add(
    _ label: ExportWord, _ text: String?, to document: inout SummaryDocument, _ told: inout Told
  ) {
    guard let text = text.map(filled), !told.hasTheEnd(of: text) else { return }
    document.paragraph(word(label) + " " + told.new(text))
  }

  /// The highest level alone says what to do and how soon; a lower one adds why, and what not to
  /// do.
  private func add(
    _ flag: RedFlag, _ raised: Recommendation.RaisedFlag, to document: inout SummaryDocument,
    _ told: inout Told
  ) {
    let isLower = raised.disposition < recommendation.disposition
    let isEmergency = recommendation.disposition.isEmergency
    document.gap()
    // "Today" would water down the "now" that stands above.
    let deadline = isEmergency ? "" : told.new(getSeen(flag))
    let title = pack.attributing(filled(flag.title), to: flag.sources)
    document.bullet(joined([title, deadline].filter { !$0.isEmpty }))
    if !isLower { note(told.new(filled(flag.action)), to: &document) }
    let why = openness(of: raised) == .whole ? told.new(filled(flag.why)) : ""
    note(why, after: .whyLabel, to: &document)
    // At an emergency the next section tells it.
    let said = isEmergency ? [] : said(findings(raised), clinical: false)
    note(said.joined(separator: "; "), after: .youSaidLabel, to: &document)
    document.bullets(told.new(flag.doNot.map(filled)), depth: 1)
  }

  private func note(
    _ text: String, after label: ExportWord? = nil, to document: inout SummaryDocument
  ) {
    guard !text.isEmpty else { return }
    document.note((label.map { word($0) + " " } ?? "") + text)
  }

  private func getSeen(_ flag: RedFlag) -> String {
    word(.getSeen, ["deadline": filled(flag.within)])
  }

  /// A sign that the person was not sure of, without the flag's own action, which is for those who
  /// are sure.
  ///
  /// At an emergency one of a lower level stands on page two alone.
  private func addUnsure(
    _ raised: Recommendation.RaisedFlag, to document: inout SummaryDocument, _ told: inout Told
  ) {
    let isLower = raised.disposition < recommendation.disposition
    guard let flag = pack[flag: raised.id],
      openness(of: raised) != .levelAlone, !isLower || !recommendation.disposition.isEmergency
    else { return }
    document.gap()
    let text = word(.notSureAbout, ["sign": filled(flag.title)])
    document.bullet(pack.attributing(text, to: flag.sources))
    note(
      openness(of: raised) == .whole ? told.new(filled(flag.why)) : "", after: .whyLabel,
      to: &document)
  }

  // MARK: - The ladder

  /// The steps up to the one after the person's own, with the treatments of each by verdict.
  private func addLadder(to document: inout SummaryDocument, _ told: inout Told) {
    let place = recommendation.ladder
    switch place.hiddenBecause {
    case .urgent: return
    case .notMeantForThis:
      if !pack.rules.ladder.hiddenBecause.isEmpty {
        document.heading(word(.noLadder))
        document.paragraph(told.new(filled(pack.rules.ladder.hiddenBecause)))
      }
      return
    case nil: break
    }
    guard place.isShown, !recommendation.disposition.hidesTreatments else { return }
    document.heading(word(.ladder))
    let steps = pack.rules.ladder.steps
    let own = steps.firstIndex { $0.id == place.step } ?? 0
    for (position, step) in steps.prefix(own + 2).enumerated() {
      let here = position == own ? " (" + word(.youAreHere) + ")" : ""
      document.add(.step(position + 1, filled(step.name) + here))
      let about = told.new(filled(step.about))
      if !about.isEmpty { document.add(.stepNote(mark: "", about)) }
      for verdict in [Verdict.suggest, .later, .askFirst, .avoid] {
        let listed = judged(verdict).filter { treatment($0)?.step == step.id }
        if verdict == .suggest && listed.count <= 3 {
          for one in listed {
            document.add(.stepNote(mark: mark(verdict), attributedNames([one])))
          }
        } else if !listed.isEmpty {
          document.add(.stepNote(mark: mark(verdict), attributedNames(listed)))
        }
      }
    }
  }

  // MARK: - What to avoid or ask first

  /// What a person must not start on their own.
  ///
  /// Without the ladder, what merely could be asked about is left out.
  private func addWarnings(to document: inout SummaryDocument) {
    let cautions = cautions(judged(.avoid) + toAskFirst)
    let notAdvised = recommendation.ladder.isShown ? judged(.notAdvised) : []
    if cautions.isEmpty && notAdvised.isEmpty { return }
    document.heading(word(recommendation.disposition.hidesTreatments ? .toAvoid : .avoidOrAsk))
    for caution in cautions {
      document.bullet(
        pack.attributing(line(caution), to: caution.treatments.flatMap(toldSources)))
    }
    let kinds = [
      (ExportWord.notSuited, notAdvised.filter { treatment($0)?.notAdvised == nil }),
      (.notAdvised, notAdvised.filter { treatment($0)?.notAdvised != nil }),
    ]
    .filter { !$0.1.isEmpty }
    for (position, kind) in kinds.enumerated() {
      let names = "[" + word(kind.0) + "] " + attributedNames(kind.1)
      document.bullet(
        joined([names] + (position == kinds.count - 1 ? [word(.notAdvisedMore)] : [])))
    }
  }
}

/// What page one has told, so that no sentence stands there twice.
private struct Told {
  private var sentences: Set<String> = []

  /// The text without the sentences that were told; they count as told from now on.
  mutating func new(_ text: String) -> String {
    Self.sentences(of: text).filter { sentences.insert($0).inserted }.joined(separator: " ")
  }

  /// The texts that say anything new, each as a whole, since one sentence may lean on the one
  /// before.
  mutating func new(_ texts: [String]) -> [String] {
    texts.filter { !new($0).isEmpty }
  }

  func hasTheEnd(of text: String) -> Bool {
    Self.sentences(of: text).last.map { sentences.contains($0) } ?? true
  }

  private static func sentences(of text: String) -> [String] {
    var found: [String] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      words.append(word)
      if ".?!".contains(word.last ?? " ") {
        found.append(words.joined(separator: " "))
        words = []
      }
    }
    return words.isEmpty ? found : found + [words.joined(separator: " ")]
  }
}
