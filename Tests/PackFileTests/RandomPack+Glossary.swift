import QuestionnaireModel
import RecommendationCore

extension RandomPack {
  mutating func glossary() -> Glossary {
    Glossary(
      Glossary.Words(
        terms: some {
          GlossaryTerm(
            id: $0.id(), term: $0.text(), also: $0.some { $0.text() }, means: $0.text(),
            page: $0.maybe { $0.id() }, isOnKeyOnly: $0.bool())
        }, pages: some { Glossary.PageWords(page: $0.id(), explained: $0.ids()) }),
      items: some {
        Glossary.ItemWords(
          item: $0.id(), own: $0.ids(), forAnother: $0.ids(), unexplained: $0.ids())
      })
  }
}
