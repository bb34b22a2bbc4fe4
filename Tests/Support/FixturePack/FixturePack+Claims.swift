import QuestionnaireModel
import RecommendationCore

extension FixturePack {
  static let claims = [
    Claim(
      id: "mends-all", number: 1, place: "at the start", kind: .promise, saidBy: "a seller",
      interest: "sells thing E", claim: "Thing E mends every other thing.", verdict: .contradicted,
      badge: .wrong, isBenefit: true, support: [], dissent: ["source-a", "source-d"],
      say: "It mends none.", shown: ["said"], reviewDue: day(2027, 11, 22)),
    Claim(
      id: "small-thing", number: 2, place: "at the end", kind: .fact, saidBy: "the article",
      interest: "none known", claim: "Thing E is small.", verdict: .supported, badge: .articleSays,
      support: ["source-b"], dissent: [], say: "It is small.", shown: ["said"],
      reviewDue: day(2027, 2, 1)),
  ]
}
