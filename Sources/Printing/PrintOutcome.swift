/// What became of pages that were sent to a printer.
///
/// All but the first leave no job behind.
package enum PrintOutcome: String, CaseIterable, Sendable {
  /// The printer has taken all of it. Whether paper came out no program knows.
  case printed
  /// There is no program to print with.
  case noClient = "no-client"
  /// No printer was named, and none is the usual one.
  case noPrinter = "no-printer"
  /// There is none of that name.
  case unknownPrinter = "unknown-printer"
  /// The service that holds the printers does not answer.
  case noService = "no-service"
  /// The printer is paused, or the service has stopped it.
  case stopped
  case outOfPaper = "out-of-paper"
  /// Paper jammed, a cover open, no ink: what somebody has to see to.
  case needsHelp = "needs-help"
  case offline
  /// It takes no jobs, or holds this one back.
  case rejecting
  case aborted
  case timedOut = "timed-out"

  /// Its place among all, for whoever has a byte for it.
  package var number: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }

  package init?(number: UInt8) {
    guard Self.allCases.indices.contains(Int(number)) else { return nil }
    self = Self.allCases[Int(number)]
  }
}

/// How long a print job may take, in milliseconds.
package struct PrintPatience: Equatable, Sendable {
  /// For the client to hand the pages over.
  package var submission = 5000
  /// For each answer about printers and jobs.
  package var answer = 2000
  /// From one look at the job to the next.
  package var look = 500
  /// So long something may be wrong until the job is given up.
  package var fault = 4000
  /// The same of a printer that is being called and does not answer yet.
  package var silence = 6500
  /// So long a job may wait at a printer that does nothing else.
  package var start = 8000
  /// For all of it, at a printer that prints.
  package var whole = 90_000

  package init() {}
}
