/// One question of the questionnaire.
///
/// FHIR R4: Questionnaire.item.
package struct Item: Equatable, Sendable {
  package typealias ID = Identifier<Item>

  package let id: ID
  /// The question, as it stands at the head of its screen.
  package private(set) var ask: String
  package private(set) var hint: String?
  /// Why the question is asked, in words for the person who is asked.
  package let why: String
  /// The short name on summaries and on "check your answers".
  package let summary: String
  /// The short name in a clinician's words; `nil`: `summary` serves.
  package let clinical: String?
  package private(set) var kind: Kind
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
  /// Other words for whoever answers for another person; `nil`: the same words serve.
  package let forAnother: OtherWords?
  package init(
    id: ID, ask: String, hint: String? = nil, why: String, summary: String, clinical: String? = nil,
    kind: Kind, offersNotSure: Bool, maySkip: Bool, isPrivate: Bool, isHeadline: Bool = false,
    isRisk: Bool = false, enableWhen: Criterion? = nil, clarifies: Subject? = nil,
    whenUnknown: AssumedNumber? = nil, forAnother: OtherWords? = nil
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
    self.forAnother = forAnother
  }

  /// What a question says to whoever answers for another person, where that is not the same.
  package struct OtherWords: Equatable, Sendable {
    package let ask: String?
    package let hint: String?
    package init(ask: String? = nil, hint: String? = nil) {
      self.ask = ask
      self.hint = hint
    }
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
  package private(set) var text: String
  package let hint: String?
  package let clinical: String?
  /// The text for whoever answers for another person; `nil`: the same text serves.
  package let forAnother: String?
  package init(
    id: ID, text: String, hint: String? = nil, clinical: String? = nil, forAnother: String? = nil
  ) {
    self.id = id
    self.text = text
    self.hint = hint
    self.clinical = clinical
    self.forAnother = forAnother
  }
}

extension Item {
  /// The item with its words for another person in place, and its own words where it has no others.
  ///
  /// What it is to rules and to the clinician stays the same.
  package var wordedForAnother: Item {
    var item = self
    item.ask = forAnother?.ask ?? ask
    item.hint = forAnother?.hint ?? hint
    item.kind = kind.wordedForAnother
    return item
  }
}

extension AnswerOption {
  var wordedForAnother: AnswerOption {
    var option = self
    option.text = forAnother ?? text
    return option
  }
}

extension AnswerOption.ID {
  /// The answers of yes-no items and rows.
  package static var yes: Self { "yes" }
  package static var no: Self { "no" }
}
