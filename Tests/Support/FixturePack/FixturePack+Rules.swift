import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  static let rules = Rules(
    dispositions: DispositionRules(
      texts: Disposition.allCases.reversed().map(text),
      selfCareWhen: .all([.compare("level", .lessOrEqual, 2), .not(.yes("broken"))]),
      incomplete: "Not everything was answered.", questionsShown: 2),
    redFlags: redFlags, conditions: conditions, ladder: ladder, treatments: treatments,
    surgery: surgery, advice: advice, scores: [score])

  private static func text(_ disposition: Disposition) -> DispositionText {
    let (title, symbol) =
      switch disposition {
      case .emergencyCall: ("Call now", "!!")
      case .emergencyDepartment: ("Go now", "!")
      case .sameDay: ("Today", "*")
      case .withinDays: ("This week", "+")
      case .routine: ("A visit", "-")
      case .selfCare: ("By yourself", ".")
      }
    return DispositionText(
      disposition: disposition, title: title,
      action: disposition.isEmergency
        ? "Stop here. Call {emergency-number}." : "\(title): this is the action line.",
      inClinic: "Tell the front desk.", whenClosed: "Call {nurse-line}.", symbol: symbol)
  }

  private static let redFlags = [
    RedFlag(
      id: "flag-call", title: "Sign one", disposition: .emergencyCall, within: "now",
      when: .yes("signs.one"), action: "Call {emergency-number} now.",
      inClinic: "Say sign one at the desk.", whenClosed: "Call {emergency-number}, not us.",
      why: "Sign one is loud.", doNot: ["Do not wait.", "Do not drive."],
      getHelpSooner: ["Call {emergency-number} if you become sure of sign one."], page: "signs",
      sources: ["source-a"]),
    RedFlag(
      id: "flag-department", title: "Sign two at an age", disposition: .emergencyDepartment,
      within: "today",
      when: .all([.yes("signs.two"), .compare("age", .greaterOrEqual, 60, .years)]),
      unsure: .emergencyDepartment, action: "Go to the big house now.",
      why: "Sign two is worse later in life.", doNot: [],
      getHelpSooner: ["Go if sign two grows."], page: "signs",
      sources: ["source-a", "source-b"]),
    RedFlag(
      id: "flag-same-day", title: "Sign three", disposition: .sameDay, within: "today",
      when: .yes("signs.three"), unsure: .withinDays, action: "Be seen today.",
      why: "Sign three cannot wait for tomorrow.", doNot: ["Do not shake it."],
      getHelpSooner: ["Call {emergency-number} if sign three turns blue."],
      sources: ["source-b"]),
    RedFlag(
      id: "flag-days", title: "Broken and bad", disposition: .withinDays, within: "within days",
      when: .all([
        .yes("broken"),
        .any([.compare("level", .greater, 6), .compare("size.bmi", .greaterOrEqual, 40)]),
      ]), action: "Be seen this week.", why: "It will not mend by itself.", doNot: [],
      getHelpSooner: ["Be seen today if it breaks more."],
      sources: ["source-d"]),
  ]

  private static let conditions = [
    ConditionPattern(
      id: "worn", name: "A worn thing",
      when: .test(Subject("place"), .isNoneOf(["field", "garage"])),
      features: [
        .init(
          when: .compare("age", .greaterOrEqual, 45, .years), points: 2, text: "You are 45 or older"
        ),
        .init(when: .compare("since", .greater, 3, .months), points: 3, text: "It is an old thing"),
        .init(
          when: .atLeast(
            2, [.includes("map", "inner"), .includes("map", "front"), .yes("broken")]),
          points: 1, text: "Two of three fit"),
        .init(when: .yes("broken"), points: -2, text: "The thing is broken"),
      ], fit: .init(strong: 5, some: 3, weak: 2), isOnLadder: true, firstSteps: [],
      getHelpSooner: ["It gets louder."], page: "thing-a", sources: ["source-a"]),
    ConditionPattern(
      id: "loose", name: "A loose part",
      features: [
        .init(when: .includes("parts", "beta"), points: 2, text: "It has part beta"),
        .init(when: .is("broken-how", "fell", "pushed"), points: 2, text: "It broke"),
        .init(when: .compare("level", .equal, 0), points: -1, text: "It is not bad at all"),
      ], fit: .init(strong: 4, some: 3, weak: 2), isOnLadder: false,
      firstSteps: ["Hold it still.", "Put it down."], getHelpSooner: [], sources: ["source-b"]),
  ]

  private static let advice = [
    Advice(
      id: "keep-dry", kind: .do, when: .always, text: "Keep the thing dry.",
      levels: [.selfCare, .routine], page: "thing-a", sources: ["source-a"]),
    Advice(
      id: "call-sooner", kind: .sooner, when: .compare("level", .greaterOrEqual, 5),
      text: "Call {nurse-line} if it gets louder, or {crisis-line} at night.", levels: [],
      sources: ["source-d"]),
    Advice(
      id: "ask-place", kind: .question, when: .test(Subject("place"), .isUnknown),
      text: "Where should the thing be kept?", levels: [], sources: []),
    Advice(
      id: "ask-parts", kind: .question, when: .test(Subject("parts"), .isAnswered),
      text: "Which parts can be left out?", levels: [], page: "about-things", sources: []),
  ]

  private static let score = Score(
    id: "levels", name: "Mean level", items: ["level", "level-week"], combine: .mean, decimals: 1,
    range: "0 to 10, higher is worse", about: "The mean of both levels.", sources: ["source-b"])
}
