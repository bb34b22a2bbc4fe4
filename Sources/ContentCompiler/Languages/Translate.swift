package import RecommendationCore

/// The content in another language.
package struct CompiledTranslation {
  package let language: Language
  /// Whether it is shown: somebody answers for it.
  package let isReviewed: Bool
  /// `nil` when there is any fault in it.
  package let pack: ContentPack?
}

/// Rules that look at what a translation does not have: the list of the article's sections, and the
/// words in the titles of sources, which are not translated.
private let rulesOfOriginal = [CarriedSections.name, UsedTerms.name]

/// Reads the content with the texts of a translation, and looks for every fault.
///
/// The content itself has none. While nobody answers for the translation its faults are warnings:
/// it is not in the pack, and no release has to wait for it.
func translate(
  _ original: Draft, to head: TranslationHead, _ folder: Folder
) -> (translation: CompiledTranslation, diagnostics: [Diagnostic]) {
  let report = Report()
  let translation = Translation(head, of: original, in: folder, into: report)
  let draft = Draft(day: original.day, translation: translation)
  draft.folder = folder
  draft.readContent(folder)
  translation.finish()
  for rule in contentRules where !rulesOfOriginal.contains(rule.name) { rule.check(draft) }

  let code = head.language.code
  let known = Set(original.report.diagnostics)
  let found = report.diagnostics + draft.report.diagnostics.filter { !known.contains($0) }
  let diagnostics = found.map { fault in
    let isOwn = fault.file.hasPrefix("languages/")
    return Diagnostic(
      head.isReviewed ? fault.severity : .warning, at: fault.place, rule: fault.rule,
      summary: isOwn ? fault.summary : "in the language '\(code)': \(fault.summary)",
      remedy: fault.remedy)
  }
  let isWhole = !found.contains { $0.severity == .error }
  return (
    CompiledTranslation(
      language: head.language, isReviewed: head.isReviewed,
      pack: isWhole ? draft.pack(draft.questionnaire) : nil),
    diagnostics
  )
}
