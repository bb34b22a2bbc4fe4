/// What `lpstat -l -p` says of a printer.
///
///     printer desk now printing desk-7.  enabled since Mon Nov 23 04:23:14 2026
///     	Paper is out
///     	Form mounted:
///     	...
///     	Alerts: media-empty-error
package struct PrinterReport: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case idle
    case printing
    case stopped
  }

  package let state: State
  /// The words of whatever talks to the printer; empty: none.
  package let message: String
  /// The reasons of its state as IPP names them (RFC 8011, 5.4.12).
  package let alerts: [String]

  /// `nil`: the lines say nothing of a printer.
  package init?(_ lines: [String]) {
    guard let first = lines.first(where: { $0.hasPrefix("printer ") }) else { return nil }
    state =
      if first.contains(" disabled since ") {
        .stopped
      } else if first.contains(" now printing ") {
        .printing
      } else {
        .idle
      }
    // The labels of the long form are not the printer's words.
    let below = lines.drop { $0 != first }.dropFirst().prefix { $0.isIndented }
    let words = below.prefix { !$0.hasPrefix("\tForm mounted:") }.map(\.unindented)
    message = words.filter { $0 != "reason unknown" }.joined(separator: " ")
    alerts = below.values(of: "Alerts:").filter { $0 != "none" }
  }

  package init(state: State, message: String = "", alerts: [String] = []) {
    self.state = state
    self.message = message
    self.alerts = alerts
  }
}

/// What `lpstat -l -o` says of a job.
///
///     desk-7                  kneeguide         1024   Mon Nov 23 04:23:14 2026
///     	Status: Paper is out
///     	Alerts: job-printing
///     	queued for desk
package struct JobReport: Equatable, Sendable {
  package let id: String
  package let message: String
  /// The reasons of its state as IPP names them (RFC 8011, 5.3.8).
  package let alerts: [String]

  package init(id: String, message: String = "", alerts: [String] = []) {
    self.id = id
    self.message = message
    self.alerts = alerts
  }

  package static func all(_ lines: [String]) -> [JobReport] {
    var rest = lines[...]
    var jobs: [JobReport] = []
    while let first = rest.popFirst() {
      guard !first.isIndented, let id = first.split(separator: " ").first,
        number(in: id) != nil
      else { continue }
      let below = rest.prefix { $0.isIndented }
      rest = rest.dropFirst(below.count)
      jobs.append(
        JobReport(
          id: String(id), message: below.values(of: "Status:").joined(separator: " "),
          alerts: below.values(of: "Alerts:").filter { $0 != "none" }))
    }
    return jobs
  }

  /// The id in what `lp` says of a job that it has handed over.
  ///
  ///     request id is desk-7 (0 file(s))
  package static func submitted(_ lines: [String]) -> String? {
    let opening = "request id is "
    guard let line = lines.first(where: { $0.hasPrefix(opening) }),
      let id = line.dropFirst(opening.count).split(separator: " ").first, number(in: id) != nil
    else { return nil }
    return String(id)
  }

  /// The printer that a job of this id is for.
  static func printer(of id: String) -> String {
    String(id[..<(id.lastIndex(of: "-") ?? id.endIndex)])
  }

  private static func number(in id: Substring) -> Int? {
    guard let hyphen = id.lastIndex(of: "-"), hyphen > id.startIndex else { return nil }
    let digits = id[id.index(after: hyphen)...]
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}

extension String {
  fileprivate var isIndented: Bool { first == "\t" || first == " " }

  fileprivate var unindented: String { String(drop { $0 == "\t" || $0 == " " }) }
}

extension Sequence<String> {
  /// The words behind a label.
  fileprivate func values(of label: String) -> [String] {
    map(\.unindented).filter { $0.hasPrefix(label) }
      .flatMap { $0.dropFirst(label.count).split(separator: " ").map { String($0) } }
  }
}
