package import QuestionnaireModel

/// What answers come to in a clinician's terms, beside the answers themselves.
///
/// It stands on the clinician's page and changes nothing else.
package struct ClinicalNote: Equatable, Sendable {
  package typealias ID = Identifier<ClinicalNote>

  package let id: ID
  package let when: Criterion
  package let text: String
  package let sources: [Reference.ID]
  package init(id: ID, when: Criterion, text: String, sources: [Reference.ID]) {
    self.id = id
    self.when = when
    self.text = text
    self.sources = sources
  }
}
