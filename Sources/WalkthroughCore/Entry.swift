package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// Something on a screen that can have the focus and be pressed.
  package enum Entry: Equatable, Sendable {
    case option(AnswerOption.ID)
    case noneOfThese
    /// Answers "no" to every row that has no answer yet.
    case noToTheRest
    case row(AnswerOption.ID)
    case field(Int)
    case scale
    case switchUnits
    case notSure
    case skip
    /// On to the next question, part or screen.
    case `continue`
    case start
    /// To another language, by its code.
    case language(String)
    case change(Item.ID)
    /// What becomes of a changed answer whose effect is shown.
    case keepChange
    case dropChange
    case open(Screen)
    case section(Section.ID)
    /// The page below, from this passage on; `nil`: from its start.
    case passage(Int?)
    case findNow
    /// One of the pages found.
    case hit(Int)
    /// Hands the pages over so.
    case form(Form)
    case pages(SummaryPages)
    case privateAnswers
    /// To the next code, or the one before.
    case turnCode(by: Int)
    case finishForClinician
    /// Of the help of a kiosk.
    case help(HelpChoice)
    /// The settings of a visitor.
    case look, speech, moreTime
    case stopHere
    case saveNow
    /// Seals the pages and sends them to the clinic's folder.
    case sealNow
    case stay
    case leave
    /// To where the staff's number is asked for.
    case staff
    case back
  }
}

extension Walkthrough.State {
  /// The entries of the screen that is seen, in reading order.
  ///
  /// Empty where there is nothing to press.
  package func entries(in pack: ContentPack) -> [Walkthrough.Entry] {
    switch screen {
    case .welcome:
      [.start] + pack.manifest.otherLanguages.map { .language($0.code) }
        + [.open(.pageList), .open(.help), .leave]
    case .attract:
      attractEntries(in: pack)
    case .idleWarning: [.stay] + (needsMoreTime ? [] : [.moreTime])
    case .thanks: [.leave]
    case .question(let id, _):
      pack.questionnaire[id].map(Walkthrough.entriesOfQuestion) ?? [.continue]
    case .interruption(let flags):
      [.stopHere, .finishForClinician]
        + flags.compactMap { pack[flag: $0]?.page }.eachOnce().map { .open(.page($0)) }
    case .checkAnswers: [.continue] + answers(in: pack).enabled.map { .change($0.id) }
    case .changeEffect: [.keepChange, .dropChange]
    case .consistency(let id):
      itemsToChange(by: id, in: pack).map { .change($0) } + [.continue]
    case .result(let part): resultEntries(part, in: pack)
    case .flag(let id): pageEntry(pack[flag: id]?.page)
    case .pattern(let id): pageEntry(pack[pattern: id]?.page)
    case .step(let id):
      recommendation(in: pack).treatments(on: id, in: pack).map { .open(.treatment($0.id)) }
        + [.back]
    case .treatment(let id): pageEntry(pack[treatment: id]?.page)
    case .pageList:
      [.open(.search)] + Walkthrough.pagesInOrder(pack).map { .open(.page($0.id)) }
        + (pack.glossary.count == 0 ? [] : [.open(.glossary)])
    case .page(let id):
      (pack[page: id]?.linkedPages ?? []).filter { pack[page: $0] != nil }
        .map { .open(.page($0)) } + [.back]
    case .sources(let id): claims(on: id, in: pack).map { .open(.claim($0.id)) } + [.back]
    case .words: [.open(.glossary), .back]
    case .headings(let id):
      [.passage(nil)] + headings(of: id, in: pack).map { .passage($0) } + [.back]
    case .search:
      [.field(0), .findNow] + (visit.search.hits ?? []).indices.map { .hit($0) } + [.back]
    case .sections: sectionEntries(in: pack)
    case .help:
      (kiosk == nil ? [] : helpChoices(in: pack).map { .help($0) })
        + (offersStaffDoor ? [.staff] : []) + [.back]
    case .handOverChoice:
      SummaryPages.allCases.map { .pages($0) }
        + (hasPrivateAnswers(in: pack) ? [.privateAnswers] : []) + [.back]
    case .claim, .grounds, .shownPages, .why, .emergencyHelp, .glossary: [.back]
    case .printing: printingEntries
    case .codes: codeEntries
    case .save: [.field(0), .saveNow, .back]
    case .saved: [.back, .leave]
    case .visitCode: [.field(0), .sealNow, .back]
    case .sealing: sealingEntries
    case .leave: [.stay, .leave]
    }
  }

  /// To be read to is always the fifth, so that "press 5" can be said of it.
  private func attractEntries(in pack: ContentPack) -> [Walkthrough.Entry] {
    let languages = otherLanguages(of: pack.manifest.otherLanguages.map(\.code))
    var entries: [Walkthrough.Entry] =
      [.start] + languages.map { .language($0) } + [.open(.pageList), .open(.help), .look]
    if kiosk?.offersSpeech == true { entries.insert(.speech, at: 4) }
    return entries
  }

