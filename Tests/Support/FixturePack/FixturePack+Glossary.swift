import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  /// More words than a question explains, a word that only the key explains, one that a page is
  /// about and one that a page explains by itself.
  static let glossary = Glossary(
    Glossary.Words(
      terms: [
        GlossaryTerm(id: "attic", term: "Attic", also: ["attics"], means: "a room under the roof"),
        GlossaryTerm(id: "beta", term: "Beta", means: "the second letter", isOnKeyOnly: true),
        GlossaryTerm(id: "cellar", term: "Cellar", means: "a room below the ground"),
        GlossaryTerm(id: "cheap", term: "Cheap", means: "low in price"),
        GlossaryTerm(id: "drawer", term: "Drawer", means: "a box that slides out"),
        GlossaryTerm(id: "field", term: "Field", means: "open land"),
        GlossaryTerm(id: "gamma", term: "Part gamma", means: "the third part"),
        GlossaryTerm(id: "garage", term: "Garage", means: "a house for a car"),
        GlossaryTerm(
          id: "letter", term: "Letter", also: ["letters"], means: "a sign for a sound",
          page: "thing-a"),
        GlossaryTerm(
          id: "point", term: "Point", also: ["points"], means: "one of many things said"),
        GlossaryTerm(
          id: "word", term: "Word", also: ["words"], means: "some letters in a row",
          isOnKeyOnly: true),
      ], pages: [Glossary.PageWords(page: "about-things", explained: ["point"])]),
    items: [
      Glossary.ItemWords(
        item: "place", own: ["attic", "cellar", "drawer", "field", "garage"],
        forAnother: ["attic", "cellar", "drawer", "field", "garage"],
        unexplained: ["attic", "cellar", "drawer", "field", "garage"]),
      Glossary.ItemWords(item: "note", own: ["word"], forAnother: ["word"], unexplained: []),
      Glossary.ItemWords(
        item: "parts", own: ["beta", "gamma"], forAnother: ["beta", "gamma"],
        unexplained: ["gamma"]),
    ])
}
