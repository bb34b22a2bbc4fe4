import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Where a page comes from: the claims of the article that it marks, then its own sources.
func sourcesScreen(_ scene: Scene, _ id: Page.ID) -> ScreenContent {
  guard let page = scene.pack[page: id] else { return ScreenContent(section: "") }
  var content = ScreenContent(
    section: scene.fill(page.title), heading: scene.word(.sourcesHeading))
  content.tellsLines = true
  let claims = scene.state.claims(on: id, in: scene.pack)
  if !claims.isEmpty {
    content.blocks.append(.subheading(scene.word(.sourcesClaims)))
    content.say(scene.word(.sourcesClaimsAbout), .hint)
    content.gap()
    for claim in claims {
      content.add(
        .open(.claim(claim.id)),
        .item(scene.fill(claim.claim), detail: badgeText(claim.badge, scene)))
    }
  }
  saySources(sourcesShown(on: page, scene), below: .sourcesOfPage, scene, &content)
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

/// One claim: who says it, what they gain, how it holds up, and on what that rests.
func claimScreen(_ scene: Scene, _ id: Claim.ID) -> ScreenContent {
  guard let claim = scene.pack.claims.first(where: { $0.id == id }) else {
    return ScreenContent(section: "")
  }
  var content = ScreenContent(section: scene.word(.claim), heading: scene.word(.claimHeading))
  content.blocks.append(.quoted(scene.fill(claim.claim) + " " + badgeText(claim.badge, scene)))
  content.gap()
  content.say(
    scene.word(.claimPlace, ["number": "C\(claim.number)", "place": scene.fill(claim.place)]))
  content.say(scene.word(.claimSaidBy, ["who": scene.fill(claim.saidBy)]))
  content.say(scene.word(.claimInterest, ["interest": scene.fill(claim.interest)]))
  content.gap()
  content.blocks.append(.subheading(scene.word(.claimVerdict)))
  content.say(scene.word(claim.verdict.word))
  content.gap()
  content.blocks.append(.subheading(scene.word(.claimSay)))
  content.say(scene.fill(claim.say))
  for (heading, sources) in [(ScreenWord.claimFor, claim.support), (.claimAgainst, claim.dissent)] {
    content.gap()
    content.blocks.append(.subheading(scene.word(heading)))
    if sources.isEmpty { content.say(scene.word(.claimNothing)) }
    saySourceLines(sources, scene, &content)
  }
  content.gap()
  content.say(scene.word(.claimReviewDue, ["day": claim.reviewDue.description]), .hint)
  content.gap()
  content.add(.back, .button(scene.word(.back)))
  return content
}

func badgeText(_ badge: Claim.Badge, _ scene: Scene) -> String {
  scene.word(.badge, ["words": scene.word(badge.word)])
}

/// The sources of what a screen says below a heading, each once; nothing where there are none.
func saySources(
  _ sources: [Reference.ID], below heading: ScreenWord = .sources, _ scene: Scene,
  _ content: inout ScreenContent
) {
  guard !sources.isEmpty else { return }
  content.gap()
  content.blocks.append(.subheading(scene.word(heading)))
  saySourceLines(sources.eachOnce(), scene, &content)
}

/// Each source with its kind, and how much of it was read.
private func saySourceLines(
  _ sources: [Reference.ID], _ scene: Scene, _ content: inout ScreenContent
) {
  for source in sources.compactMap({ scene.pack[reference: $0] }) {
    content.blocks.append(
      .bullet(
        scene.word(
          .sourceLine,
          [
            "title": source.title, "authors": source.authors, "year": String(source.year),
            "kind": scene.word(source.kind.word), "read": scene.word(source.read.word),
          ])))
  }
}

extension Claim.Badge {
  fileprivate var word: ScreenWord {
    switch self {
    case .articleSays: .badgeArticleSays
    case .guidelinesAgree: .badgeGuidelinesAgree
    case .guidelinesDiffer: .badgeGuidelinesDiffer
    case .notProven: .badgeNotProven
    case .wrong: .badgeWrong
    }
  }
}

extension Claim.Verdict {
  fileprivate var word: ScreenWord {
    switch self {
    case .supported: .claimSupported
    case .partly: .claimPartly
    case .outdated: .claimOutdated
    case .unsupported: .claimUnsupported
    case .contradicted: .claimContradicted
    }
  }
}

extension Reference.Kind {
  fileprivate var word: ScreenWord {
    switch self {
    case .guideline: .sourceGuideline
    case .regulator: .sourceRegulator
    case .trial: .sourceTrial
    case .review: .sourceReview
    case .cohort: .sourceCohort
    case .instrument: .sourceInstrument
    case .textbook: .sourceTextbook
    case .court: .sourceCourt
    case .insurer: .sourceInsurer
    case .seller: .sourceSeller
    case .article: .sourceArticle
    case .other: .sourceOther
    }
  }
}

extension Reference.Extent {
  fileprivate var word: ScreenWord {
    switch self {
    case .whole: .readWhole
    case .abstract: .readAbstract
    case .copy: .readCopy
    case .memory: .readMemory
    }
  }
}
