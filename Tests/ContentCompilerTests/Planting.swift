import ContentCompiler
import QuestionnaireModel
import Testing

/// The day of every test: a year before the next review.
let testDay = Day("2026-11-22")

/// A piece of a file replaced by another, which may hold markers such as 1️⃣.
struct Planted {
  let file: String
  let old: String
  let new: String

  /// Replaces the first of these letters in a file.
  init(_ file: String, _ old: String, _ new: String) {
    self.file = file
    self.old = old
    self.new = new
  }

  /// Replaces the whole file; nothing: takes it away.
  init(_ file: String, whole new: String) {
    self.init(file, "", new)
  }
}

/// A fault that must be found at a marker; a place without a marker is the beginning of the file.
struct Finding {
  let marker: Character?
  let file: String
  let rule: String
  let summary: String
  let remedy: String?

  init(_ marker: Character, _ rule: String, _ summary: String, _ remedy: String? = nil) {
    self.marker = marker
    file = ""
    self.rule = rule
    self.summary = summary
    self.remedy = remedy
  }

  init(file: String, _ rule: String, _ summary: String, _ remedy: String? = nil) {
    marker = nil
    self.file = file
    self.rule = rule
    self.summary = summary
    self.remedy = remedy
  }
}

/// Compiles the base content with faults planted in it, and expects exactly these findings.
func expectFindings(
  _ findings: [Finding], planting planted: [Planted], adding added: [String: String] = [:],
  removing removed: [String] = [], on day: Day? = testDay,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var files = baseContent.merging(added) { $1 }
  for file in removed { files[file] = nil }
  for plant in planted {
    if plant.old.isEmpty {
      files[plant.file] = plant.new
      continue
    }
    let text = try #require(files[plant.file], sourceLocation: sourceLocation)
    let range = try #require(
      text.firstRange(of: plant.old), "'\(plant.old)' is not in \(plant.file)",
      sourceLocation: sourceLocation)
    files[plant.file] = text.replacingCharacters(in: range, with: plant.new)
  }
  var places: [Character: Place] = [:]
  for (file, text) in files { files[file] = strippingMarkers(text, of: file, into: &places) }

  let compilation = compile(ContentInMemory(files), on: try #require(day))
  let expected = findings.map { finding -> String in
    let place = finding.marker.flatMap { places[$0] } ?? Place(finding.file)
    return "\(place.file):\(place.line):\(place.column) \(finding.rule): \(finding.summary)"
  }
  let found = compilation.diagnostics.map {
    "\($0.file):\($0.line):\($0.column) \($0.rule): \($0.summary)"
  }
  #expect(Set(found) == Set(expected), sourceLocation: sourceLocation)
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for finding in findings {
    guard let remedy = finding.remedy else { continue }
    #expect(
      compilation.diagnostics.contains { $0.summary == finding.summary && $0.remedy == remedy },
      "remedies: \(compilation.diagnostics.map(\.remedy))", sourceLocation: sourceLocation)
  }
  #expect(compilation.hasErrors == (compilation.pack == nil), sourceLocation: sourceLocation)
}

/// The text without its markers, whose places are noted.
private func strippingMarkers(
  _ text: String, of file: String, into places: inout [Character: Place]
) -> String {
  var stripped = ""
  var line = 1
  var column = 1
  for character in text {
    if character.unicodeScalars.contains("\u{20E3}") {
      places[character] = Place(file, line: line, column: column)
      continue
    }
    stripped.append(character)
    if character == "\n" { (line, column) = (line + 1, 1) } else {
      column += character.unicodeScalars.count
    }
  }
  return stripped
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
