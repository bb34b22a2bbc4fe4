package import QuestionnaireModel

/// An explanation page, as parsed blocks.
package struct Page: Equatable, Sendable {
  package typealias ID = Identifier<Page>

  package let id: ID
  package let title: String
  package let about: String
  package let group: Group
  package let reviewed: Day
  package let reviewDue: Day
  package let sources: [Reference.ID]
  package let body: Body
  package init(
    id: ID, title: String, about: String, group: Group, reviewed: Day, reviewDue: Day,
    sources: [Reference.ID], body: Body
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.group = group
    self.reviewed = reviewed
    self.reviewDue = reviewDue
    self.sources = sources
    self.body = body
  }

  package init(
    id: ID, title: String, about: String, group: Group, reviewed: Day, reviewDue: Day,
    sources: [Reference.ID], blocks: [Block]
  ) {
    self.init(
      id: id, title: title, about: about, group: group, reviewed: reviewed, reviewDue: reviewDue,
      sources: sources, body: Body(blocks))
  }

  package var blocks: [Block] { body.value }

  /// Most pages are never opened in a walkthrough: those of a pack are decoded where they are
  /// shown.
  package typealias Body = Deferred<[Block]>

  package enum Group: String, CaseIterable, Sendable {
    case start
    case urgent
    case conditions
    case treatments
    case surgery
    case article
    case living
  }

  package indirect enum Block: Equatable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case bullets([[Block]])
    case numbered(from: Int, [[Block]])
    case quote([Block])
    case rule
    case figure(Figure.ID)
  }

  package indirect enum Inline: Equatable, Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case page(Page.ID, [Inline])
    case source(Reference.ID, [Inline])
    /// Words that repeat a claim.
    case claim(Claim.ID, [Inline])
  }
}
