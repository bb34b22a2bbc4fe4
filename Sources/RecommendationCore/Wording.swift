/// The screen's and the summary's own words, from `Content/wording.yaml`.
package struct Wording: Equatable, Sendable {
  private let source: Source
  /// What is said in place of the words of some keys.
  private var replaced: [Replacement] = []
  /// The words of the screens that were looked up once and for all, without a key to be made or found.
  private var screens: [String]?

  private enum Source: Sendable {
    case words([String: String])
    case table(find: @Sendable (String) -> String?, all: @Sendable () -> [String: String])
  }

  private struct Replacement {
    let word: ScreenWord
    let text: String
  }

  package init(_ words: [String: String] = [:]) { source = .words(words) }

  /// Words that are looked up where they are.
  ///
  /// - Parameters:
  ///   - find: gives the words of a key, the same whenever it is asked.
  ///   - all: gives every key with its words.
  package init(
    find: @escaping @Sendable (String) -> String?,
    all: @escaping @Sendable () -> [String: String]
  ) {
    source = .table(find: find, all: all)
  }

  /// Key to words, as read.
  package var words: [String: String] {
    var words =
      switch source {
      case .words(let words): words
      case .table(_, let all): all()
      }
    for replacement in replaced { words[replacement.word.key] = replacement.text }
    return words
  }

  package static func == (a: Wording, b: Wording) -> Bool { a.words == b.words }

  /// The words with `{name}` replaced by each given value; the key itself where a pack lacks it,
  /// which the content check refuses.
  package func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    (words(of: key) ?? key).filling(values)
  }

  private func words(of key: String) -> String? {
    if let replacement = replaced.first(where: { $0.word.key == key }) { return replacement.text }
    switch source {
    case .words(let words): return words[key]
    case .table(let find, _): return find(key)
    }
  }

  /// The same words, with those of the screens at hand: for a walk, which asks for some on each screen.
  package var atHand: Wording {
    var wording = self
    wording.screens = ScreenWord.allCases.map { text($0.key) }
    return wording
  }

  package subscript(key: ScreenWord) -> String {
    if let replacement = replaced.first(where: { $0.word == key }) { return replacement.text }
    return screens?[key.ordinal] ?? text(key.key)
  }
  package subscript(key: ExportWord) -> String { text(key.key) }

  package func callAsFunction(
    _ key: ScreenWord, _ values: KeyValuePairs<String, String>
  ) -> String {
    self[key].filling(values)
  }

  package func callAsFunction(
    _ key: ExportWord, _ values: KeyValuePairs<String, String>
  ) -> String {
    text(key.key, values)
  }

  /// The words for whoever answers for another person.
  package var forAnother: Wording { saying([(.notSure, .notSureForAnother)]) }

  /// The words of a kiosk, where a visit is ended and wiped in place of leaving a program.
  package var inKiosk: Wording { saying(Self.kioskWords) }

  /// The same, but for some words, in whose place others are said.
  private func saying(_ others: [(ScreenWord, ScreenWord)]) -> Wording {
    var wording = self
    for (usual, other) in others {
      wording.replaced.removeAll { $0.word == usual }
      wording.replaced.append(Replacement(word: usual, text: self[other]))
    }
    return wording
  }

  /// The same where the only keys are those of a keypad, by their names there.
  package var onKeypad: Wording { saying(Self.keypadWords) }

  private static let keypadWords: [(ScreenWord, ScreenWord)] = [
    (.keyBack, .keypadBack), (.keyHelp, .keypadHelp), (.keyF1, .keypadHelp),
    (.keyLeave, .keypadHelp), (.keyLeaveAlways, .keypadHelp),
  ]

  private static let kioskWords: [(ScreenWord, ScreenWord)] = [
    (.leave, .kioskLeave), (.leaveHeading, .kioskLeaveHeading), (.leaveLost, .kioskLeaveLost),
    (.leaveNow, .kioskLeaveNow), (.doesLeave, .kioskDoesLeave), (.helpLeave, .kioskHelpLeave),
    (.handOverAbout, .kioskHandOverAbout), (.partHandOver, .kioskPartHandOver),
    (.finishForClinician, .kioskFinishForClinician),
    (.emergencyHelpKept, .kioskEmergencyHelpKept), (.printInstead, .kioskPrintInstead),
    (.helpUndo, .kioskHelpUndo), (.codesTooSmall, .kioskCodesTooSmall),
    (.codesTooMuch, .kioskCodesTooSmall), (.tooSmall, .kioskTooSmall),
  ]

  /// Every key that a pack must have, sorted.
  package static var requiredKeys: [String] {
    (ScreenWord.allCases.map(\.key) + ExportWord.allCases.map(\.key)).sorted()
  }
}

extension ScreenWord {
  /// The place among all cases: what Swift stores for a case that holds nothing.
  ///
  /// To look words up by their names takes a tenth of the time of a screen.
  package var ordinal: Int {
    withUnsafeBytes(of: self) { $0.count == 2 ? Int($0.load(as: UInt16.self)) : Int($0[0]) }
  }
}

extension String {
  /// The text with the values in place of their names.
  fileprivate func filling(_ values: KeyValuePairs<String, String>) -> String {
    if values.isEmpty { return self }
    return replacingNames { name in values.first { $0.key == name }?.value }
  }
}
