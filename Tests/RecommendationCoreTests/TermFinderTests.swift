import QuestionnaireModel
import RecommendationCore
import Testing

/// Terms in texts.
struct TermFinderTests {
  private static let terms = [
    GlossaryTerm(id: "shot", term: "Steroid shot", also: ["steroid shots"], means: ""),
    GlossaryTerm(id: "steroid", term: "Steroid", means: ""),
    GlossaryTerm(id: "x-ray", term: "X-ray", also: ["X-rays"], means: ""),
    GlossaryTerm(id: "nice", term: "NICE", means: ""),
    GlossaryTerm(id: "nsaid", term: "NSAID", also: ["NSAIDs"], means: ""),
    GlossaryTerm(id: "cyst", term: "Baker's cyst", also: ["cyst"], means: ""),
    GlossaryTerm(id: "gout", term: "gout", means: ""),
  ]
  private let finder = TermFinder(terms)

  private func ids(_ texts: String...) -> [GlossaryTerm.ID] {
    finder.terms(in: texts).map { Self.terms[$0].id }
  }

  @Test(
    arguments: [
      ("", []), ("Nothing here.", []), ("gout", ["gout"]), ("GOUT, and more", ["gout"]),
      // Whole words alone.
      ("goutlike", []), ("a gout-like ache", ["gout"]), ("steroids", []), ("gout2", []),
      ("agout", []), ("gouté", []),
      // The longest form.
      ("a steroid shot", ["shot"]), ("Steroid Shots help", ["shot"]), ("a steroid", ["steroid"]),
      ("steroid, shot", ["steroid"]), ("steroid. Shot", ["steroid"]), ("steroid-shot", ["shot"]),
      ("steroid\nshot", ["shot"]), ("a steroid pill, a steroid shot", ["steroid", "shot"]),
      // A hyphen is a blank.
      ("an x-ray", ["x-ray"]), ("X rays", ["x-ray"]), ("xray", []), ("x, ray", []),
      // Capitals alone.
      ("a nice day", []), ("Nice.", []), ("NICE says so", ["nice"]), ("(NICE)", ["nice"]),
      ("an nsaid", []), ("nsaids", ["nsaid"]), ("NSAID's", ["nsaid"]),
      // An 's.
      ("Baker's cyst", ["cyst"]), ("a baker cyst", ["cyst"]), ("gout's end", ["gout"]),
      ("'gout'", ["gout"]), ("the cyst", ["cyst"]), ("Baker’s cyst, gout’s end", ["cyst", "gout"]),
      // Signs beyond ASCII part words, letters and the marks on them do not.
      ("“gout”", ["gout"]), ("an ache—gout", ["gout"]), ("a steroid…shot", ["steroid"]),
      ("X\u{2011}rays", ["x-ray"]), ("steroid\u{A0}shot", ["shot"]), ("gout\u{301}", []),
      ("痛gout", []),
      // In order, each once.
      ("gout and an x-ray of gout", ["gout", "x-ray"]),
    ] as [(String, [GlossaryTerm.ID])])
  func `of a text`(text: String, found: [GlossaryTerm.ID]) {
    #expect(ids(text) == found)
  }

  @Test func `a form does not reach over two texts`() {
    #expect(ids("a steroid", "shot of gout", "gout") == ["steroid", "gout"])
    #expect(ids() == [])
    #expect(TermFinder([]).terms(in: ["gout"]) == [])
  }
}
