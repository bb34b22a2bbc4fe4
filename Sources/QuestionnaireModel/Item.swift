/// One question of the questionnaire.
///
/// FHIR R4: Questionnaire.item.
package struct Item: Equatable, Sendable {
  package typealias ID = Identifier<Item>

  package let id: ID
  /// The question, as it stands at the head of its screen.
  package let ask: String
  package let hint: String?
  /// Why the question is asked, in words for the person who is asked.
  package let why: String
  /// The short name on summaries and on "check your answers".
  package let summary: String
  /// The short name in a clinician's words; `nil`: `summary` serves.
  package let clinical: String?
  package let kind: Kind
  package let offersNotSure: Bool
  package let maySkip: Bool
  /// Left off the summary unless the person asks for it.
  package let isPrivate: Bool
  /// Stands in the line at the head of the clinician's page: who, how old, which knee.
  package let isHeadline: Bool
  /// A medicine, an illness or another risk: stands with its like on the clinician's page.
  package let isRisk: Bool
  /// When it is asked; `nil`: always.
  ///
  /// Refers to earlier items alone.
  package let enableWhen: Criterion?
  /// The sign that this item asks again in other words, when it was answered "not sure".
  package let clarifies: Subject?
  package let whenUnknown: AssumedNumber?
  package init(
    id: ID, ask: String, hint: String? = nil, why: String, summary: String, clinical: String? = nil,
    kind: Kind, offersNotSure: Bool, maySkip: Bool, isPrivate: Bool, isHeadline: Bool = false,
    isRisk: Bool = false, enableWhen: Criterion? = nil, clarifies: Subject? = nil,
    whenUnknown: AssumedNumber? = nil
  ) {
    self.id = id
    self.ask = ask
    self.hint = hint
    self.why = why
    self.summary = summary
    self.clinical = clinical
    self.kind = kind
    self.offersNotSure = offersNotSure
    self.maySkip = maySkip
    self.isPrivate = isPrivate
    self.isHeadline = isHeadline
    self.isRisk = isRisk
    self.enableWhen = enableWhen
    self.clarifies = clarifies
    self.whenUnknown = whenUnknown
  }
}

/// What a number counts as while it is not known.
package struct AssumedNumber: Equatable, Sendable {
  /// The unknown number is this or more, for every criterion.
  package let atLeast: Double
  /// In rules about safety, "at least N" holds for every N up to this.
  package let countsAs: Double
  package init(atLeast: Double, countsAs: Double) {
    self.atLeast = atLeast
    self.countsAs = countsAs
  }
}

/// One of the answers that an item offers; also a row of an `each` item and a zone of a picture.
package struct AnswerOption: Equatable, Sendable {
  package typealias ID = Identifier<AnswerOption>

  package let id: ID
  package let text: String
  package let hint: String?
  package let clinical: String?
  package init(id: ID, text: String, hint: String? = nil, clinical: String? = nil) {
    self.id = id
    self.text = text
    self.hint = hint
    self.clinical = clinical
  }
}

extension AnswerOption.ID {
  /// The answers of yes-no items and rows.
  package static var yes: Self { "yes" }
  package static var no: Self { "no" }
}
