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
      SCREEN is welcome, a question's id, interruption, check, consistency:ID, result, result:PART, page:ID, sources:PAGE, headings:PAGE, claim:ID, pages, \
      search, search:WORDS, step:ID, treatment:ID, pattern:ID, flag:ID, grounds:PART, grounds:treatment:ID and the like, why:ID, words, sections, help, \
      emergency, hand-over-choice, shown-pages, codes, save, saved or leave; of a kiosk also attract, idle, thanks, visit-code or sealing. \
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

  @Flag(help: "With boxes to touch.")
  var touch = false

  @Flag(help: "As it is in a kiosk.")
  var kiosk = false

  @Flag(help: "Lay the article's stages over the ladder.")
  var article = false

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
        suggestedFile: "\(loaded.pack.manifest.id).txt", kiosk: policy, start: screen)
      if let read { state.response = read.response }
      state.settleFocus(in: loaded.pack)
      for action in followingActions { _ = reduce(&state, action, in: loaded.pack) }
      if at == "shown-pages", let shown = loaded.handOut(.screen, state, in: region) {
        _ = reduce(&state, shown, in: loaded.pack)
      }
      if at == "codes" {
        let room = Walkthrough.CodeRoom(in: size, glyphs: look.glyphs)
        let codes = loaded.codes(of: state, in: region, room: room)
        _ = reduce(&state, .codesMade(codes), in: loaded.pack)
      }
      state.visit.scroll = scroll
      state.showsArticle = article
      let drawn = render(
        state, in: loaded.pack, size: size, glyphs: look.glyphs,
        pointer: touch ? .touch : .none)
      try StandardOutput.write(printer(drawn.frame) + "\n")
    }
  }

  /// The first and the last screen of a kiosk are nowhere else.
  private var policy: Walkthrough.KioskPolicy? {
    kiosk || ["attract", "idle", "thanks", "visit-code", "sealing"].contains(at)
      ? Walkthrough.KioskPolicy() : nil
  }

  /// `now`, `treatment:ID` and so on; `nil` for what there is not.
  private func grounds(_ name: String, in pack: ContentPack) -> Walkthrough.Grounds? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      return Walkthrough.ResultPart.allCases.first { "\($0)" == name }.map { .part($0) }
    }
    let id = parts[1]
    switch parts[0] {
    case "flag": return pack[flag: RedFlag.ID(id)].map { .flag($0.id) }
    case "pattern":
      return pack[pattern: ConditionPattern.ID(id)].map { .pattern($0.id) }
    case "step":
      return pack.rules.ladder.steps.first { $0.id.rawValue == id }.map { .step($0.id) }
    case "treatment": return pack[treatment: Treatment.ID(id)].map { .treatment($0.id) }
    default: return nil
    }
  }

  /// What leads on from the screen that was named to the one that is meant.
  private var followingActions: [Walkthrough.Action] {
    if at == "sections" { return [.sectionsPressed] }
    guard at.hasPrefix("search:") else { return [] }
    return [.textPasted(String(at.dropFirst("search:".count))), .chosen(.findNow)]
  }

  private func screen(in pack: ContentPack, _ answers: Answers?) throws -> Walkthrough.Screen {
    let parts = at.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    let id = parts.count > 1 ? parts[1] : ""
    switch (name, id) {
    case ("welcome", ""): return .welcome
    case ("attract", ""): return .attract
    case ("idle", ""): return .idleWarning(seconds: 60)
    case ("thanks", ""): return .thanks
    case ("check", ""): return .checkAnswers
    case ("result", ""): return .result(.now)
    case ("pages", ""): return .pageList
    case ("help", ""): return .help
    case ("search", _): return .search
    case ("sections", ""):
      let open = answers.map(\.unanswered) ?? pack.questionnaire.items.map(\.id)
      return open.first.map { .question($0, isChange: false) } ?? .checkAnswers
    case ("words", ""): return .glossary
    case ("emergency", ""): return .emergencyHelp
    case ("hand-over-choice", ""): return .handOverChoice
    case ("shown-pages", ""): return .shownPages
    case ("printing", ""): return .printing
    case ("codes", ""): return .result(.handOver)
    case ("save", ""): return .save
    case ("saved", ""): return .saved
    case ("visit-code", ""): return .visitCode
    case ("sealing", ""): return .sealing
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
    case ("headings", _): if pack[page: Page.ID(id)] != nil { return .headings(Page.ID(id)) }
    case ("claim", _):
      if pack.claims.contains(where: { $0.id.rawValue == id }) { return .claim(Claim.ID(id)) }
    case ("flag", _): if pack[flag: RedFlag.ID(id)] != nil { return .flag(RedFlag.ID(id)) }
    case ("pattern", _):
      if let pattern = pack[pattern: ConditionPattern.ID(id)] { return .pattern(pattern.id) }
    case ("step", _):
      if pack.rules.ladder.steps.contains(where: { $0.id.rawValue == id }) {
        return .step(Ladder.Step.ID(id))
      }
    case ("treatment", _):
      if pack[treatment: Treatment.ID(id)] != nil { return .treatment(Treatment.ID(id)) }
    case ("grounds", _): if let grounds = grounds(id, in: pack) { return .grounds(grounds) }
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
