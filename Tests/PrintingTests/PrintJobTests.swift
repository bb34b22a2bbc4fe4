import PrintTestKit
import Printing
import Testing

private let text = Array("Page one\n\u{0C}Page two\n".utf8)

private let short: PrintPatience = {
  var patience = PrintPatience()
  patience.submission = 8000
  patience.answer = 8000
  patience.look = 40
  patience.fault = 300
  patience.silence = 600
  patience.start = 500
  patience.whole = 30_000
  return patience
}()

extension FakeClient.State {
  /// Short only where that is what the state is about, or a busy machine would decide how it ends.
  fileprivate var patience: PrintPatience {
    var patience = short
    switch self {
    case .hangs, .submissionHangs: (patience.submission, patience.answer) = (1500, 1000)
    case .prints4ever, .waits: patience.whole = 2500
    default: break
    }
    return patience
  }
}

@Suite struct `A print job` {
  /// R100: each state has its outcome, the job is canceled, and nothing lies in the queue.
  @Test(
    arguments: [
      (.prints, .printed), (.printsAndKeeps, .printed), (.otherTrayEmpty, .printed),
      (.hiccup, .printed), (.outOfPaper, .outOfPaper), (.offline, .offline), (.calling, .offline),
      (.stopped, .stopped), (.stoppedForPaper, .outOfPaper), (.jammed, .needsHelp),
      (.rejects, .rejecting), (.unknown, .unknownPrinter), (.noService, .noService),
      (.aborts, .aborted), (.abortsAndKeeps, .aborted), (.retries, .aborted), (.held, .rejecting),
      (.waits, .timedOut), (.prints4ever, .timedOut), (.submissionHangs, .timedOut),
      (.submissionDies, .timedOut), (.hangs, .noService),
    ] as [(FakeClient.State, PrintOutcome)])
  func `ends as its printer lets it`(state: FakeClient.State, outcome: PrintOutcome) {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let job = PrintJob(
      text, to: FakeClient.printer, by: PrintClient(folder: fake.folder), patience: state.patience)
    #expect(job.runToEnd(within: 40_000) == outcome)
    #expect(fake.jobs.isEmpty, "\(fake.calls)")
    #expect(fake.livingProcesses.isEmpty)
    let isCanceled = fake.calls.contains("cancel -x \(FakeClient.job)")
    let ended: Set<PrintOutcome> = [
      .printed, .unknownPrinter, .noService, .noPrinter,
    ]
    let isGone = [.aborts, .abortsAndKeeps, .rejects].contains(state)
    #expect(isCanceled == (!ended.contains(outcome) && !isGone))
  }

  /// For longer than a fault may last.
  @Test func `waits for a printer that is called and has not answered yet`() {
    let fake = FakeClient(.wakesUp)
    defer { fake.remove() }
    var patience = short
    patience.silence = 15_000
    patience.whole = 20_000
    let job = PrintJob(
      text, to: "desk", by: PrintClient(folder: fake.folder), patience: patience)
    #expect(job.runToEnd() == .printed)
  }

  @Test func `without a printer named goes to the usual one, or says that there is none`() {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let client = PrintClient(folder: fake.folder)
    #expect(PrintJob(text, to: nil, by: client, patience: short).runToEnd() == .printed)
    #expect(!fake.calls.contains { $0.hasPrefix("lp ") && $0.contains("-d") })
    fake.put(.noDefault)
    #expect(PrintJob(text, to: nil, by: client, patience: short).runToEnd() == .noPrinter)
  }

  @Test func `without a client says so`() {
    let client = PrintClient(folder: "/nowhere")
    #expect(!client.isThere)
    #expect(PrintJob(text, to: "desk", by: client).runToEnd() == .noClient)
  }

