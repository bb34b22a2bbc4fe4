import PackFile
package import QuestionnaireModel

/// The files of a new translation: every text of the content by its key, with nothing beside it
/// yet.
///
/// `nil` where the content has errors. With a way to write a word, such as `pseudoWord`, every text
/// is there in it: not to be read, but to see what a language with long words does to the screens.
package func languageTemplate(
  of source: some ContentSource, on day: Day, name: String, word: ((String) -> String)? = nil
) -> [String: String]? {
  let draft = Draft(day: day)
  let folder = Folder(source, into: draft.report)
  guard folder.isReadable else { return nil }
  draft.readContent(folder)
  if draft.report.hasErrors { return nil }

  let translated = { (file: String, key: String, text: String) in
    word.map { PseudoText($0).text(of: file, key, text) } ?? ""
  }
  var files = ["language.yaml": head(name, word)]
  for path in folder.paths where TextWalk.isTranslated(path) {
    guard let file = folder.files[path] else { continue }
    if path.hasSuffix(".md") {
      guard path.hasPrefix("pages/"), let page = PageParts(of: file, in: draft) else { continue }
      files[path] = """
        ---
        of: \(page.fingerprint)
        title: \(quoted(translated(path, "title", page["title"] ?? "")))
        about: \(quoted(translated(path, "about", page["about"] ?? "")))
        ---
        \(translated(path, "body", page.body))
        """
    } else if let document = YAMLValue(parsing: file.text, of: file, into: draft.report) {
      var lines: [String] = []
      let walk = TextWalk(texts: draft.translatedPlaces, file: path)
      _ = walk.replacing(in: document) { key, part in
        switch part {
        case .text(let value):
          lines += [
            "\(quoted(key)):", "  from: \(quoted(value.trimmed))",
            "  to: \(quoted(translated(path, key, value.trimmed)))",
          ]
          return value
        case .forms(let value):
          if let value, let word, case .list(let forms) = value.content, key.hasSuffix("/also") {
            let words = forms.map { quoted(PseudoText(word).text($0.trimmed)) }
            lines.append("\(quoted(key)): { to: [\(words.joined(separator: ", "))] }")
          }
          return value
        }
      }
      if !lines.isEmpty { files[path] = lines.joined(separator: "\n") + "\n" }
    }
  }
  return files
}

private func head(_ name: String, _ word: ((String) -> String)?) -> String {
  // Where there is no room for the longer word, the word stays as it is.
  func forms(_ kept: String) -> String {
    word.map { quoted($0(kept)) + ", " + quoted(kept) } ?? quoted("…")
  }
  return """
    # A translation: see Content/FORMAT.md. Without 'reviewed-by' and 'reviewed' it is in no pack.
    name: \(quoted(name))
    translator: \(quoted(word == nil ? "Who wrote it" : "kneeguide-content"))
    # Words that no text may lose; 'unless' names texts in which they mean something else.
    kept:
      - { from: [left], to: [\(forms("left"))] }
      - { from: [right], to: [\(forms("right"))] }

    """
}
