package import QuestionnaireModel

/// Everything that one response leads to on one day, each part with its reasons.
///
/// Texts still hold the placeholders of the region.
package struct Recommendation: Equatable, Sendable {
  package let day: Day
  package let disposition: Disposition
  /// False while an answer is open that could raise the disposition.
  package let isComplete: Bool
  /// The most urgent first, then in the order of the content.
  package let redFlags: [RaisedFlag]
  /// In the order of the content, at most three.
  package let conditions: [FittingPattern]
  package let ladder: LadderPlace
  /// All treatments; empty at an emergency, and only those to avoid at same-day.
  package let treatments: [JudgedTreatment]
  package let surgery: SurgeryView
  package let advice: [GivenAdvice]
  /// The most important first; none at an emergency.
  package let questions: [GivenAdvice]
  package let scores: [ScoreValue]
  /// Pages worth reading, each once.
  package let pages: [Page.ID]
  package let unanswered: [Item.ID]
  package let parked: [Item.ID]
  /// The rules about answers that do not fit together which hold, in the order of the content.
  package let contradictions: [ConsistencyRule.ID]
  package init(
    day: Day, disposition: Disposition, isComplete: Bool, redFlags: [RaisedFlag],
    conditions: [FittingPattern], ladder: LadderPlace, treatments: [JudgedTreatment],
    surgery: SurgeryView, advice: [GivenAdvice], questions: [GivenAdvice], scores: [ScoreValue],
    pages: [Page.ID], unanswered: [Item.ID], parked: [Item.ID],
    contradictions: [ConsistencyRule.ID] = []
  ) {
    self.day = day
    self.disposition = disposition
    self.isComplete = isComplete
    self.redFlags = redFlags
    self.conditions = conditions
    self.ladder = ladder
    self.treatments = treatments
    self.surgery = surgery
    self.advice = advice
    self.questions = questions
    self.scores = scores
    self.pages = pages
    self.unanswered = unanswered
    self.parked = parked
    self.contradictions = contradictions
  }

  package struct RaisedFlag: Equatable, Sendable {
    package let id: RedFlag.ID
    /// The level that it gives here: lower than the flag's own where the person was not sure.
    package let disposition: Disposition
    /// The person was not sure of a sign; never to be shown as a finding.
    package let isUnsure: Bool
    package let because: [Subject]
    package init(id: RedFlag.ID, disposition: Disposition, isUnsure: Bool, because: [Subject]) {
      self.id = id
      self.disposition = disposition
      self.isUnsure = isUnsure
      self.because = because
    }
  }

  package struct FittingPattern: Equatable, Sendable {
    package let id: ConditionPattern.ID
    package let fit: ConditionPattern.Fit
    package let points: Int
    package let supporting: [Feature]
    package let against: [Feature]
    package init(
      id: ConditionPattern.ID, fit: ConditionPattern.Fit, points: Int, supporting: [Feature],
      against: [Feature]
    ) {
      self.id = id
      self.fit = fit
      self.points = points
      self.supporting = supporting
      self.against = against
    }

    package struct Feature: Equatable, Sendable {
      package let text: String
      package let because: [Subject]
      package init(text: String, because: [Subject]) {
        self.text = text
        self.because = because
      }
    }
  }

  package struct LadderPlace: Equatable, Sendable {
    package let isShown: Bool
    /// The step the person is on; the lowest when the ladder is hidden.
    ///
    /// `nil` only without steps.
    package let step: Ladder.Step.ID?
    package let hiddenBecause: Hidden?
    package let because: [Subject]
    package init(
      isShown: Bool, step: Ladder.Step.ID? = nil, hiddenBecause: Hidden? = nil, because: [Subject]
    ) {
      self.isShown = isShown
      self.step = step
      self.hiddenBecause = hiddenBecause
      self.because = because
    }

    package enum Hidden: String, Sendable {
      case urgent
      case notMeantForThis = "not-meant-for-this"
    }
  }

  package struct JudgedTreatment: Equatable, Sendable {
    package let id: Treatment.ID
    package let verdict: Verdict
    package let reasons: [Reason]
    package init(id: Treatment.ID, verdict: Verdict, reasons: [Reason]) {
      self.id = id
      self.verdict = verdict
      self.reasons = reasons
    }

    package struct Reason: Equatable, Sendable {
      package let text: String
      package let because: [Subject]
      package let sources: [Reference.ID]
      /// The fact is not known: the person was not sure or has not said.
      package let isUnknown: Bool
      package init(text: String, because: [Subject], sources: [Reference.ID], isUnknown: Bool) {
        self.text = text
        self.because = because
        self.sources = sources
        self.isUnknown = isUnknown
      }
    }
  }

  package struct SurgeryView: Equatable, Sendable {
    /// `nil` where surgery is not a matter to speak of now.
    package let advice: Identifier<Surgery.Advice>?
    package let met: [Surgery.Reason.ID]
    package let missing: [Surgery.Reason.ID]
    package init(
      advice: Identifier<Surgery.Advice>? = nil, met: [Surgery.Reason.ID],
      missing: [Surgery.Reason.ID]
    ) {
      self.advice = advice
      self.met = met
      self.missing = missing
    }
  }

  package struct GivenAdvice: Equatable, Sendable {
    package let id: Advice.ID
    package let kind: Advice.Kind
    package let text: String
    package let because: [Subject]
    package init(id: Advice.ID, kind: Advice.Kind, text: String, because: [Subject]) {
      self.id = id
      self.kind = kind
      self.text = text
      self.because = because
    }
  }

  package struct ScoreValue: Equatable, Sendable {
    package let id: Identifier<Score>
    package let value: Double
    package init(id: Identifier<Score>, value: Double) {
      self.id = id
      self.value = value
    }
  }
}
