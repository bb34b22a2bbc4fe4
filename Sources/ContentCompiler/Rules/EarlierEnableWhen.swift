import QuestionnaireModel

/// An enable-when looks at earlier items alone, and so does `clarifies`.
///
/// A private item is not asked of another person, so it stands behind the items that tell who
/// answers. A circle of them is the matter of `AcyclicEnableWhen` and is not reported here again.
struct EarlierEnableWhen: ContentRule {
  static func check(_ draft: Draft) {
    let questionnaire = draft.questionnaire
    let inCircle = Set(AcyclicEnableWhen.circles(in: draft.items).flatMap { $0 })
    for item in draft.items {
      guard let position = questionnaire.position(of: item.id) else { continue }
      let isInCircle = inCircle.contains(item.id)
      for subject in item.enableWhen?.subjects ?? [] {
        guard let other = questionnaire.position(of: subject.item), other >= position,
          !(isInCircle && inCircle.contains(subject.item))
        else { continue }
        draft.report.error(
          name, at: item.place(of: "enable-when"),
          "the enable-when of '\(item.id)' looks at '\(subject.item)', which is asked later",
          "move '\(item.id)' behind it, or look at an earlier item")
      }
      if let subject = item.clarifies, let other = questionnaire.position(of: subject.item),
        other >= position, !(isInCircle && inCircle.contains(subject.item))
      {
        draft.report.error(
          name, at: item.place(of: "clarifies"),
          "'\(item.id)' clarifies '\(subject)', which is asked later", "move '\(item.id)' behind it"
        )
      }
      for subject in item.isPrivate ? questionnaire.forAnotherWhen?.subjects ?? [] : [] {
        guard let other = questionnaire.position(of: subject.item), other >= position else {
          continue
        }
        draft.report.error(
          name, at: item.place(of: "private"),
          "'\(item.id)' is private, and '\(subject.item)', which tells who answers, is asked later",
          "move '\(item.id)' behind it")
      }
    }
  }
}
