import ContentCompiler
import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Rehearsal
import Screens
import Testing
import TextUI
import WalkthroughCore

/// Every screen of the content of this repository, by rules that need no picture of it.
@Suite(.tags(.realContent)) struct RealScreenTests {
  private let real: RealContent
  private var pack: ContentPack { real.pack }
  private var patients: [ExamplePatient] { real.patients }
  private var day: Day { real.day }

  init() throws { real = try RealContent() }

  private func state(
    _ screen: Walkthrough.Screen, _ response: QuestionnaireResponse = .init()
  ) -> Walkthrough.State {
    real.state(screen, response)
  }

  /// What holds of the screen at each size, whatever it says.
  private func expectWell(_ state: Walkthrough.State) {
    let content = screenContent(Scene(state, in: pack))
    // R53.
    let unsaid = unsaidText(of: content, in: linesSaid(on: state, in: pack))
    #expect(unsaid == nil, "\(state.screen) by lines")
    for (width, height, glyphs) in [
      (80, 24, Glyphs.unicode), (40, 12, .unicode), (120, 40, .ascii), (44, 600, .unicode),
    ] {
      var state = state
      let size = Size(width: width, height: height)
      var drawn = render(state, in: pack, size: size, glyphs: glyphs)
      // As the loop does: drawing may tell the state to move.
      _ = reduce(&state, .drawn(drawn.metrics), in: pack)
      drawn = render(state, in: pack, size: size, glyphs: glyphs)
      let frame = drawn.frame
      let name = Comment(rawValue: "\(state.screen) at \(width)x\(height)")
      #expect(frame.size == size, name)
      #expect(drawn.metrics.entries.count == content.entries.count, name)
      for y in 1..<height where !frame.line(y).contains("--") && !frame.line(y).contains("──") {
        let line = frame.line(y)
        let text = line.drop { $0 == " " }
        let start = line.count - text.count
        #expect(text.isEmpty || start >= Spacing.margin(size), name)
        #expect(displayWidth(line) <= Spacing.margin(size) + Spacing.widestText, name)
      }
      if glyphs.isASCII { #expect(frame.text.unicodeScalars.allSatisfy { $0.isASCII }, name) }
      expectCursor(state, drawn, name)
      if height == 600, !drawn.metrics.showsPicture {
        let seen = (0..<height).map(frame.line).joined()
          .filter { !$0.isWhitespace && $0 != Glyphs.unicode.vertical }
        for text in content.texts {
          #expect(seen.contains(text.filter { !$0.isWhitespace }), "\(name): \(text)")
        }
      }
    }
  }

  /// R53: sheets at random, by keys and by lines; `kneeguide-soak` does the same for long.
  @Test(arguments: 1...6) func `both faces lead to the same screens and the same result`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var answers: [Item.ID: Answer] = [:]
    for item in pack.questionnaire.items {
      answers[item.id] = randomAnswer(to: item, quiet: seed % 4 > 0, &random)
    }
    let rehearsal = Rehearsal(answers, stopsAtEmergency: seed % 6 == 0, on: day, in: pack)
    let size = seed % 3 == 0 ? Size(width: 40, height: 12) : Size(width: 80, height: 24)
    #expect(faultOfFaces(rehearsal, size: size) == nil)
  }

  /// On the entry with the focus, where that is seen.
  private func expectCursor(
    _ state: Walkthrough.State, _ drawn: RenderedScreen, _ name: Comment
  ) {
    guard let cursor = drawn.frame.cursor else {
      Issue.record("no cursor: \(name)")
      return
    }
    #expect(drawn.frame.area.contains(cursor), name)
    let metrics = drawn.metrics
    guard metrics.entries.indices.contains(state.visit.focus), !metrics.showsPicture else { return }
    let first = metrics.entries[state.visit.focus].lowerBound
    guard (metrics.scroll..<metrics.scroll + metrics.height).contains(first) else { return }
    #expect(drawn.frame.line(cursor.y).contains(">"), name)
  }

  @Test func `every question, and why it is asked`() {
    for person in ["self", "helper"] {
      let response = QuestionnaireResponse(["who-answers": .option(AnswerOption.ID(person))])
      for item in pack.questionnaire.items {
        expectWell(state(.question(item.id, isChange: false), response))
        expectWell(state(.why(item.id), response))
      }
    }
  }

  @Test func `every page with its sources, and every claim`() {
    for page in pack.pages {
      expectWell(state(.page(page.id)))
      expectWell(state(.sources(page.id)))
    }
    for claim in pack.claims { expectWell(state(.claim(claim.id))) }
  }

  @Test func `the screens that lie over others`() {
    for screen: Walkthrough.Screen in [
      .welcome, .help, .emergencyHelp, .leave, .pageList, .glossary, .save, .saved,
      .printing,
    ] {
      expectWell(state(screen))
    }
  }

  /// One example patient of each level, with all that the result leads to.
  @Test func `every part of a result`() throws {
    for level in Disposition.allCases {
      let patient = try #require(patients.first { $0.recommendation?.disposition == level })
      let result = try #require(patient.recommendation)
      expectWell(state(.checkAnswers, patient.response))
      for part in state(.result(.now), patient.response).parts(in: pack) {
        expectWell(state(.result(part), patient.response))
      }
      if level.isEmergency {
        let flags = result.redFlags.filter(\.disposition.isEmergency).map(\.id)
        expectWell(state(.interruption(flags), patient.response))
      }
      for flag in result.redFlags { expectWell(state(.flag(flag.id), patient.response)) }
      for one in result.conditions { expectWell(state(.pattern(one.id), patient.response)) }
      for one in result.treatments { expectWell(state(.treatment(one.id), patient.response)) }
    }
  }
}
