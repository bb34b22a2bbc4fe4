package import QuestionnaireModel

/// Something that can be tried, with what is known of it and for whom it is not.
package struct Treatment: Equatable, Sendable {
  package typealias ID = Identifier<Treatment>

  package let id: ID
  package let name: String
  package let step: Ladder.Step.ID
  /// Where the article puts it: 1, 2 or 3; `nil`: the article leaves it out.
  package let articleStage: Int?
  /// Why its place differs from the article's.
  package let articleNote: String?
  package let about: String
  package let suits: Criterion
  package let doesNotSuit: String?
  /// Why it is not advised to anybody; `nil`: it may be.
  package let notAdvised: String?
  package let stop: [Gate]
  package let askFirst: [Gate]
  package let takenOnPrescription: Criterion?
  package let prescribedNote: String?
  package let takenOverCounter: Criterion?
  package let overCounterNote: String?
  package let guidelines: [GuidelineView]
  package let page: Page.ID?
  package let sources: [Reference.ID]
  package init(
    id: ID, name: String, step: Ladder.Step.ID, articleStage: Int? = nil,
    articleNote: String? = nil, about: String, suits: Criterion, doesNotSuit: String? = nil,
    notAdvised: String? = nil, stop: [Gate], askFirst: [Gate],
    takenOnPrescription: Criterion? = nil, prescribedNote: String? = nil,
    takenOverCounter: Criterion? = nil, overCounterNote: String? = nil, guidelines: [GuidelineView],
    page: Page.ID? = nil, sources: [Reference.ID]
  ) {
    self.id = id
    self.name = name
    self.step = step
    self.articleStage = articleStage
    self.articleNote = articleNote
    self.about = about
    self.suits = suits
    self.doesNotSuit = doesNotSuit
    self.notAdvised = notAdvised
    self.stop = stop
    self.askFirst = askFirst
    self.takenOnPrescription = takenOnPrescription
    self.prescribedNote = prescribedNote
    self.takenOverCounter = takenOverCounter
    self.overCounterNote = overCounterNote
    self.guidelines = guidelines
    self.page = page
    self.sources = sources
  }

  /// A fact that stands between a person and a treatment.
  package struct Gate: Equatable, Sendable {
    package let when: Criterion
    package let because: String
    package let sources: [Reference.ID]
    package init(when: Criterion, because: String, sources: [Reference.ID]) {
      self.when = when
      self.because = because
      self.sources = sources
    }
  }
}

/// What one guideline says of a treatment.
///
/// Two axes after GRADE, never one letter.
package struct GuidelineView: Equatable, Sendable {
  package let guideline: Reference.ID
  package let direction: Direction
  package let strength: Strength
  package let certainty: Certainty?
  /// Cited from memory: check before relying on it.
  package let isUnverified: Bool
  package init(
    guideline: Reference.ID, direction: Direction, strength: Strength, certainty: Certainty? = nil,
    isUnverified: Bool
  ) {
    self.guideline = guideline
    self.direction = direction
    self.strength = strength
    self.certainty = certainty
    self.isUnverified = isUnverified
  }

  package enum Direction: String, CaseIterable, Sendable {
    case `for`
    case against
    case neither
    case notCovered = "not-covered"
  }

  package enum Strength: String, CaseIterable, Sendable {
    case strong
    case moderate
    case conditional
    case limited
    case none
  }

  package enum Certainty: String, CaseIterable, Sendable {
    case high
    case moderate
    case low
    case veryLow = "very-low"
  }
}

package enum Verdict: String, CaseIterable, Sendable {
  case suggest
  case later
  case askFirst = "ask-first"
  case avoid
  case notAdvised = "not-advised"
}
