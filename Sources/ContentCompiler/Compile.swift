package import QuestionnaireModel
package import RecommendationCore

/// What became of the content.
package struct Compilation {
  /// The pack; `nil` when there is any error.
  package let pack: ContentPack?
  /// The content in other languages, in the order of their codes.
  package let translations: [CompiledTranslation]
  /// Every fault and warning, sorted by file and place.
  package let diagnostics: [Diagnostic]
  /// The example patients that could be read.
  package let patients: [ExamplePatient]
  /// The hazards that could be read; `nil` without a file of them.
  package let hazards: [Hazard]?
  /// How many there are of each kind of thing.
  let counts: [(number: Int, one: String, many: String)]

  /// The pack in every language that is shown, the one that it was written in first; empty when
  /// there is any error.
  package var packs: [ContentPack] {
    pack.map { [$0] + translations.filter(\.isReviewed).compactMap(\.pack) } ?? []
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads the content, looks for every fault, and runs the example patients.
///
/// The day is that of reviews: whether one is due, and nothing else, depends on it. The patients
/// are run as soon as questionnaire and rules could be read, whatever faults the pages still have.
/// The suites, as `Target/File`, are those that hazards may name; without them nobody looks.
package func compile(
  _ source: some ContentSource, on day: Day, suites: Set<String>? = nil
) -> Compilation {
  let draft = Draft(day: day, suites: suites)
  let folder = Folder(source, into: draft.report)
  guard folder.isReadable else {
    return Compilation(
      pack: nil, translations: [], diagnostics: draft.report.diagnostics, patients: [],
      hazards: nil,
      counts: draft.counts)
  }
  draft.folder = folder
  draft.files = folder.paths.compactMap { folder.files[$0] }

  draft.readContent(folder)
  draft.readArticle(folder)
  draft.readHazards(folder)

  let areRulesWhole =
    !draft.report.hasErrors(inAnyOf: ["questionnaire", "rules/"])
    && (draft.forAnotherWhen == nil) == (draft.forAnotherCriterion == nil)
  let questionnaire = draft.questionnaire
  draft.readPatients(folder, questionnaire: questionnaire)
  for rule in contentRules { rule.check(draft) }

  if areRulesWhole, let rules = draft.rules {
    for number in draft.patients.indices {
      let patient = draft.patients[number]
      let answers = Answers(patient.response, to: questionnaire, on: patient.day)
      let recommendation = assess(answers, rules: rules)
      draft.patients[number].recommendation = recommendation
      draft.patients[number].answers = answers
      PatientRun(patient: patient, recommendation: recommendation, report: draft.report).compare()
    }
    if !draft.report.hasErrors { for rule in patientRules { rule.check(draft, rules) } }
  }
  TracedRules.check(draft)
  // What stands on a faulty text would only be said twice.
  let translations =
    draft.report.hasErrors ? [] : draft.languages.map { translate(draft, to: $0, folder) }
  for translation in translations { translation.diagnostics.forEach(draft.report.add) }
  return Compilation(
    pack: draft.report.hasErrors ? nil : draft.pack(questionnaire),
    translations: translations.map(\.translation),
    diagnostics: draft.report.diagnostics.sorted(), patients: draft.patients,
    hazards: draft.hazards?.map(\.value), counts: draft.counts)
}

extension Draft {
  /// Reads all that goes into a pack.
  func readContent(_ folder: Folder) {
    readLanguages(folder)
    readManifest(folder)
    readWording(folder)
    readPhraseRules(folder)
    readReferences(folder)
    readQuestionnaire(folder)
    readDispositions(folder)
    readRedFlags(folder)
    readConditions(folder)
    readLadder(folder)
    readTreatments(folder)
    readSurgery(folder)
    readAdvice(folder)
    readScores(folder)
    readConsistency(folder)
    readFigures(folder)
    readNotes(folder)
    readPictures(folder)
    readPages(folder)
    readClaims(folder)
    readGlossary(folder)
  }

  fileprivate var counts: [(number: Int, one: String, many: String)] {
    [
      (items.count, "item", "items"), (redFlags.count, "red flag", "red flags"),
      (conditions.count, "condition", "conditions"),
      (treatments.count, "treatment", "treatments"), (pages.count, "page", "pages"),
      (figures.count, "figure", "figures"), (references.count, "source", "sources"),
      (terms.count, "term", "terms"),
      (patients.count, "patient", "patients"),
    ]
  }

  /// The rules; `nil` where a part is missing.
  var rules: Rules? {
    guard let dispositions, let ladder, let surgery else { return nil }
    return Rules(
      dispositions: dispositions.value, redFlags: redFlags.map(\.value),
      conditions: conditions.map(\.value), ladder: ladder.value,
      treatments: treatments.map(\.value), surgery: surgery, advice: advice.map(\.value),
      scores: scores.map(\.value), consistency: consistency.map(\.value),
      notes: notes.map(\.value))
  }

  /// The pack.
  ///
  /// References, figures, pages, claims and words are sorted, so that the order of files does not
  /// matter.
  func pack(_ questionnaire: Questionnaire) -> ContentPack? {
    guard let manifest, let words, let rules else { return nil }
    let wording = Wording(
      Dictionary(words.map { ($0.key, $0.text) }, uniquingKeysWith: { a, _ in a }))
    return ContentPack(
      manifest: manifest.value, wording: wording, questionnaire: questionnaire, rules: rules,
      pages: pages.map(\.value).sorted { $0.id < $1.id },
      references: references.map(\.value).sorted { $0.id < $1.id },
      ledger: ClaimLedger(claims.map(\.value).sorted { $0.number < $1.number }),
      figures: Deferred(figures.map(\.value).sorted { $0.id < $1.id }),
      glossary: glossary(questionnaire), pictures: pictures.map(\.value).sorted { $0.id < $1.id })
  }
}
