import QuestionnaireModel
import RecommendationCore

extension TextSummary {
  /// What the answers come to in a clinician's terms, with the sources; nothing that rests on an
  /// answer that is left off.
  func notes(_ citations: inout Citations) -> [String] {
    pack.rules.notes.filter { note in
      answers.truth(of: note.when, reading: .plain) == .yes && !isPrivate(note.when.subjects)
    }
    .map { filled($0.text) + citations.marks($0.sources) }
  }
}
