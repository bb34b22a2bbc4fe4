import Export
import Printing
import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

extension LoadedPack {
  /// The summary as the person lets it out: the pages that were chosen, and private answers only
  /// where that was said.
  func summary(of state: Walkthrough.State, in region: Region) -> TextSummary {
    let answers = state.answers(in: pack)
    return TextSummary(
      assess(answers, rules: pack.rules), answers: answers, pack: pack,
      region: pack.manifest.regions.first { $0.id == region.id } ?? region,
      programVersion: Program.version, packHash: hash,
      includesPrivate: state.handOver.includesPrivate, pages: state.handOver.pages,
      original: original.pack)
  }

  /// Hands the pages over in a form that is no file.
  func handOut(
    _ form: Walkthrough.Form, _ state: Walkthrough.State, in region: Region,
    printing desk: PrintDesk? = nil
  ) -> Walkthrough.Action? {
    switch form {
    case .screen: .pagesShown(summary(of: state, in: region).blocks.flatMap(\.shown))
    case .print: desk?.print(state, of: self, in: region)
    case .qr: .codesMade(codes(of: state, in: region, room: state.visit.metrics?.codeRoom))
    case .text, .markdown, .pdf, .sealed: nil
    }
  }

  /// The page for the person as codes for a phone; none where nothing is drawn.
  func codes(
    of state: Walkthrough.State, in region: Region, room: Walkthrough.CodeRoom?
  ) -> Walkthrough.Codes {
    guard let room else { return Walkthrough.Codes(room: nil) }
    let summary = summary(of: state, in: region)
    guard let pages = try? summary.qrPages(side: room.modules).pages else {
      return Walkthrough.Codes(room: room, needed: summary.leastSideOfCodes)
    }
    return Walkthrough.Codes(
      room: room, pages: pages.map { Walkthrough.Code(modules: $0.drawnModules) })
  }
}

extension WalkthroughEffects {
  /// What is printed goes on beside the keys.
  mutating func follow(_ desk: PrintDesk?, noting note: @escaping (PrintOutcome) -> Void = { _ in })
  {
    guard let desk else { return }
    follow(
      isBusy: { desk.isBusy },
      news: { wording in
        desk.outcome().map { outcome in
          note(outcome)
          return outcome.action(in: wording)
        }
      })
  }
}

extension SummaryBlock {
  /// The block as a screen shows it.
  fileprivate var shown: [Walkthrough.ShownBlock] {
    switch self {
    case .title(let text, let day, _): [.heading(text), .text(day)]
    case .heading(let text, _): [.heading(text)]
    case .paragraph(let text), .note(let text): [.text(text)]
    case .level(let symbol, let text): [.strong(symbol + " " + text)]
    case .bullet(let text, _): [.bullet(text)]
    case .step(let number, let text): [.numbered(number, text)]
    case .stepNote(let mark, let text): [.text(mark.isEmpty ? text : mark + " " + text)]
    case .table(let table): table.lines.map { .bullet($0) }
    case .verbatim(let lines): lines.map { .text($0) }
    case .gap: [.gap]
    }
  }
}
