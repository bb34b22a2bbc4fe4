package import QuestionnaireModel
package import RecommendationCore

/// The summary on paper: page one for the person, page two for the clinician.
///
/// Every word is the pack's. Answers to private items are left off, and what rests on one with
/// them, unless the person asks for them: there the level alone says how urgent it is. At an
/// emergency there is only what to do, what not to do and what was said; no treatment stands
/// anywhere.
package struct TextSummary: Sendable {
  let recommendation: Recommendation
  let answers: Answers
  let pack: ContentPack
  let region: Region
  let programVersion: String
  let packHash: String
  let includesPrivate: Bool
  let pages: SummaryPages
  /// The pack in the language of the clinician, where that is another one.
  private let original: ContentPack?

  /// The answers are those that the recommendation was made of.
  ///
  /// The hash is that of the pack, in hexadecimal digits. Page two is written in the language of
  /// the original, which the clinician reads; left out: in that of the pack.
  package init(
    _ recommendation: Recommendation, answers: Answers, pack: ContentPack, region: Region,
    programVersion: String, packHash: String, includesPrivate: Bool = false,
    pages: SummaryPages = .both, original: ContentPack? = nil
  ) {
    self.recommendation = recommendation
    self.answers = answers
    self.pack = pack
    self.region = region
    self.programVersion = programVersion
    self.packHash = packHash
    self.includesPrivate = includesPrivate
    self.pages = pages
    self.original = original?.manifest.language == pack.manifest.language ? nil : original
  }

  /// What stands on the pages, before it has a form.
  package var blocks: [SummaryBlock] {
    var document = SummaryDocument()
    if pages != .clinician { addPatientPage(to: &document) }
    if pages != .person {
      forClinician.addClinicianPage(to: &document)
      addReplay(to: &document, words: original ?? pack)
    }
    return document.blocks
  }

  /// At most 78 columns each, without control characters.
  package var lines: [String] { SummaryLayout(blocks).lines }

  /// The same answers and what they lead to, in the language of page two.
  private var forClinician: TextSummary {
    guard let original else { return self }
    let answers = Answers(answers.response, to: original.questionnaire, on: answers.day)
    return TextSummary(
      assess(answers, rules: original.rules), answers: answers, pack: original,
      region: original.manifest.regions.first { $0.id == region.id } ?? region,
      programVersion: programVersion, packHash: packHash, includesPrivate: includesPrivate,
      pages: pages)
  }

  /// The lines, each ended by a line feed.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  package var markdown: String { SummaryMarkdown.text(blocks) }

  package func html(on paper: SummaryHTML.Paper) -> String {
    SummaryHTML.text(
      blocks,
      title: pack.manifest.title + ": " + word(.title) + ", "
        + recommendation.day.description,
      languages: [
        .person: pack.manifest.language,
        .clinician: (original ?? pack).manifest.language,
      ], paper: paper)
  }
}

// MARK: - What both pages need

extension TextSummary {
  var wording: Wording { pack.wording }

  func filled(_ text: String) -> String { region.filling(text) }

  func word(_ key: ExportWord, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(wording(key, values))
  }

  /// `[avoid]`.
  func mark(_ verdict: Verdict) -> String {
    let key: ExportWord =
      switch verdict {
      case .suggest: .suggest
      case .later: .later
      case .askFirst: .askFirst
      case .avoid: .avoid
      case .notAdvised: .notAdvised
      }
    return "[" + word(key) + "]"
  }

  var fittingPatterns: [(pattern: ConditionPattern, fitting: Recommendation.FittingPattern)] {
    recommendation.conditions.compactMap { fitting in
      pack[pattern: fitting.id].map { ($0, fitting) }
    }
  }

  func treatment(_ judged: Recommendation.JudgedTreatment) -> Treatment? {
    pack[treatment: judged.id]
  }

  func name(_ judged: Recommendation.JudgedTreatment) -> String {
    filled(treatment(judged)?.name ?? judged.id.rawValue)
  }

  /// Treatments with the verdict; none at an emergency, whatever the recommendation says.
  func judged(_ verdict: Verdict) -> [Recommendation.JudgedTreatment] {
    recommendation.disposition.isEmergency
      ? [] : recommendation.treatments.filter { $0.verdict == verdict }
  }

  /// What to ask about first.
  ///
  /// Where no ladder is shown, that is only what something speaks against, not what merely is not
  /// known.
  var toAskFirst: [Recommendation.JudgedTreatment] {
    judged(.askFirst).filter { judged in
      recommendation.ladder.isShown || judged.reasons.contains { !$0.isUnknown }
    }
  }

  /// Whether a reason rests on an answer that is left off.
  func isPrivate(_ because: [Subject]) -> Bool {
    !includesPrivate
      && because.contains { subject in
        pack.questionnaire[subject.item]?.isPrivate == true
          && answers.response[subject.item] != nil
      }
  }

