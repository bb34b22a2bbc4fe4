/// A translation fits where a screen of 40 columns and 12 lines cannot wrap it, or has few lines.
struct FittingTranslations: TranslationRule {
  /// A longer word would be cut within a line.
  static let widestWord = 26

  static func check(_ text: TranslatedText, _ head: TranslationHead, _ report: Report) {
    if let most = mostColumns(for: text) {
      let wide = columns(text.text)
      if wide > most {
        report.error(
          name, at: text.place, "'\(text.key)' is \(wide) columns wide",
          "say it in at most \(most): a screen of 40 columns has no more room for it")
      }
    }
    let known = Set(words(text.original))
    for word in words(text.text) where columns(word) > widestWord && !known.contains(word) {
      report.error(
        name, at: text.place,
        "the word '\(word)' of '\(text.key)' is \(columns(word)) columns wide",
        "part it with a hyphen or take another: a line of a small screen has \(widestWord)")
    }
  }

  /// How wide a text may be; `nil` where it may take as many lines as it likes.
  ///
  /// What the original takes is always allowed.
  static func mostColumns(for text: TranslatedText) -> Int? {
    let path = text.key.split(separator: "/").map(String.init)
    let last = path.last ?? ""
    let most: Int?
    switch text.file.prefix(while: { $0 != "/" }) {
    case "wording.yaml": most = path.first == "screen" ? ofScreenWord(last) : nil
    case "questionnaire":
      if path.count == 1 && last == "title" {
        // Beside the part of the walkthrough.
        most = 25
      } else if last == "hint" {
        most = 72
      } else if path.contains(where: ["options", "rows", "zones"].contains) {
        most = 110
      } else {
        most = ["low", "high"].contains(last) ? 30 : nil
      }
    // The header of the screen that tells where a page comes from.
    case "pages": most = last == "title" ? 38 : nil
    default: most = nil
    }
    return most.map { max($0, columns(text.original)) }
  }

  private static func ofScreenWord(_ key: String) -> Int? {
    switch key {
    // These three keys stand in one line.
    case "does-continue", "does-choose", "does-back", "does-help": 7
    case "part": 17
    case "yes", "no", "not-sure", "no-to-the-rest-short": 16
    case "changing", "check", "emergency-help", "help", "leave", "read", "result", "stop-section",
      "treatment", "why":
      25
    case _ where key.hasPrefix("key-") || key.hasPrefix("unit-"): 12
    case _ where key.hasPrefix("does-"): 20
    default: nil
    }
  }

  private static func words(_ text: String) -> [String] {
    var text = text
    for target in KeptLinks.targets(of: text) {
      if let range = text.firstRange(of: "](" + target + ")") {
        text.replaceSubrange(range, with: " ")
      }
    }
    // A line may end behind a hyphen.
    return text.split { $0.isWhitespace || $0 == "-" || $0 == "/" }.map(String.init)
  }

  /// How many columns a text takes on a terminal: none for a mark on a letter, two for the signs of
  /// East Asia.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { wide, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return wide
      default: break
      }
      let ranges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
      ]
      return wide + (ranges.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }
}
