import FixturePack
import Golden
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// Figures of persons on pages, and the bars of scores.
struct FigureTests {
  private func state(_ pack: ContentPack) -> Walkthrough.State {
    .fixture(.page(pack.pages.first?.id ?? ""))
  }

  /// A pack with one page that shows nothing but this figure.
  private func pack(_ base: Figure.Base, _ with: Int, _ without: Int) -> ContentPack {
    let fixture = FixturePack.pack
    let figure = Figure(
      id: "f", title: "F", base: base, after: "a day", with: "people with it",
      without: "people without it",
      benefit: Figure.Outcome(what: "won", with: with, without: without), harms: [],
      noneKnown: "none", certainty: "Sure.", sources: [])
    let page = Page(
      id: "p", title: "P", about: "P.", group: .start, reviewed: fixture.manifest.reviewed,
      reviewDue: fixture.manifest.reviewDue, sources: [], blocks: [.figure("f")])
    return ContentPack(
      manifest: fixture.manifest, wording: fixture.wording, questionnaire: fixture.questionnaire,
      rules: fixture.rules, pages: [page], references: [], figures: Deferred([figure]))
  }

  private func picture(_ pack: ContentPack, width: Int, glyphs: Glyphs = .unicode) -> String {
    render(state(pack), in: pack, size: Size(width: width, height: 200), glyphs: glyphs).frame.text
  }

  private func marks(_ picture: String, _ mark: String) -> Int {
    picture.count { String($0) == mark }
  }

