import QuestionnaireModel
import RecommendationCore

/// A pack with an item of each kind and a rule of each sort, small enough to be read beside a
/// snapshot.
enum SmallPack {
  static let pack = ContentPack(
    manifest: Manifest(
      id: "small", version: "1.2.3", title: "KneeGuide", language: "en",
      languages: [Language(code: "en", name: "English")], reviewed: day(2026, 11, 1),
      reviewDue: day(2027, 11, 1), defaultRegion: "us",
      regions: [region], intendedUse: "For tests.",
      notADiagnosis: "This is not a diagnosis. It helps you and your clinician to talk.",
      about: Manifest.About(
        authors: "", isNot: [], marking: "", deployers: "", licenses: "")),
    wording: wording, questionnaire: Questionnaire(sections: sections), rules: rules, pages: [],
    references: references)

  static let region = Region(
    id: "us", name: "United States", emergencyNumber: "911", nurseLine: "your clinic's nurse line",
    crisisLine: "988")

  static let today = day(2026, 11, 22)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    // A wrong date in a test shows in every snapshot.
    Day(year: year, month: month, day: day) ?? Day("1970-01-01") ?? today
  }

  static func answers(_ answers: [Item.ID: Answer]) -> Answers {
    Answers(QuestionnaireResponse(answers), to: pack.questionnaire, on: today)
  }

  static let references = [
    reference(
      "nice", short: "NICE 2022", year: 2022, doi: nil, place: "NICE guideline", number: "NG226"),
    reference("trial", year: 2019, doi: "10.1000/182", place: "J Knees 12:34-56"),
    reference("old-book", year: 1999, doi: nil, place: nil, read: .memory),
  ]

  private static func reference(
    _ id: Reference.ID, short: String? = nil, year: Int, doi: String?, place: String?,
    number: String? = nil,
    read: Reference.Extent = .abstract
  ) -> Reference {
    Reference(
      id: id, kind: .guideline, title: "The title of \(id)", short: short,
      authors: "Miller A, Smith B",
      year: year, place: place, doi: doi, number: number, read: read)
  }

  // MARK: - Items

  static let sections = [
    Section(
      id: "about", title: "About you", isEmergency: false,
      items: [
        item(
          "who", "Who answers", .choice(options(["self": "I do", "helper": "A helper"])),
          headline: true),
        item(
          "age", "Age",
          .number(.init(unit: .years, units: [], least: 0, most: 120, decimals: 0)),
          headline: true, skip: true, known: AssumedNumber(atLeast: 18, countsAs: 75)),
      ]),
    Section(
      id: "signs", title: "Signs that cannot wait", isEmergency: true,
      items: [
        item(
          "body-now", "Body now",
          .each(rows: options(["chest-pain": "Chest pain", "fainted": "Fainted"]), options: [])),
        item(
          "knee-now", "Knee now",
          .each(
            rows: options(["hot": "Hot", "red": "Red", "swollen": "Swollen"]), options: []),
          clinical: "Knee, new or more than usual"),
        item(
          "check-hot", "Warmer than the other knee", .yesNo,
          clarifies: Subject("knee-now", .row("hot"))),
        item(
          "steps-now", "Four steps now",
          .choice(options(["limping": "With a limp", "no": "No", "yes": "Yes"]))),
      ]),
    Section(
      id: "pain", title: "Your pain", isEmergency: false,
      items: [
        item(
          "which-knee", "Which knee",
          .choice(options(["both": "Both", "left": "Left", "right": "Right"])),
          headline: true),
        item(
          "knee-map", "Where it hurts",
          .zones(picture: nil, options(["front": "Front", "inner": "Inner side"]))),
        item(
          "duration", "How long", .choice(options(["months": "Months", "weeks": "Weeks"])),
          headline: true),
        item("pain-now", "Pain on average", .scale(low: "No pain", high: "The worst")),
        item("pain-life", "Pain in the way of life", .scale(low: "Not at all", high: "Fully")),
        item(
          "pain-with", "Pain with",
          .choices(options(["kneeling": "Kneeling", "stairs": "Stairs"]))),
        item("since", "First time", .date),
      ]),
    Section(
      id: "history", title: "Health and medicines", isEmergency: false,
      items: [
        item(
          "health", "Health",
          .each(rows: options(["kidneys": "Kidney disease", "ulcer": "Ulcer"]), options: []),
          risk: true),
        item("secret", "A private matter", .yesNo, isPrivate: true, skip: true),
        item("size", "Height and weight", .bodySize, skip: true),
        item(
          "lost", "Weight lost",
          .number(.init(unit: .kilograms, units: [.pounds], least: 0, most: 100, decimals: 1))),
        item("pills", "Takes pain pills", .yesNo, risk: true),
        item(
          "tried", "Tried",
          .each(
            rows: options(["cream": "A cream", "walks": "Walks"]),
            options: options(["helped": "Helped", "no": "Not tried", "useless": "Did not help"]))),
        item("words", "In your own words", .text(longest: 200), skip: true),
      ]),
  ]

  private static func options(_ texts: [String: String]) -> [AnswerOption] {
    texts.sorted { $0.key < $1.key }.map { AnswerOption(id: .init($0.key), text: $0.value) }
  }

  private static func item(
    _ id: Item.ID, _ summary: String, _ kind: Item.Kind, clinical: String? = nil,
    isPrivate: Bool = false, headline: Bool = false, risk: Bool = false, skip: Bool = false,
    clarifies: Subject? = nil, known: AssumedNumber? = nil
  ) -> Item {
    let isText = if case .text = kind { true } else { false }
    return Item(
      id: id, ask: summary + "?", why: "It matters.", summary: summary, clinical: clinical,
      kind: kind, offersNotSure: !isText, maySkip: skip, isPrivate: isPrivate,
      isHeadline: headline, isRisk: risk, clarifies: clarifies, whenUnknown: known)
  }
}
