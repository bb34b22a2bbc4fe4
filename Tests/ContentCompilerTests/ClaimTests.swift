import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// The ledger of claims, the marks on pages, and the table of the article's sections.
@Suite struct ClaimTests {
  private static let ledger = "evidence/claims.yaml"
  private static let article = "evidence/article.yaml"
  private static let promisePage = "pages/worn-knee.md"
  private static let factPage = "pages/exercise.md"

  private static let files = [
    ledger: """
    - id: moving-helps
      number: C1
      place: at its start
      kind: fact
      said-by: the article
      interest: sells shots
      claim: Moving helps.
      verdict: supported
      badge: guidelines-agree
      benefit: true
      for: [guideline-a]
      against: []
      say: It does.
      shown: [exercise]
      review-due: 2027-11-22
    - id: shot-cures
      number: C2
      place: at its end
      kind: promise
      said-by: a seller
      interest: sells shots
      claim: A shot cures.
      verdict: contradicted
      badge: wrong
      for: []
      against: [guideline-b]
      say: It does not.
      shown: [worn-knee]
      review-due: 2027-11-22
    """,
    article: """
    claims: 2
    sections:
      - { id: opening, says: Moving helps., pages: [exercise] }
      - { id: closing, says: Shots cure., pages: [worn-knee, start] }
    """,
  ]

  private static let marks = [
    Planted("pack.yaml", "intended-use", "harm-headings: [Harms]\nintended-use"),
    Planted(factPage, "Walk.", "[Walk](claim:moving-helps).\n\n## Harms\n\nSore legs."),
    Planted(
      promisePage, "- It is common.",
      "A seller says:\n\n> [Shots cure.](claim:shot-cures)\n\n- It is"),
  ]

  private func expect(
    _ findings: [Finding], planting planted: [Planted] = [], on day: Day? = testDay,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectFindings(
      findings, planting: Self.marks + planted, adding: Self.files, on: day,
      sourceLocation: sourceLocation)
  }