  /// The first flag of the level, which says what to do more exactly than the level itself; none
  /// that is left off.
  var lead: RedFlag? {
    recommendation.redFlags.first {
      !$0.isUnsure && $0.disposition == recommendation.disposition
        && openness(of: $0) != .levelAlone
    }
    .flatMap { pack[flag: $0.id] }
  }

  /// What the page may tell of a flag.
  func openness(of raised: Recommendation.RaisedFlag) -> Openness {
    guard isPrivate(raised.because) else { return .whole }
    return findings(raised).allSatisfy { isPrivate([$0]) } ? .levelAlone : .withoutReason
  }

  /// How much of a red flag stands on the page.
  enum Openness {
    case whole
    /// Some of what raised it is left off, and with it why, and the name of the rule.
    case withoutReason
    /// All of what raised it is left off, and with it what it is.
    case levelAlone
  }

  /// The reasons in words, each once; those that rest on a private answer as one that says no more
  /// than that.
  func words(for reasons: [Recommendation.JudgedTreatment.Reason]) -> [String] {
    reasons.map { reason in
      if isPrivate(reason.because) { return word(.reasonPrivate) }
      return (reason.isUnknown ? word(.reasonUnknown) + " " : "") + filled(reason.text)
    }
    .eachOnce()
  }

  /// What was said of the subjects, an item each, in the words of the person or of the clinician.
  ///
  /// Nothing of private items: `Your knee now: Swollen; Hot`.
  func said(_ because: [Subject], clinical: Bool) -> [String] {
    var order: [Item.ID] = []
    var words: [Item.ID: [String]] = [:]
    for subject in because where !isPrivate([subject]) {
      guard let item = pack.questionnaire[subject.item],
        let text = subjectText(subject, in: answers, wording: wording, clinical: clinical)
      else { continue }
      if words[item.id] == nil { order.append(item.id) }
      words[item.id, default: []].append(
        String(text.dropFirst((item.name(clinical: clinical) + ": ").count)))
    }
    return order.map { id in
      (pack.questionnaire[id]?.name(clinical: clinical) ?? id.rawValue) + ": "
        + (words[id] ?? []).joined(separator: "; ")
    }
  }

  func reported(clinical: Bool) -> ReportedAnswers {
    ReportedAnswers(
      answers, findings: Set(recommendation.redFlags.filter { !$0.isUnsure }.flatMap(findings)),
      wording: wording, clinical: clinical, includesPrivate: includesPrivate)
  }

  /// The answers behind a flag, without those that only had to be absent.
  func findings(_ raised: Recommendation.RaisedFlag) -> [Subject] {
    guard let criterion = pack[flag: raised.id]?.when else { return raised.because }
    let present = Set(criterion.subjects(denied: false))
    let absent = Set(criterion.subjects(denied: true)).subtracting(present)
    return raised.because.filter { !absent.contains($0) && !isDenied($0) }
  }

  /// A row answered "no" is a sign that is not there, whichever way a rule reads it.
  private func isDenied(_ subject: Subject) -> Bool {
    guard case .row = subject.part, case .answered(.option(.no)) = answers.status(of: subject)
    else { return false }
    return pack.questionnaire[subject.item]?.options.isEmpty == true
  }

  /// The sentences as one text, each with its full stop.
  func joined(_ sentences: [String]) -> String {
    sentences.map { $0.last.map { ".?!".contains($0) } ?? true ? $0 : $0 + "." }
      .joined(separator: " ")
  }

  /// Treatments with the same verdict and the same reasons, in the order of the first of each.
  func cautions(_ listed: [Recommendation.JudgedTreatment]) -> [Caution] {
    listed.reduce(into: []) { found, judged in
      let reasons = words(for: judged.reasons)
      if let same = found.firstIndex(where: {
        $0.verdict == judged.verdict && $0.reasons == reasons
      }) {
        found[same].treatments.append(judged)
      } else {
        found.append(Caution(verdict: judged.verdict, reasons: reasons, treatments: [judged]))
      }
    }
  }

  /// Verdict, names and reasons in a row: `[avoid] This; That: A reason`.
  func line(_ caution: Caution) -> String {
    let names = caution.treatments.map(name).joined(separator: "; ")
    return mark(caution.verdict) + " " + names + ": " + joined(caution.reasons)
  }

  struct Caution {
    let verdict: Verdict
    let reasons: [String]
    var treatments: [Recommendation.JudgedTreatment]
  }
}

extension Criterion {
  /// The subjects that stand under an odd number of "not", or under an even one.
  fileprivate func subjects(denied: Bool) -> [Subject] {
    switch self {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.flatMap { $0.subjects(denied: denied) }
    case .not(let part): part.subjects(denied: !denied)
    case .test(let subject, _): denied ? [] : [subject]
    }
  }
}
