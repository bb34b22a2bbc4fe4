import QuestionnaireModel
import RecommendationCore

/// What the patient was told, on the clinician's page.
extension TextSummary {
  func addPatterns(to document: inout SummaryDocument, _ citations: inout Citations) {
    let fitting = fittingPatterns
    guard !fitting.isEmpty else { return }
    document.heading(word(.patterns), dense: true)
    for (pattern, fitting) in fitting {
      let fit: ExportWord =
        switch fitting.fit {
        case .strong: .patternStrong
        case .some: .patternSome
        case .weak: .patternWeak
        }
      document.bullet(filled(pattern.name) + ": " + word(fit) + citations.marks(pattern.sources))
      add(fitting.supporting, under: .fitsLabel, to: &document)
      add(fitting.against, under: .againstLabel, to: &document)
    }
  }

  private func add(
    _ features: [Recommendation.FittingPattern.Feature], under label: ExportWord,
    to document: inout SummaryDocument
  ) {
    let texts = features.filter { !isPrivate($0.because) }.map { filled($0.text) }
    if texts.isEmpty { return }
    document.note(word(label) + " " + texts.joined(separator: "; "))
  }

  /// What speaks against a treatment, or has to be asked first; the rest stands on page one or on
  /// the pages of the program.
  func addTreatments(to document: inout SummaryDocument, _ citations: inout Citations) {
    let cautions = cautions(judged(.avoid) + toAskFirst)
    guard !cautions.isEmpty else { return }
    document.heading(word(.treatments), dense: true)
    for caution in cautions {
      document.bullet(
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

  func addSurgery(to document: inout SummaryDocument) {
    let view = recommendation.surgery
    guard view.advice != nil else { return }
    document.heading(word(.surgery), dense: true)
    for (label, ids) in [(ExportWord.surgeryMet, view.met), (.surgeryMissing, view.missing)] {
      let reasons = ids.compactMap { id in pack.rules.surgery.reasons.first { $0.id == id } }
      guard !reasons.isEmpty else { continue }
      document.paragraph(
        word(label) + " " + reasons.map { filled($0.name) }.joined(separator: "; "))
    }
  }
}
