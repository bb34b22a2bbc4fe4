package import QuestionnaireModel

/// The reasons to ask about surgery, and what is said when some of them are met.
package struct Surgery: Equatable, Sendable {
  package let reasons: [Reason]
  /// The first whose criterion holds is said.
  package let advice: [Advice]
  package init(reasons: [Reason], advice: [Advice]) {
    self.reasons = reasons
    self.advice = advice
  }

  package struct Reason: Equatable, Sendable {
    package typealias ID = Identifier<Reason>

    package let id: ID
    package let name: String
    package let when: Criterion
    package let met: String
    package let missing: String
    /// One of the article's six; otherwise added by guidelines.
    package let isOfArticle: Bool
    package let page: Page.ID?
    package let sources: [Reference.ID]
    package init(
      id: ID, name: String, when: Criterion, met: String, missing: String, isOfArticle: Bool,
      page: Page.ID? = nil, sources: [Reference.ID]
    ) {
      self.id = id
      self.name = name
      self.when = when
      self.met = met
      self.missing = missing
      self.isOfArticle = isOfArticle
      self.page = page
      self.sources = sources
    }
  }

  package struct Advice: Equatable, Sendable {
    package let id: Identifier<Advice>
    /// `nil`: holds for whoever no other advice fits.
    package let when: Criterion?
    package let text: String
    package init(id: Identifier<Advice>, when: Criterion? = nil, text: String) {
      self.id = id
      self.when = when
      self.text = text
    }
  }
}
