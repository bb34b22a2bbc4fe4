import QuestionnaireModel

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Questionnaire {
  /// Answers that fit their items, with some left out.
  func randomResponse(using random: inout SeededGenerator) -> QuestionnaireResponse {
    var response = QuestionnaireResponse()
    for item in items where Int.random(in: 0..<8, using: &random) > 0 {
      response[item.id] = item.randomAnswer(using: &random)
    }
    return response
  }
}

extension Item {
  fileprivate func randomAnswer(using random: inout SeededGenerator) -> Answer? {
    let isEach = if case .each = kind { true } else { false }
    if offersNotSure, !isEach, Int.random(in: 0..<6, using: &random) == 0 { return .notSure }
    if maySkip, Int.random(in: 0..<6, using: &random) == 0 { return .declined }
    switch kind {
    case .yesNo: return .option(Bool.random(using: &random) ? .yes : .no)
    case .choice(let options): return options.randomElement(using: &random).map { .option($0.id) }
    case .choices(let options), .zones(_, let options):
      return .options(
        options.filter { _ in Bool.random(using: &random) }.shuffled(using: &random).map(\.id))
    case .each(let rows, let options):
      var answers: [AnswerOption.ID: RowAnswer] = [:]
      let allowed = options.isEmpty ? [.yes, .no] : options.map(\.id)
      for row in rows where Int.random(in: 0..<6, using: &random) > 0 {
        answers[row.id] =
          Int.random(in: 0..<5, using: &random) == 0
          ? .notSure : allowed.randomElement(using: &random).map { .option($0) }
      }
      return .rows(answers)
    case .number(let range):
      let unit = ([range.unit] + range.units).randomElement(using: &random) ?? range.unit
      let least = Quantity(range.least, range.unit).converted(to: unit)?.value ?? 0
      let most = Quantity(range.most, range.unit).converted(to: unit)?.value ?? 0
      let value = Int.random(in: Int(least.rounded(.up))...Int(most), using: &random)
      return .number(Quantity(Double(value), unit))
    case .scale: return .scale(Int.random(in: 0...10, using: &random))
    case .bodySize:
      return .bodySize(
        height: Bool.random(using: &random)
          ? Quantity(Double(Int.random(in: 500...2500, using: &random)) / 10, .centimeters) : nil,
        weight: Bool.random(using: &random) ? Quantity(154.5, .pounds) : nil)
    case .date:
      let texts = ["2026", "2026-03", "2026-03-05", "1999-12-31"]
      return texts.randomElement(using: &random).flatMap { PartialDate($0) }.map { .date($0) }
    case .text(let longest): return .text(String.random(longest: longest, using: &random))
    }
  }
}

extension String {
  /// Words, marks, wide letters, quotes and one endless word: all that an answer may hold.
  fileprivate static func random(longest: Int, using random: inout SeededGenerator) -> String {
    let parts = [
      "knee", "hurts \"here\"", "back\\slash", "naïve", "膝が痛い", "e\u{301}\u{302}", "👍", "{day}",
      " ", "  ", "/", String(repeating: "x", count: 90), String(repeating: "膝", count: 45),
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      let next = text + (parts.randomElement(using: &random) ?? "")
      if next.count > longest { break }
      text = next
    }
    return text
  }
}
