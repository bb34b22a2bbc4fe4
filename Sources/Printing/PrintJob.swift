internal import Glibc

/// Pages on their way to a printer, until they are there or the job is given up.
///
/// Nobody has to wait for it: it goes on by the steps that it is asked to take. It leaves no job
/// behind and writes no file. Neither an argument of a program nor the job's title holds anything of
/// the pages.
///
///     what is there ▶ lp ▶ is the job there? what does the printer say? ▶ ... ▶ it is gone ▶ printed
///                                      └ something is wrong, and stays so ▶ cancel ▶ why
package final class PrintJob {
  /// So many bytes of pages at most.
  package static let longest = 1 << 17
  /// How every job is called.
  package static let title = "KneeGuide"

  private enum Stage {
    case asking(Question, ClientRun)
    case resting(until: Int)
    case over(PrintOutcome)
  }

  private enum Question {
    /// The jobs before there was this one.
    case before
    case submission
    /// Whether the service runs; if it does, this is what came of the job.
    case service(orElse: PrintOutcome)
    /// The jobs, when nobody knows whether this one was taken.
    case leftovers(PrintOutcome)
    case jobs
    case printer(JobReport?)
    case end(PrinterReport?)
    case cancellation(PrintOutcome)
  }

  private let client: PrintClient
  private let printer: String?
  private let text: [UInt8]
  private let patience: PrintPatience
  private let clock: () -> Int
  private let began: Int
  private var stage = Stage.resting(until: 0)
  private var id: String?
  private var before: Set<String>?
  /// Since when something is wrong.
  private var wrongSince: Int?
  private var waitingSince: Int?
  private var isWanted = true

  /// A job that begins with its first step.
  ///
  /// - Parameters:
  ///   - text: the pages.
  ///   - printer: a name that `PrintClient.isPrinterName` holds for; `nil`: the usual printer.
  ///   - client: what prints.
  ///   - patience: how long what may take.
  ///   - clock: milliseconds that never jump.
  package init(
    _ text: [UInt8], to printer: String?, by client: PrintClient,
    patience: PrintPatience = PrintPatience(), clock: (() -> Int)? = nil
  ) {
    self.client = client
    self.printer = printer
    self.text = Array(text.prefix(Self.longest))
    self.patience = patience
    self.clock = clock ?? monotonicMilliseconds
    began = self.clock()
    stage =
      client.isThere ? .resting(until: began) : .over(.noClient)
  }

  /// Nobody waits for the pages any more: what was handed over is canceled by the next steps.
  package func giveUp() {
    guard isWanted else { return }
    isWanted = false
    switch stage {
    case .over, .asking(.cancellation, _), .asking(.leftovers, _): break
    case .asking(.submission, _): ask(.leftovers(.aborted))
    default: end(with: .aborted)
    }
  }

  /// Goes on as far as it can without waiting.
  ///
  /// - Returns: what became of it, once it is over.
  package func step() -> PrintOutcome? {
    while true {
      switch stage {
      case .over(let outcome): return outcome
      case .resting(let moment):
        guard clock() >= moment else { return nil }
        // Only the first rest is before the job.
        ask(before == nil ? .before : .jobs)
      case .asking(let question, let run):
        guard let end = run.step(at: clock()) else { return nil }
        take(end, to: question)
      }
    }
  }

  /// Goes on until it is over, or for so many milliseconds.
  @discardableResult
  package func runToEnd(within limit: Int = .max) -> PrintOutcome? {
    let start = monotonicMilliseconds()
    while true {
      if let outcome = step() { return outcome }
      if monotonicMilliseconds() - start >= limit { return nil }
      poll(nil, 0, 20)
    }
  }

  private func ask(_ question: Question) {
    let (program, arguments) = command(for: question)
    let isSubmission = if case .submission = question { true } else { false }
    stage = .asking(
      question,
      ClientRun(
        program, arguments, of: client, reading: isSubmission ? text : [],
        until: clock() + (isSubmission ? patience.submission : patience.answer)))
  }

  /// The same for every job, but for the names of printer and job.
  private func command(for question: Question) -> (program: String, arguments: [String]) {
    let queue = id.map { JobReport.printer(of: $0) } ?? printer
    let ofPrinter = queue.map { [$0] } ?? []
    switch question {
    case .submission:
      // 78 columns of 11 to the inch fit between the edges of A4 and of Letter.
      return (
        "lp",
        (printer.map { ["-d", $0] } ?? [])
          + ["-t", Self.title, "-o", "job-sheets=none,none", "-o", "cpi=11", "-o", "lpi=6"]
      )
    case .service: return ("lpstat", ["-r"])
    case .before, .leftovers: return ("lpstat", ["-W", "not-completed", "-o"] + ofPrinter)
    case .jobs: return ("lpstat", ["-l", "-W", "not-completed", "-o"] + ofPrinter)
    case .printer: return ("lpstat", ["-l", "-p"] + ofPrinter)
    case .end: return ("lpstat", ["-l", "-W", "completed", "-o"] + ofPrinter)
    case .cancellation: return ("cancel", ["-x"] + (id.map { [$0] } ?? []))
    }
  }

  private func take(_ end: ClientRun.End, to question: Question) {
    if end == .cannotStart { return finish(.noClient) }
    let (isWell, lines): (Bool, [String]) =
      if case .ended(let status, let lines) = end { (status == 0, lines) } else { (false, []) }
    switch question {
    case .before:
      before = Set(JobReport.all(lines).map(\.id))
      if isWell { return ask(.submission) }
      // Without a printer named it fails where there is none at all; what is wrong lp says better.
      if end == .tookTooLong { return finish(.noService) }
      ask(.submission)
    case .submission: takeSubmission(end, lines)
    case .service(let other):
      let runs = lines.contains { $0.contains("scheduler is running") }
      finish(runs ? other : .noService)
    case .leftovers(let outcome):
      let new = JobReport.all(lines).map(\.id).filter { before?.contains($0) == false }
      // Of several nobody knows which.
      if new.count == 1 { id = new[0] }
      self.end(with: outcome)
    case .jobs:
      guard isWell else { return note(.noService, isSlow: false) }
      ask(.printer(JobReport.all(lines).first { $0.id == id }))
    case .printer(let job):
      let report = PrinterReport(lines)
      guard let job else { return ask(.end(report)) }
      guard isWell, let report else { return note(.noService, isSlow: false) }
      look(at: report, job)
    case .end(let report):
      finish(PrintSign.ofEnd(report, JobReport.all(lines).first { $0.id == id }))
    case .cancellation(let outcome): finish(outcome)
    }
  }

  private func takeSubmission(_ end: ClientRun.End, _ lines: [String]) {
    guard case .ended(let status, _) = end else { return ask(.leftovers(.timedOut)) }
    if status == 0, let new = JobReport.submitted(lines) {
      id = new
      return isWanted ? rest() : self.end(with: .aborted)
    }
    if status == 0 { return ask(.leftovers(.aborted)) }
    let words = lines.joined(separator: " ").lowercased()
    if words.contains("not accepting") { return finish(.rejecting) }
    // Where the service does not run, lp says that there is no such printer.
    ask(.service(orElse: printer == nil ? .noPrinter : .unknownPrinter))
  }

  private func look(at report: PrinterReport, _ job: JobReport) {
    if let sign = PrintSign.of(report, job) {
      return note(sign, isSlow: sign == .offline && PrintSign.isCalling(report))
    }
    wrongSince = nil
    let now = clock()
    if report.state == .printing || job.alerts.contains("job-printing") {
      waitingSince = nil
    } else {
      waitingSince = waitingSince ?? now
    }
    if let waitingSince, now - waitingSince >= patience.start { return end(with: .timedOut) }
    rest()
  }

  /// Something is wrong: the job is given up when it has been so for long.
  private func note(_ sign: PrintOutcome, isSlow: Bool) {
    let now = clock()
    let since = wrongSince ?? now
    wrongSince = since
    if now - since >= (isSlow ? patience.silence : patience.fault) { return end(with: sign) }
    rest()
  }

  private func rest() {
    let now = clock()
    if now - began >= patience.whole { return end(with: .timedOut) }
    stage = .resting(until: now + patience.look)
  }

  /// Cancels what was handed over.
  private func end(with outcome: PrintOutcome) {
    if id == nil { finish(outcome) } else { ask(.cancellation(outcome)) }
  }

  private func finish(_ outcome: PrintOutcome) { stage = .over(outcome) }
}
