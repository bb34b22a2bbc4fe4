package import QuestionnaireModel

/// What studies counted of a treatment, in persons: of so many with it, and of as many without it,
/// how many it helped and how many it harmed.
///
/// Absolute numbers alone, all of them out of the same base, so that help and harm can be compared.
package struct Figure: Equatable, Sendable {
  package typealias ID = Identifier<Figure>

  package let id: ID
  package let title: String
  package let base: Base
  /// How long after the start was counted.
  package let after: String
  /// Who the two sides are, in words that fit after a number: "people who trained".
  package let with: String
  package let without: String
  package let benefit: Outcome
  package let harms: [Outcome]
  /// What to say where no count of harm is known; `nil` where there are harms.
  package let noneKnown: String?
  /// How sure the numbers are, in a sentence.
  package let certainty: String
  package let sources: [Reference.ID]
  /// A number comes from memory.
  package let isUnverified: Bool
  /// How the numbers follow from those of the sources: for the clinician, never shown to a patient.
  package let derived: String?
  package init(
    id: ID, title: String, base: Base, after: String, with: String, without: String,
    benefit: Outcome, harms: [Outcome], noneKnown: String? = nil, certainty: String,
    sources: [Reference.ID], isUnverified: Bool = false, derived: String? = nil
  ) {
    self.id = id
    self.title = title
    self.base = base
    self.after = after
    self.with = with
    self.without = without
    self.benefit = benefit
    self.harms = harms
    self.noneKnown = noneKnown
    self.certainty = certainty
    self.sources = sources
    self.isUnverified = isUnverified
    self.derived = derived
  }

  /// Out of how many persons is counted.
  package enum Base: Int, CaseIterable, Sendable {
    case hundred = 100
    /// For harms rarer than 1 in 100 alone.
    case thousand = 1000
  }

  /// Something that happened to some of each side.
  package struct Outcome: Equatable, Sendable {
    /// What they did or had, in words that fit after a number: "felt better".
    package let what: String
    package let with: Int
    package let without: Int
    /// Where it was counted at another time than the figure says.
    package let after: String?
    package init(what: String, with: Int, without: Int, after: String? = nil) {
      self.what = what
      self.with = with
      self.without = without
      self.after = after
    }
  }
}
