import QuestionnaireModel
import RecommendationCore

extension Listing {
  /// In the order asked.
  init(itemsOf pack: ContentPack) {
    self.init(
      columns: ["id", "section", "kind", "ask"],
      rows: pack.questionnaire.sections.flatMap { section in
        section.items.map { [$0.id.rawValue, section.id.rawValue, $0.kind.word.rawValue, $0.ask] }
      })
  }

  /// Red flags, conditions, steps, reasons for surgery, advice and scores, each in the order of its
  /// file.
  init(rulesOf rules: Rules) {
    var rows = rules.redFlags.map {
      ["red flag", $0.id.rawValue, $0.disposition.rawValue, $0.title]
    }
    rows += rules.conditions.map { ["condition", $0.id.rawValue, "", $0.name] }
    rows += rules.ladder.steps.map { ["step", $0.id.rawValue, "", $0.name] }
    rows += rules.surgery.reasons.map { ["surgery reason", $0.id.rawValue, "", $0.name] }
    rows += rules.advice.map {
      ["advice", $0.id.rawValue, $0.levels.map(\.rawValue).joined(separator: " "), $0.text]
    }
    rows += rules.scores.map { ["score", $0.id.rawValue, "", $0.name] }
    self.init(columns: ["kind", "id", "level", "name"], rows: rows)
  }

  init(pagesOf pack: ContentPack) {
    self.init(
      columns: ["id", "group", "review-due", "title"],
      rows: pack.pages.map {
        [$0.id.rawValue, $0.group.rawValue, $0.reviewDue.description, $0.title]
      })
  }

  init(treatmentsOf pack: ContentPack) {
    self.init(
      columns: ["id", "step", "stage", "name"],
      rows: pack.rules.treatments.map {
        [$0.id.rawValue, $0.step.rawValue, $0.articleStage.map(String.init) ?? "none", $0.name]
      })
  }

  /// With what is for the clinician alone.
  init(figuresOf pack: ContentPack) {
    func text(_ outcome: Figure.Outcome) -> String {
      "\(outcome.what): \(outcome.with), else \(outcome.without)"
    }
    self.init(
      columns: ["id", "of", "help", "harms", "unverified", "sources", "derived"],
      rows: pack.figures.map {
        [
          $0.id.rawValue, String($0.base.rawValue), text($0.benefit),
          $0.harms.map(text).joined(separator: "; "), $0.isUnverified ? "true" : "",
          $0.sources.map(\.rawValue).joined(separator: " "), $0.derived ?? "",
        ]
      }, isTall: true)
  }

  init(patients: [ExamplePatient]) {
    self.init(
      columns: ["id", "disposition", "red-flags", "story"],
      rows: patients.map { patient in
        [
          patient.id, patient.recommendation?.disposition.rawValue ?? "",
          patient.recommendation?.redFlags.map(\.id.rawValue).joined(separator: " ") ?? "",
          patient.story,
        ]
      })
  }

  /// In the order of their numbers.
  init(claimsOf pack: ContentPack) {
    self.init(
      columns: ["number", "id", "verdict", "badge", "pages"],
      rows: pack.claims.map { claim in
        [
          "C\(claim.number)", claim.id.rawValue, claim.verdict.rawValue, claim.badge.rawValue,
          claim.shown.map(\.rawValue).joined(separator: " "),
        ]
      })
  }
}

extension Item.Kind {
  /// The word for the kind in the questionnaire.
  var word: KindWord {
    switch self {
    case .yesNo: .yesNo
    case .choice: .choice
    case .choices: .choices
    case .each: .each
    case .number: .number
    case .scale: .scale
    case .zones: .zones
    case .bodySize: .bodySize
    case .date: .date
    case .text: .text
    }
  }
}
