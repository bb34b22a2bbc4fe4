/// All files of the content, decoded.
struct Folder {
  private(set) var files: [String: SourceFile] = [:]
  /// All paths, those of pictures and of files that cannot be decoded too, sorted.
  let paths: [String]
  /// False where not even the names of the files could be read.
  let isReadable: Bool

  /// Reads every text file; one that cannot be read or is no UTF-8 has its fault in the report.
  init(_ source: some ContentSource, into report: Report) {
    do {
      paths = try source.paths().sorted()
      isReadable = true
    } catch {
      paths = []
      isReadable = false
      report.error(
        "PresentFiles", at: Place("pack.yaml"), "\(error)", "name the folder of the content")
      return
    }
    for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
      do {
        let bytes = try source.bytes(of: path)
        if let text = decode(bytes, path: path, into: report) {
          files[path] = SourceFile(path: path, text: text)
        }
      } catch {
        report.error(
          "PresentFiles", at: Place(path), "\(error)", "let everybody on this machine read the file"
        )
      }
    }
  }

  /// The paths in a folder, in the order of their names.
  func paths(in folder: String, ending suffix: String) -> [String] {
    paths.filter { path in
      path.hasPrefix(folder + "/") && path.hasSuffix(suffix)
        && !path.dropFirst(folder.count + 1).contains("/")
    }
  }

  private func decode(_ bytes: [UInt8], path: String, into report: Report) -> String? {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // The place of the first byte that is no UTF-8: the end of the longest good beginning.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    scanning: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      case .emptyInput, .error: break scanning
      }
    }
    report.error(
      "ReadableText", at: Place(path, line: line, column: column), "this is not UTF-8",
      "save the file as UTF-8")
    return nil
  }
}

extension Draft {
  /// The YAML document in a file of the content.
  ///
  /// A file that is missing, empty or broken has its fault in the report; names of the given kinds
  /// may then be missing.
  func document(_ path: String, in folder: Folder, declaring kinds: [NameKind] = []) -> YAMLValue? {
    guard let file = folder.files[path] else {
      if !folder.paths.contains(path) {
        report.error(
          "PresentFiles", at: Place(path), "the file is missing",
          suggestion(
            for: path, among: folder.paths,
            otherwise: "write it; Content/FORMAT.md shows what is in it"))
      }
      setIncomplete(kinds)
      return nil
    }
    let before = report.diagnostics.count
    if let value = YAMLValue(parsing: file.text, of: file, into: report), !value.isEmpty {
      return translation?.translated(value, of: path) ?? value
    }
    if report.diagnostics.count == before {
      report.error(
        "FilledFiles", at: Place(path), "the file is empty",
        "write its content; Content/FORMAT.md shows what is in it")
    }
    setIncomplete(kinds)
    return nil
  }
}
