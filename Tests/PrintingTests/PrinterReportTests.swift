import Printing
import Testing

@Suite struct `What CUPS says` {
  /// Taken down from lpstat of CUPS 2.4.2, in the C locale.
  @Test func `of printers is read`() throws {
    let rest = [
      "\tForm mounted:", "\tContent types: any", "\tPrinter types: unknown", "\tDescription: desk",
      "\tAlerts: media-empty-error toner-low-warning", "\tLocation: ", "\tUsers allowed:",
      "\t\t(all)",
    ]
    let printing = try #require(
      PrinterReport(
        ["printer desk now printing desk-4.  enabled since Mon Nov 23 04:23:14 2026"]
          + ["\tPaper is out"] + rest))
    #expect(printing.state == .printing && printing.message == "Paper is out")
    #expect(printing.alerts == ["media-empty-error", "toner-low-warning"])
    let stopped = try #require(
      PrinterReport(
        [
          "printer desk disabled since Mon Nov 23 04:23:04 2026 -", "\treason unknown",
          "\tForm mounted:", "\tAlerts: none",
        ]))
    #expect(stopped == PrinterReport(state: .stopped))
    #expect(PrinterReport(["lpstat: Invalid destination name in list \"desk\"."]) == nil)
    #expect(PrinterReport([]) == nil)
  }

  @Test func `of jobs is read`() {
    let jobs = JobReport.all([
      "desk-3                  root              1024   Mon Nov 23 04:23:07 2026",
      "\tStatus: The printer may not exist.", "\tAlerts: job-printing", "\tqueued for desk",
      "front-desk-12           you               2048   Mon Nov 23 04:26:04 2026",
      "\tAlerts: job-hold-until-specified", "\tqueued for front-desk", "no job at all",
    ])
    #expect(
      jobs == [
        JobReport(id: "desk-3", message: "The printer may not exist.", alerts: ["job-printing"]),
        JobReport(id: "front-desk-12", alerts: ["job-hold-until-specified"]),
      ])
  }

  @Test(
    arguments: [
      (["request id is desk-7 (0 file(s))"], "desk-7"),
      (["lp: a warning", "request id is a-b-12 (1 file(s))"], "a-b-12"),
      (["request id is desk (1 file(s))"], nil), (["request id is -7 (1 file(s))"], nil), ([], nil),
    ] as [([String], String?)])
  func `of a submission is read`(lines: [String], id: String?) {
    #expect(JobReport.submitted(lines) == id)
  }

  @Test(
    arguments: [
      (PrinterReport(state: .printing), JobReport(id: "a-1"), nil),
      (.init(state: .printing, alerts: ["media-empty"]), .init(id: "a-1"), .outOfPaper),
      (.init(state: .printing, alerts: ["media-needed-error"]), .init(id: "a-1"), .outOfPaper),
      (.init(state: .printing, alerts: ["media-empty-warning"]), .init(id: "a-1"), nil),
      (.init(state: .printing, alerts: ["cover-open-error"]), .init(id: "a-1"), .needsHelp),
      (.init(state: .printing, alerts: ["marker-supply-low-warning"]), .init(id: "a-1"), nil),
      (.init(state: .printing, alerts: ["offline-report"]), .init(id: "a-1"), .offline),
      (.init(state: .stopped, alerts: ["paused"]), .init(id: "a-1"), .stopped),
      (.init(state: .idle), .init(id: "a-1", alerts: ["printer-stopped"]), .stopped),
      (
        .init(state: .printing), .init(id: "a-1", message: "The printer is not responding."),
        .offline
      ),
      (.init(state: .printing, message: "Add paper."), .init(id: "a-1"), .outOfPaper),
      (.init(state: .idle), .init(id: "a-1", alerts: ["resources-are-not-ready"]), .aborted),
    ] as [(PrinterReport, JobReport, PrintOutcome?)])
  func `tells what is wrong`(printer: PrinterReport, job: JobReport, sign: PrintOutcome?) {
    #expect(PrintSign.of(printer, job) == sign)
  }

  @Test(
    arguments: [
      (PrinterReport(state: .idle), nil, .printed),
      (.init(state: .idle, message: "broken"), nil, .aborted),
      (.init(state: .idle, message: "Ready to print."), nil, .printed),
      (.init(state: .printing, message: "Paper is out"), nil, .printed),
      (.init(state: .idle, message: "broken"), JobReport(id: "a-1"), .printed),
      (nil, .init(id: "a-1", alerts: ["job-canceled-by-user"]), .aborted),
      (nil, .init(id: "a-1", alerts: ["aborted-by-system"]), .aborted),
      (nil, .init(id: "a-1", alerts: ["job-completed-successfully"]), .printed),
    ] as [(PrinterReport?, JobReport?, PrintOutcome)])
  func `tells how a job has ended`(
    printer: PrinterReport?, job: JobReport?, outcome: PrintOutcome
  ) {
    #expect(PrintSign.ofEnd(printer, job) == outcome)
  }

  @Test func `of outcomes fits a byte`() {
    for outcome in PrintOutcome.allCases {
      #expect(PrintOutcome(number: outcome.number) == outcome)
    }
    #expect(PrintOutcome(number: 200) == nil)
  }
}

@Suite struct `The settings of the print service` {
  @Test(arguments: [
    ("", true, true), ("PreserveJobHistory No\nPreserveJobFiles No\n", false, false),
    ("preservejobfiles off\n", false, true), ("PreserveJobFiles 0", false, true),
    ("PreserveJobFiles 86400", true, true), ("# PreserveJobFiles No\n", true, true),
    ("PreserveJobHistory No", false, false),
    ("PreserveJobFiles No\nPreserveJobFiles Yes\n", true, true),
  ])
  func `say what it keeps`(text: String, files: Bool, history: Bool) {
    let settings = SpoolSettings(text)
    #expect(settings.keepsFiles == files && settings.keepsHistory == history)
  }

  @Test func `say of a folder whether it is memory`() {
    #expect(SpoolSettings.isInMemory("/dev/shm") == true)
    #expect(SpoolSettings.isInMemory("/nowhere") == nil)
  }
}
