import ArgumentParser
import CursesTerminal
import Export
import Glibc
import Printing
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// The walkthrough, on a terminal or as lines.
struct Walk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walk through the questions to a page for your visit.")

  static let defaults = WalkOptions()

  @OptionGroup var common: CommonOptions

  @Flag(help: "Ask in plain lines: for screen readers, pipes and simple terminals.")
  var line = Self.defaults.linesOnly

  @Option(help: "Keep the page in this file at the end.")
  var export: String?

  @Option(help: "Go on from this JSON file of answers; - for standard input.")
  var answers: String?

  @Option(help: "Keep the answers in this new JSON file at the end.")
  var keepAnswers: String?

  @Option(
    help: ArgumentHelp(
      "Print to this printer; left out: to KNEEGUIDE_PRINTER, or the usual one.", valueName: "name")
  )
  var printer: String?

  @Option(help: "\(Theme.namesHelp)")
  var theme: String = Self.defaults.theme

  @Flag(help: "Let a mouse press what is on the screen, and its wheel scroll.")
  var mouse = false

  @Flag(help: "Show large boxes to touch, in a window of 80x24 or more; with it, --mouse is on.")
  var touch = false

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = Self.defaults.ascii

  @Flag(help: "Say what this program is, and what it is not.")
  var about = Self.defaults.about

  var options: WalkOptions {
    WalkOptions(
      pack: common.pack, region: common.region, linesOnly: line, language: common.language,
      export: export, answers: answers, keepAnswers: keepAnswers, theme: theme, ascii: ascii,
      about: about, printer: printer, pointer: touch ? .touch : mouse ? .mouse : .none)
  }

  func run() throws { try options.run() }
}

/// What the walkthrough is started with, and its defaults.
struct WalkOptions: Equatable {
  var pack: String?
  var region: String?
  var linesOnly = false
  var language: String?
  var export: String?
  var answers: String?
  var keepAnswers: String?
  var theme = Theme.default.name
  var ascii = false
  var about = false
  var printer: String?
  var pointer = PointerUse.none

  func run() throws { try reportingFailure(start) }

  private func start() throws {
    let opened = try PackLocation.open(named: pack, in: .wanted(language))
    if about { return try StandardOutput.write(aboutText(opened.load())) }
    let opening = try opened.opening()
    let region = try opening.manifest.region(named: region)
    let theme = try Theme.orFailure(theme)
    let day = try Day.todayOrFailure()
    let printer = try NamedPrinter(printer)
    let client = PrintClient.mine
    let desk = client == nil && printer.name == nil ? nil : PrintDesk(client, printer: printer.name)
    let given = try answers.map { try answersContents($0, pack: opened.load().pack) }
    let notice = try given.map { _ in try opened.load().notice(in: region) }
    var state = Walkthrough.State(
      day: day, region: region.id, units: region.units,
      suggestedFile: export ?? "\(opening.manifest.id)-\(day).txt",
      noticeHasChanged: given?.notice.map { $0 != notice } ?? false,
      forms: [.text, .markdown] + (SummaryPDF.isAvailable ? [.pdf] : []) + [.screen, .qr]
        + (desk == nil ? [] : [.print]))
    if let given { state.response = given.response }
    // Who was shown this very notice goes on at once; whoever was not begins where it stands.
    if let given, given.notice == notice {
      _ = reduce(&state, .chosen(.start), in: try opened.load().pack)
    }
    try walk(
      &state, opening: given == nil ? opening : nil, linesOnly: linesOnly, theme: theme,
      ascii: ascii, pointer: pointer
    ) {
      SummarySaver(
        loaded: try opened.load(), region: region, export: export, keepAnswers: keepAnswers,
        desk: desk)
    }
  }
}

