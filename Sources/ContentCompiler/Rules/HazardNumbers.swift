/// A hazard is called H and a number, and none of the first ones is missing: a hazard is closed,
/// never deleted.
struct HazardNumbers: ContentRule {
  /// The hazards that were thought of before the first rule was written.
  static let starters = 18

  static func check(_ draft: Draft) {
    guard let hazards = draft.hazards, !draft.incompleteKinds.contains(.hazard) else { return }
    for declaration in draft.declarations where declaration.kind == .hazard {
      let number = declaration.name.dropFirst()
      guard declaration.name.first == "H", let value = Int(number), value > 0,
        String(value) == number
      else {
        draft.report.error(
          name, at: declaration.place, "'\(declaration.name)' is no number of a hazard",
          "write H and the next number that was never used")
        continue
      }
    }
    let known = draft.names(of: .hazard)
    let missing = (1...starters).map { "H\($0)" }.filter { !known.contains($0) }
    guard let first = missing.first else { return }
    draft.report.error(
      name, at: hazards.first?.place ?? Place("hazards.yaml"),
      "hazard '\(first)' is missing" + (missing.count > 1 ? ", and \(missing.count - 1) more" : ""),
      "write it again, with the status closed if it no longer holds")
  }
}
