import Export
import Glibc
package import Printing
import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Where pages are printed while keys are served: a job at a time.
package final class PrintDesk {
  /// So many milliseconds a job may take to be canceled when the terminal is gone.
  private static let patience = 2000

  /// Begins a job; what came of it already, where that is known at once.
  private let begin: ([UInt8]) -> PrintOutcome?
  /// What came of the job, once it is over.
  private let look: () -> PrintOutcome?
  package private(set) var isBusy = false

  /// Takes the job back.
  private let drop: () -> Void

  package init(
    begin: @escaping ([UInt8]) -> PrintOutcome?, look: @escaping () -> PrintOutcome?,
    drop: @escaping () -> Void = {}
  ) {
    self.begin = begin
    self.look = look
    self.drop = drop
  }

  /// Prints by the client of this machine; without one it says so when asked.
  convenience init(_ client: PrintClient?, printer: String?) {
    var job: PrintJob?
    self.init(
      begin: { text in
        guard let client else { return .noClient }
        job = PrintJob(text, to: printer, by: client)
        return nil
      }, look: { job?.step() },
      drop: {
        job?.giveUp()
        job?.runToEnd(within: Self.patience)
      })
  }

  /// Begins to print the pages as the person lets them out.
  ///
  /// - Returns: what is to be told at once; `nil`: nothing yet.
  func print(
    _ state: Walkthrough.State, of loaded: LoadedPack, in region: Region
  ) -> Walkthrough.Action? {
    guard !isBusy else { return nil }
    let text = loaded.summary(of: state, in: region).printed
    if let outcome = begin(Array(text.utf8)) { return outcome.action(in: loaded.pack.wording) }
    isBusy = true
    return nil
  }

  /// Prints this, and waits for the end.
  func printNow(_ text: String) -> PrintOutcome {
    if let outcome = begin(Array(text.utf8)) { return outcome }
    isBusy = true
    return finish() ?? .aborted
  }

  /// What came of the job, once.
  func outcome() -> PrintOutcome? {
    guard isBusy, let outcome = look() else { return nil }
    isBusy = false
    return outcome
  }

  /// Nobody waits for the job any more.
  func giveUp() {
    if isBusy { drop() }
    isBusy = false
  }

  /// Waits for the end of the job, if there is one.
  func finish() -> PrintOutcome? {
    while isBusy {
      if let outcome = outcome() { return outcome }
      poll(nil, 0, 50)
    }
    return nil
  }
}

extension PrintOutcome {
  func action(in wording: Wording) -> Walkthrough.Action {
    .printingEnded(fault.map { .failed(wording[$0]) } ?? .done)
  }

  /// What is wrong, and what to do without a printer; `nil`: nothing.
  func message(in wording: Wording) -> String? {
    fault.map { wording[$0] + " " + wording[.printInstead] }
  }

  /// What is wrong, in words; `nil`: nothing.
  var fault: ExportWord? {
    switch self {
    case .printed: nil
    case .noClient: .printNoClient
    case .noPrinter: .printNoPrinter
    case .unknownPrinter: .printUnknownPrinter
    case .noService: .printNoService
    case .stopped: .printStopped
    case .outOfPaper: .printOutOfPaper
    case .needsHelp: .printNeedsHelp
    case .offline: .printOffline
    case .rejecting: .printRejecting
    case .aborted: .printAborted
    case .timedOut: .printTimedOut
    }
  }
}

/// The printer that somebody named, or the usual one.
struct NamedPrinter {
  let name: String?

  /// By an option, else by `KNEEGUIDE_PRINTER`; a failure where that is no name.
  init(_ option: String?) throws {
    let usual = getenv("KNEEGUIDE_PRINTER").map { String(cString: $0) }
    name = option ?? (usual?.isEmpty == true ? nil : usual)
    if let name, !PrintClient.isPrinterName(name) {
      throw Failure(
        "'\(name)' is no name of a printer; 'lpstat -e' lists them", status: Failure.usage)
    }
  }
}

extension PrintClient {
  /// The client of whoever runs this; `nil`: there is none.
  static var mine: PrintClient? {
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
    return found(in: variable("PATH"), asking: variable)
  }
}
