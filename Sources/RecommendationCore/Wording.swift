/// The screen's and the summary's own words, from `Content/wording.yaml`.
package struct Wording: Equatable, Sendable {
  /// Key to words, as read.
  package let words: [String: String]

  package init(_ words: [String: String] = [:]) { self.words = words }

  /// The words with `{name}` replaced by each given value; the key itself where a pack lacks it,
  /// which the content check refuses.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    let text = words[key] ?? key
    return values.isEmpty ? text : text.replacingNames { values[$0] }
  }

  package subscript(key: ScreenWord) -> String { text(key.key) }
  package subscript(key: ExportWord) -> String { text(key.key) }

  package func callAsFunction(_ key: ScreenWord, _ values: [String: String]) -> String {
    text(key.key, values)
  }

  package func callAsFunction(_ key: ExportWord, _ values: [String: String]) -> String {
    text(key.key, values)
  }

  /// The words for whoever answers for another person.
  package var forAnother: Wording {
    var words = words
    words[ScreenWord.notSure.key] = self[.notSureForAnother]
    return Wording(words)
  }

  /// The words of a kiosk, where a visit is ended and wiped in place of leaving a program.
  package var inKiosk: Wording {
    var words = words
    for (usual, kiosk) in Self.kioskWords { words[usual.key] = self[kiosk] }
    return Wording(words)
  }

  /// The same where the only keys are those of a keypad, by their names there.
  package var onKeypad: Wording {
    var words = words
    for (usual, keypad) in Self.keypadWords { words[usual.key] = self[keypad] }
    return Wording(words)
  }

  private static let keypadWords: [(ScreenWord, ScreenWord)] = [
    (.keyBack, .keypadBack), (.keyHelp, .keypadHelp), (.keyF1, .keypadHelp),
    (.keyLeave, .keypadHelp), (.keyLeaveAlways, .keypadHelp),
  ]

  private static let kioskWords: [(ScreenWord, ScreenWord)] = [
    (.leave, .kioskLeave), (.leaveHeading, .kioskLeaveHeading), (.leaveLost, .kioskLeaveLost),
    (.leaveNow, .kioskLeaveNow), (.doesLeave, .kioskDoesLeave), (.helpLeave, .kioskHelpLeave),
    (.handOverAbout, .kioskHandOverAbout), (.partHandOver, .kioskPartHandOver),
    (.finishForClinician, .kioskFinishForClinician),
    (.emergencyHelpKept, .kioskEmergencyHelpKept),
  ]

  /// Every key that a pack must have, sorted.
  package static var requiredKeys: [String] {
    (ScreenWord.allCases.map(\.key) + ExportWord.allCases.map(\.key)).sorted()
  }
}
