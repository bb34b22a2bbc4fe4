extension Draft {
  /// Reads `wording-rules.yaml`.
  func readPhraseRules(_ folder: Folder) {
    // Phrases are of one language. A translation without any is read by its reviewer alone.
    guard let path = translation.map(\.phraseRulesPath) ?? "wording-rules.yaml",
      let document = document(path, in: folder),
      let map = MapReader(document, "the wording rules", in: self)
    else { return }
    var found = PhraseRules()
    for group in PhraseRule.Group.allCases {
      guard let part = map.map(group.rawValue) else { continue }
      let needsNames = group == .diagnosis
      found.rules[group] = PhraseRule(
        phrases: part.phrases("phrases", isRequired: true),
        names: needsNames ? part.phrases("names", isRequired: true) : nil,
        unlessAfter: part.phrases("unless-after"))
      part.finish()
    }
    found.numbers = Set(map.words("numbers"))
    found.articles = Set(map.words("articles"))
    for exception in map.maps("exceptions", "exception") {
      let group: PhraseRule.Group? = exception.choice("rule")
      let text = exception.word("text")
      _ = exception.word("because")
      exception.finish()
      guard let group, let text else { continue }
      found.exceptions.append(PhraseException(group: group, text: text, place: exception.place))
    }
    map.finish()
    phraseRules = found
  }
}

extension MapReader {
  fileprivate func words(_ key: String) -> [String] {
    list(key).compactMap { read(word: $0, key) }
  }

  fileprivate func phrases(_ key: String, isRequired: Bool = false) -> [Phrase] {
    let values = isRequired ? requiredList(key) : list(key)
    if isRequired, has(key), values.isEmpty {
      report.error(
        "CompleteKeys", at: place, "'\(key)' of \(name) is empty", "write at least one phrase")
    }
    return values.compactMap { value in
      guard let word = read(word: value, key) else { return nil }
      if let phrase = Phrase(word) { return phrase }
      wrongType(value, key, "words", "write at least one word")
      return nil
    }
  }
}
