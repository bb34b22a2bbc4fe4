import QuestionnaireModel
import RecommendationCore

/// Every page can be reached: a rule names it, a used page links to it, or its group is `start` or
/// `article`.
struct UsedPages: ContentRule {
  static func check(_ draft: Draft) {
    // A rule that cannot be read may name any page.
    if draft.report.hasErrors(inAnyOf: ["rules/"]) && hasUnreadRules(draft) { return }
    var links: [String: [String]] = [:]
    var used: Set<String> = []
    // That a claim is shown on a page leads nobody to it.
    for mention in draft.mentions
    where mention.kind == .page && !mention.place.file.hasPrefix("evidence/") {
      if let page = mention.page {
        links[page, default: []].append(mention.name)
      } else {
        used.insert(mention.name)
      }
    }
    for page in draft.pages where page.group == .start || page.group == .article {
      used.insert(page.id.rawValue)
    }
    var waiting = used.sorted()
    while let page = waiting.popLast() {
      for linked in links[page] ?? [] where used.insert(linked).inserted { waiting.append(linked) }
    }
    for page in draft.pages where !used.contains(page.id.rawValue) {
      draft.report.error(
        name, at: page.place(of: "id"), "nothing leads to the page '\(page.id)'",
        "name it as 'page:' of a rule, or link to it from a page that is used")
    }
  }

  private static func hasUnreadRules(_ draft: Draft) -> Bool {
    !draft.incompleteKinds.isDisjoint(with: [.redFlag, .condition, .treatment, .advice])
  }
}
