import Golden
import QuestionnaireModel
import RecommendationCore
import Testing

@testable import Export

struct TextSummaryTests {
  @Test(arguments: [
    ("summary-long-standing", SmallPack.longStanding), ("summary-emergency", SmallPack.emergency),
    ("summary-same-day", SmallPack.sameDay), ("summary-unsure", SmallPack.unsure),
    ("summary-nothing-said", [:]),
  ])
  func `looks as it did`(name: String, given: [Item.ID: Answer]) {
    expectGolden(SmallPack.summary(given).text, named: name)
  }

  @Test func `no line is wider than 78 columns or holds a control, whatever was said`() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<200 {
      let response = SmallPack.pack.questionnaire.randomResponse(using: &random)
      let answers = Answers(response, to: SmallPack.pack.questionnaire, on: SmallPack.today)
      let text = SmallPack.summary(answers, includesPrivate: round % 2 == 0).text
      #expect(text.hasSuffix("\n"))
      #expect(!text.utf8.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
      for line in text.split(separator: "\n") {
        let columns = line.unicodeScalars.reduce(0) {
          $0
            + ($1.value >= 0x1F000 || (0x3000...0x9FFF).contains($1.value)
              ? 2 : $1.value == 0x301 || $1.value == 0x302 ? 0 : 1)
        }
        #expect(columns <= 78, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func `a control in the words of a pack does not reach the paper`() {
    var layout = SummaryLayout()
    layout.paragraph("a\u{1B}[2Jb\u{7}\u{9B}c\td\ne", first: "\u{0}")
    layout.banner("x\r", right: "\u{202E}y")
    #expect(layout.lines[0] == "\u{FFFD}a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c d e")
    #expect(
      !layout.lines.joined().unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func `an emergency names no treatment, not even one that slipped into the result`() {
    let answers = SmallPack.answers(SmallPack.emergency)
    let result = assess(answers, rules: SmallPack.rules)
    #expect(result.disposition == .emergencyCall)
    for recommendation in [result, SmallPack.emergencyWithTreatments] {
      let summary = TextSummary(
        recommendation, answers: answers, pack: SmallPack.pack, region: SmallPack.region,
        programVersion: "0", packHash: "")
      for verdict in Verdict.allCases { #expect(summary.judged(verdict).isEmpty) }
      let text = summary.text
      for treatment in SmallPack.rules.treatments { #expect(!text.contains(treatment.name)) }
      #expect(!text.contains("Creams"))
      #expect(text.contains("Do not drive yourself."))
      // Page one ends with what was said.
      let page = summary.lines.prefix { !$0.contains("For the clinician") }.joined(separator: " ")
      for words in ["Keep moving", "gets worse", "X-ray", "too early"] {
        #expect(!page.contains(words))
      }
    }
  }

  @Test func `same-day shows no ladder, only what to avoid`() {
    let text = SmallPack.summary(SmallPack.sameDay).text
    #expect(text.contains("[avoid] Anti-pain tablets"))
    for words in ["Brisk walking", "Rub-on gel", "Core care", "you are here", "ladder"] {
      #expect(!text.contains(words))
    }
  }

  @Test func `at an emergency only its own level says what to do, and how soon`() throws {
    let lines = SmallPack.summary(SmallPack.emergency).lines
    let page = lines.prefix { !$0.contains("For the clinician") }
    #expect(page.contains("Call 911."))
    for words in ["emergency department", "today", "same-day", "7 days", "not sure", "visit"] {
      #expect(!page.contains { $0.contains(words) }, "\(words)")
    }
    #expect(page.contains { $0.contains("Do not wait for a fever.") })
  }

  @Test func `what was not sure is never a positive finding`() throws {
    let lines = SmallPack.summary(SmallPack.unsure).lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("- Also there:") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("Asked and answered no:") })
    #expect(lines[start].contains("Swollen"))
    #expect(!lines[start..<end].contains { $0.contains("Hot") })
    let sources = "(NICE, Miller A, Smith B)"
    #expect(lines.contains("- You were not sure about: A hot, swollen knee " + sources))
    // The flag's own action is for those who are sure.
    #expect(!lines.contains { $0.contains("Go to an emergency department now.") })
  }

  @Test func `a private answer and what rests on it stay off, unless asked for`() {
    let given = SmallPack.changed([
      "health": .rows(["kidneys": .option(.no), "ulcer": .option(.no)])
    ])
    let text = SmallPack.summary(given).text
    #expect(!text.contains("rivate matter"))
    #expect(SmallPack.summary(given).said([Subject("secret")], clinical: true) == [])
    #expect(text.contains("[ask first] Anti-pain tablets"))
    #expect(text.contains("For a reason that you kept off this page"))
    let open = SmallPack.summary(given, includesPrivate: true)
    #expect(open.said([Subject("secret")], clinical: true).count == 1)
    let whole = open.text
    #expect(whole.contains("A private matter: Yes"))
    #expect(whole.contains("What about the private matter?"))
    #expect(!whole.contains("For a reason that you kept off this page"))
  }

  @Test func `a flag that rests on a private answer alone shows its level, and no more`() {
    let swollen = Criterion.test(Subject("knee-now", .row("swollen")), .isOneOf([.yes]))
    let secret = Criterion.test(Subject("secret"), .isOneOf([.yes]))
    let answers = SmallPack.answers(SmallPack.longStanding)
    func text(_ when: Criterion, _ because: [Subject]) -> String {
      let flag = RedFlag(
        id: "told-alone", title: "A thing told alone", disposition: .sameDay, within: "today",
        when: when, action: "Tell someone.", why: "It is not your fault.", doNot: ["Be silent."],
        getHelpSooner: [], sources: [])
      let raised = Recommendation.RaisedFlag(
        id: flag.id, disposition: .sameDay, isUnsure: false, because: because)
      return SmallPack.summary(answers, flags: [raised], of: [flag]).text
    }
    let alone = text(secret, [Subject("secret")])
    for words in ["told-alone", "thing told alone", "Tell someone", "not your fault", "Be silent"] {
      #expect(!alone.contains(words), "\(words)")
    }
    #expect(alone.contains("Do what the screen told you."))
    #expect(alone.contains("Level same-day: for a reason that the patient kept off this page"))
    // With another sign it is told, but not why, nor by which rule.
    let both = text(
      .all([secret, swollen]), [Subject("secret"), Subject("knee-now", .row("swollen"))])
    #expect(both.contains("A thing told alone") && both.contains("Tell someone."))
    #expect(!both.contains("not your fault") && !both.contains("told-alone"))
    #expect(!both.contains("rivate matter"))
  }

  @Test func `an answer behind a flag that is not sure is no finding`() {
    // A month is an answer, but may leave it open whether a time has passed.
    let answers = SmallPack.answers(SmallPack.longStanding)
    for isUnsure in [true, false] {
      let flag = Recommendation.RaisedFlag(
        id: "hot-knee", disposition: .sameDay, isUnsure: isUnsure, because: [Subject("since")])
      let reported = SmallPack.summary(answers, flags: [flag]).reported(clinical: false)
      let isFinding = reported.positive.lines(clinical: false).contains("First time: 2026-03")
      #expect(isFinding == !isUnsure)
    }
  }

  @Test func `a sign that was asked again counts as that answer`() {
    let answers = SmallPack.answers(
      SmallPack.unsure.merging(["check-hot": .option(.yes)]) { $1 })
    let reported = SmallPack.summary(answers, includesPrivate: true).reported(clinical: false)
    #expect(reported.positive.lines(clinical: false).first == "Knee now: Hot; Swollen")
    #expect(reported.unsure.isEmpty)
  }

  @Test(arguments: [false, true])
  func `every answer that counts stands in exactly one list`(clinical: Bool) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      let response = SmallPack.pack.questionnaire.randomResponse(using: &random)
      let answers = Answers(response, to: SmallPack.pack.questionnaire, on: SmallPack.today)
      let reported = SmallPack.summary(answers, includesPrivate: true).reported(clinical: clinical)
      let lists = [
        reported.positive, reported.explained, reported.risks, reported.other, reported.negative,
        reported.unsure, reported.unanswered,
      ]
      for item in answers.enabled {
        let entries = (lists.flatMap { $0.flatMap(\.entries) } + reported.headline)
          .filter { $0.item.id == item.id }
        if item.rows.isEmpty || response[item.id] == nil {
          #expect(entries.count == 1, "\(item.id)")
        } else {
          let words = entries.flatMap(\.words)
          // A clinician reads the rows with one answer together.
          let together = clinical ? words.map { $0.count { $0 == "," } } : []
          #expect(words.count + together.reduce(0, +) == item.rows.count, "\(item.id): \(words)")
        }
      }
    }
  }

