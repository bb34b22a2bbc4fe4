/// Collects every fault of one run.
final class Report {
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// Takes a fault; of two that are the same in everything the second is dropped.
  func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  func error(_ rule: String, at place: Place, _ summary: String, _ remedy: String) {
    add(Diagnostic(.error, at: place, rule: rule, summary: summary, remedy: remedy))
  }

  func warning(_ rule: String, at place: Place, _ summary: String, _ remedy: String) {
    add(Diagnostic(.warning, at: place, rule: rule, summary: summary, remedy: remedy))
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a fault so far lies in one of these folders or files.
  func hasErrors(inAnyOf paths: [String]) -> Bool {
    diagnostics.contains { fault in
      fault.severity == .error && paths.contains { fault.file.hasPrefix($0) }
    }
  }
}
