/// A text is translated as it stands now: whoever changes it sees which translations are due.
enum CurrentTranslations {
  static let name = "CurrentTranslations"

  static func report(_ key: String, _ original: String, at place: Place, _ report: Report) {
    report.error(
      name, at: place, "the text of '\(key)' has changed since it was translated",
      "translate it anew, with \(quoted(original)) after 'from:'")
  }
}