  /// Beside the marks of persons, one stands before each of the two numbers.
  @Test(
    arguments: [(0, 0), (0, 100), (1, 0), (12, 11), (47, 36), (99, 100), (100, 100)],
    [120, 80, 48, 40, 40])
  func `as many marks are full as the numbers say`(counts: (Int, Int), width: Int) {
    let pack = pack(.hundred, counts.0, counts.1)
    for glyphs in [Glyphs.unicode, .ascii] {
      let text = picture(pack, width: width, glyphs: glyphs)
      #expect(marks(text, glyphs.dot) == counts.0 + counts.1 + 2)
      if !glyphs.isASCII { #expect(marks(text, glyphs.ring) == 200 - counts.0 - counts.1) }
      #expect(text.contains("\(counts.0) of 100") && text.contains("\(counts.1) of 100"))
    }
  }

  @Test(arguments: [(0, 3), (3, 1), (700, 600), (999, 1000)])
  func `of 1,000 all are drawn where there is room, and none elsewhere`(with: Int, without: Int) {
    let pack = pack(.thousand, with, without)
    #expect(marks(picture(pack, width: 80), "●") == with + without + 2)
    #expect(marks(picture(pack, width: 80), "○") == 2000 - with - without)
    #expect(marks(picture(pack, width: 60), "●") == 2)
    #expect(marks(picture(pack, width: 60), "○") == 0)
    let number = with == 1000 ? "1,000" : String(with)
    for width in [80, 60, 40] {
      #expect(picture(pack, width: width).contains("\(number) of 1,000"))
    }
  }

  @Test func `the two sides stand beside each other where there is room`() {
    let pack = pack(.hundred, 40, 20)
    let wide = picture(pack, width: 80).split(separator: "\n")
    #expect(wide.contains { $0.contains("people with it") && $0.contains("people without it") })
    #expect(wide.contains { $0.contains("40 of 100") && $0.contains("20 of 100") })
    let narrow = picture(pack, width: 40).split(separator: "\n")
    #expect(!narrow.contains { $0.contains("people with it") && $0.contains("people without it") })
  }

  @Test func `help and harm differ in colour from each other and from the rest`() throws {
    let fixture = FixturePack.pack
    let state = Walkthrough.State.fixture(.page("counts"))
    let size = Size(width: 80, height: 200)
    let frame = render(state, in: fixture, size: size, glyphs: .unicode).frame
    func styles(of mark: Character, in lines: Range<Int>) -> Set<Style> {
      var found: Set<Style> = []
      for y in lines {
        for (x, character) in frame.line(y).enumerated() where character == mark {
          found.insert(frame[Point(x: x, y: y)].style)
        }
      }
      return found
    }
    let lines = (0..<size.height).map(frame.line)
    let good = try #require(lines.firstIndex { $0.contains("Good: felt better") })
    let bad = try #require(lines.firstIndex { $0.contains("Bad: had a sore head") })
    let end = try #require(lines.firstIndex { $0.contains("Bad: gave up") })
    #expect(styles(of: "●", in: good..<bad) == [.good])
    #expect(styles(of: "●", in: bad..<end) == [.warning])
    #expect(styles(of: "○", in: good..<end) == [.hint])
  }

  /// What the picture shows stands in a sentence, on the screen and in the line face alike.
  ///
  /// R156: in whole persons, and nothing to be reckoned out.
  @Test func `both faces say the same`() {
    let pack = FixturePack.pack
    let content = screenContent(Scene(.fixture(.page("counts")), in: pack))
    let spoken = LineFace.plainLines(content)
    let screen = render(
      .fixture(.page("counts")), in: pack, size: Size(width: 40, height: 600), glyphs: .unicode
    ).frame.text.filter { !$0.isWhitespace }
    let sentences = [
      "After 8 weeks: of 100 people who had thing A for as long as they could bear it, 47 felt"
        + " better. Of 100 people who did not, 36 did.",
      "After a year: of 100 people who had thing A for as long as they could bear it, 1 gave up."
        + " Of 100 people who did not, 0 did.",
      "After a year: of 1,000 people who had thing B, 1,000 slept. Of 1,000 people who had none,"
        + " 998 did.",
      "Bad: nobody counted it.", "How sure: Rather sure. [Things 2019; Doe and Roe 2021]",
      "From memory.",
    ]
    for sentence in sentences {
      #expect(spoken.contains(sentence))
      #expect(screen.contains(sentence.filter { !$0.isWhitespace }), "\(sentence)")
    }
    #expect(!spoken.contains { $0.contains("●") })
  }

  @Test func `help comes before harm, and how sure it is after both`() throws {
    let spoken = LineFace.plainLines(
      screenContent(Scene(.fixture(.page("counts")), in: FixturePack.pack)))
    let places = try ["Counted: thing A", "Good: felt", "Bad: had", "Bad: gave", "How sure"].map {
      start in try #require(spoken.firstIndex { $0.hasPrefix(start) })
    }
    #expect(places == places.sorted())
    // For the clinician alone.
    #expect(!spoken.contains { $0.contains("12.4") })
  }

  @Test func `the sources of its figures stand at the end of a page, each once`() {
    let spoken = LineFace.plainLines(
      screenContent(Scene(.fixture(.page("counts")), in: FixturePack.pack)))
    for title in ["Guideline of things", "A trial of thing B", "We sell thing E"] {
      #expect(spoken.filter { $0.hasPrefix("- ") && $0.contains(title) }.count == 1)
    }
  }

  @Test(arguments: [(80, Glyphs.unicode), (40, .unicode), (80, .ascii)])
  func `a page of figures as a whole`(width: Int, glyphs: Glyphs) {
    let drawn = render(
      .fixture(.page("counts")), in: FixturePack.pack, size: Size(width: width, height: 150),
      glyphs: glyphs)
    let lines = drawn.frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = "page-figures-whole-\(width)" + (glyphs == .ascii ? "-ascii" : "")
    expectGolden(
      lines.filter { !$0.allSatisfy { $0 == " " } }.joined(separator: "\n") + "\n", named: name,
      extension: "screen")
  }

  @Test func `a score has a bar, and says its number in words`() throws {
    let state = Walkthrough.State.fixture(.result(.handOver), answers: FixturePack.fullAnswers)
    let pack = FixturePack.pack
    let content = screenContent(Scene(state, in: pack))
    let bars = content.blocks.compactMap {
      if case .bar(let text, let value) = $0 { (text, value) } else { nil }
    }
    let (text, value) = try #require(bars.first)
    #expect(bars.count == 1 && LineFace.plainLines(content).contains(text))
    let drawn = render(state, in: pack, size: Size(width: 80, height: 40), glyphs: .ascii).frame
      .text
    #expect(drawn.contains(text))
    let full = Int((value * 2).rounded())
    let line =
      "0 " + String(repeating: "#", count: full)
      + String(repeating: ".", count: 20 - full) + " 10"
    #expect(drawn.contains(line))
  }

  @Test func `without a score there is no bar`() {
    let content = screenContent(
      Scene(
        .fixture(.result(.handOver), answers: FixturePack.answers(before: "level")),
        in: FixturePack.pack))
    #expect(!content.blocks.contains { if case .bar = $0 { true } else { false } })
    #expect(!LineFace.plainLines(content).contains("Your numbers"))
  }
}
