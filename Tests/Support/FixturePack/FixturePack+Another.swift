import QuestionnaireModel
package import RecommendationCore

extension FixturePack {
  /// The pack with somebody who may answer for another person, and with answers that can clash.
  ///
  /// A pack of its own, so that the way through the other one stays short.
  package static let another = ContentPack(
    manifest: manifest, wording: wording,
    questionnaire: Questionnaire(
      sections: [whoSection] + sections + [wordedSection], forAnotherWhen: .is("who", "helper")),
    rules: Rules(
      dispositions: rules.dispositions, redFlags: rules.redFlags, conditions: rules.conditions,
      ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery,
      advice: rules.advice, scores: rules.scores, consistency: consistency),
    pages: pages, references: references, figures: Deferred(figures))

  private static let whoSection = Section(
    id: "who", title: "Who", isEmergency: false,
    items: [
      Item(
        id: "who", ask: "Who answers?", why: "The words hang on it.", summary: "Who answered",
        kind: .choice([
          AnswerOption(id: "self", text: "I answer for myself"),
          AnswerOption(id: "helper", text: "I answer for somebody else"),
        ]), offersNotSure: false, maySkip: false, isPrivate: false)
    ])

  private static let wordedSection = Section(
    id: "worded", title: "Your day", isEmergency: false,
    items: [
      Item(
        id: "mood", ask: "Are you well?", hint: "Think of today", why: "It is polite.",
        summary: "Mood",
        kind: .choice([
          AnswerOption(id: "well", text: "I am well", forAnother: "They are well"),
          AnswerOption(id: "unwell", text: "Unwell"),
        ]), offersNotSure: true, maySkip: false, isPrivate: false,
        forAnother: .init(ask: "Are they well?", hint: "Think of their day")),
      Item(
        id: "aches", ask: "Do you ache?", why: "It is asked of many.", summary: "Aches",
        kind: .each(
          rows: [
            AnswerOption(id: "head", text: "My head aches", forAnother: "Their head aches"),
            AnswerOption(id: "back", text: "Back"),
          ], options: []), offersNotSure: true, maySkip: false, isPrivate: false),
    ])

  private static let consistency = [
    ConsistencyRule(
      id: "level-and-week",
      when: .all([.compare("level", .equal, 0), .compare("level-week", .greaterOrEqual, 8)]),
      ask: "You said it is 0 now, and was bad all week. Is that right?",
      items: ["level", "level-week"]),
    ConsistencyRule(
      id: "well-and-aching",
      when: .all([.is("mood", "well"), .yes("aches.head")]),
      ask: "You said you are well, and that your head aches. Is that right?",
      items: ["mood", "aches"]),
  ]
}
