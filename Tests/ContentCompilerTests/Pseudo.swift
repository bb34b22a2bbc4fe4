import ContentCompiler
import QuestionnaireModel
import Testing

/// The files of a translation of some content into longer words, under `languages/xx/`.
func pseudoLanguage(
  of source: some ContentSource, isReviewed: Bool = true, on day: Day? = testDay
) throws -> [String: String] {
  let day = try #require(day)
  let files = try #require(
    languageTemplate(of: source, on: day, name: "Pšéüdö", word: pseudoWord))
  var placed: [String: String] = [:]
  for (path, text) in files { placed["languages/xx/" + path] = text }
  if isReviewed {
    placed["languages/xx/language.yaml"]? += "reviewed-by: Those who test\nreviewed: 2026-11-22\n"
  }
  return placed
}
