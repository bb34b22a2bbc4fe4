/// Every hazard has something that holds it back, and something that would notice.
struct ControlledHazards: ContentRule {
  static func check(_ draft: Draft) {
    for hazard in draft.hazards ?? [] {
      // A list that is missing has its fault already.
      if hazard.controls.isEmpty, let place = hazard.places["controls"] {
        draft.report.error(
          name, at: place, "hazard '\(hazard.id)' has no control",
          "write what holds it back, in plain sentences")
      }
      if hazard.tests.isEmpty, let place = hazard.places["tests"] {
        draft.report.error(
          name, at: place, "hazard '\(hazard.id)' has no test",
          "name a suite (Target/File) or an example patient (patients/id) that shows a control")
      }
    }
  }
}
