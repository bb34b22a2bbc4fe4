package import QuestionnaireModel

/// Where to go and how soon, from the least to the most urgent.
package enum Disposition: String, CaseIterable, Comparable, Sendable {
  case selfCare = "self-care"
  case routine
  case withinDays = "within-days"
  case sameDay = "same-day"
  case emergencyDepartment = "emergency-department"
  case emergencyCall = "emergency-call"

  package var urgency: Int {
    switch self {
    case .selfCare: 0
    case .routine: 1
    case .withinDays: 2
    case .sameDay: 3
    case .emergencyDepartment: 4
    case .emergencyCall: 5
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.urgency < b.urgency }

  /// The walkthrough stops at the answer that raises it, and no treatment is shown.
  package var isEmergency: Bool { self >= Self.leastEmergency }

  package static var leastEmergency: Self { .emergencyDepartment }

  /// The ladder is hidden, and of the treatments only what to avoid remains.
  package var hidesTreatments: Bool { self >= .sameDay }
}

/// What a person is told at one level of urgency.
package struct DispositionText: Equatable, Sendable {
  package let disposition: Disposition
  package let title: String
  /// The one action line, at home.
  package let action: String
  package let inClinic: String
  package let whenClosed: String
  /// Stands beside the words, so that no color is needed.
  package let symbol: String
  package init(
    disposition: Disposition, title: String, action: String, inClinic: String, whenClosed: String,
    symbol: String
  ) {
    self.disposition = disposition
    self.title = title
    self.action = action
    self.inClinic = inClinic
    self.whenClosed = whenClosed
    self.symbol = symbol
  }
}

/// The rules that lie under every disposition.
package struct DispositionRules: Equatable, Sendable {
  /// One text for each disposition.
  package let texts: [DispositionText]
  /// Holds, and no red flag does: self-care.
  ///
  /// Otherwise routine.
  package let selfCareWhen: Criterion
  /// Said when an answer is missing that could matter.
  package let incomplete: String
  /// How many questions for the visit a result holds at most.
  package let questionsShown: Int
  package init(
    texts: [DispositionText], selfCareWhen: Criterion, incomplete: String, questionsShown: Int
  ) {
    self.texts = texts
    self.selfCareWhen = selfCareWhen
    self.incomplete = incomplete
    self.questionsShown = questionsShown
  }

  /// The text of a level; `nil` only in a pack that no compiler made.
  package subscript(disposition: Disposition) -> DispositionText? {
    texts.first { $0.disposition == disposition }
  }
}
