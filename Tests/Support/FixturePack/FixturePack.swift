package import QuestionnaireModel
package import RecommendationCore

/// A small made-up pack that has everything a pack can have, for tests of the code.
///
/// It is about a thing with signs, parts and a level; nothing in it is advice. Every verdict can be
/// reached; every level but the two lowest by a red flag of its own, and those two without one.
package enum FixturePack {
  package static let pack = variant()

  /// The pack with something of it in another way.
  package static func variant(
    manifest: Manifest = manifest, wording: Wording = wording,
    questionnaire: Questionnaire = Questionnaire(sections: sections), rules: Rules = rules
  ) -> ContentPack {
    ContentPack(
      manifest: manifest, wording: wording, questionnaire: questionnaire, rules: rules,
      pages: pages, references: references, ledger: ClaimLedger(claims),
      figures: Deferred(figures), glossary: glossary, pictures: [picture])
  }

  static let today = day(2026, 11, 22)

  static let manifest = Manifest(
    id: "fixture", version: "1.2.3", title: "The thing", language: "en",
    languages: [Language(code: "en", name: "English")], reviewed: today,
    reviewDue: day(2027, 11, 22), defaultRegion: "here",
    regions: [
      Region(
        id: "here", name: "Here", emergencyNumber: "111", nurseLine: "the desk",
        crisisLine: "222", numbersChecked: today),
      Region(
        id: "there", name: "There", emergencyNumber: "999", nurseLine: "the other desk",
        crisisLine: "888"),
    ],
    intendedUse: "For tests of the program.",
    notADiagnosis: "This is made up and tells you nothing.",
    about: Manifest.About(
      authors: "Written by those at the desk.", isNot: ["It is no thing.", "It measures nothing."],
      marking: "It bears no mark.", deployers: "Whoever sets it up answers for it.",
      licenses: "Free to all."),
    signedOff: Manifest.SignOff(by: "Dr. Thing", on: today))

  static let references = [
    Reference(
      id: "source-a", kind: .guideline, title: "Guideline of things", short: "Things 2019",
      authors: "Society of Things",
      year: 2019, place: "Things 1:1-20", doi: "10.1000/things", read: .whole),
    Reference(
      id: "source-b", kind: .trial, title: "A trial of thing B", authors: "Doe and Roe", year: 2021,
      place: "Journal of Parts", number: "T-42", read: .abstract),
    Reference(
      id: "source-c", kind: .seller, title: "We sell thing E", authors: "A seller", year: 2024,
      address: "https://example.org/thing-e", read: .copy),
    Reference(
      id: "source-d", kind: .other, title: "Said at the desk", authors: "The desk", year: 1999,
      read: .memory),
  ]

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return day
  }
}

extension Criterion {
  /// The yes-no item or row (`signs.one`) is answered with yes.
  static func yes(_ name: String) -> Criterion { .test(Subject(named: name), .isOneOf([.yes])) }

  /// The choice or row is answered with one of these.
  static func `is`(_ name: String, _ options: AnswerOption.ID...) -> Criterion {
    .test(Subject(named: name), .isOneOf(options))
  }

  static func includes(_ name: String, _ option: AnswerOption.ID) -> Criterion {
    .test(Subject(named: name), .includes(option))
  }

  static func compare(
    _ name: String, _ comparison: Comparison, _ bound: Double, _ unit: Unit = .none
  ) -> Criterion {
    .test(Subject(named: name), .compare(comparison, bound * unit.factor))
  }
}

extension Subject {
  /// An item, or `item.row`; the measures of `size` are `size.height`, `size.weight` and
  /// `size.bmi`.
  init(named name: String) {
    let parts = name.split(separator: ".", maxSplits: 1)
    let item = Item.ID(parts.first ?? "")
    switch parts.dropFirst().first {
    case nil: self.init(item)
    case "height"?: self.init(item, .height)
    case "weight"?: self.init(item, .weight)
    case "bmi"?: self.init(item, .bmi)
    case .some(let row): self.init(item, .row(AnswerOption.ID(row)))
    }
  }
}
