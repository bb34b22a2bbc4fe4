/// Every text that a person reads is translated.
enum CompleteTranslations {
  static let name = "CompleteTranslations"

  static func report(
    _ key: String, _ original: String, of path: String, in translation: Translation
  ) {
    translation.reportMissing(key, original, of: path)
  }
}
