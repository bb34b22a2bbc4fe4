/// Something that keeps a job from the paper, as far as a printer and the service tell.
///
/// None of these is believed at once: a printer that wakes up says much.
package enum PrintSign {
  /// What is wrong; `nil`: nothing is said to be.
  ///
  /// What somebody at the printer can mend comes before what follows from it: a service that stops
  /// a printer for want of paper says both.
  package static func of(_ printer: PrinterReport, _ job: JobReport) -> PrintOutcome? {
    let alerts = printer.alerts.filter { !$0.hasSuffix("-report") && !$0.hasSuffix("-warning") }
    let words = (printer.message + " " + job.message).lowercased()
    let has = { (starts: [String]) in
      alerts.contains { alert in starts.contains { alert.hasPrefix($0) } }
    }
    let says = { (texts: [String]) in texts.contains { words.contains($0) } }
    if has(["media-empty", "media-needed"]) || says(paperWords) { return .outOfPaper }
    if has(helpReasons) { return .needsHelp }
    if printer.alerts.contains(where: { $0.hasPrefix("offline") }) || says(offlineWords)
      || has(["connecting-to-device", "shutdown", "timed-out"])
    {
      return .offline
    }
    if printer.state == .stopped || has(["paused", "stopped", "moving-to-paused"])
      || job.alerts.contains("printer-stopped")
    {
      return .stopped
    }
    if job.alerts.contains(where: { $0.hasPrefix("job-hold") || $0.hasPrefix("job-held") }) {
      return .rejecting
    }
    // The service has failed, and means to try again later.
    if job.alerts.contains("resources-are-not-ready") { return .aborted }
    return nil
  }

  /// Whether the printer is being called and has not answered yet, which it may still do.
  static func isCalling(_ printer: PrinterReport) -> Bool {
    printer.alerts.contains { $0.hasPrefix("connecting-to-device") }
  }

  /// What became of a job that is no longer in the queue.
  ///
  /// CUPS 2.4 gives a job that its printer gave up the same reasons as one that is done. What tells
  /// them apart are the words that the failure leaves: a success takes them away.
  package static func ofEnd(_ printer: PrinterReport?, _ job: JobReport?) -> PrintOutcome {
    let failed = ["aborted-by-system", "job-completed-with-errors", "job-canceled", "job-aborted"]
    if let job {
      let hasFailed = job.alerts.contains { alert in failed.contains { alert.hasPrefix($0) } }
      return hasFailed || isFault(job.message) ? .aborted : .printed
    }
    // Nothing is kept of jobs, as a kiosk wants it; and what is printed now is another's.
    guard let printer, printer.state != .printing else { return .printed }
    return isFault(printer.message) ? .aborted : .printed
  }

  private static func isFault(_ message: String) -> Bool {
    let said = message.lowercased()
    return !said.isEmpty
      && !["ready", "completed", "finished", "done"].contains { said.contains($0) }
  }

  private static let helpReasons = [
    "media-jam", "cover-open", "door-open", "interlock-open", "toner-empty",
    "marker-supply-empty", "marker-waste-full", "output-area-full", "output-tray-missing",
    "input-tray-missing", "developer-empty", "fuser-",
  ]

  /// What the programs of CUPS that talk to printers say, where they give no reason.
  private static let paperWords = [
    "out of paper", "paper is out", "no paper", "load paper", "add paper",
  ]
  private static let offlineWords = [
    "may not exist", "unavailable at this time", "not responding", "unreachable", "offline",
    "off-line", "unable to locate", "unable to connect", "unable to contact", "could not connect",
    "no route", "not connected", "turned off", "waiting for printer to become available",
  ]
}
