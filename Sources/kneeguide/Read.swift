import ArgumentParser
import Export
import Glibc
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// The explanation pages, on the screen, or as text when piped.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the pages about knees and treatments.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The page; left out: all of them, to choose from.")
  var page: String?

  @Flag(help: "Plain lines.")
  var line = false

  @Option(help: "\(Theme.namesHelp)")
  var theme: String = Theme.default.name

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  func run() throws {
    try reportingFailure {
      let loaded = try common.loadForReader()
      let region = try common.region(in: loaded)
      let theme = try Theme.orFailure(theme)
      let start = try startScreen(in: loaded.pack)
      var state = Walkthrough.State(
        day: try Day.todayOrFailure(), region: region.id, start: start)
      let isTerminal = isatty(0) == 1 && isatty(1) == 1
      guard isTerminal, !line else { return try printScreen(state, loaded.pack) }
      try walk(&state, linesOnly: false, theme: theme, ascii: ascii) {
        SummarySaver(loaded: loaded, region: region, export: nil)
      }
    }
  }

  private func startScreen(in pack: ContentPack) throws -> Walkthrough.Screen {
    guard let page else { return .pageList }
    guard pack[page: Page.ID(page)] != nil else {
      let known = pack.pages.map(\.id.rawValue)
      let near =
        nearestName(to: page, among: known).map { "did you mean \($0)?" }
        ?? "see them all with: kneeguide read"
      throw Failure("there is no page \(page); \(near)", status: Failure.badInput)
    }
    return .page(Page.ID(page))
  }

  /// The page as text: wrapped, without the entries that only a screen can press.
  private func printScreen(_ state: Walkthrough.State, _ pack: ContentPack) throws {
    var content = screenContent(Scene(state, in: pack))
    let glyphs: Glyphs = ascii ? .ascii : .unicode
    if page == nil {
      let lines = Walkthrough.pagesInOrder(pack).map { glyphs.text("\($0.id)  \($0.title)") }
      return try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    content.blocks.removeAll { if case .entry = $0 { true } else { false } }
    let lines = LineFace.plainLines(content).map(glyphs.text).flatMap { line in
      if line.hasPrefix("- ") {
        wrap(String(line.dropFirst(2)), width: 72, first: "- ", rest: "  ")
      } else if line.hasPrefix("| ") {
        wrap(String(line.dropFirst(2)), width: 72, first: "| ", rest: "| ")
      } else {
        wrap(line, width: 72)
      }
    }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }
}
