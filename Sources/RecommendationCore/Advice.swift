package import QuestionnaireModel

/// A sentence for those whom it concerns: a first step, when to get help sooner, or a question for
/// the visit.
package struct Advice: Equatable, Sendable {
  package typealias ID = Identifier<Advice>

  package let id: ID
  package let kind: Kind
  package let when: Criterion
  package let text: String
  /// Given only at these levels; empty: at all.
  package let levels: [Disposition]
  package let page: Page.ID?
  package let sources: [Reference.ID]
  package init(
    id: ID, kind: Kind, when: Criterion, text: String, levels: [Disposition], page: Page.ID? = nil,
    sources: [Reference.ID]
  ) {
    self.id = id
    self.kind = kind
    self.when = when
    self.text = text
    self.levels = levels
    self.page = page
    self.sources = sources
  }

  package enum Kind: String, CaseIterable, Sendable {
    case `do`
    case sooner
    case question
  }
}

/// A number made of scale items, for the clinician and for comparing over time.
///
/// No rule reads it.
package struct Score: Equatable, Sendable {
  package let id: Identifier<Score>
  package let name: String
  package let items: [Item.ID]
  package let combine: Combination
  package let decimals: Int
  package let range: String
  package let about: String
  package let sources: [Reference.ID]
  package init(
    id: Identifier<Score>, name: String, items: [Item.ID], combine: Combination, decimals: Int,
    range: String, about: String, sources: [Reference.ID]
  ) {
    self.id = id
    self.name = name
    self.items = items
    self.combine = combine
    self.decimals = decimals
    self.range = range
    self.about = about
    self.sources = sources
  }

  package enum Combination: String, CaseIterable, Sendable {
    case mean
    case value
  }
}