/// On the screen where there is one, else in lines.
///
/// The opening is what the first screen says, for a state in which nothing was said yet: so that
/// screen is seen before the pack is loaded. What loads the pack gives the way to save with it.
func walk(
  _ state: inout Walkthrough.State, opening: ContentPack? = nil, linesOnly: Bool, theme: Theme,
  ascii: Bool, pointer: PointerUse = .none, load: () throws -> SummarySaver
) throws {
  // A file larger than the limit is a failed write, not the end of the program.
  signal(SIGXFSZ, SIG_IGN)
  signal(SIGPIPE, SIG_IGN)
  let isTerminal = isatty(0) == 1 && isatty(1) == 1
  func walkInLines() throws {
    let saver = try load()
    try LineLoop(pack: saver.loaded.pack, effects: saver.effects, ascii: ascii).run(&state)
  }
  if linesOnly || !isTerminal { return try walkInLines() }
  let ending: Ending
  let saver: SummarySaver
  do {
    var terminal = try CursesTerminal(theme: theme, pointer: pointer != .none, ascii: ascii)
    if let opening { showFirst(state, on: &terminal, pack: opening, pointer: pointer) }
    // Where that fails the terminal is given back before it is said why.
    saver = try load()
    ending = runLoop(
      &terminal, &state, pack: saver.loaded.pack, effects: saver.effects, pointer: pointer)
    terminal.close()
  } catch let fault as TerminalError {
    StandardError.write("\(Program.name): \(fault.what); \(fault.remedy)\n")
    return try walkInLines()
  }
  if ending != .left { saver.desk?.giveUp() }
  switch ending {
  case .left:
    if let path = state.file.savedAt {
      try StandardOutput.write(saver.savedLine(path, state) + "\n")
    }
    if saver.desk?.isBusy == true { try StandardOutput.write(try saver.printedLines(state)) }
  case .closed: throw ExitCode(128 + SIGHUP)
  case .signal(let number): throw ExitCode(128 + number)
  }
}

/// Writes the summary, when asked on the screen and at the end where `--export` asks for it.
struct SummarySaver {
  let loaded: LoadedPack
  let region: Region
  let export: String?
  var keepAnswers: String?
  var desk: PrintDesk?

  var effects: WalkthroughEffects {
    var effects = WalkthroughEffects(
      save: { path, state in save(to: path, state) },
      beforeLeaving: { state in
        if let export, state.file.savedAt == nil, state.hasPage,
          case .saveFailed(let fault) = save(to: export, state)
        {
          return .saveFailed(fault)
        }
        return keepAnswers.flatMap { keepAnswers(of: state, at: $0) }
      }, pack: { code in loaded.inLanguage(code)?.pack })
    effects.awaited = awaited
    effects.handOut = { form, state in
      read(in: state).handOut(form, state, in: region, printing: desk)
    }
    effects.follow(desk)
    return effects
  }

  /// Another program makes a PDF, which takes seconds.
  private func awaited(
    _ effect: Walkthrough.Effect, _ state: Walkthrough.State
  ) -> Walkthrough.Form? {
    let path: String?
    switch effect {
    case .save(let name): path = name
    case .leave: path = state.file.savedAt == nil && state.hasPage ? export : nil
    case .handOut, .ring: path = nil
    }
    return path.map { SummaryForm(fileName: $0) } == .pdf ? .pdf : nil
  }

  /// The pack in the language that the person reads now.
  private func read(in state: Walkthrough.State) -> LoadedPack {
    state.language.flatMap(loaded.inLanguage) ?? loaded
  }

  /// Writes the answers, where there are any; an action tells why it could not be done.
  private func keepAnswers(of state: Walkthrough.State, at path: String) -> Walkthrough.Action? {
    if state.response.answers.isEmpty { return nil }
    let text = AnswersFile.write(
      state.response, on: state.day, notice: loaded.notice(in: region),
      for: loaded.pack.questionnaire)
    guard case .failure(let fault) = SafeFileWriter.write(Array(text.utf8), to: path) else {
      return nil
    }
    return .saveFailed(fault.message(path: path, wording: read(in: state).pack.wording))
  }

  func save(to path: String, _ state: Walkthrough.State) -> Walkthrough.Action {
    let loaded = read(in: state)
    let summary = loaded.summary(of: state, in: region)
    let bytes: [UInt8]
    switch SummaryForm(fileName: path).bytes(of: summary, on: region.paper) {
    case .success(let made): bytes = made
    case .failure(let fault): return .saveFailed(loaded.pack.wording[fault.word])
    }
    switch SafeFileWriter.write(bytes, to: path) {
    case .success(.durable): return .saved(at: path, note: nil)
    case .success(let saved):
      return .saved(at: path, note: saved.message(path: path, wording: loaded.pack.wording))
    case .failure(let fault):
      return .saveFailed(fault.message(path: path, wording: loaded.pack.wording))
    }
  }

  /// Who left before the pages were printed hears how that ends.
  func printedLines(_ state: Walkthrough.State) throws -> String {
    let wording = read(in: state).pack.wording
    try StandardOutput.write(wording[.printUnderway] + "\n")
    return (desk?.finish()?.fault.map { wording[$0] } ?? wording[.printDone]) + "\n"
  }

  func savedLine(_ path: String, _ state: Walkthrough.State) -> String {
    read(in: state).pack.wording(.savedAt, ["path": path])
  }
}