  @Test func `the clinician's page starts with who it is, and how urgent it is`() throws {
    let lines = SmallPack.summary(SmallPack.longStanding).headline
    #expect(lines.first == "Who answers: I do. Age: 67 years. Which knee: Left. How long: Months.")
    #expect(lines.dropFirst().first?.hasPrefix("Level: Level") == true)
    // Said there, they stand nowhere else; what was not said stands with what was not answered.
    #expect(!lines.dropFirst().contains { $0.contains("Age") })
    let unsure = SmallPack.summary(SmallPack.unsure).headline
    #expect(unsure.first == "Who answers: A helper. How long: Weeks.")
    #expect(unsure.contains { $0.contains("Age (would not say)") })
  }

  @Test func `medicines and risks stand together, and none of them among the findings`() throws {
    let lines = SmallPack.summary(SmallPack.changed(["pills": .option(.yes)])).clinicianPage
    let start = try #require(lines.firstIndex { $0.hasPrefix("Medicines and risks ---") })
    #expect(
      lines[(start + 1)...].prefix(2) == ["- Health: Kidney disease", "- Takes pain pills: Yes"])
  }

  @Test func `a page is short for a routine visit`() {
    let summary = SmallPack.summary(SmallPack.longStanding)
    #expect(summary.patientPage.count <= 60)
    // With the eight lines to write on.
    #expect(summary.clinicianPage.count <= 66)
  }

  @Test(arguments: [
    SmallPack.longStanding, SmallPack.emergency, SmallPack.sameDay, SmallPack.unsure,
    SmallPack.changed(["steps-now": .option("no"), "pain-with": .options(["kneeling"])]), [:],
  ])
  func `no sentence stands twice on page one`(given: [Item.ID: Answer]) {
    let page = SmallPack.summary(given).patientPage
    var seen: Set<String> = []
    var paragraph = ""
    func check() {
      let text = paragraph.split(separator: " ").joined(separator: " ") + " "
      for sentence in text.split(separator: ". ") where sentence.contains(where: \.isLetter) {
        #expect(seen.insert(String(sentence)).inserted, "\(sentence)")
      }
    }
    for line in page {
      let start = line.drop { $0 == " " }
      if start.isEmpty || start.hasPrefix("- ") || start.hasPrefix("[")
        || start.first?.isNumber == true
      {
        check()
        paragraph = String(start.drop { $0 == "-" || $0 == " " })
      } else {
        paragraph += " " + start
      }
    }
    check()
  }

  @Test func `what belongs to one pattern stands under its name`() throws {
    let page = SmallPack.summary(SmallPack.longStanding).patientPage
    let start = try #require(page.firstIndex { $0.hasPrefix("If it is this: Sore bursa ---") })
    #expect(page[start + 1] == "- Kneel on a cushion for two weeks (Miller A, Smith B).")
    #expect(page[start + 2].hasPrefix("Get help sooner if: Call your clinic's nurse line"))
  }

  @Test func `the ladder ends one step above the person's own`() {
    let own = SmallPack.summary(
      SmallPack.changed(["tried": .rows(["cream": .option("no"), "walks": .option("no")])])
    ).patientPage
    #expect(own.contains("1. Core care (you are here)"))
    #expect(own.contains("2. Creams"))
    #expect(!own.contains("3. Pills"))
  }

  @Test func `what a rule wants absent is no finding`() {
    let flag = RedFlag(
      id: "hot-knee", title: "A hot knee", disposition: .sameDay, within: "today",
      when: .all([SmallPack.row("knee-now", "swollen"), .not(SmallPack.is("pills", .yes))]),
      action: "Go.", why: "Why not.", doNot: [], getHelpSooner: [], sources: [])
    let answers = SmallPack.answers(SmallPack.longStanding)
    let because = answers.reasons(for: flag.when, reading: .safety)
    let summary = SmallPack.summary(
      answers,
      flags: [.init(id: flag.id, disposition: .sameDay, isUnsure: false, because: because)],
      of: [flag])
    #expect(because.contains(Subject("pills")))
    let found = summary.reported(clinical: false).positive.lines(clinical: false)
    #expect(found == ["Knee now: Swollen"])
  }

  @Test func `the same answers give the same bytes`() {
    let first = SmallPack.summary(SmallPack.longStanding).text
    for _ in 0..<5 { #expect(SmallPack.summary(SmallPack.longStanding).text == first) }
  }
}

extension TextSummary {
  /// The lines before the clinician's page.
  fileprivate var patientPage: [String] {
    Array(lines.prefix { !$0.contains(": For the clinician") })
  }

  /// The clinician's page below its first heading.
  fileprivate var headline: [String] {
    Array(clinicianPage.drop { !$0.hasPrefix("Why here") }.dropFirst())
  }

  /// The lines after the banner of the clinician's page, without the code behind it.
  fileprivate var clinicianPage: [String] {
    lines.drop { !$0.contains(": For the clinician") }.dropFirst(2)
      .prefix { !$0.hasPrefix("The answers as a code") }.map(\.self)
  }
}
