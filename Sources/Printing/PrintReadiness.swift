internal import CPrinting

/// Whether a job would be taken now, and what the print service keeps of it.
package struct PrintReadiness: Sendable {
  private let client: PrintClient
  private let patience: PrintPatience

  package init(_ client: PrintClient, patience: PrintPatience = PrintPatience()) {
    self.client = client
    self.patience = patience
  }

  /// Why a printer of this name cannot print now; `nil`: it can, as far as it says.
  ///
  /// An idle printer keeps what it said last of its paper, so that is not asked.
  package func obstacle(at printer: String) -> PrintOutcome? {
    guard client.isThere else { return .noClient }
    guard let service = lines("-r"), service.contains(where: { $0.contains("is running") }) else {
      return .noService
    }
    guard let report = PrinterReport(lines("-l", "-p", printer) ?? []) else {
      return .unknownPrinter
    }
    if report.state == .stopped { return .stopped }
    let accepting = lines("-a", printer) ?? []
    return accepting.contains { $0.contains("not accepting") } ? .rejecting : nil
  }

  private func lines(_ arguments: String...) -> [String]? {
    let run = ClientRun(
      "lpstat", arguments, of: client, until: monotonicMilliseconds() + patience.answer)
    guard case .ended(_, let lines) = run.runToEnd() else { return nil }
    return lines
  }
}

/// What the settings of CUPS say of the jobs that it has done, `/etc/cups/cupsd.conf`.
package struct SpoolSettings: Equatable, Sendable {
  package static let path = "/etc/cups/cupsd.conf"
  /// Where jobs lie until they are printed.
  package static let folder = "/var/spool/cups"

  /// Whether pages lie on the disk after they were printed: a day, unless it is told.
  package private(set) var keepsFiles = true
  /// Whether the names of jobs do: for ever, unless it is told.
  package private(set) var keepsHistory = true

  /// Of several lines the last counts, as for the service.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
      guard words.count >= 2 else { continue }
      let keeps = !["no", "off", "false", "0"].contains(words[1])
      switch words[0] {
      case "preservejobfiles": keepsFiles = keeps
      case "preservejobhistory": keepsHistory = keeps
      default: break
      }
    }
    // Without their history the service keeps no files of jobs either.
    if !keepsHistory { keepsFiles = false }
  }

  /// Whether a folder lies in memory alone; `nil`: nobody can tell.
  package static func isInMemory(_ path: String) -> Bool? {
    switch printing_is_in_memory(path) {
    case 0: false
    case 1: true
    default: nil
    }
  }
}
