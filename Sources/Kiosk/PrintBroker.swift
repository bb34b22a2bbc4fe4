internal import CKiosk
internal import Glibc
package import Printing

/// Prints the pages of one visit, which come over its channel.
///
/// It ends with the channel, that is with the visitor; a job that is not over by then it cancels.
///
///     visitor ── print 4711\n and the pages ──▶ broker ── standard input ──▶ lp -d desk ...
///             ◀────── printed\n ───────────────
package struct PrintBroker {
  /// So many jobs there are in a visit at most.
  package static let mostJobs = 5
  /// So many milliseconds a job may take to be canceled when nobody waits for it.
  private static let patience = VisitBroker.grace - 500

  private let client: PrintClient
  private let printer: String
  private var reader = PagesReader()
  private var job: PrintJob?
  private var jobs = 0

  package init(to printer: String, by client: PrintClient) {
    self.printer = printer
    self.client = client
  }

  /// Runs until its standard input ends, or it is told to.
  ///
  /// - Returns: the exit status: 1 when what came was no page.
  package mutating func run() -> Int32 {
    kiosk_settle_signals()
    let signals = kiosk_open_signals()
    guard signals >= 0 else { return 1 }
    defer { end() }
    while true {
      var watched = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, 2, job == nil ? -1 : 50) >= 0 || errno == EINTR else { return 1 }
      while case let number = kiosk_next_signal(signals), number != 0 {
        if number != SIGCHLD { return 0 }
      }
      if watched[0].revents != 0 {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(0, &bytes, bytes.count)
        if count == 0 { return 0 }
        if count < 0, errno != EAGAIN, errno != EINTR { return 1 }
        if count > 0 {
          guard let texts = reader.read(bytes[..<count]) else { return 1 }
          for text in texts { begin(text) }
        }
      }
      if let outcome = job?.step() {
        job = nil
        answer(outcome)
      }
    }
  }

  private mutating func begin(_ text: [UInt8]) {
    // A visitor asks for one at a time.
    guard job == nil else { return }
    jobs += 1
    guard jobs <= Self.mostJobs else { return answer(.rejecting) }
    job = PrintJob(text, to: printer, by: client)
  }

  private func answer(_ outcome: PrintOutcome) {
    let line = Array((outcome.rawValue + "\n").utf8)
    _ = Glibc.write(1, line, line.count)
  }

  private mutating func end() {
    job?.giveUp()
    job?.runToEnd(within: Self.patience)
    job = nil
  }
}

/// Puts pages together from bytes, however they are cut into pieces.
package struct PagesReader: Sendable {
  private var bytes: [UInt8] = []

  package init() {}

  /// What a visitor sends for these pages; what is longer than a job may be is cut.
  package static func message(_ text: [UInt8]) -> [UInt8] {
    let text = text.prefix(PrintJob.longest)
    return Array("print \(text.count)\n".utf8) + text
  }

  /// The pages that end within these bytes; `nil`: it is none, and nothing more can be read.
  package mutating func read(_ more: some Sequence<UInt8>) -> [[UInt8]]? {
    bytes += more
    var texts: [[UInt8]] = []
    while let end = bytes.prefix(20).firstIndex(of: 0x0A) {
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 2, words[0] == "print", let count = Int(words[1]),
        (0...PrintJob.longest).contains(count)
      else { return nil }
      guard bytes.count - end - 1 >= count else { return texts }
      texts.append(Array(bytes[(end + 1)..<(end + 1 + count)]))
      bytes.removeFirst(end + 1 + count)
    }
    return bytes.count >= 20 ? nil : texts
  }
}

/// The way of a visitor's process to the one that prints.
package final class VisitorPrinter {
  package static let channel = BrokerChannel(to: .printer)
  /// So many milliseconds it may take to take the pages.
  private static let patience = 2000

  private var said: [UInt8] = []

  package init() {}

  /// Sends the pages; false when nobody takes them.
  package func send(_ text: [UInt8]) -> Bool {
    Self.channel.send(PagesReader.message(text), waiting: Self.patience)
  }

  /// What became of the pages, once that is known; it never waits.
  package func outcome() -> PrintOutcome? {
    switch Self.channel.receive() {
    case .nothing: return nil
    case .end: return .noClient
    case .bytes(let bytes):
      said += bytes
      guard let end = said.firstIndex(of: 0x0A) else { return said.count > 40 ? .aborted : nil }
      let outcome = PrintOutcome(rawValue: String(decoding: said[..<end], as: UTF8.self))
      said.removeFirst(end + 1)
      return outcome ?? .aborted
    }
  }
}
