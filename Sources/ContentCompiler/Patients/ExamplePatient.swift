package import QuestionnaireModel
package import RecommendationCore

/// A made-up person with answers, and what must come out of them.
///
/// The content's own tests.
package struct ExamplePatient {
  package let id: String
  package let story: String
  package let place: Place
  package let day: Day
  package let response: QuestionnaireResponse
  let expectation: Expectation
  /// What came out; `nil` where the rules have faults and nobody was run.
  package var recommendation: Recommendation?
  /// The answers as they count; `nil` where nobody was run.
  var answers: Answers?
}

/// What must come out.
///
/// Each part with its place, so that a difference can be shown there.
struct Expectation {
  let place: Place
  let disposition: (level: Disposition, place: Place)
  /// Exactly these are present.
  let redFlags: [(name: String, place: Place)]
  let redFlagsPlace: Place
  /// Exactly these are "not sure".
  let unsure: [(name: String, place: Place)]
  let unsurePlace: Place
  let isComplete: (value: Bool, place: Place)?
  let verdicts: [(treatment: String, verdict: Verdict, place: Place)]
  let conditions: [(name: String, place: Place)]
  let notConditions: [(name: String, place: Place)]
  let step: (name: String, place: Place)?
  let ladderIsShown: (value: Bool, place: Place)?
}
