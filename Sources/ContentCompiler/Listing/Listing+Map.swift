import QuestionnaireModel
import RecommendationCore

extension Listing {
  /// Of each item, in the order asked: when it is asked, and what its answer can change.
  init(mapOf pack: ContentPack) {
    let form = pack.questionnaire
    let uses = pack.rules.uses(in: form)
    self.init(
      columns: [
        "id", "asked-after", "asked-when", "opens", "red-flags", "self-care", "conditions",
        "treatments", "ladder", "surgery", "advice", "scores", "consistency", "clinician-page",
      ],
      rows: form.items.map { item in
        let uses = uses[item.id] ?? []
        func ids(_ kinds: RuleUse.Kind...) -> String {
          uses.filter { kinds.contains($0.kind) }.map(\.id).joined(separator: " ")
        }
        return [
          item.id.rawValue, list(form.itemsBefore(item)), form.askedWhen(item),
          list(form.itemsOpened(by: item)), ids(.redFlag),
          uses.contains(RuleUse(.selfCare)) ? "yes" : "", ids(.condition), treatments(uses),
          ids(.ladder, .step),
          ids(.surgeryReason, .surgeryAdvice), ids(.advice), ids(.score), ids(.consistency),
          item.nameOnClinicianPage ?? "",
        ]
      }, isTall: true)
  }
}

private func list(_ items: [Item.ID]) -> String {
  items.map(\.rawValue).joined(separator: " ")
}

/// `avoid: nsaid-pills; ask-first: gel nsaid-pills`.
private func treatments(_ uses: [RuleUse]) -> String {
  Verdict.allCases.compactMap { verdict in
    let ids = uses.filter { $0.kind == .treatment(verdict) }.map(\.id)
    return ids.isEmpty ? nil : verdict.rawValue + ": " + ids.joined(separator: " ")
  }
  .joined(separator: "; ")
}

extension Questionnaire {
  /// The items that decide whether this one is asked, each once.
  fileprivate func itemsBefore(_ item: Item) -> [Item.ID] {
    let subjects =
      (item.clarifies.map { [$0] } ?? []) + (item.enableWhen?.subjects ?? [])
      + (item.isPrivate ? forAnotherWhen?.subjects ?? [] : [])
    return subjects.map(\.item).eachOnce()
  }

  /// The items whose asking this one decides, in the order asked.
  fileprivate func itemsOpened(by item: Item) -> [Item.ID] {
    items.filter { itemsBefore($0).contains(item.id) }.map(\.id)
  }

  /// `always`, or every criterion that must not be false.
  fileprivate func askedWhen(_ item: Item) -> String {
    let parts = [
      item.clarifies.map { "not sure of \($0)" },
      item.isPrivate ? forAnotherWhen.map { Criterion.not($0).text(in: self) } : nil,
      item.enableWhen?.text(in: self),
    ]
    let texts = parts.compactMap { $0 }
    return texts.isEmpty ? "always" : texts.joined(separator: "; ")
  }
}

extension Item {
  /// What the clinician's page calls the item; `nil` where the content gives it no place there.
  ///
  /// A text has its place there by what it is, anything else as a headline, as a risk, or by a name
  /// in a clinician's words.
  var nameOnClinicianPage: String? {
    if case .text = kind { return clinical ?? summary }
    return isHeadline || isRisk ? clinical ?? summary : clinical
  }
}
