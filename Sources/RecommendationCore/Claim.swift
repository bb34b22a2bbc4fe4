package import QuestionnaireModel

/// Something that the article says, and what is known of it.
package struct Claim: Equatable, Sendable {
  package typealias ID = Identifier<Claim>

  package let id: ID
  /// Its number in the order of the article: 1 for C1.
  package let number: Int
  /// Where in the article, in words of our own.
  package let place: String
  package let kind: Kind
  package let saidBy: String
  /// What that voice gains when it is believed.
  package let interest: String
  package let claim: String
  package let verdict: Verdict
  package let badge: Badge
  /// Whether it says that a treatment helps.
  package let isBenefit: Bool
  /// The sources that speak for it.
  package let support: [Reference.ID]
  /// The sources that speak against it, or that show what it leaves out.
  package let dissent: [Reference.ID]
  /// What a patient may be told instead.
  package let say: String
  /// The pages that mark it.
  package let shown: [Page.ID]
  package let reviewDue: Day
  package init(
    id: ID, number: Int, place: String, kind: Kind, saidBy: String, interest: String,
    claim: String, verdict: Verdict, badge: Badge, isBenefit: Bool = false,
    support: [Reference.ID], dissent: [Reference.ID], say: String, shown: [Page.ID],
    reviewDue: Day
  ) {
    self.id = id
    self.number = number
    self.place = place
    self.kind = kind
    self.saidBy = saidBy
    self.interest = interest
    self.claim = claim
    self.verdict = verdict
    self.badge = badge
    self.isBenefit = isBenefit
    self.support = support
    self.dissent = dissent
    self.say = say
    self.shown = shown
    self.reviewDue = reviewDue
  }

  package enum Kind: String, CaseIterable, Sendable {
    case fact, promise, testimonial, price, description

    /// Whether a page may repeat it only as another's words.
    package var needsQuote: Bool { self == .promise || self == .testimonial }
  }

  package enum Verdict: String, CaseIterable, Sendable {
    case supported, partly, outdated, unsupported, contradicted
  }

  /// What stands behind the words of a claim wherever a page repeats them.
  package enum Badge: String, CaseIterable, Sendable {
    case articleSays = "article-says"
    case guidelinesAgree = "guidelines-agree"
    case guidelinesDiffer = "guidelines-differ"
    case notProven = "not-proven"
    case wrong
  }
}

/// Every claim, or the way to get them.
///
/// Few people ask for them: those of a pack are decoded where they are shown.
package struct ClaimLedger: Equatable, Sendable {
  private let source: Source

  private enum Source: Sendable {
    case claims([Claim])
    case decoder(@Sendable () -> [Claim])
  }

  package init(_ claims: [Claim] = []) { source = .claims(claims) }

  /// - Parameter decoder: gives the same claims whenever it is called.
  package init(decoder: @escaping @Sendable () -> [Claim]) { source = .decoder(decoder) }

  /// In the order of their numbers.
  package var claims: [Claim] {
    switch source {
    case .claims(let claims): claims
    case .decoder(let decode): decode()
    }
  }

  package static func == (a: ClaimLedger, b: ClaimLedger) -> Bool { a.claims == b.claims }
}

extension Page {
  /// The claims that the page marks, in the order of the text, each once.
  package var markedClaims: [Claim.ID] {
    inlines.compactMap { if case .claim(let id, _) = $0 { id } else { nil } }.eachOnce()
  }

  /// Whether there is something to say of where the page comes from.
  package var hasSources: Bool { !sources.isEmpty || !markedClaims.isEmpty }

  /// Every piece of the text in its order, each before the pieces within it.
  package var inlines: [Inline] { blocks.flatMap(\.inlines) }
}

extension Page.Block {
  /// Every piece of the text in its order, each before the pieces within it.
  package var inlines: [Page.Inline] {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.inlines)
    case .bullets(let items), .numbered(_, let items): items.joined().flatMap(\.inlines)
    case .quote(let inner): inner.flatMap(\.inlines)
    case .rule, .figure: []
    }
  }
}

extension Page.Inline {
  /// This piece and the pieces within it.
  fileprivate var inlines: [Page.Inline] {
    switch self {
    case .text: [self]
    case .emphasis(let inner), .strong(let inner), .page(_, let inner), .source(_, let inner),
      .claim(_, let inner):
      [self] + inner.flatMap(\.inlines)
    }
  }
}