  @Test func `claims are read in full`() throws {
    try expect([])
    let content = try PlantedContent(
      Self.marks, adding: Self.files, sourceLocation: #_sourceLocation)
    let pack = try #require(try compiled(content.files).pack)
    #expect(
      pack.claims == [
        Claim(
          id: "moving-helps", number: 1, place: "at its start", kind: .fact, saidBy: "the article",
          interest: "sells shots", claim: "Moving helps.", verdict: .supported,
          badge: .guidelinesAgree, isBenefit: true, support: ["guideline-a"], dissent: [],
          say: "It does.", shown: ["exercise"], reviewDue: try #require(Day("2027-11-22"))),
        Claim(
          id: "shot-cures", number: 2, place: "at its end", kind: .promise, saidBy: "a seller",
          interest: "sells shots", claim: "A shot cures.", verdict: .contradicted, badge: .wrong,
          support: [], dissent: ["guideline-b"], say: "It does not.", shown: ["worn-knee"],
          reviewDue: try #require(Day("2027-11-22"))),
      ])
    #expect(pack[page: "worn-knee"]?.markedClaims == ["shot-cures"])
    #expect(
      pack[page: "exercise"]?.blocks.first
        == .paragraph([.claim("moving-helps", [.text("Walk")]), .text(".")]))
    #expect(
      try #require(Listing(.claims, of: try compiled(content.files))).text == """
        NUMBER  ID            VERDICT       BADGE             PAGES
        C1      moving-helps  supported     guidelines-agree  exercise
        C2      shot-cures    contradicted  wrong             worn-knee
        """)
  }

  /// Each row: what stands in the file, what is put in its place, the rule, the summary.
  @Test(arguments: [
    (
      ledger, "verdict: supported", "verdict: 1️⃣true", "KnownWords",
      "'verdict' of claim 'moving-helps' cannot be 'true'"
    ),
    (
      ledger, "badge: wrong", "badge: 1️⃣false", "KnownWords",
      "'badge' of claim 'shot-cures' cannot be 'false'"
    ),
    (ledger, "  verdict: supported\n", "", "CompleteKeys", "claim 'moving-helps' has no 'verdict'"),
    (
      ledger, "shown: [exercise]", "shown: [exercise, 1️⃣exercize]", "KnownNames",
      "there is no page 'exercize'"
    ),
    (
      ledger, "for: [guideline-a]", "for: [guideline-a, 1️⃣guideline-c]", "KnownNames",
      "there is no source 'guideline-c'"
    ),
    (
      ledger, "number: C1", "number: 1️⃣one", "RightTypes",
      "'number' of claim 'moving-helps' should be a C and a number, is 'one'"
    ),
    (
      factPage, "claim:moving-helps", "1️⃣claim:moving-hurts", "KnownNames",
      "there is no claim 'moving-hurts'"
    ),
    (
      ledger, "against: [guideline-b]", "against: []", "CitedClaims",
      "claim 'shot-cures' has no source"
    ),
    (
      ledger, "for: []\n  against: [guideline-b]", "for: [guideline-b]\n  against: 1️⃣[]",
      "CitedDissent", "claim 'shot-cures' is 'contradicted' and has no source against it"
    ),
    (
      ledger, "badge: wrong", "badge: 1️⃣not-proven", "FittingBadges",
      "the badge 'not-proven' does not fit claim 'shot-cures', a promise that is 'contradicted'"
    ),
    (
      ledger, "verdict: contradicted\n  badge: wrong", "verdict: partly\n  badge: 1️⃣article-says",
      "FittingBadges",
      "the badge 'article-says' does not fit claim 'shot-cures', a promise that is 'partly'"
    ),
    (
      ledger, "verdict: contradicted\n  badge: wrong",
      "verdict: partly\n  badge: 1️⃣guidelines-differ", "FittingBadges",
      "claim 'shot-cures' has the badge 'guidelines-differ' and no guideline for it"
    ),
    (
      ledger, "verdict: supported\n  badge: guidelines-agree",
      "verdict: partly\n  badge: 1️⃣guidelines-differ", "FittingBadges",
      "claim 'moving-helps' has the badge 'guidelines-differ' and no guideline against it"
    ),
    (
      ledger, "for: [guideline-a]\n  against: []", "for: []\n  against: [guideline-a]",
      "FittingBadges",
      "claim 'moving-helps' has the badge 'guidelines-agree' and no guideline for it"
    ),
    (
      promisePage, "> [Shots cure.](claim", "[Shots cure.](1️⃣claim", "QuotedPromises",
      "the promise 'shot-cures' stands outside of a block quote"
    ),
    (
      promisePage, "A seller says:\n\n> [Shots cure.](claim", "A seller.\n\n> [Shots cure.](1️⃣claim",
      "QuotedPromises", "nobody is said to speak in the quote with the promise 'shot-cures'"
    ),
    (
      factPage, "[Walk](claim:moving-helps).\n\n## Harms",
      "[Walk](1️⃣claim:moving-helps).\n\n## Gains", "HarmBesideBenefit",
      "page 'exercise' shows the benefit 'moving-helps' and has no section on harm"
    ),
    (
      ledger, "shown: [exercise]", "shown: 1️⃣[exercise, start]", "ShownClaims",
      "claim 'moving-helps' is shown on page 'start', which does not mark it"
    ),
    (
      factPage, "Swim.", "[Swim](1️⃣claim:shot-cures).", "ShownClaims",
      "page 'exercise' marks the claim 'shot-cures', which does not name the page"
    ),
    (ledger, "number: C2", "number: 1️⃣C1", "NumberedClaims", "two claims have the number C1"),
    (
      ledger, "number: C2", "number: 1️⃣C3", "NumberedClaims",
      "the article has only 2 claims, and this is C3"
    ),
    (article, "claims: 2", "claims: 3", "NumberedClaims", "the claim C3 is missing"),
    (
      article, "claims: 2", "claims: 1️⃣0", "RightTypes",
      "'claims' of the article should be a number from 1 to 9999, is '0'"
    ),
    (
      article, "[exercise]", "1️⃣[]", "CarriedSections",
      "no page carries the section 'opening' of the article"
    ),
    (article, "[exercise]", "[1️⃣running]", "KnownNames", "there is no page 'running'"),
  ])
  func `a fault is found where it stands`(
    file: String, old: String, new: String, rule: String, summary: String
  ) throws {
    let content = try PlantedContent(
      Self.marks + [Planted(file, old, new)], adding: Self.files,
      sourceLocation: #_sourceLocation)
    let found = try compiled(content.files).diagnostics
    let fault = try #require(
      found.first { $0.rule == rule && $0.summary == summary }, "found \(found)")
    if let place = content.places["1️⃣"] { #expect(fault.place == place) }
  }

  @Test func `a claim that is shown nowhere is a fault, and alone`() throws {
    try expect(
      [Finding("1️⃣", "ShownClaims", "claim 'moving-helps' is shown nowhere")],
      planting: [
        Planted(Self.ledger, "shown: [exercise]", "shown: 1️⃣[]"),
        Planted(Self.factPage, "[Walk](claim:moving-helps)", "Walk"),
      ])
  }

  @Test func `a claim has a review of its own`() throws {
    try expect(
      [Finding("1️⃣", "ReviewInTime", "the review of claim 'moving-helps' was due on 2026-11-25")],
      planting: [
        Planted(
          Self.ledger, "review-due: 2027-11-22\n- id", "review-due: 1️⃣2026-11-25\n- id")
      ], on: Day("2026-11-26"))
  }

  /// A page that nothing else leads to is not used by being named in the ledger.
  @Test func `the ledger leads to no page`() throws {
    let start = "[worn knee](page:worn-knee)"
    try expect(
      [Finding("1️⃣", "UsedPages", "nothing leads to the page 'exercise'")],
      planting: [
        Planted("rules/treatments.yaml", "  page: exercise\n", ""),
        Planted("pages/start.md", start, start), Planted(Self.factPage, "id: ", "id: 1️⃣"),
      ])
  }
}

/// The ledger of this repository.
@Suite(.tags(.realContent)) struct RealClaimTests {
  @Test func `every claim of the article is on a page`() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
    let compilation = compile(
      ContentFolder(root + "/Content"), on: try #require(Day("2026-11-22")))
    let pack = try #require(compilation.pack)
    #expect(pack.claims.map(\.number) == Array(1...103))
    for claim in pack.claims {
      #expect(
        pack.pages.contains { claim.shown.contains($0.id) && $0.markedClaims.contains(claim.id) },
        "C\(claim.number)")
    }
  }
}
