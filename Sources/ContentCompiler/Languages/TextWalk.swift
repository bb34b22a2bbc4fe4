/// Goes through the texts of a document that a translation has to have, each by its key.
///
/// The key is the way to the text: keys, ids and numbers, such as `items/morning-stiffness/ask` and
/// `steps/core/name`. What a text is, the readers of the content have said: they noted the place of
/// each.
struct TextWalk {
  enum Part {
    case text(YAMLValue)
    /// Forms of a word, of which each language has its own; `nil` where there is none.
    case forms(YAMLValue?)
  }

  /// The places of all texts.
  let texts: Set<Place>
  let file: String

  /// Files whose texts are for authors or clinicians, or are names of sources.
  static func isTranslated(_ file: String) -> Bool {
    let untranslated = [
      "evidence/references.yaml", "evidence/article.yaml", "hazards.yaml", "rules/scores.yaml",
      "rules/notes.yaml", "rules/definitions", "patients/", "wording-rules.yaml",
      "plain-words.yaml", "languages/",
    ]
    return !untranslated.contains(where: file.hasPrefix)
  }

  /// The document with what `visit` gives in place of each text; where it gives `nil`, the forms
  /// are left out and a text stays.
  func replacing(
    in document: YAMLValue, by visit: (_ key: String, _ part: Part) -> YAMLValue?
  ) -> YAMLValue {
    replacing(document, [], visit)
  }

  private func replacing(
    _ value: YAMLValue, _ path: [String], _ visit: (String, Part) -> YAMLValue?
  ) -> YAMLValue {
    func with(_ content: YAMLValue.Content) -> YAMLValue {
      YAMLValue(content: content, place: value.place, file: value.file)
    }
    switch value.content {
    case .scalar(let text, _):
      guard texts.contains(value.place), text.contains(where: \.isLetter) else { return value }
      return visit(path.joined(separator: "/"), .text(value)) ?? value
    case .list(let values):
      return with(
        .list(
          values.enumerated().map { number, value in
            replacing(value, path + [value.id ?? String(number + 1)], visit)
          }))
    case .map(let pairs):
      let forms = formKeys(path)
      var replaced: [(key: YAMLValue, value: YAMLValue)] = []
      for (key, value) in pairs where !forms.contains(key.text ?? "") {
        replaced.append((key, replacing(value, path + [key.text ?? ""], visit)))
      }
      for name in forms {
        let pair = pairs.first { $0.key.text == name }
        let key = (path + [name]).joined(separator: "/")
        if let value = visit(key, .forms(pair?.value)) {
          let written = YAMLValue(
            content: .scalar(name, isPlain: true), place: value.place, file: value.file)
          replaced.append((pair?.key ?? written, value))
        }
      }
      return with(.map(replaced))
    }
  }

  /// The keys of a mapping of the glossary that hold forms of words.
  private func formKeys(_ path: [String]) -> [String] {
    guard file == "glossary.yaml" else { return [] }
    if path.isEmpty { return ["medical-endings", "plain-words"] }
    return path.count == 2 && path[0] == "terms" ? ["also"] : []
  }
}

extension YAMLValue {
  /// The id of an entry of a list.
  fileprivate var id: String? {
    guard case .map(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == "id" }?.value.text
  }

  /// The text without the line end that a folded one ends with.
  var trimmed: String {
    String((text ?? "").reversed().drop(while: \.isNewline).reversed())
  }
}
