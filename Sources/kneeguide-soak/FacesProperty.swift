import QuestionnaireModel
import RecommendationCore
import Rehearsal
import TextUI

/// A sheet of answers, given by keys on a screen and by lines: the same questions in the same order,
/// the same result, and every text of the screens in the lines.
func facesProperty(_ pack: ContentPack, _ generator: inout SeededGenerator) -> String? {
  guard let day = Day(year: 2026, month: 11, day: 22) else { return "no day" }
  let quiet = Int.random(in: 0..<4, using: &generator) > 0
  var answers: [Item.ID: Answer] = [:]
  for item in pack.questionnaire.items {
    answers[item.id] = randomAnswer(to: item, quiet: quiet, &generator)
  }
  let rehearsal = Rehearsal(
    answers, stopsAtEmergency: Int.random(in: 0..<4, using: &generator) == 0, on: day, in: pack)
  let isSmall = Int.random(in: 0..<4, using: &generator) == 0
  return faultOfFaces(
    rehearsal, size: isSmall ? Size(width: 40, height: 12) : Size(width: 80, height: 24))
}
