import QuestionnaireModel
import RecommendationCore

/// A clinician has signed a version off, on a day that has been; what came after it is not signed.
struct CurrentSignOff: ContentRule {
  static func check(_ draft: Draft) {
    guard let signOff = draft.signOff, let manifest = draft.manifest else { return }
    if signOff.version != manifest.version {
      draft.report.error(
        name, at: signOff.place,
        "the sign-off is of version \(signOff.version), and the content has \(manifest.version)",
        "have this version signed off, or take 'signed-off' away")
    }
    if draft.day < signOff.on {
      draft.report.error(
        name, at: signOff.dayPlace, "the sign-off is of \(signOff.on), which is still to come",
        "write the day on which it was signed off")
    }
  }
}

/// What is known of the sign-off beside what the pack keeps of it.
struct SignOffCheck {
  let on: Day
  let version: String
  let place: Place
  let dayPlace: Place
}
