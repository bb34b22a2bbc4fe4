import Export
import QuestionnaireModel
import RecommendationCore

/// The code of a summary gives the answers back that it lets out, and the same recommendation to the
/// byte; one letter changed, left out or added is found, and two that change places.
func replayProperty(_ pack: ContentPack, _ generator: inout SeededGenerator) -> String? {
  guard let day = Day(year: 2026, month: 11, day: 22) else { return "no day" }
  guard let region = pack.manifest.regions.randomElement(using: &generator) else {
    return "no region"
  }
  let given = randomResponse(pack.questionnaire, &generator)
  let answers = Answers(given, to: pack.questionnaire, on: day)
  let hash = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
  let includesPrivate = Bool.random(using: &generator)
  let summary = TextSummary(
    assess(answers, rules: pack.rules), answers: answers, pack: pack, region: region,
    programVersion: "0", packHash: hash, includesPrivate: includesPrivate
  ).text

  let letOut = ReplayCode.letOut(of: answers, in: pack, includesPrivate: includesPrivate)
  if includesPrivate, letOut.answers.count != answers.enabled.count(where: { given[$0.id] != nil })
  {
    return "an answer that counts was left out"
  }
  do throws(ReplayFault) {
    let code = try ReplayCode.find(in: Array(mailed(summary, &generator).utf8))
    guard let read = try code.response(to: pack.questionnaire) else { return "another form" }
    if read != letOut { return "other answers came back" }
    if code.day != day || code.region != region.id
      || code.packHash != ReplayCode.shortened(hash) || code.includesPrivate != includesPrivate
    {
      return "another day, region or content came back"
    }
    if json(read, day, pack, region, hash) != json(letOut, day, pack, region, hash) {
      return "another recommendation came back"
    }
    let now = assess(Answers(read, to: pack.questionnaire, on: day), rules: pack.rules)
    if code.difference(from: now, rules: pack.rules) != nil { return "a difference from itself" }
  } catch {
    return "the code was not read: \(error)"
  }
  return slipProperty(summary, &generator)
}

private func json(
  _ response: QuestionnaireResponse, _ day: Day, _ pack: ContentPack, _ region: Region,
  _ hash: String
) -> String {
  let answers = Answers(response, to: pack.questionnaire, on: day)
  return RecommendationJSON.text(
    assess(answers, rules: pack.rules), answers: answers, pack: pack, region: region,
    packHash: hash)
}

/// The summary as it may come out of a mail: quoted, wrapped elsewhere, in small letters.
private func mailed(_ summary: String, _ generator: inout SeededGenerator) -> String {
  var text = summary
  if Bool.random(using: &generator) { text = text.lowercased() }
  if Bool.random(using: &generator) {
    let width = Int.random(in: 20...60, using: &generator)
    text = text.split(separator: "\n").map { line in
      stride(from: 0, to: line.count, by: width)
        .map { "> " + line.dropFirst($0).prefix(width) }.joined(separator: "\r\n")
    }
    .joined(separator: "\r\n")
  }
  return text
}

private func slipProperty(_ summary: String, _ generator: inout SeededGenerator) -> String? {
  guard let start = summary.range(of: ReplayCode.opening),
    let end = summary[start...].firstIndex(of: "]")
  else { return "no code" }
  let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  let places = summary[start..<end].indices.filter {
    summary[$0] != " " && summary[$0] != "\n"
      && summary.distance(from: start, to: $0) >= ReplayCode.opening.count
  }
  guard let place = places.randomElement(using: &generator),
    let letter = alphabet.randomElement(using: &generator)
  else { return "no letters" }
  var damaged = summary
  switch Int.random(in: 0..<4, using: &generator) {
  case 0: damaged.replaceSubrange(place...place, with: [letter])
  case 1: damaged.remove(at: place)
  case 2: damaged.insert(letter, at: place)
  default:
    let other = summary.index(after: place)
    let pair = [summary[other], summary[place]]
    damaged.replaceSubrange(place...other, with: pair)
  }
  let before = summary[start...].filter { $0 != " " && $0 != "\n" }
  if damaged[start...].filter({ $0 != " " && $0 != "\n" }) == before { return nil }
  guard let read = try? ReplayCode.find(in: Array(damaged.utf8)) else { return nil }
  let whole = try? ReplayCode.find(in: Array(summary.utf8))
  return read == whole ? nil : "a slip went through"
}

extension String {
  /// The place where the text begins.
  fileprivate func range(of text: String) -> Index? { ranges(of: text).last?.lowerBound }
}
