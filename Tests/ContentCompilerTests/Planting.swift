import ContentCompiler
import QuestionnaireModel
import Testing

/// The day of every test: a year before the next review.
let testDay = Day("2026-11-22")

/// Compiles files in memory on the day of the tests.
func compiled(_ files: [String: String]) throws -> Compilation {
  compile(ContentInMemory(files), on: try #require(testDay))
}

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

/// The base content with faults planted in it, and the places of the markers.
struct PlantedContent {
  var files = baseContent
  var places: [Character: Place] = [:]

  init(
    _ planted: [Planted], adding added: [String: String] = [:], removing removed: [String] = [],
    sourceLocation: SourceLocation
  ) throws {
    files.merge(added) { $1 }
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
      files[plant.file] = text[..<range.lowerBound] + plant.new + text[range.upperBound...]
    }
    for (file, text) in files { files[file] = strippingMarkers(text, of: file, into: &places) }
  }
}

/// Compiles the base content with faults planted in it, and expects exactly these findings.
///
/// With an open outcome the example patients may differ from what they expect.
func expectFindings(
  _ findings: [Finding], planting planted: [Planted], adding added: [String: String] = [:],
  removing removed: [String] = [], on day: Day? = testDay, isOutcomeOpen: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let content = try PlantedContent(
    planted, adding: added, removing: removed, sourceLocation: sourceLocation)
  let compilation = compile(ContentInMemory(content.files), on: try #require(day))
  let expected = findings.map { finding in
    let place = finding.marker.flatMap { content.places[$0] } ?? Place(finding.file)
    return "\(place.file):\(place.line):\(place.column) \(finding.rule): \(finding.summary)"
  }
  let diagnostics = compilation.diagnostics
    .filter { !isOutcomeOpen || $0.rule != "ExpectedOutcome" }
  let found = diagnostics.map {
    "\($0.file):\($0.line):\($0.column) \($0.rule): \($0.summary)"
  }
  #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
  for finding in findings {
    guard let remedy = finding.remedy else { continue }
    let remedies = compilation.diagnostics.filter { $0.summary == finding.summary }.map(\.remedy)
    #expect(remedies.contains(remedy), "found \(remedies)", sourceLocation: sourceLocation)
  }
  #expect(compilation.hasErrors == (compilation.pack == nil), sourceLocation: sourceLocation)
}

/// What a compilation of the base content with faults planted in it finds, each with the marker at
/// its place.
func diagnostics(
  planting planted: [Planted], on day: Day? = testDay,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> [(marker: Character?, diagnostic: Diagnostic)] {
  let content = try PlantedContent(planted, sourceLocation: sourceLocation)
  return compile(ContentInMemory(content.files), on: try #require(day)).diagnostics
    .map { diagnostic in
      (content.places.first { $0.value == diagnostic.place }?.key, diagnostic)
    }
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
    if character == "\n" {
      (line, column) = (line + 1, 1)
    } else {
      column += character.unicodeScalars.count
    }
  }
  return stripped
}
