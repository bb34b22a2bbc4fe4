import QuestionnaireModel

extension FixturePack {
  static let sections = [
    Section(id: "emergency", title: "First", isEmergency: true, items: emergencyItems),
    Section(id: "you", title: "About you", isEmergency: false, items: personItems),
    Section(id: "thing", title: "Your thing", isEmergency: false, items: thingItems),
  ]

  private static let emergencyItems = [
    Item(
      id: "signs", ask: "Do you have any of these signs now?", hint: "Answer each of them",
      why: "A sign cannot wait.", summary: "Signs", clinical: "Signs (reported)",
      kind: .each(
        rows: [
          AnswerOption(id: "one", text: "Sign one", hint: "The loud one", clinical: "Sign I"),
          AnswerOption(id: "two", text: "Sign two"),
          AnswerOption(id: "three", text: "Sign three"),
        ], options: []),
      offersNotSure: true, maySkip: false, isPrivate: false),
    Item(
      id: "sign-one-again", ask: "Is it loud enough to wake you?",
      why: "You were not sure of sign one.", summary: "Sign one, in other words", kind: .yesNo,
      offersNotSure: true, maySkip: false, isPrivate: false, clarifies: Subject(named: "signs.one")),
  ]

  private static let personItems = [
    Item(
      id: "age", ask: "How old are you?", why: "Some things are not for every age.", summary: "Age",
      kind: .number(
        Item.NumberRange(unit: .years, units: [.months], least: 0, most: 120, decimals: 0)),
      offersNotSure: true, maySkip: true, isPrivate: false,
      whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75)),
    Item(
      id: "place", ask: "Where do you keep the thing?", hint: "Take the one that fits best",
      why: "The place matters.", summary: "Place", clinical: "Location",
      kind: .choice([
        AnswerOption(id: "attic", text: "In the attic"),
        AnswerOption(id: "bedroom", text: "In the bedroom"),
        AnswerOption(id: "cellar", text: "In the cellar"),
        AnswerOption(id: "drawer", text: "In a drawer", hint: "Or in a box"),
        AnswerOption(id: "elsewhere", text: "Elsewhere in the house"),
        AnswerOption(id: "field", text: "In a field"),
        AnswerOption(id: "garage", text: "In the garage", clinical: "Garage or shed"),
      ]), offersNotSure: true, maySkip: false, isPrivate: false),
    Item(
      id: "size", ask: "How tall and how heavy are you?", why: "Heavy things need care.",
      summary: "Height and weight", kind: .bodySize, offersNotSure: false, maySkip: true,
      isPrivate: true),
    Item(
      id: "note", ask: "What else should be known?", hint: "A few words are enough",
      why: "Nobody knows your thing better.", summary: "In your words", kind: .text(longest: 200),
      offersNotSure: false, maySkip: true, isPrivate: true),
  ]

  private static let thingItems = [
    Item(
      id: "since", ask: "Since when do you have the thing?", hint: "A month or a year is enough",
      why: "Old things behave differently.", summary: "Since", kind: .date, offersNotSure: true,
      maySkip: true, isPrivate: false),
    Item(
      id: "level", ask: "How bad is it now?", why: "The level says how soon.", summary: "Level now",
      kind: .scale(low: "Not at all", high: "As bad as can be"), offersNotSure: false,
      maySkip: false, isPrivate: false),
    Item(
      id: "level-week", ask: "How bad was it this week?", why: "A week says more than a day.",
      summary: "Level this week", kind: .scale(low: "Not at all", high: "As bad as can be"),
      offersNotSure: false, maySkip: true, isPrivate: false),
    Item(
      id: "broken", ask: "Is the thing broken?", why: "A broken thing needs other steps.",
      summary: "Broken", kind: .yesNo, offersNotSure: true, maySkip: false, isPrivate: false),
    Item(
      id: "broken-how", ask: "How did it break?", why: "A fall is not a push.",
      summary: "How it broke",
      kind: .choice([
        AnswerOption(id: "fell", text: "It fell"),
        AnswerOption(id: "pushed", text: "It was pushed"),
      ]), offersNotSure: true, maySkip: false, isPrivate: false, enableWhen: .yes("broken")),
    Item(
      id: "parts", ask: "Which parts does it have?", why: "Some parts rule a thing out.",
      summary: "Parts",
      kind: .choices([
        AnswerOption(id: "alpha", text: "Part alpha"), AnswerOption(id: "beta", text: "Part beta"),
        AnswerOption(id: "gamma", text: "Part gamma", hint: "The small one"),
        AnswerOption(id: "delta", text: "Part delta", clinical: "Delta, prescribed"),
      ]), offersNotSure: true, maySkip: false, isPrivate: false),
    Item(
      id: "map", ask: "Where on the thing is it?", why: "The side matters.", summary: "Zones",
      kind: .zones(
        picture: "thing",
        [
          AnswerOption(id: "front", text: "Front"), AnswerOption(id: "back", text: "Back"),
          AnswerOption(id: "inner", text: "Inner side"),
          AnswerOption(id: "outer", text: "Outer side"),
        ]), offersNotSure: true, maySkip: false, isPrivate: false),
    Item(
      id: "tried", ask: "What did you try, and did it help?",
      why: "What failed is not tried again.",
      summary: "Tried",
      kind: .each(
        rows: [
          AnswerOption(id: "thing-a", text: "Thing A"),
          AnswerOption(id: "thing-b", text: "Thing B"),
        ],
        options: [
          AnswerOption(id: "helped", text: "It helped"),
          AnswerOption(id: "no-help", text: "It did not help"),
          AnswerOption(id: "not-tried", text: "Not tried"),
        ]), offersNotSure: true, maySkip: false, isPrivate: false),
  ]
}
