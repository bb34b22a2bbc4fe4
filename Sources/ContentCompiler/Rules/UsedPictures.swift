import QuestionnaireModel

/// Every picture is shown by an item.
struct UsedPictures: ContentRule {
  static func check(_ draft: Draft) {
    // An item that cannot be read may show it.
    if draft.report.hasErrors(inAnyOf: ["questionnaire"]) { return }
    for picture in draft.pictures where picture.items(in: draft).isEmpty {
      draft.report.error(
        name, at: picture.place, "no item shows the picture '\(picture.value.id)'",
        "name it as 'picture:' of an item with zones, or remove the file")
    }
  }
}
