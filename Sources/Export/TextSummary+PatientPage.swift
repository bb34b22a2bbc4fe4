import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// Page one.
  func addPatientPage(to layout: inout SummaryLayout) {
    layout.banner(
      pack.manifest.title + ": " + word(.title), right: recommendation.day.description)
    layout.paragraph(filled(pack.manifest.notADiagnosis))
    let madeOn = word(.madeOn, ["day": recommendation.day.description])
    let isEmergency = recommendation.disposition.isEmergency
    layout.paragraph(isEmergency ? madeOn : madeOn + " " + word(.holdsFor))
    addToDo(to: &layout)
    if isEmergency {
      addSection(
        .whatYouSaid, reported(clinical: false).positive.lines(clinical: false), to: &layout)
      return
    }
    let hidesSteps = recommendation.disposition.hidesTreatments
    let patterns = recommendation.conditions.compactMap { fitting in
      pack.rules.conditions.first { $0.id == fitting.id }
    }
    addSection(
      .firstSteps, advice(.do) + (hidesSteps ? [] : patterns.flatMap(\.firstSteps).map(filled)),
      to: &layout)
    addSection(
      .getHelpSooner, advice(.sooner) + patterns.flatMap(\.getHelpSooner).map(filled), to: &layout)
    addLadder(to: &layout)
    addWarnings(to: &layout)
    if let advice = pack.rules.surgery.advice.first(where: {
      $0.id == recommendation.surgery.advice
    }) {
      layout.heading(word(.surgery))
      layout.paragraph(filled(advice.text))
    }
    addSection(
      .questions,
      recommendation.questions.filter { !isPrivate($0.because) }.map { filled($0.text) },
      to: &layout)
  }

  /// A heading and its bullets, each once; nothing without bullets.
  func addSection(_ heading: ExportWord, _ texts: [String], to layout: inout SummaryLayout) {
    guard !texts.isEmpty else { return }
    layout.heading(word(heading))
    var seen: Set<String> = []
    layout.bullets(texts.filter { seen.insert($0).inserted })
  }

  private func advice(_ kind: Advice.Kind) -> [String] {
    recommendation.advice.filter { $0.kind == kind }.map { filled($0.text) }
  }

  // MARK: - What to do now

  private func addToDo(to layout: inout SummaryLayout) {
    layout.heading(word(.toDo))
    let level = pack.rules.dispositions[recommendation.disposition]
    let present = recommendation.redFlags.filter { !$0.isUnsure }
    // The first flag of the level says what to do more exactly than the level itself.
    let lead = present.first { $0.disposition == recommendation.disposition }
      .flatMap { pack[flag: $0.id] }
    if let level { layout.paragraph(filled(level.title), first: level.symbol + " ") }
    let action = lead?.action ?? level?.action ?? ""
    layout.paragraph(filled(action))
    add(.inClinicLabel, lead?.inClinic ?? level?.inClinic, unlike: action, to: &layout)
    add(.whenClosedLabel, lead?.whenClosed ?? level?.whenClosed, unlike: action, to: &layout)
    for raised in present {
      guard let flag = pack[flag: raised.id] else { continue }
      add(flag, raised, action: flag.action == action ? nil : flag.action, to: &layout)
    }
    for raised in recommendation.redFlags where raised.isUnsure {
      addUnsure(raised, to: &layout)
    }
    if !recommendation.isComplete {
      layout.blank()
      layout.paragraph(filled(pack.rules.dispositions.incomplete))
    }
  }

  private func add(
    _ label: ExportWord, _ text: String?, unlike action: String, to layout: inout SummaryLayout
  ) {
    guard let text, !text.isEmpty, text != action else { return }
    layout.paragraph(word(label) + " " + filled(text))
  }

  /// The highest level alone says what to do and how soon; a lower one adds why, and what not to do.
  private func add(
    _ flag: RedFlag, _ raised: Recommendation.RaisedFlag, action: String?,
    to layout: inout SummaryLayout
  ) {
    let isLower = raised.disposition < recommendation.disposition
    let isEmergency = recommendation.disposition.isEmergency
    layout.blank()
    let deadline = isLower && isEmergency ? "" : " " + getSeen(flag)
    layout.bullet(filled(flag.title) + "." + deadline)
    if let action, !isLower { layout.paragraph(filled(action), first: "  ") }
    layout.paragraph(word(.whyLabel) + " " + filled(flag.why), first: "  ")
    // At an emergency the next section tells it.
    let said = isEmergency ? [] : said(raised.because, clinical: false)
    if !said.isEmpty {
      layout.paragraph(word(.youSaidLabel) + " " + said.joined(separator: "; "), first: "  ")
    }
    layout.bullets(flag.doNot.map(filled), indent: 2)
  }

  private func getSeen(_ flag: RedFlag) -> String {
    word(.getSeen, ["deadline": filled(flag.within)])
  }

  /// A sign that the person was not sure of, without the flag's own action, which is for those who are sure.
  ///
  /// At an emergency one of a lower level stands on page two alone.
  private func addUnsure(_ raised: Recommendation.RaisedFlag, to layout: inout SummaryLayout) {
    let isLower = raised.disposition < recommendation.disposition
    guard let flag = pack[flag: raised.id],
      !isLower || !recommendation.disposition.isEmergency
    else { return }
    layout.blank()
    layout.bullet(word(.notSureAbout, ["sign": filled(flag.title)]))
    layout.paragraph(word(.whyLabel) + " " + filled(flag.why), first: "  ")
  }

  // MARK: - The ladder

  private func addLadder(to layout: inout SummaryLayout) {
    let place = recommendation.ladder
    switch place.hiddenBecause {
    case .urgent: return
    case .notMeantForThis:
      if !pack.rules.ladder.hiddenBecause.isEmpty {
        layout.heading(word(.ladder))
        layout.paragraph(filled(pack.rules.ladder.hiddenBecause))
      }
      return
    case nil: break
    }
    guard place.isShown, !recommendation.disposition.hidesTreatments else { return }
    layout.heading(word(.ladder))
    for (position, step) in pack.rules.ladder.steps.enumerated() {
      if position > 0 { layout.blank() }
      let here = step.id == place.step ? " (" + word(.youAreHere) + ")" : ""
      layout.paragraph(filled(step.name) + here, first: "\(position + 1). ")
      layout.paragraph(filled(step.about), first: "   ")
      for judged in judged(.suggest) where treatment(judged)?.step == step.id {
        let about = words(for: judged.reasons).joined(separator: " ")
        layout.paragraph(name(judged) + ": " + about, first: "   " + mark(.suggest))
      }
      let later = judged(.later).filter { treatment($0)?.step == step.id }.map(name)
      if !later.isEmpty {
        layout.paragraph(later.joined(separator: "; "), first: "   " + mark(.later))
      }
    }
  }

  // MARK: - What to avoid or ask first

  /// What a person must not start on their own.
  ///
  /// Without the ladder, what merely could be asked about is left out.
  private func addWarnings(to layout: inout SummaryLayout) {
    let isShown = recommendation.ladder.isShown
    let avoid = judged(.avoid)
    let ask = toAskFirst
    let notAdvised = isShown ? judged(.notAdvised) : []
    guard !(avoid + ask + notAdvised).isEmpty else { return }
    layout.heading(word(recommendation.disposition.hidesTreatments ? .toAvoid : .avoidOrAsk))
    for judged in avoid + ask {
      layout.paragraph(name(judged), first: mark(judged.verdict))
      layout.bullets(words(for: judged.reasons), indent: 4)
    }
    if !notAdvised.isEmpty {
      layout.paragraph(notAdvised.map(name).joined(separator: "; "), first: mark(.notAdvised))
    }
  }
}
