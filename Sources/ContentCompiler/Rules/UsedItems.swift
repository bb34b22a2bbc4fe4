import QuestionnaireModel
import RecommendationCore

/// Every item is asked for something: a rule, a score or the enable-when of another item looks at
/// it, or it has a place on the clinician's page.
///
/// An item that clarifies a sign is used where the sign is; what only tells who answers is used
/// too.
struct UsedItems: ContentRule {
  static func check(_ draft: Draft) {
    let places = ["questionnaire", "rules/", "pack.yaml"]
    guard !draft.report.hasErrors(inAnyOf: places), let rules = draft.rules else { return }
    let questionnaire = draft.questionnaire
    var used = Set(rules.uses(in: questionnaire).keys)
    used.formUnion(questionnaire.forAnotherWhen?.subjects.map(\.item) ?? [])
    for item in draft.items { used.formUnion(item.enableWhen?.subjects.map(\.item) ?? []) }
    for item in draft.items where !used.contains(item.id) && item.value.nameOnClinicianPage == nil {
      draft.report.error(
        name, at: item.place(of: "id"), "nothing uses the answer to '\(item.id)'",
        "use it in a rule, give it a 'clinical' name for the clinician's page, or do not ask it")
    }
  }
}
