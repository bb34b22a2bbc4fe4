/// Every translation stands for a text that there is.
enum KnownTranslations {
  static let name = "KnownTranslations"

  static func report(
    _ key: String, among known: Set<String>, at place: Place, _ report: Report
  ) {
    report.error(
      name, at: place, "there is no text '\(key)' to translate",
      suggestion(for: key, among: known, otherwise: "remove it"))
  }

  static func reportFile(_ path: String, _ report: Report) {
    report.error(
      name, at: Place(path), "there is nothing to translate by this name", "move or remove it")
  }
}
