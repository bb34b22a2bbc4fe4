import Export
import QuestionnaireModel
import RecommendationCore
import Rehearsal

/// Any answers give a recommendation; it does not depend on their order; one more red flag never
/// lowers the level; what is written can be read again.
func sheetProperty(_ pack: ContentPack, _ generator: inout SeededGenerator) -> String? {
  guard let day = Day(year: 2026, month: 11, day: 22) else { return "no day" }
  let response = randomResponse(pack.questionnaire, &generator)
  let answers = Answers(response, to: pack.questionnaire, on: day)
  let result = assess(answers, rules: pack.rules)

  if let fault = fault(of: result, answers, pack) { return fault }

  var shuffled = QuestionnaireResponse()
  for item in pack.questionnaire.items.shuffled(using: &generator) {
    shuffled[item.id] = response[item.id]
  }
  if assess(Answers(shuffled, to: pack.questionnaire, on: day), rules: pack.rules) != result {
    return "the order of the answers changed the result"
  }

  var more = answers
  if let item = pack.questionnaire.items.randomElement(using: &generator) {
    _ = more.replace(item.id, with: randomAnswer(to: item, &generator))
  }
  let other = assess(more, rules: pack.rules)
  if let fault = faultOfReplacing(more, other, pack) { return fault }
  let before = Set(result.redFlags.map { "\($0.id) \($0.disposition)" })
  let after = Set(other.redFlags.map { "\($0.id) \($0.disposition)" })
  if before.isStrictSubset(of: after), other.disposition < result.disposition, result.isComplete {
    return "one more red flag lowered the level"
  }

  let text = AnswersFile.write(response, on: day, for: pack.questionnaire)
  guard let read = try? AnswersFile.read(Array(text.utf8), for: pack.questionnaire) else {
    return "written answers cannot be read: \(text)"
  }
  let parkedToo = Answers(read.response, to: pack.questionnaire, on: day)
  if assess(parkedToo, rules: pack.rules) != result { return "read answers give another result" }
  return nil
}

private func fault(of result: Recommendation, _ answers: Answers, _ pack: ContentPack) -> String? {
  if let highest = result.redFlags.map(\.disposition).max(), result.disposition < highest {
    return "the level is below a red flag's"
  }
  if !result.isComplete && result.disposition == .selfCare { return "open answers reassured" }
  if result.disposition.isEmergency && !result.treatments.isEmpty {
    return "treatments at an emergency"
  }
  if result.disposition.hidesTreatments
    && result.treatments.contains(where: { $0.verdict != .avoid })
  {
    return "more than what to avoid at same-day"
  }
  if !result.disposition.hidesTreatments, !result.treatments.isEmpty,
    result.treatments.count != pack.rules.treatments.count
  {
    return "a treatment without a verdict"
  }
  if result.conditions.count > 3 { return "more than three patterns" }
  // Parked answers never count: without them the result is the same but for their list.
  var bare = QuestionnaireResponse()
  for item in answers.enabled { bare[item.id] = answers.response[item.id] }
  let again = assess(Answers(bare, to: pack.questionnaire, on: answers.day), rules: pack.rules)
  if again.disposition != result.disposition || again.redFlags != result.redFlags
    || again.treatments != result.treatments || again.conditions != result.conditions
  {
    return "a parked answer counted"
  }
  return nil
}

/// What is judged again after a changed answer, against all of it read anew.
private func faultOfReplacing(
  _ answers: Answers, _ result: Recommendation, _ pack: ContentPack
) -> String? {
  let anew = Answers(answers.response, to: pack.questionnaire, on: answers.day)
  for item in pack.questionnaire.items
  where answers.status(of: item.id) != anew.status(of: item.id) {
    return "after a changed answer \(item.id) gives something else than read anew"
  }
  return assess(anew, rules: pack.rules) == result
    ? nil : "a changed answer gives another result than all read anew"
}

func randomResponse(
  _ questionnaire: Questionnaire, _ generator: inout SeededGenerator
) -> QuestionnaireResponse {
  var response = QuestionnaireResponse()
  // From sheets with all answers to almost empty ones; most signs absent, or everything would be an
  // emergency.
  let leftOut =
    Int.random(in: 0...9, using: &generator) < 3 ? Int.random(in: 0...100, using: &generator) : 0
  let quiet = Bool.random(using: &generator)
  for item in questionnaire.items where Int.random(in: 0..<100, using: &generator) >= leftOut {
    response[item.id] = randomAnswer(to: item, quiet: quiet, &generator)
  }
  return response
}