  /// The claims that a page marks, in the order of its text.
  package func claims(on page: Page.ID, in pack: ContentPack) -> [Claim] {
    let marked = pack[page: page]?.markedClaims ?? []
    if marked.isEmpty { return [] }
    let claims = Dictionary(
      pack.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return marked.compactMap { claims[$0] }
  }

  private var printingEntries: [Walkthrough.Entry] {
    switch handOver.printing {
    case .done: [.back, .leave]
    case .failed: [.form(.print), .back]
    case .underway, nil: [.back]
    }
  }

  private func pageEntry(_ page: Page.ID?) -> [Walkthrough.Entry] {
    (page.map { [.open(.page($0))] } ?? []) + [.back]
  }

  private func resultEntries(
    _ part: Walkthrough.ResultPart, in pack: ContentPack
  ) -> [Walkthrough.Entry] {
    let result = recommendation(in: pack)
    let open: [Walkthrough.Screen] =
      switch part {
      case .now: result.redFlags.map { .flag($0.id) }
      case .sooner, .questions: []
      case .patterns: result.conditions.map { .pattern($0.id) }
      case .ladder: pack.rules.ladder.steps.map { .step($0.id) }
      case .cautions: result.treatmentsWithCaution.map { .treatment($0) }
      case .surgery: pack.rules.surgery.pages.map { .page($0) }
      case .readMore: result.pages.map { .page($0) } + [.pageList]
      case .handOver: (forms.isEmpty ? [] : [.handOverChoice]) + [.checkAnswers]
      }
    let onward: [Walkthrough.Entry] =
      nextPart(after: part, in: pack) == nil ? [.leave] : [.continue]
    let handed: [Walkthrough.Entry] = part == .handOver ? forms.map { .form($0) } : []
    return handed + open.map { .open($0) } + onward
  }
}

extension Walkthrough.State {
  /// Puts the focus of a fresh screen where Enter leads on: the way on, or the answer given before.
  package mutating func settleFocus(in pack: ContentPack) {
    guard visit.isNew else { return }
    visit.isNew = false
    let entries = entries(in: pack)
    switch screen {
    case .question(let id, _):
      guard let item = pack.questionnaire[id] else { return }
      let draft = draft(of: item)
      visit.focus =
        entries.firstIndex { entry in
          switch entry {
          case .option(let option): draft.chosen == option || draft.several.contains(option)
          case .notSure: draft.isNotSure
          case .skip: draft.isSkipped
          default: false
          }
        } ?? 0
    case .welcome, .attract, .leave, .pageList, .sources, .headings, .search, .save,
      .visitCode, .result(.handOver):
      break
    case .handOverChoice:
      visit.focus = entries.firstIndex(of: .pages(handOver.pages)) ?? 0
    case .codes:
      visit.focus =
        entries.firstIndex { [.turnCode(by: 1), .form(.screen)].contains($0) }
        ?? entries.firstIndex(of: .back) ?? 0
    case .sections: visit.focus = sectionPlaces(in: pack).reached.firstIndex(where: \.isHere) ?? 0
    default:
      visit.focus = entries.firstIndex { $0 == .continue || $0 == .back || $0 == .leave } ?? 0
    }
  }
}

extension Walkthrough {
  /// The entries of a question screen.
  package static func entriesOfQuestion(_ item: Item) -> [Entry] {
    let more: [Entry] = (item.offersNotSure ? [.notSure] : []) + (item.maySkip ? [.skip] : [])
    switch item.kind {
    case .yesNo: return [.option(.yes), .option(.no)] + more
    case .choice(let options): return options.map { .option($0.id) } + more
    case .choices(let options):
      return options.map { .option($0.id) } + [.noneOfThese] + more + [.continue]
    case .zones(_, let zones):
      return zones.map { .option($0.id) } + [.noneOfThese] + more + [.continue]
    case .each(let rows, let options):
      let canDecline = options.isEmpty || options.contains { $0.id == .no }
      // "Not sure" is said of each row, never of all at once.
      let skip: [Entry] = item.maySkip ? [.skip] : []
      return rows.map { .row($0.id) } + (canDecline ? [.noToTheRest] : []) + skip + [.continue]
    case .number(let range):
      return [.field(0)] + (range.units.isEmpty ? [] : [.switchUnits]) + more + [.continue]
    case .scale: return [.scale] + more + [.continue]
    case .bodySize: return [.field(0), .field(1), .switchUnits] + more + [.continue]
    case .date, .text: return [.field(0)] + more + [.continue]
    }
  }

  /// All pages, group by group.
  package static func pagesInOrder(_ pack: ContentPack) -> [Page] {
    Page.Group.allCases.flatMap { group in pack.pages.filter { $0.group == group } }
  }
}

extension Page {
  /// The pages that this one links to, in the order of the text, each once.
  package var linkedPages: [Page.ID] {
    inlines.compactMap { if case .page(let page, _) = $0, page != id { page } else { nil } }
      .eachOnce()
  }
}

extension Surgery {
  /// The pages of its reasons, each once.
  package var pages: [Page.ID] {
    reasons.compactMap(\.page).eachOnce()
  }
}
