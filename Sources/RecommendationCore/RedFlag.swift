package import QuestionnaireModel

/// A finding that cannot wait for its turn.
package struct RedFlag: Equatable, Sendable {
  package typealias ID = Identifier<RedFlag>

  package let id: ID
  package let title: String
  package let disposition: Disposition
  /// The deadline in words.
  package let within: String
  package let when: Criterion
  /// What "not sure" gives; `nil`: the flag's own level, at most same-day.
  package let unsure: Disposition?
  package let action: String
  package let inClinic: String?
  package let whenClosed: String?
  package let why: String
  package let doNot: [String]
  /// What would make it more urgent than the level that it gives.
  package let getHelpSooner: [String]
  package let page: Page.ID?
  package let sources: [Reference.ID]
  package init(
    id: ID, title: String, disposition: Disposition, within: String, when: Criterion,
    unsure: Disposition? = nil, action: String, inClinic: String? = nil, whenClosed: String? = nil,
    why: String, doNot: [String], getHelpSooner: [String], page: Page.ID? = nil,
    sources: [Reference.ID]
  ) {
    self.id = id
    self.title = title
    self.disposition = disposition
    self.within = within
    self.when = when
    self.unsure = unsure
    self.action = action
    self.inClinic = inClinic
    self.whenClosed = whenClosed
    self.why = why
    self.doNot = doNot
    self.getHelpSooner = getHelpSooner
    self.page = page
    self.sources = sources
  }

  package var dispositionWhenUnsure: Disposition { unsure ?? min(disposition, .sameDay) }
}
