import PackFile
import RecommendationCore

/// A text and its translation.
struct TranslatedText {
  /// The file of the content, and the key within it.
  let file: String
  let key: String
  let original: String
  let text: String
  let place: Place
}

/// The content in another language: the texts of `languages/CODE/`, put in place of those of the
/// content.
///
/// Rules, criteria and ids are those of the content, so that no language can have others. The
/// readers read what comes out as if it were written so, and every rule of the content holds for
/// it; a fault in a text has its place in the file of the translation.
final class Translation {
  let head: TranslationHead
  private let folder: Folder
  private let report: Report
  /// The places of the texts of the content.
  private let texts: Set<Place>
  private var entries: [String: [String: Entry]] = [:]
  private var wanted: [String: Set<String>] = [:]
  private var translatedPages: Set<String> = []
  private var missingFiles: Set<String> = []

  private struct Entry {
    let place: Place
    let from: String?
    let to: YAMLValue?
  }

  init(_ head: TranslationHead, of original: Draft, in folder: Folder, into report: Report) {
    self.head = head
    self.folder = folder
    self.report = report
    texts = original.translatedPlaces
    for path in folder.paths where isCatalogue(path) { readEntries(path) }
  }

  private var home: String { "languages/\(head.language.code)/" }

  /// The file of its own phrases that no text may have; `nil` where there is none.
  var phraseRulesPath: String? {
    folder.paths.contains(home + "wording-rules.yaml") ? home + "wording-rules.yaml" : nil
  }

  private func isCatalogue(_ path: String) -> Bool {
    path.hasPrefix(home) && path.hasSuffix(".yaml")
      && !["language.yaml", "wording-rules.yaml"].contains(path.dropFirst(home.count))
  }

  // MARK: - Texts by key

  private func readEntries(_ path: String) {
    guard let file = folder.files[path],
      let document = YAMLValue(parsing: file.text, of: file, into: report)
    else { return }
    guard case .map(let pairs) = document.content else {
      return report.error(
        "RightTypes", at: document.place, "a translation should be a mapping, is \(document.kind)",
        "write 'key: { from: …, to: … }' lines")
    }
    for (key, value) in pairs {
      guard let name = key.text else { continue }
      var parts: [String: YAMLValue] = [:]
      if case .map(let pairs) = value.content {
        for (key, value) in pairs where ["from", "to"].contains(key.text) {
          parts[key.text ?? ""] = value
        }
        if parts.count == pairs.count, parts["to"] != nil {
          let entry = Entry(place: key.place, from: parts["from"]?.trimmed, to: parts["to"])
          entries[path, default: [:]][name] = entry
          continue
        }
      }
      report.error(
        "RightTypes", at: key.place, "'\(name)' should have 'from' and 'to', and nothing else",
        "write the text as it was under 'from:' and its translation under 'to:'")
      entries[path, default: [:]][name] = Entry(place: key.place, from: nil, to: nil)
    }
  }

  /// The document with the texts of this language.
  ///
  /// A text that is not translated stays, with its fault in the report.
  func translated(_ document: YAMLValue, of path: String) -> YAMLValue {
    guard TextWalk.isTranslated(path) else { return document }
    return TextWalk(texts: texts, file: path).replacing(in: document) { key, part in
      wanted[path, default: []].insert(key)
      let entry = entries[home + path]?[key]
      switch part {
      case .forms: return entry?.to
      case .text(let original):
        guard let entry else {
          CompleteTranslations.report(key, original.trimmed, of: path, in: self)
          return nil
        }
        return translation(entry, of: original, key, path)
      }
    }
  }

  private func translation(
    _ entry: Entry, of original: YAMLValue, _ key: String, _ path: String
  ) -> YAMLValue? {
    guard let to = entry.to else { return nil }
    guard let text = to.text, !text.allSatisfy(\.isWhitespace), !to.isEmpty else {
      report.error(
        CompleteTranslations.name, at: entry.place, "'\(key)' has no text yet",
        "write it after 'to:'")
      return nil
    }
    if entry.from != original.trimmed {
      CurrentTranslations.report(key, original.trimmed, at: entry.place, report)
    }
    check(
      TranslatedText(
        file: path, key: key, original: original.trimmed, text: to.trimmed, place: to.place))
    // Whatever it looks like, such as `yes`: it is a text.
    return YAMLValue(content: .scalar(text, isPlain: false), place: to.place, file: to.file)
  }

  private func check(_ text: TranslatedText) {
    for rule in translationRules { rule.check(text, head, report) }
  }

  func reportMissing(_ key: String, _ original: String, of path: String) {
    if folder.paths.contains(home + path) {
      report.error(
        CompleteTranslations.name, at: Place(home + path), "'\(key)' is not translated",
        "add it, with \(quoted(original)) after 'from:'")
    } else if missingFiles.insert(path).inserted {
      report.error(
        CompleteTranslations.name, at: Place(home + path), "the file is missing",
        "translate the texts of \(path)")
    }
  }

  // MARK: - Pages

  /// The page in this language: its own title, summary and text, and all else of the original.
  func translated(_ page: PageParts, of path: String, in draft: Draft) -> PageParts {
    guard let file = folder.files[home + path] else {
      report.error(
        CompleteTranslations.name, at: Place(home + path), "the page is missing",
        "translate \(path)")
      return page
    }
    translatedPages.insert(path)
    guard let own = PageParts(of: file, in: draft),
      let map = MapReader(own.header, "the header", in: draft)
    else { return page }
    let of = map.word("of")
    let title = map.required("title")
    let about = map.required("about")
    map.finish()
    if let of, of != page.fingerprint {
      report.error(
        CurrentTranslations.name, at: map.places["of"] ?? map.place,
        "\(path) has changed since it was translated",
        "compare the two, then write 'of: \(page.fingerprint)'")
    }
    guard case .map(let pairs) = page.header.content else { return page }
    let header = pairs.map { pair in
      switch pair.key.text {
      case "title": (pair.key, title ?? pair.value)
      case "about": (pair.key, about ?? pair.value)
      default: pair
      }
    }
    for (key, value) in [("title", title), ("about", about)] {
      guard let value, let original = page[key] else { continue }
      check(
        TranslatedText(
          file: path, key: key, original: original, text: value.trimmed, place: value.place))
    }
    check(
      TranslatedText(
        file: path, key: "body", original: page.body, text: own.body,
        place: Place(home + path, line: own.firstLine)))
    return PageParts(
      header: YAMLValue(content: .map(header), place: own.header.place, file: file),
      body: own.body, firstLine: own.firstLine, file: file)
  }

  // MARK: - What is too much

  /// Reports texts and files that stand for nothing; to be called when all was read.
  func finish() {
    for (path, entries) in entries.sorted(by: { $0.key < $1.key }) {
      let known = wanted[String(path.dropFirst(home.count))] ?? []
      if known.isEmpty {
        KnownTranslations.reportFile(path, report)
        continue
      }
      for (key, entry) in entries where !known.contains(key) {
        KnownTranslations.report(key, among: known, at: entry.place, report)
      }
    }
    for path in folder.paths where path.hasPrefix(home) && path.hasSuffix(".md") {
      if !translatedPages.contains(String(path.dropFirst(home.count))) {
        KnownTranslations.reportFile(path, report)
      }
    }
  }
}

extension Draft {
  /// The places of the texts that a person reads, those for clinicians alone left out.
  var translatedPlaces: Set<Place> {
    Set((texts + wordingTexts).map(\.place)).subtracting(clinicalPlaces)
  }
}

/// The text in double quotes, as YAML reads it.
func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
