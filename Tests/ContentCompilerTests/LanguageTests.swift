import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

/// Translations of the base content, with faults planted in them.
struct LanguageTests {
  @Test func `a whole translation is a pack of its own, with the same rules`() throws {
    let files = baseContent.merging(
      try pseudoLanguage(of: ContentInMemory(baseContent))
    ) { $1 }
    let compilation = try compiled(files)
    #expect(compilation.diagnostics == [])
    let packs = compilation.packs
    try #require(packs.count == 2)
    #expect(packs.map(\.manifest.language) == ["en", "xx"])
    for pack in packs {
      #expect(
        pack.manifest.languages == [
          Language(code: "en", name: "English"), Language(code: "xx", name: "Pšéüdö"),
        ])
    }
    let (base, other) = (packs[0], packs[1])
    #expect(other.rules.redFlags.map(\.when) == base.rules.redFlags.map(\.when))
    #expect(other.rules.treatments.map(\.sources) == base.rules.treatments.map(\.sources))
    #expect(other.questionnaire.items.map(\.id) == base.questionnaire.items.map(\.id))
    #expect(other.questionnaire["age"]?.ask == "How old are you?".inPseudo)
    #expect(other.pages.first?.title != base.pages.first?.title)
    #expect(
      other.rules.dispositions.texts.first?.action.contains("{emergency-number}") == true)
  }

  @Test func `what nobody answers for is in no pack, and its faults are warnings`() throws {
    var files = baseContent.merging(
      try pseudoLanguage(of: ContentInMemory(baseContent), isReviewed: false)
    ) { $1 }
    var compilation = try compiled(files)
    #expect(compilation.diagnostics == [])
    #expect(compilation.packs.map(\.manifest.language) == ["en"])
    #expect(compilation.packs.first?.manifest.languages.map(\.code) == ["en"])
    #expect(compilation.translations.map(\.language.code) == ["xx"])
    #expect(compilation.translations.first?.pack != nil)
    files["languages/xx/wording.yaml"] = nil
    compilation = try compiled(files)
    #expect(compilation.diagnostics.map(\.severity) == [.warning])
    #expect(compilation.pack != nil && compilation.translations.first?.pack == nil)
  }

  /// A text of a translation, and what is wrong with it.
  struct Fault: CustomStringConvertible, Sendable {
    let file: String
    let key: String
    let text: String
    let rule: String
    let summary: String
    var description: String { "\(rule): \(summary)" }

    init(_ file: String, _ key: String, _ text: String, _ rule: String, _ summary: String) {
      self.file = "languages/xx/" + file
      self.key = key
      self.text = text
      self.rule = rule
      self.summary = summary
    }
  }

  @Test(arguments: [
    Fault(
      "rules/red-flags.yaml", "chest/title", "Pain {nurse-line}", "KeptPlaceholders",
      "'chest/title' has '{nurse-line}', which the original has not"),
    Fault(
      "rules/dispositions.yaml", "levels/emergency-call/action", "Call now.", "KeptPlaceholders",
      "'levels/emergency-call/action' has lost '{emergency-number}'"),
    Fault(
      "rules/treatments.yaml", "gel/ask-first/1/because", "You are 70", "KeptNumbers",
      "'gel/ask-first/1/because' has lost the number 60"),
    Fault(
      "questionnaire/20-pain.yaml", "title", "What hurts, and how it hurts", "FittingTranslations",
      "'title' is 28 columns wide"),
    Fault(
      "questionnaire/20-pain.yaml", "items/pain-with/options/walking/hint",
      String(repeating: "ab ", count: 24) + "a", "FittingTranslations",
      "'items/pain-with/options/walking/hint' is 73 columns wide"),
    Fault(
      "rules/ladder.yaml", "steps/gel/about", String(repeating: "ü", count: 27),
      "FittingTranslations",
      "the word '\(String(repeating: "ü", count: 27))' of 'steps/gel/about' is 27 columns wide"),
    Fault(
      "rules/red-flags.yaml", "chest/title", "", "CompleteTranslations",
      "'chest/title' has no text yet"),
    // R61: nothing is drawn from right to left.
    Fault(
      "rules/red-flags.yaml", "chest/title", "\u{5DB}\u{5D0}\u{5D1}", "LeftToRight",
      "the character U+05DB is written from right to left"),
    // What holds for every text holds for this one too.
    Fault(
      "questionnaire/20-pain.yaml", "items/pain-duration/hint", "Count.", "HintWithoutFullStop",
      "the hint of 'pain-duration' ends with a full stop"),
  ])
  func `a fault is found where it stands`(fault: Fault) throws {
    var files = try pseudoLanguage(of: ContentInMemory(baseContent))
    var lines = try #require(files[fault.file]).split(separator: "\n").map(String.init)
    let line = try #require(lines.firstIndex(of: "\"\(fault.key)\":"))
    lines[line + 2] = "  to: \"\(fault.text)\""
    files[fault.file] = lines.joined(separator: "\n") + "\n"
    let compilation = try compiled(baseContent.merging(files) { $1 })
    let found = compilation.diagnostics
    #expect(found.map(\.summary) == [fault.summary])
    #expect(found.map(\.rule) == [fault.rule])
    // An empty text is told of at its key.
    #expect(found.map(\.line) == [fault.text.isEmpty ? line + 1 : line + 3])
    #expect(found.map(\.file) == [fault.file])
    #expect(compilation.pack == nil)
  }

  @Test func `a key that is missing, and one too many, are found`() throws {
    let file = "languages/xx/rules/red-flags.yaml"
    try expectFindings(
      [
        Finding(
          "1️⃣", "KnownTranslations", "there is no text 'chest/titel' to translate",
          "did you mean 'chest/title'?"),
        Finding(
          file: file, "CompleteTranslations", "'chest/title' is not translated",
          "add it, with \"Chest pain\" after 'from:'"),
      ], planting: [Planted(file, "\"chest/title\"", "1️⃣\"chest/titel\"")],
      adding: try pseudoLanguage(of: ContentInMemory(baseContent)))
  }

  @Test func `files that are missing, and those too many, are found`() throws {
    let home = "languages/xx/"
    try expectFindings(
      [
        Finding(
          file: home + "rules/surgery.yaml", "CompleteTranslations", "the file is missing",
          "translate the texts of rules/surgery.yaml"),
        Finding(
          file: home + "pages/start.md", "CompleteTranslations", "the page is missing"),
        Finding(
          file: home + "pages/begin.md", "KnownTranslations",
          "there is nothing to translate by this name"),
        Finding(
          file: home + "rules/scores.yaml", "KnownTranslations",
          "there is nothing to translate by this name"),
      ],
      planting: [],
      adding: try pseudoLanguage(of: ContentInMemory(baseContent)).merging([
        home + "pages/begin.md": "---\nof: a\ntitle: A\nabout: B\n---\nC\n",
        home + "rules/scores.yaml": "pain/about: { from: Pain now., to: Pain. }\n",
      ]) { $1 }, removing: [home + "rules/surgery.yaml", home + "pages/start.md"])
  }

  /// Whoever changes the content sees which translations are due.
  @Test func `a text or a page that has changed is to be translated anew`() throws {
    let files = try pseudoLanguage(of: ContentInMemory(baseContent))
    try expectFindings(
      [
        Finding(
          "1️⃣", "CurrentTranslations",
          "the text of 'items/pain-now/ask' has changed since it was translated",
          "translate it anew, with \"How bad is it now?\" after 'from:'"),
        Finding(
          "2️⃣", "CurrentTranslations",
          "pages/exercise.md has changed since it was translated"),
      ],
      planting: [
        Planted("questionnaire/20-pain.yaml", "How bad is it?", "How bad is it now?"),
        Planted(
          "languages/xx/questionnaire/20-pain.yaml", "\"items/pain-now/ask\"",
          "1️⃣\"items/pain-now/ask\""),
        Planted("pages/exercise.md", "Swim.", "Swim or walk."),
        Planted("languages/xx/pages/exercise.md", "of: ", "of: 2️⃣"),
      ], adding: files)
  }

  @Test func `a page keeps its links and its sources`() throws {
    let files = try pseudoLanguage(of: ContentInMemory(baseContent))
    try expectFindings(
      [
        Finding(
          "1️⃣", "KeptLinks", "'body' has lost what leads to 'source:guideline-a'",
          "write it as [words](source:guideline-a)"),
        Finding(
          "1️⃣", "KeptLinks", "'body' leads to 'page:start', which the original does not"),
        Finding(
          "2️⃣", "PageSourcesLinked",
          "in the language 'xx': page 'hot-knee' names 'guideline-a' and does not link to it"),
      ],
      planting: [
        Planted("languages/xx/pages/hot-knee.md", "---\nÍ", "---\n1️⃣Í"),
        Planted("languages/xx/pages/hot-knee.md", "source:guideline-a", "page:start"),
        Planted("pages/hot-knee.md", "[guideline-a]", "2️⃣[guideline-a]"),
      ], adding: files)
  }

  @Test func `left and right must not get lost`() throws {
    let key = "\"items/fell/ask\":\n  from: \"Did you fall?\"\n  to: "
    let left = key.replacing("Did you fall?", with: "Did you fall to the left?")
    let files = try pseudoLanguage(of: ContentInMemory(baseContent))
    let pain = "languages/xx/questionnaire/20-pain.yaml"
    let original = Planted(
      "questionnaire/20-pain.yaml", "Did you fall?", "Did you fall to the left?")
    let text = "\"" + "Did you fall?".inPseudo + "\""
    try expectFindings(
      [Finding("1️⃣", "KeptWords", "'items/fell/ask' has lost the word for 'left'")],
      planting: [original, Planted(pain, key + text, left + "1️⃣\"Rechts?\"")], adding: files)
    try expectFindings(
      [],
      planting: [
        original, Planted(pain, key + text, left + "\"\(pseudoWord("left")), ja?\""),
      ], adding: files)
    try expectFindings(
      [],
      planting: [
        original, Planted(pain, key + text, left + "\"Rechts?\""),
        Planted(
          "languages/xx/language.yaml", "[left], ",
          "[left], unless: [questionnaire/20-pain.yaml/items/fell/ask], "),
      ], adding: files)
  }

  @Test(arguments: [
    ("name: \"Pšéüdö\"\n", "", "the language 'xx' has no 'name'"),
    (
      "reviewed: 2026-11-22\n", "",
      "the language 'xx' has only one of 'reviewed' and 'reviewed-by'"
    ),
    ("translator:", "translater:", "the language 'xx' has no 'translator'"),
  ])
  func `what a translation says of itself is whole`(old: String, new: String, summary: String)
    throws
  {
    var files = try pseudoLanguage(of: ContentInMemory(baseContent))
    let head = try #require(files["languages/xx/language.yaml"])
    files["languages/xx/language.yaml"] = head.replacing(old, with: new)
    let found = try compiled(baseContent.merging(files) { $1 }).diagnostics
    #expect(found.contains { $0.summary == summary && $0.severity == .error }, "\(found)")
  }

  @Test func `pseudo is longer by two fifths`() {
    #expect(pseudoWord("kneecap").count == 9)
    #expect(pseudoWord("kneecap") != "kneecapap")
    #expect(pseudoWord(String(repeating: "a", count: 26)).count == 26)
  }
}

extension String {
  /// The text in pseudo, where it is words and signs alone.
  fileprivate var inPseudo: String {
    var result = ""
    var rest = self[...]
    while let first = rest.first {
      let word = rest.prefix(while: \.isLetter)
      if word.isEmpty {
        // A placeholder, and what a link leads to.
        let end: Character? = first == "{" ? "}" : first == "(" ? ")" : nil
        let kept = end.map { end in rest.prefix { $0 != end } } ?? rest.prefix(1)
        result += kept
        rest = rest.dropFirst(kept.count)
      } else {
        result += pseudoWord(String(word))
        rest = rest.dropFirst(word.count)
      }
    }
    return result
  }
}
