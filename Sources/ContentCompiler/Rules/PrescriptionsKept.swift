/// No text advises to stop a medicine that somebody prescribed; to ask about it is no advice.
struct PrescriptionsKept: ContentRule {
  static func check(_ draft: Draft) {
    draft.report(.stopping, as: name, "say whom to ask before anything is stopped") {
      _, sentence in !sentence.isQuestion
    }
  }
}
