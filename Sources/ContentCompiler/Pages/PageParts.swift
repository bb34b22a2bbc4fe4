import PackFile

/// The header and the text of a page.
struct PageParts {
  let header: YAMLValue
  /// What stands below the header.
  let body: String
  /// The number of its first line in the file.
  let firstLine: Int
  let file: SourceFile

  init(header: YAMLValue, body: String, firstLine: Int, file: SourceFile) {
    self.header = header
    self.body = body
    self.firstLine = firstLine
    self.file = file
  }

  /// Parts the file; `nil` where there is no header that can be read, with the fault in the report.
  init?(of file: SourceFile, in draft: Draft) {
    let report = draft.report
    let rule = "PageHeader"
    if file.text.allSatisfy(\.isWhitespace) {
      report.error(
        "FilledFiles", at: Place(file.path), "the file is empty",
        "write its content; Content/FORMAT.md shows what is in it")
      return nil
    }
    guard isFence(file.lines[0]) else {
      report.error(
        rule, at: Place(file.path), "the page has no header",
        "begin it with a line '---' and its keys")
      return nil
    }
    guard let end = file.lines.indices.dropFirst().first(where: { isFence(file.lines[$0]) }) else {
      report.error(
        rule, at: Place(file.path), "the header of the page has no end",
        "add a line '---' after its last key")
      return nil
    }
    // An empty line in place of each line left out, so that the places stay right.
    let header = "\n" + file.lines[1..<end].map(string).joined(separator: "\n") + "\n"
    let before = report.diagnostics.count
    guard let value = YAMLValue(parsing: header, of: file, into: report) else {
      if report.diagnostics.count == before {
        report.error(
          rule, at: Place(file.path), "the header of the page is empty", "write its keys")
      }
      return nil
    }
    self.init(
      header: value, body: file.lines[(end + 1)...].map(string).joined(separator: "\n") + "\n",
      firstLine: end + 2, file: file)
  }

  /// The body, on the lines that it has in the file.
  var text: String { String(repeating: "\n", count: firstLine - 1) + body }

  /// The text after a key of the header.
  subscript(key: String) -> String? {
    guard case .map(let pairs) = header.content else { return nil }
    return pairs.first { $0.key.text == key }?.value.trimmed
  }

  /// Changes with every word that a reader sees.
  var fingerprint: String {
    PackFile.fingerprint(
      of: [self["title"] ?? "", self["about"] ?? "", body].joined(separator: "\n"))
  }
}

private func isFence(_ line: [Unicode.Scalar]) -> Bool {
  line.starts(with: "---".unicodeScalars)
    && line.dropFirst(3).allSatisfy(\.properties.isWhitespace)
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
