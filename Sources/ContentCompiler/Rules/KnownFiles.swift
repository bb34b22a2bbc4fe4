/// Every YAML and Markdown file is one that the format knows; a misnamed one would not be read.
struct KnownFiles: ContentRule {
  static let single = [
    "pack.yaml", "wording.yaml", "rules/dispositions.yaml", "rules/red-flags.yaml",
    "rules/conditions.yaml", "rules/ladder.yaml", "rules/treatments.yaml", "rules/surgery.yaml",
    "rules/advice.yaml", "rules/scores.yaml", "rules/consistency.yaml",
    "rules/notes.yaml",
    "evidence/references.yaml", "evidence/claims.yaml", "evidence/article.yaml",
    "evidence/figures.yaml", "hazards.yaml", "glossary.yaml",
    "CHANGES.md", "FORMAT.md",
    "plain-words.yaml", "wording-rules.yaml",
  ]

  static func check(_ draft: Draft) {
    guard let paths = draft.folder?.paths else { return }
    for path in paths where !isKnown(path) {
      let remedy =
        path.hasSuffix(".yml")
        ? "name it .yaml" : suggestion(for: path, among: single, otherwise: "move or rename it")
      draft.report.error(name, at: Place(path), "nothing reads this file", remedy)
    }
    if !paths.isEmpty, !paths.contains("CHANGES.md") {
      draft.report.error(
        "PresentFiles", at: Place("CHANGES.md"), "the file is missing",
        "write what changed in the advice, one line a change")
    }
  }

  private static func isKnown(_ path: String) -> Bool {
    if single.contains(path) { return true }
    if ![".yaml", ".yml", ".md"].contains(where: path.hasSuffix) { return true }
    // A translation says itself what of it stands for nothing.
    if path.hasPrefix("languages/"), path.count(where: { $0 == "/" }) > 1 { return true }
    let folder = path.prefix { $0 != "/" }
    let file = path.dropFirst(folder.count + 1)
    if file.contains("/") { return false }
    switch folder {
    case "questionnaire", "patients", "pictures": return file.hasSuffix(".yaml")
    case "rules": return file.hasPrefix("definitions") && file.hasSuffix(".yaml")
    case "pages": return file.hasSuffix(".md")
    default: return false
    }
  }
}
