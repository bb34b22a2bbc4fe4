import Printing
import Testing

/// R28, R100: the real print service, with each of its states, and its spool afterwards.
@Suite(
  .enabled(if: RealCups.isThere, "cupsd and its client are not installed, or this is not root"))
struct `The real CUPS` {
  @Test func `prints, says why it does not, and keeps nothing`() throws {
    let cups = try RealCups()
    let client = PrintClient(settings: ["CUPS_SERVER": cups.socket])
    let text = Array("Page one\n\u{0C}Page two: Q7nzebra\n".utf8)
    let rows: [(String, PrintOutcome)] = [
      ("good", .printed), ("empty", .outOfPaper), ("silent", .offline), ("off", .offline),
      ("paused", .stopped), ("closed", .rejecting), ("broken", .aborted),
      ("nowhere", .unknownPrinter), ("good", .printed),
    ]
    let clock = ContinuousClock()
    for (printer, outcome) in rows {
      let job = PrintJob(text, to: printer, by: client)
      let start = clock.now
      #expect(job.runToEnd(within: 30_000) == outcome, "\(printer)")
      #expect(clock.now - start < .seconds(10), "\(printer)")
      #expect(cups.spool.isEmpty, "\(printer): \(cups.spool)")
    }
    #expect(cups.paper == String(decoding: text, as: UTF8.self))
    let readiness = PrintReadiness(client)
    let obstacles: [(String, PrintOutcome?)] = [
      ("good", nil), ("paused", .stopped), ("closed", .rejecting), ("nowhere", .unknownPrinter),
    ]
    for (printer, outcome) in obstacles { #expect(readiness.obstacle(at: printer) == outcome) }
    // Given up while it prints.
    let job = PrintJob(text, to: "empty", by: client)
    #expect(job.runToEnd(within: 1500) == nil && !cups.spool.isEmpty)
    job.giveUp()
    #expect(job.runToEnd(within: 3000) != nil && cups.spool.isEmpty)
    cups.stop()
    #expect(PrintJob(text, to: "good", by: client).runToEnd(within: 10_000) == .noService)
    #expect(readiness.obstacle(at: "good") == .noService)
  }
}
