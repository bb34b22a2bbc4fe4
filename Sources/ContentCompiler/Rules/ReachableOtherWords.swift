import QuestionnaireModel

/// Words for another person can be shown: the pack says when somebody answers for one.
struct ReachableOtherWords: ContentRule {
  static func check(_ draft: Draft) {
    guard let manifest = draft.manifest, draft.forAnotherWhen == nil else { return }
    for item in draft.items where item.value.hasOtherWords {
      draft.report.error(
        name, at: item.place, "the words of '\(item.id)' for another person are never shown",
        "say when they are by 'for-another-when' in \(manifest.place.file), or remove them")
    }
  }
}

extension Item {
  fileprivate var hasOtherWords: Bool {
    forAnother != nil || (options + rows).contains { $0.forAnother != nil }
  }
}
