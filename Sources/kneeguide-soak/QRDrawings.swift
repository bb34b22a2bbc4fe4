import Export
import QuestionnaireModel
import RecommendationCore

/// Draws pages and random texts as QR codes, for another program to read them back: for each code
/// what it holds as hexadecimal digits, its rows, and a blank line.
func writeQRCodes(_ pack: ContentPack, count: Int, seed: UInt64) {
  var drawn = 0
  var number = seed
  while drawn < count {
    var generator = SeededGenerator(seed: number)
    number &+= 1
    let width = Int.random(in: 29...200, using: &generator)
    let height = Int.random(in: 15...100, using: &generator)
    let pages =
      Bool.random(using: &generator)
      ? try? pageCodes(pack, width: width, height: height, &generator)
      : try? QRPages(randomText(&generator), width: width, height: height)
    for page in pages?.pages.prefix(count - drawn) ?? [] {
      let digits = page.text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      print(digits.joined())
      for row in page.rows { print(row) }
      print("")
      drawn += 1
    }
  }
}

private func pageCodes(
  _ pack: ContentPack, width: Int, height: Int, _ generator: inout SeededGenerator
) throws -> QRPages? {
  guard let day = Day(year: 2026, month: 11, day: 22),
    let region = pack.manifest.regions.randomElement(using: &generator)
  else { return nil }
  let response = randomResponse(pack.questionnaire, &generator)
  let answers = Answers(response, to: pack.questionnaire, on: day)
  let summary = TextSummary(
    assess(answers, rules: pack.rules), answers: answers, pack: pack, region: region,
    programVersion: "0", packHash: "")
  return try summary.qrPages(width: width, height: height)
}

private func randomText(_ generator: inout SeededGenerator) -> String {
  let parts = ["knee", "Knie schmerzt", "é", "膝が痛い", "123", "A-Z", "👍", "\"x\"", "ß", "Ω", "\n"]
  return (0..<Int.random(in: 1...60, using: &generator))
    .map { _ in parts.randomElement(using: &generator) ?? "" }.joined(separator: " ")
}
