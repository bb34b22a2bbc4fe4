import QuestionnaireModel
import RecommendationCore

/// Rows with named columns, as an aligned table or as JSON.
package struct Listing {
  package enum Subject: String, CaseIterable, Sendable {
    case items
    case map
    case rules
    case pages
    case claims
    case treatments
    case figures
    case patients
    case trace
  }

  let columns: [String]
  /// One value for each column.
  let rows: [[String]]
  /// The rows are too wide for a line: each is a block of lines.
  let isTall: Bool

  /// Fails where the content has faults.
  package init?(_ subject: Subject, of compilation: Compilation) {
    guard let pack = compilation.pack else { return nil }
    switch subject {
    case .items: self.init(itemsOf: pack)
    case .map: self.init(mapOf: pack)
    case .rules: self.init(rulesOf: pack.rules)
    case .pages: self.init(pagesOf: pack)
    case .claims: self.init(claimsOf: pack)
    case .treatments: self.init(treatmentsOf: pack)
    case .figures: self.init(figuresOf: pack)
    case .patients: self.init(patients: compilation.patients)
    case .trace: self.init(traceOf: compilation, rules: pack.rules)
    }
  }

  init(columns: [String], rows: [[String]], isTall: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isTall = isTall
  }

  /// One line a row, columns aligned, no white space at the ends of lines.
  ///
  /// Of tall rows the first cell stands in a line, and the others that are not empty below it.
  package var text: String {
    if isTall { return rows.map(block).joined(separator: "\n\n") }
    let lines = [columns.map { $0.uppercased() }] + rows
    let widths = columns.indices.map { column in
      lines.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        text += cell
        if column == line.count - 1 { break }
        text += String(repeating: " ", count: widths[column] - cell.unicodeScalars.count + 2)
      }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  private func block(_ row: [String]) -> String {
    zip(columns, row).enumerated().filter { !$0.element.1.isEmpty }.map { place, cell in
      place == 0 ? cell.1 : "  \(cell.0): \(cell.1)"
    }
    .joined(separator: "\n")
  }

  /// A list of objects, one a line, their keys sorted.
  package var json: String {
    if rows.isEmpty { return "[]" }
    let objects = rows.map { row in
      let members = zip(columns, row).sorted { $0.0 < $1.0 }
        .map { jsonText($0) + ": " + jsonText($1) }
      return "  { " + members.joined(separator: ", ") + " }"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]"
  }
}

/// A text as JSON writes it (RFC 8259, section 7).
private func jsonText(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\t": json += "\\t"
    case let scalar where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
