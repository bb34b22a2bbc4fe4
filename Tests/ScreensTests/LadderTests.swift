import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// The ladder drawn and said, the marks of the verdicts, and what the result rests on.
struct LadderTests {
  private let pack = FixturePack.pack
  private let full = FixturePack.fullAnswers

  private func drawn(_ state: Walkthrough.State, _ width: Int, _ height: Int) -> RenderedScreen {
    var state = state
    return draw(&state, Size(width: width, height: height))
  }

  private func said(_ state: Walkthrough.State) -> [String] {
    var face = LineFace()
    return face.lines(for: state, in: pack)
  }

  @Test func `every two verdicts differ in their word, their sign and its ASCII`() {
    for (index, a) in Verdict.allCases.enumerated() {
      #expect(a.mark.allSatisfy(\.isASCII) && displayWidth(a.mark) == 3)
      for b in Verdict.allCases[(index + 1)...] {
        #expect(a.mark != b.mark && a.word != b.word, "\(a) and \(b)")
        #expect(pack.wording[a.word] != pack.wording[b.word], "\(a) and \(b)")
      }
    }
  }

  @Test func `drawn, the first step is the lowest, and in a list it is the first`() {
    let state = Walkthrough.State.fixture(.result(.ladder), answers: full)
    let ladder = drawn(state, 80, 24).metrics.entries.prefix(3).map(\.lowerBound)
    #expect(ladder == ladder.sorted(by: >))
    #expect(drawn(state, 80, 24).frame.text.contains("├──●──┤ Third step  <- you are here"))
    for (width, height) in [(40, 12), (59, 40), (80, 12)] {
      let list = drawn(state, width, height)
      #expect(
        list.metrics.entries.map(\.lowerBound) == list.metrics.entries.map(\.lowerBound).sorted())
      #expect(!list.frame.text.contains("├"))
    }
  }

  /// Both say it in the same words; the signs are for the eye alone.
  @Test(arguments: Case.all.filter { $0.name.contains("ladder") || $0.name.contains("step") })
  func `both faces say the same of the ladder`(one: Case) {
    let lines = said(one.state)
    let content = screenContent(Scene(one.state, in: pack))
    let number = content.entries.count
    #expect(lines.count { $0.first?.isNumber == true } == number)
    for (index, text) in content.entryTexts.enumerated() {
      let line = lines.first { $0.hasPrefix("\(index + 1) ") } ?? ""
      for words in text.texts { #expect(line.contains(words), "\(words)") }
    }
    for verdict in Verdict.allCases { #expect(!lines.contains { $0.contains(verdict.mark) }) }
  }

  @Test func `a line on the ladder asks for the stages or for what a line rests on`() {
    var state = Walkthrough.State.fixture(.result(.ladder), answers: full)
    func reply(_ line: String) -> LineFace.Reply {
      var face = LineFace()
      return face.reply(to: line, state: state, in: pack)
    }
    func unknown(_ line: String) -> LineFace.Reply {
      .misunderstood("A problem: \"\(line)\" is not an answer here.")
    }
    #expect(reply("A") == .act([.articlePressed]))
    #expect(reply("s") == .act([.sourcesPressed]))
    for line in ["s2", "S 2", "s  2 "] {
      #expect(reply(line) == .act([.sourcesAsked(of: .open(.step("second")))]))
    }
    for line in ["s 0", "s 5", "s x", "sa"] { #expect(reply(line) == unknown(line)) }
    #expect(said(state).contains(pack.wording[.lineArticle]))
    state = .fixture(.result(.now), answers: full)
    #expect(reply("a") == unknown("a"))
    #expect(!said(state).contains(pack.wording[.lineArticle]))
  }

  @Test func `the article's stage and its note stand beside a treatment`() {
    var state = Walkthrough.State.fixture(.step("second"), answers: full)
    let note = "Article: stage 3. The article puts it last; the guideline does not."
    #expect(!said(state).contains { $0.contains(note) })
    _ = reduce(&state, .articlePressed, in: pack)
    #expect(said(state).contains { $0.contains(note) })
    #expect(drawn(state, 80, 24).frame.text.contains(note.prefix(50)))
  }

  @Test(
    arguments: [
      ("helped", "It helped"), ("no-help", "It did not help"), ("not-tried", "Not tried"),
    ] as [(AnswerOption.ID, String)])
  func `a step says what was tried of it`(option: AnswerOption.ID, words: String) {
    let answers = full.merging(
      ["tried": .rows(["thing-a": .option(option), "thing-b": .notSure])]
    ) { _, new in new }
    let lines = said(.fixture(.result(.ladder), answers: answers))
    #expect(
      lines.contains { $0.hasPrefix("1 First step") && $0.contains("Tried: Thing A: \(words).") })
    let unsure = "Tried: Thing B: " + pack.wording[.notSure]
    #expect(lines.contains { $0.hasPrefix("2 Second step") && $0.contains(unsure) })
    #expect(!lines.contains { $0.hasPrefix("3 ") && $0.contains("Tried:") })
  }

  @Test(
    arguments: [
      (["no-help", "not-tried"], 2, 3), (["helped", "not-tried"], 1, 2),
      (["no-help", "no-help"], 3, nil),
    ] as [([AnswerOption.ID], Int, Int?)])
  func `one step is where the person is, and the one above comes next`(
    tried: [AnswerOption.ID], here: Int, next: Int?
  ) {
    let answers = full.merging(
      ["tried": .rows(["thing-a": .option(tried[0]), "thing-b": .option(tried[1])])]
    ) { _, new in new }
    let lines = said(.fixture(.result(.ladder), answers: answers))
    #expect(
      lines.filter { $0.contains("<- you are here") }.map { $0.first } == [Character("\(here)")])
    #expect(
      lines.filter { $0.contains("<- comes next") }.map { $0.first }
        == (next.map { [Character("\($0)")] } ?? []))
  }

  @Test
  func `what something rests on names the rule, the answers and how far the sources were read`() {
    let flag: [Item.ID: Answer] = ["broken": .option(.yes), "broken-how": .option("fell")]
    let state = Walkthrough.State.fixture(
      .grounds(.flag("flag-days")), answers: full.merging(flag) { _, new in new })
    let lines = said(state)
    #expect(lines.contains("Rule flag-days tells Changes urgency."))
    #expect(lines.contains("- Broken: Yes") && lines.contains("- Level now: 8 of 10"))
    #expect(lines.contains { $0.hasSuffix("from memory.") })
  }

  /// What is suggested to one person need not be to the next: the answers that let it through are
  /// named.
  @Test(
    arguments: [
      ("thing-a", true, ["So for everybody."]), ("thing-b", false, ["- Place: In the attic"]),
      ("thing-e", true, ["Thing E: Not advised"]),
    ] as [(Treatment.ID, Bool, [String])])
  func `a treatment rests on the answers that let it through`(
    id: Treatment.ID, isForEveryone: Bool, words: [String]
  ) {
    let lines = said(.fixture(.grounds(.treatment(id)), answers: full))
    #expect(lines.contains("So for everybody.") == isForEveryone)
    for line in words { #expect(lines.contains(line), "\(line) is not in \(lines)") }
  }

  @Test func `gates that do not hold are among what a treatment rests on`() {
    let young = full.merging(
      ["age": .number(Quantity(50, .years)), "parts": .options(["alpha"])]
    ) { _, new in new }
    let lines = said(.fixture(.grounds(.treatment("thing-c")), answers: young))
    #expect(lines.contains("Thing C: Worth a try"))
    #expect(lines.contains("- Age: 50 years") && lines.contains("- Parts: Part alpha"))
    #expect(!lines.contains("So for everybody."))
  }

  @Test func `a private answer is not shown, only that it counts`() {
    let secret = ContentPack(
      manifest: pack.manifest, wording: pack.wording,
      questionnaire: Questionnaire(sections: pack.questionnaire.sections.map(hidingParts)),
      rules: pack.rules, pages: pack.pages, references: pack.references)
    for (pack, isShown) in [(pack, true), (secret, false)] {
      let state = Walkthrough.State.fixture(.grounds(.treatment("thing-d")), answers: full)
      let blocks = screenContent(Scene(state, in: pack)).blocks.flatMap(\.texts)
      #expect(blocks.contains { $0.contains("Part beta; Part gamma") } == isShown)
      #expect(blocks.contains(pack.wording[.unshown]) == !isShown)
    }
  }

  private func hidingParts(_ section: Section) -> Section {
    Section(
      id: section.id, title: section.title, isEmergency: section.isEmergency,
      items: section.items.map { item in
        Item(
          id: item.id, ask: item.ask, hint: item.hint, why: item.why, summary: item.summary,
          kind: item.kind, offersNotSure: item.offersNotSure, maySkip: item.maySkip,
          isPrivate: item.id == "parts", enableWhen: item.enableWhen, clarifies: item.clarifies)
      })
  }

  @Test func `the parts stand in this order`() {
    #expect(
      Walkthrough.ResultPart.allCases == [
        .now, .sooner, .patterns, .ladder, .cautions, .surgery, .questions, .readMore, .handOver,
      ])
  }

  /// The main message is read without looking for it.
  @Test(
    arguments: Disposition.allCases, [Size(width: 80, height: 24), Size(width: 40, height: 12)])
  func `the action stands in the first three lines`(level: Disposition, size: Size) throws {
    let changed: [Item.ID: Answer] =
      switch level {
      case .emergencyCall: ["signs": FixturePack.signs(yes: ["one"])]
      case .emergencyDepartment: ["signs": FixturePack.signs(yes: ["two"])]
      case .sameDay: ["signs": FixturePack.signs(yes: ["three"])]
      case .withinDays: ["broken": .option(.yes), "broken-how": .option("fell")]
      case .routine: [:]
      case .selfCare: ["level": .scale(1)]
      }
    let state = Walkthrough.State.fixture(
      .result(.now), answers: full.merging(changed) { _, new in new })
    #expect(state.recommendation(in: pack).disposition == level)
    let texts = screenContent(Scene(state, in: pack)).blocks.flatMap(\.texts)
    let action = try #require(texts.first).prefix(12)
    let top = size.height >= 18 ? 2 : 1
    let frame = drawn(state, size.width, size.height).frame
    #expect((top..<top + 3).contains { frame.line($0).contains(action) })
  }
}
