import CoreTestKit
import QuestionnaireModel
import RecommendationCore
import Testing

/// What must hold for every sheet under every rule set: random sheets on small random rules, the
/// same on every machine.
///
/// The soak program does the same with the real content for much longer.
@Suite struct `The result of any answers` {
  static let seeds = Array(UInt64(1)...UInt64(20))
  static let sheetsEach = 10

  private func forEachSheet(
    _ seed: UInt64,
    _ body: ([Item.ID: Answer], Rules, inout SeededGenerator) throws -> Void
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.sheetsEach {
      let rules = randomRules(&generator)
      let said = SmallForm.sheet(&generator)
      try body(said, rules, &generator)
    }
  }

  private func read(_ said: [Item.ID: Answer]) throws -> Answers {
    try answers(said, to: SmallForm.rest, signs: SmallForm.signs)
  }

  @Test(arguments: seeds)
  func `does not depend on the order in which they were given`(seed: UInt64) throws {
    try forEachSheet(seed) { said, rules, generator in
      var response = QuestionnaireResponse()
      for (id, answer) in said.shuffled(using: &generator) {
        response[id] = .declined  // Said first, and changed.
        response[id] = answer
      }
      let shuffled = try assess(read(response.answers), rules: rules)
      #expect(try shuffled == assess(read(said), rules: rules))
    }
  }

  @Test(arguments: seeds)
  func `is never less urgent with one more red flag`(seed: UInt64) throws {
    try forEachSheet(seed) { said, some, generator in
      let level = Disposition.allCases.randomElement(using: &generator) ?? .routine
      let extra = flag("extra", level, when: randomCriterion(&generator))
      let place = Int.random(in: 0...some.redFlags.count, using: &generator)
      var flags = some.redFlags
      flags.insert(extra, at: place)
      let more = Rules(
        dispositions: some.dispositions, redFlags: flags, conditions: some.conditions,
        ladder: some.ladder, treatments: some.treatments, surgery: some.surgery,
        advice: some.advice, scores: some.scores)
      let sheet = try read(said)
      #expect(assess(sheet, rules: more).disposition >= assess(sheet, rules: some).disposition)
    }
  }

  @Test(arguments: seeds)
  func `is the same whatever is parked`(seed: UInt64) throws {
    try forEachSheet(seed) { said, rules, generator in
      let sheet = try read(said)
      var other = said
      for item in SmallForm.all where sheet.status(of: item.id) == .hidden {
        other[item.id] = SmallForm.answer(to: item, by: &generator)
      }
      let result = assess(sheet, rules: rules)
      let changed = try assess(read(other), rules: rules)
      #expect(changed.replacingParked(by: result.parked) == result)
    }
  }

  @Test(arguments: seeds)
  func `keeps the promises of its level`(seed: UInt64) throws {
    try forEachSheet(seed) { said, rules, _ in
      let sheet = try read(said)
      let result = assess(sheet, rules: rules)
      let highest = result.redFlags.map(\.disposition).max()
      #expect(result.disposition >= highest ?? .selfCare)
      #expect(
        result.redFlags.map(\.disposition) == result.redFlags.map(\.disposition).sorted(by: >))
      if result.disposition == .selfCare { #expect(result.isComplete && result.redFlags.isEmpty) }
      if result.disposition.isEmergency {
        #expect(result.treatments.isEmpty && result.conditions.isEmpty)
      }
      if result.disposition.hidesTreatments {
        #expect(!result.ladder.isShown && result.treatments.allSatisfy { $0.verdict == .avoid })
      } else {
        #expect(result.treatments.map(\.id) == rules.treatments.map(\.id))
      }
      #expect(result.conditions.count <= 3)
      #expect(Set(result.unanswered).isDisjoint(with: result.parked))
    }
  }

  @Test(arguments: seeds)
  func `is not calmer for one answer taken back from a flag that it raised`(seed: UInt64) throws {
    // Flags that only a "yes" can raise; taking answers back must leave the level above "all is
    // well".
    let flags = [
      flag("chest", .emergencyCall, when: .row("signs", "chest")),
      flag("leg", .sameDay, when: .all([.row("signs", "leg"), .isYes("swelling")])),
    ]
    try forEachSheet(seed) { said, _, _ in
      let calm = rules(selfCareWhen: .always, flags: flags)
      var fewer = said
      fewer["signs"] = nil
      let result = try assess(read(fewer), rules: calm)
      #expect(result.disposition >= .withinDays && !result.isComplete)
    }
  }
}

extension Recommendation {
  fileprivate func replacingParked(by parked: [Item.ID]) -> Recommendation {
    Recommendation(
      day: day, disposition: disposition, isComplete: isComplete, redFlags: redFlags,
      conditions: conditions, ladder: ladder, treatments: treatments, surgery: surgery,
      advice: advice, questions: questions, scores: scores, pages: pages, unanswered: unanswered,
      parked: parked)
  }
}
