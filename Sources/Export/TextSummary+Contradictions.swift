import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// The answers that do not fit together, each with what was said.
  ///
  /// Nothing that rests on an answer that is left off.
  func addContradictions(to document: inout SummaryDocument) {
    let found = contradictions(answers, rules: pack.rules)
      .map { said(answers.reasons(for: $0.when, reading: .plain), $0) }
      .filter { !$0.isEmpty }
    guard !found.isEmpty else { return }
    document.heading(word(.contradictions), dense: true)
    document.bullets(found)
  }

  private func said(_ because: [Subject], _ rule: ConsistencyRule) -> String {
    isPrivate(because) ? "" : said(because, clinical: true).joined(separator: "; ")
  }
}
