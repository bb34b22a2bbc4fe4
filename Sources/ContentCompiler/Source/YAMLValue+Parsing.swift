import Yams

/// What the parser of YAML checks: that a file can be read at all.
enum ReadableYAML {
  static let rule = "ReadableYAML"
}

extension YAMLValue {
  /// Reads one YAML document; `nil` when it is empty or broken, with the fault in the report.
  ///
  /// Yams gives up at a key that a mapping has twice. So such keys are masked one by one, as long
  /// as they are, until the document can be read; then every one of them is reported, and the first
  /// of each counts.
  init?(parsing text: String, of file: SourceFile, into report: Report) {
    var masked: [Place: String] = [:]
    var text = text
    while true {
      do {
        // A node holds its anchor weakly: only while the parser lives can it be seen.
        let parser = try Parser(yaml: text, resolver: .basic)
        defer { withExtendedLifetime(parser) {} }
        guard let node = try parser.singleRoot() else { return nil }
        let reading = YAMLReading(file: file, report: report, masked: masked)
        guard let value = reading.value(node, depth: 0) else { return nil }
        self = value
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = file.place(line: context.mark.line, column: context.mark.column)
        guard let key = keys.first, masked[place] == nil, masked.count < 500,
          let rest = masking(key, at: context.mark, in: text, number: masked.count)
        else {
          report.error(
            "UniqueKeys", at: place, "a key stands twice in one mapping", "keep one of the two")
          return nil
        }
        masked[place] = key
        text = rest
      } catch let error as YamlError {
        report.add(diagnostic(for: error, in: file))
        return nil
      } catch {
        report.error(
          ReadableYAML.rule, at: Place(file.path), "the file cannot be read as YAML",
          "mend its YAML")
        return nil
      }
    }
  }
}

/// Turns the nodes of Yams into values, anchors refused.
private struct YAMLReading {
  let file: SourceFile
  let report: Report
  let masked: [Place: String]

  func value(_ node: Node, depth: Int) -> YAMLValue? {
    let place = file.place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if node.anchor != nil || depth > 50 {
      report.error(
        ReadableYAML.rule, at: place,
        depth > 50 ? "the nesting is too deep" : "anchors and aliases are not part of the format",
        "write the value out")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return YAMLValue(
        content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place, file: file)
    case .sequence(let sequence):
      let values = sequence.compactMap { value($0, depth: depth + 1) }
      return YAMLValue(content: .list(values), place: place, file: file)
    case .mapping(let mapping):
      return YAMLValue(content: .map(pairs(of: mapping, depth: depth)), place: place, file: file)
    case .alias: return nil
    }
  }

  private func pairs(
    of mapping: Node.Mapping, depth: Int
  ) -> [(key: YAMLValue, value: YAMLValue)] {
    var pairs: [(key: YAMLValue, value: YAMLValue)] = []
    var seen: Set<String> = []
    for (keyNode, valueNode) in mapping {
      guard let key = value(keyNode, depth: depth + 1),
        let value = value(valueNode, depth: depth + 1)
      else { continue }
      guard var name = key.text else {
        report.error(
          "RightTypes", at: key.place, "a key should be a text, is \(key.kind)",
          "put the text in quotes if it starts with a bracket or a brace")
        continue
      }
      name = masked[key.place] ?? name
      if seen.insert(name).inserted {
        let named = YAMLValue(
          content: .scalar(name, isPlain: true), place: key.place, file: file)
        pairs.append((named, value))
      } else {
        report.error(
          "UniqueKeys", at: key.place, "the key '\(name)' stands twice in one mapping",
          "keep one of the two")
      }
    }
    return pairs
  }
}

/// The text with the key at a place replaced by another of the same length; `nil` where the key is
/// not written as it reads.
private func masking(_ key: String, at mark: Mark, in text: String, number: Int) -> String? {
  var scalars = Array(text.unicodeScalars)
  var start = 0
  var line = 1
  while line < mark.line {
    guard let end = scalars[start...].firstIndex(of: "\n") else { return nil }
    start = end + 1
    line += 1
  }
  start += mark.column - 1
  if scalars.indices.contains(start), scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
  let letters = Array(key.unicodeScalars)
  guard !letters.isEmpty, start + letters.count <= scalars.count,
    Array(scalars[start..<start + letters.count]) == letters,
    let mask = Unicode.Scalar(UInt32(0x4E00 + number))
  else { return nil }
  for offset in letters.indices { scalars[start + offset] = mask }
  var masked = String.UnicodeScalarView()
  masked.append(contentsOf: scalars)
  return String(masked)
}

private func diagnostic(for error: YamlError, in file: SourceFile) -> Diagnostic {
  func fault(_ line: Int, _ column: Int, _ problem: String) -> Diagnostic {
    Diagnostic(
      .error, at: file.place(line: line, column: column), rule: ReadableYAML.rule,
      summary: "the YAML is broken: \(problem)", remedy: remedy(for: problem))
  }
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    return fault(mark.line, mark.column, problem)
  case .reader(let problem, let offset, _, let yaml):
    let before = yaml.prefix(offset ?? 0)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return fault(max(1, lines.count), (lines.last?.unicodeScalars.count ?? 0) + 1, problem)
  default: return fault(1, 1, "it cannot be read")
  }
}

/// How to mend what the scanner stumbles over; the usual slips of those who write texts.
private func remedy(for problem: String) -> String {
  if problem.contains("mapping values are not allowed") {
    return "put a text that holds ': ' in quotes"
  }
  if problem.contains("cannot start any token") {
    return "put a text that begins with a sign such as @, %, ` or a tab in quotes"
  }
  if problem.contains("expected ',' or") {
    return "put a text that holds a comma, a bracket or a brace in quotes, and close every bracket"
  }
  if problem.contains("alias") { return "put a text that begins with * or & in quotes" }
  if problem.contains("another document") { return "keep one document a file, without '---' lines" }
  if problem.contains("control characters") { return "remove the character" }
  return "look at the indentation, the quotes and the brackets here and on the line before"
}
