/// The words of the text summary, under `export:` in `Content/wording.yaml`.
package enum ExportWord: String, CaseIterable, Sendable {
  case title

  package var key: String { "export." + rawValue }
}
