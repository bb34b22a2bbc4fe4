import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// What the content of this repository asks of whoever reads it, computed over all of it.
@Suite(.tags(.realContent)) struct RealReaderTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 120, height: 40),
  ]

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

  private func content(_ state: Walkthrough.State) -> ScreenContent {
    screenContent(Scene(state, in: pack))
  }

  /// Every question, as it is asked of the person and of whoever answers for another.
  private var questions: [(item: Item, state: Walkthrough.State)] {
    ["self", "helper"].flatMap { who in
      let said = QuestionnaireResponse(["who-answers": .option(AnswerOption.ID(who))])
      return pack.questionnaire.items.map { ($0, state(.question($0.id, isChange: false), said)) }
    }
  }

  /// R150: a picture may have more zones than a list has answers.
  @Test func `a screen asks one question, in few words, with few answers`() throws {
    #expect(pack.questionnaire.items.count > 50)
    for (item, state) in questions {
      let (content, name) = (content(state), Comment(rawValue: item.id.rawValue))
      #expect(content.heading.split(separator: " ").count <= 20, name)
      #expect(content.heading.count { $0 == "?" } <= 1, name)
      // Nothing else on the screen asks: an answer is a statement, and so is a hint.
      let others = content.texts.dropFirst(2).filter { $0.contains("?") }
      #expect(others == [], name)
      let answers = content.entries.count {
        switch $0 {
        case .option, .row: true
        default: false
        }
      }
      if case .zones = item.kind { #expect(answers > 7, name) } else { #expect(answers <= 7, name) }
      for case .text(let hint, .hint) in content.blocks where hint == state.hint(of: item, pack) {
        #expect(wrap(hint, width: Spacing.widestText).count <= 2, name)
      }
    }
  }

  /// R151.
  @Test func `every question says why it is asked, by a key that it names`() throws {
    for (item, state) in questions {
      let keys = content(state).keys.filter { ["W", "F2"].contains($0.key) }
      #expect(keys.count == 1, "\(item.id)")
      var why = state
      let pressed = try #require(action(for: .function(2), in: state, pack: pack))
      _ = reduce(&why, pressed, in: pack)
      #expect(why.screen == .why(item.id))
      #expect(content(why).texts.contains(filled(item.why, why)))
    }
  }

  /// R56: that there is a problem, what it is and how to mend it, on the line below the header,
  /// and the cursor on what is to be mended.
  @Test func `what is wrong with an answer is said, and the cursor goes there`() throws {
    var faults: Set<String> = []
    for (item, start) in questions {
      let sizes = item.isSingle ? [Self.sizes[1]] : Self.sizes
      for (size, actions) in sizes.flatMap({ size in tries(item).map { (size, $0) } }) {
        var state = start
        draw(&state, size)
        for action in actions where state.screen == start.screen {
          _ = reduce(&state, action, in: pack)
        }
        guard state.screen == start.screen, let fault = content(state).fault else { continue }
        let problem = "There is a problem. "
        let remedies = ["Type ", "Pick ", "Mark ", "Press ", "Look "]
        #expect(fault.hasPrefix(problem), "\(item.id): \(fault)")
        #expect(remedies.contains { fault.dropFirst(problem.count).contains($0) }, "\(fault)")
        let frame = draw(&state, size)
        let line = frame.line(size.height < 20 ? 1 : 2).drop { $0 == " " }
        #expect(line.hasPrefix("! There is a problem."), "\(item.id)\n\(frame.text)")
        try expectOnMended(frame, item, state)
        faults.insert(String(fault.dropFirst(problem.count).prefix(18)))
      }
    }
    #expect(faults.count >= 8, "\(faults.sorted())")
  }

  /// What leads to a fault, if anything does: no answer, and where one types a wrong one.
  private func tries(_ item: Item) -> [[Walkthrough.Action]] {
    let onward: [Walkthrough.Action] = [.moved(.last), .pressed]
    switch item.kind {
    case .number, .bodySize, .date, .text:
      return [onward] + ["'", "99999", "1.55555"].map { [.textPasted($0)] + onward }
    default: return [onward]
    }
  }

  /// On a row without an answer, on what was typed wrong, or on an answer not seen yet.
  private func expectOnMended(_ frame: Frame, _ item: Item, _ state: Walkthrough.State) throws {
    let draft = state.draft(of: item)
    switch state.entries(in: pack)[state.visit.focus] {
    case .row(let row): #expect(draft.rows[row] == nil || draft.fault == .moreBelow, "\(item.id)")
    case .field, .scale, .option: break
    case let other:
      #expect(draft.fault == .moreBelow, "the focus of \(item.id) is on \(other)")
    }
    let cursor = try #require(frame.cursor)
    let isPicture = state.visit.metrics?.showsPicture == true
    let line = frame.line(cursor.y)
    #expect(isPicture || line.contains("> ") || line.contains("]"), "\(item.id)\n\(frame.text)")
  }

  @discardableResult
  private func draw(_ state: inout Walkthrough.State, _ size: Size) -> Frame {
    var drawn = render(state, in: pack, size: size, glyphs: .unicode)
    _ = reduce(&state, .drawn(drawn.metrics), in: pack)
    drawn = render(state, in: pack, size: size, glyphs: .unicode)
    return drawn.frame
  }

  /// R156: what the article says, in a block quote, is in its own form.
  @Test func `a paragraph has at most three sentences`() {
    var count = 0
    func check(_ blocks: [Page.Block], _ page: Page) {
      for block in blocks {
        switch block {
        case .paragraph(let inlines):
          let text = inlines.map(\.text).joined()
          #expect(text.sentences <= 3, "\(page.id): \(text)")
          count += 1
        case .bullets(let items), .numbered(_, let items):
          for item in items { check(item, page) }
        case .heading, .quote, .rule, .figure: break
        }
      }
    }
    for page in pack.pages { check(page.blocks, page) }
    #expect(count > 500)
  }

  /// R157: what to do now stands first and above the fold; then when to get help sooner, why we say
  /// this, and what can be done.
  @Test func `the result begins with what to do now`() throws {
    let order: [Walkthrough.ResultPart] = [
      .now, .sooner, .patterns, .ladder, .cautions, .surgery, .questions, .readMore, .handOver,
    ]
    #expect(Walkthrough.ResultPart.allCases == order)
    for level in Disposition.allCases {
      let patient = try #require(patients.first { $0.recommendation?.disposition == level })
      let result = try #require(patient.recommendation)
      var state = state(.result(.now), patient.response)
      #expect(state.parts(in: pack).first == .now && state.parts(in: pack).last == .handOver)
      let texts = content(state)
      let level = try #require(pack.rules.dispositions[level])
      #expect(texts.heading.hasSuffix(filled(level.title, state)))
      let flag = result.redFlags.first.flatMap { pack[flag: $0.id] }
      guard case .text(let action, _) = try #require(texts.blocks.first) else {
        Issue.record("\(patient.id) is told something else first")
        continue
      }
      let known = [level.action, flag?.action].compactMap(\.self)
      #expect(known.map { filled($0, state) }.contains(action), "\(patient.id): \(action)")
      for size in Self.sizes {
        let frame = draw(&state, size)
        let lines = (1...5).map(frame.line).filter { $0.contains { $0.isLetter } }.prefix(3)
        let start = action.split(separator: " ").prefix(3).joined(separator: " ")
        #expect(lines.joined(separator: "\n").contains(start), "\(patient.id)\n\(frame.text)")
      }
    }
  }

  private func filled(_ text: String, _ state: Walkthrough.State) -> String {
    Scene(state, in: pack).region?.filling(text) ?? text
  }

  /// R158: nothing is asked twice, and every answer stands on the check once, to be changed there.
  @Test func `every answer can be changed before the result, and none was asked twice`() {
    for isForAnother in [false, true] {
      let asks = pack.questionnaire.items.map { isForAnother ? $0.wordedForAnother.ask : $0.ask }
      let twice = Dictionary(grouping: asks) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice == [])
    }
    for patient in patients.enumerated().filter({ $0.offset % 40 == 0 }).map(\.element) {
      let answers = Answers(patient.response, to: pack.questionnaire, on: day)
      let asked = pack.questionnaire.items.map(\.id).filter(answers.isAsked)
      let changed = content(state(.checkAnswers, patient.response)).entries.compactMap { entry in
        if case .change(let id) = entry { id } else { nil }
      }
      #expect(changed == asked, "\(patient.id)")
    }
  }
}

extension Item {
  /// Whether pressing an answer gives it, so that only one not yet seen can be in the way.
  fileprivate var isSingle: Bool {
    switch kind {
    case .yesNo, .choice: true
    default: false
    }
  }
}

extension Walkthrough.State {
  /// The hint of a question in the words of whoever answers.
  fileprivate func hint(of item: Item, _ pack: ContentPack) -> String? {
    answers(in: pack).isForAnother ? item.wordedForAnother.hint : item.hint
  }
}

extension Page.Inline {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .emphasis(let inlines), .strong(let inlines), .page(_, let inlines),
      .source(_, let inlines), .claim(_, let inlines):
      inlines.map(\.text).joined()
    }
  }
}

extension String {
  /// How many sentences: a full stop, question or exclamation mark ends one where a capital follows,
  /// or nothing.
  fileprivate var sentences: Int {
    matches(of: /[.?!]["”')]*(?:\s+["“'(]?[A-Z0-9]|\s*$)/).count
  }
}
