import ArgumentParser
import Export
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// One frame as text, without a terminal: to look at a screen, and for tests.
struct Screen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one screen as text.",
    discussion: """
      SCREEN is welcome, a question's id, interruption, check, consistency:ID, result, result:PART, page:ID, sources:PAGE, claim:ID, pages, treatment:ID, \
      pattern:ID, flag:ID, why:ID, words, help, emergency, save, saved or leave. \
      PART is one of \(Walkthrough.ResultPart.allCases.map { "\($0)" }.joined(separator: ", ")).
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var look: PrintedLook

  @Option(help: "The JSON file of answers; left out: none.")
  var answers: String?

  @Option(help: "Which screen.")
  var at: String

  @Option(help: "Lines scrolled down.")
  var scroll: Int = 0

  func run() throws {
    try reportingFailure {
      let loaded = try common.load()
      let region = try common.region(in: loaded)
      let size = try look.windowSize()
      let printer = try look.printer()
      let read = try answers.map { try readAnswers($0, pack: loaded.pack) }
      let screen = try screen(in: loaded.pack, read)
      var state = Walkthrough.State(
        day: try read?.day ?? Day.todayOrFailure(), region: region.id, units: region.units,
        suggestedFile: "\(loaded.pack.manifest.id).txt", start: screen)
      if let read { state.response = read.response }
      state.settleFocus(in: loaded.pack)
      state.visit.scroll = scroll
      let drawn = render(
        state, in: loaded.pack, size: size, glyphs: look.glyphs)
      try StandardOutput.write(printer(drawn.frame) + "\n")
    }
  }

  private func screen(in pack: ContentPack, _ answers: Answers?) throws -> Walkthrough.Screen {
    let parts = at.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    let id = parts.count > 1 ? parts[1] : ""
    switch (name, id) {
    case ("welcome", ""): return .welcome
    case ("check", ""): return .checkAnswers
    case ("result", ""): return .result(.now)
    case ("pages", ""): return .pageList
    case ("help", ""): return .help
    case ("words", ""): return .glossary
    case ("emergency", ""): return .emergencyHelp
    case ("save", ""): return .save
    case ("saved", ""): return .saved
    case ("leave", ""): return .leave
    case ("interruption", ""):
      let raised = answers.map { raisedFlags($0, rules: pack.rules) } ?? []
      return .interruption(raised.filter(\.disposition.isEmergency).map(\.id))
    case ("result", _):
      if let part = Walkthrough.ResultPart.allCases.first(where: { "\($0)" == id }) {
        return .result(part)
      }
    case ("consistency", _):
      if pack[consistency: ConsistencyRule.ID(id)] != nil {
        return .consistency(ConsistencyRule.ID(id))
      }
    case ("page", _): if pack[page: Page.ID(id)] != nil { return .page(Page.ID(id)) }
    case ("sources", _): if pack[page: Page.ID(id)] != nil { return .sources(Page.ID(id)) }
    case ("claim", _):
      if pack.claims.contains(where: { $0.id.rawValue == id }) { return .claim(Claim.ID(id)) }
    case ("flag", _): if pack[flag: RedFlag.ID(id)] != nil { return .flag(RedFlag.ID(id)) }
    case ("pattern", _):
      if pack.rules.conditions.contains(where: { $0.id.rawValue == id }) {
        return .pattern(ConditionPattern.ID(id))
      }
    case ("treatment", _):
      if pack.rules.treatments.contains(where: { $0.id.rawValue == id }) {
        return .treatment(Treatment.ID(id))
      }
    case ("why", _): if pack.questionnaire[Item.ID(id)] != nil { return .why(Item.ID(id)) }
    default:
      if pack.questionnaire[Item.ID(name)] != nil {
        return .question(Item.ID(name), isChange: false)
      }
    }
    let known = pack.questionnaire.items.map(\.id.rawValue)
    let near =
      nearestName(to: at, among: known).map { "did you mean \($0)?" }
      ?? "see: kneeguide screen --help"
    throw Failure("there is no screen \(at); \(near)", status: Failure.usage)
  }
}
