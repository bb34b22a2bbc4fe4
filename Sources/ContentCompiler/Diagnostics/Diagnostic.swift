/// A place in a file of the content.
///
/// Lines and columns start at 1; a column counts Unicode scalars.
package struct Place: Hashable, Comparable, Sendable {
  package let file: String
  package let line: Int
  package let column: Int

  package init(_ file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// A fault of the content that its author has to mend, or a warning of one to come.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    /// No pack is made.
    case error
    /// The pack is made all the same.
    case warning
  }

  package let severity: Severity
  package let place: Place
  /// What must hold, by the name of the type that checks it.
  package let rule: String
  /// What is wrong.
  package let summary: String
  /// How to mend it.
  package let remedy: String

  package init(_ severity: Severity, at place: Place, rule: String, summary: String, remedy: String)
  {
    self.severity = severity
    self.place = place
    self.rule = rule
    self.summary = summary
    self.remedy = remedy
  }

  package var file: String { place.file }
  package var line: Int { place.line }
  package var column: Int { place.column }
}

extension Diagnostic: Comparable, CustomStringConvertible {
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.place, a.summary, a.remedy, a.rule) < (b.place, b.summary, b.remedy, b.rule)
  }

  /// `file:line:column: summary; remedy`; a warning says so before its summary.
  package var description: String { description(in: "") }

  /// The same with the path of the folder before the file.
  package func description(in folder: String) -> String {
    let path = folder.isEmpty ? file : folder.hasSuffix("/") ? folder + file : folder + "/" + file
    let mark = severity == .warning ? "warning: " : ""
    return "\(path):\(line):\(column): \(mark)\(summary); \(remedy)"
  }
}
