package import QuestionnaireModel

/// A source, named once.
package struct Reference: Equatable, Sendable {
  package typealias ID = Identifier<Reference>

  package let id: ID
  package let kind: Kind
  package let title: String
  /// What it is called for short, such as "ACR 2019"; `nil`: authors and year serve.
  package let short: String?
  package let authors: String
  package let year: Int
  package let place: String?
  package let doi: String?
  package let number: String?
  package let address: String?
  package let read: Extent
  package init(
    id: ID, kind: Kind, title: String, short: String? = nil, authors: String, year: Int,
    place: String? = nil, doi: String? = nil, number: String? = nil, address: String? = nil,
    read: Extent
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.short = short
    self.authors = authors
    self.year = year
    self.place = place
    self.doi = doi
    self.number = number
    self.address = address
    self.read = read
  }

  /// "ACR 2019", or authors and year.
  package var name: String { short ?? "\(authors) \(year)" }

  package enum Kind: String, CaseIterable, Sendable {
    case guideline, regulator, trial, review, cohort, instrument, textbook, court, insurer, seller
    case article, other
  }

  /// How much of the source was read by those who cite it.
  package enum Extent: String, CaseIterable, Sendable {
    case whole
    case abstract
    /// Read as quoted by another.
    case copy
    /// Cited from memory: check before relying on it.
    case memory
  }
}
