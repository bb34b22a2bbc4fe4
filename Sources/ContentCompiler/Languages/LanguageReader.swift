import QuestionnaireModel
import RecommendationCore

/// What a translation says of itself, in `languages/CODE/language.yaml`.
struct TranslationHead {
  let language: Language
  /// Whether somebody answers for it: only then it is in the pack.
  let isReviewed: Bool
  /// Words that no text may lose.
  let kept: [KeptPair]
  let place: Place
}

/// Where one of the words stands in a text, one of the others has to stand in its translation.
struct KeptPair {
  let words: [WordForm]
  let translations: [WordForm]
  /// The texts in which the words mean something else, as `file/key`.
  let exceptions: Set<String>
  let place: Place
}

/// A word, or how it begins or ends: `link*`, `*links`.
struct WordForm {
  let written: String
  private let core: String

  init(_ written: String) {
    self.written = written
    core = written.lowercased().filter { $0 != "*" }
  }

  func fits(_ word: String) -> Bool {
    switch (written.hasPrefix("*"), written.hasSuffix("*")) {
    case (true, true): word.contains(core)
    case (true, false): word.hasSuffix(core)
    case (false, true): word.hasPrefix(core)
    case (false, false): word == core
    }
  }

  /// The first of the forms that is a word of the text.
  static func first(of forms: [WordForm], in text: String) -> WordForm? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return forms.first { form in words.contains(where: form.fits) }
  }
}

extension Draft {
  /// Reads `languages/*/language.yaml`; there may be none.
  func readLanguages(_ folder: Folder) {
    let codes = Set(
      folder.paths.compactMap { path -> String? in
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "languages" ? String(parts[1]) : nil
      })
    languages = codes.sorted().compactMap { code in
      guard let document = document("languages/\(code)/language.yaml", in: folder),
        let map = MapReader(document, "the language '\(code)'", in: self)
      else { return nil }
      return readLanguage(code, map)
    }
  }

  private func readLanguage(_ code: String, _ map: MapReader) -> TranslationHead? {
    let name = map.word("name")
    _ = map.word("translator")
    let isNamed = map.optionalWord("reviewed-by") != nil
    let isReviewed = map.has("reviewed") && map.day("reviewed") != nil
    if isNamed != isReviewed {
      report.error(
        "CompleteKeys", at: map.place, "\(map.name) has only one of 'reviewed' and 'reviewed-by'",
        "write both, or none while nobody answers for it")
    }
    let kept = map.maps("kept", "words to keep").compactMap { pair -> KeptPair? in
      let from = pair.words("from")
      let to = pair.words("to")
      let exceptions = pair.list("unless").compactMap { pair.read(word: $0, "unless") }
      pair.finish()
      return KeptPair(
        words: from, translations: to, exceptions: Set(exceptions), place: pair.place)
    }
    map.finish()
    if code.utf8.count > 16
      || !code.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    {
      report.error(
        "WellFormedIds", at: map.place, "'\(code)' is no code of a language",
        "name the folder in small letters, digits and hyphens, such as pt-br")
    }
    guard let name else { return nil }
    return TranslationHead(
      language: Language(code: code, name: name), isReviewed: isReviewed, kept: kept,
      place: map.place)
  }
}

extension MapReader {
  fileprivate func words(_ key: String) -> [WordForm] {
    requiredList(key).compactMap { read(word: $0, key).map { WordForm($0) } }
  }
}

extension Place {
  /// The file of the content that a translation stands for; elsewhere the file itself.
  var original: String {
    guard file.hasPrefix("languages/") else { return file }
    let parts = file.split(separator: "/", maxSplits: 2)
    return parts.count == 3 ? String(parts[2]) : file
  }
}