  /// The pages go through a pipe and nowhere else.
  @Test func `gives its programs the same arguments and environment whatever is printed`() {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let client = PrintClient(folder: fake.folder, settings: ["CUPS_SERVER": "/run/cups/cups.sock"])
    let canary = Array("Q7nzebra is my answer\n".utf8)
    #expect(PrintJob(canary, to: "desk", by: client, patience: short).runToEnd() == .printed)
    #expect(fake.text == "Q7nzebra is my answer\n")
    #expect(
      fake.calls.prefix(2) == [
        "lpstat -W not-completed -o desk",
        "lp -d desk -t KneeGuide -o job-sheets=none,none -o cpi=11 -o lpi=6",
      ])
    #expect(!(fake.calls + fake.environment).contains { $0.contains("zebra") })
    #expect(
      Set(fake.environment) == [
        "PATH=/usr/bin:/bin", "LANG=C", "LC_ALL=C", "CUPS_SERVER=/run/cups/cups.sock",
      ])
  }

  @Test(arguments: [FakeClient.State.prints4ever, .submissionHangs, .hangs])
  func `that nobody waits for is canceled`(state: FakeClient.State) {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let job = PrintJob(
      text, to: "desk", by: PrintClient(folder: fake.folder), patience: state.patience)
    #expect(job.runToEnd(within: 400) == nil)
    job.giveUp()
    #expect(job.runToEnd(within: 3000) != nil)
    #expect(fake.jobs.isEmpty && fake.livingProcesses.isEmpty, "\(fake.calls)")
  }

  /// R100: ten seconds at most from the press to the words, with what it is given by itself.
  @Test(arguments: [FakeClient.State.outOfPaper, .hangs])
  func `says what is wrong within ten seconds`(state: FakeClient.State) {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let job = PrintJob(text, to: "desk", by: PrintClient(folder: fake.folder))
    #expect(job.runToEnd(within: 10_000) != nil)
  }

  @Test func `takes pages that are larger than a pipe`() {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let long = Array(String(repeating: "0123456789abcde\n", count: 6000).utf8)
    let job = PrintJob(long, to: "desk", by: PrintClient(folder: fake.folder), patience: short)
    #expect(job.runToEnd() == .printed)
    #expect(fake.text.utf8.count == long.count)
  }
}

@Suite struct `A client` {
  @Test func `is found on the path where all of it is`() {
    let fake = FakeClient(.prints)
    defer { fake.remove() }
    let variables = ["HOME": "/home/you", "LPDEST": "desk", "SECRET": "zebra"]
    let found = PrintClient.found(in: "relative::/nowhere:\(fake.folder)") { variables[$0] }
    #expect(
      found == PrintClient(folder: fake.folder, settings: ["HOME": "/home/you", "LPDEST": "desk"]))
    #expect(PrintClient.found(in: "/nowhere") { variables[$0] } == nil)
    #expect(PrintClient.found(in: nil) { variables[$0] } == nil)
  }

  @Test(arguments: [
    ("desk", true), ("Front_Desk-2", true), ("", false), ("-d", false), ("a b", false),
    ("a,b", false), ("a/b", false), ("a#b", false), ("tür", false), ("a\n", false),
    (String(repeating: "a", count: 128), false),
  ])
  func `takes this for the name of a printer`(text: String, isName: Bool) {
    #expect(PrintClient.isPrinterName(text) == isName)
  }

  @Test(
    arguments: [
      (.prints, nil), (.stopped, .stopped), (.rejects, .rejecting), (.unknown, .unknownPrinter),
      (.noService, .noService), (.outOfPaper, nil), (.hangs, .noService),
    ] as [(FakeClient.State, PrintOutcome?)])
  func `says what is ready`(state: FakeClient.State, obstacle: PrintOutcome?) {
    let fake = FakeClient(state)
    defer { fake.remove() }
    let readiness = PrintReadiness(PrintClient(folder: fake.folder), patience: short)
    #expect(readiness.obstacle(at: "desk") == obstacle)
    #expect(fake.livingProcesses.isEmpty)
  }
}
