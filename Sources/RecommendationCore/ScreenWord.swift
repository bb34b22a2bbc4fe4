/// The words of the screens, under `screen:` in `Content/wording.yaml`.
package enum ScreenWord: String, CaseIterable, Sendable {
  case title
  case notSure = "not-sure"
  case yes
  case no

  package var key: String { "screen." + rawValue }
}
