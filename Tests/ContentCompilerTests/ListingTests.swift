import ContentCompiler
import Testing

@Suite struct ListingTests {
  private func listing(_ subject: Listing.Subject) throws -> Listing {
    try #require(Listing(subject, of: try compiled(baseContent)))
  }

  @Test func `a list is an aligned table`() throws {
    #expect(
      try listing(.treatments).text == """
        ID        STEP  STAGE  NAME
        exercise  core  1      Exercise
        gel       gel   none   A gel
        """)
    #expect(
      try listing(.patients).text == """
        ID                 DISPOSITION           RED-FLAGS  STORY
        hot-knee-no-fever  emergency-department  hot-knee   A hot, swollen knee and no fever.
        worn               routine                          An old knee.
        """)
    #expect(
      try listing(.pages).text == """
        ID         GROUP       REVIEW-DUE  TITLE
        exercise   treatments  2027-11-22  Exercise
        hot-knee   urgent      2027-11-22  A hot knee
        start      start       2027-11-22  Start
        worn-knee  conditions  2027-11-22  A worn knee
        """)
  }

  @Test func `items are listed in the order asked`() throws {
    let lines = try listing(.items).text.split(separator: "\n")
    #expect(lines.count == 15)
    #expect(lines[1] == "age               about    number     How old are you?")
    #expect(lines[3] == "check-chest-pain  signs    yes-no     Does your chest feel tight?")
  }

  @Test func `rules are listed by kind`() throws {
    let kinds = try listing(.rules).text.split(separator: "\n").dropFirst().map { $0.prefix(9) }
    #expect(
      kinds == [
        "red flag ", "red flag ", "condition", "condition", "step     ", "step     ", "surgery r",
        "advice   ", "advice   ", "score    ",
      ])
  }

  @Test func `JSON has sorted keys and escaped texts`() throws {
    var files = baseContent
    files["rules/treatments.yaml"]?.replace("name: A gel", with: #"name: A "gel""#)
    let listing = try #require(Listing(.treatments, of: try compiled(files)))
    #expect(
      listing.json == #"""
        [
          { "id": "exercise", "name": "Exercise", "stage": "1", "step": "core" },
          { "id": "gel", "name": "A \"gel\"", "stage": "none", "step": "gel" }
        ]
        """#)
  }

  @Test func `content with faults is not listed`() throws {
    let compilation = try compiled(["pack.yaml": "id: a"])
    #expect(Listing(.items, of: compilation) == nil)
  }

  @Test func `the summary counts what there is`() throws {
    let good = try compiled(baseContent)
    #expect(
      good.summary
        == "14 items, 2 red flags, 2 conditions, 2 treatments, 4 pages, 0 figures, 2 sources, 0 terms, 2 patients, no faults"
    )
    var files = baseContent
    files["rules/scores.yaml"] = ""
    let bad = try compiled(files)
    #expect(bad.summary.hasSuffix("2 patients, 1 fault"))
  }
}
