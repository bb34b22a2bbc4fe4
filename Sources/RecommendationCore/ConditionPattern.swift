package import QuestionnaireModel

/// An illness whose features a person reports.
///
/// Never a diagnosis, never a percentage.
package struct ConditionPattern: Equatable, Sendable {
  package typealias ID = Identifier<ConditionPattern>

  package let id: ID
  package let name: String
  /// The pattern is thought of only when this holds; `nil`: always.
  package let when: Criterion?
  package let features: [Feature]
  package let fit: FitThresholds
  /// The ladder of treatments is meant for this pattern.
  package let isOnLadder: Bool
  package let firstSteps: [String]
  package let getHelpSooner: [String]
  package let page: Page.ID?
  package let sources: [Reference.ID]
  package init(
    id: ID, name: String, when: Criterion? = nil, features: [Feature], fit: FitThresholds,
    isOnLadder: Bool, firstSteps: [String], getHelpSooner: [String], page: Page.ID? = nil,
    sources: [Reference.ID]
  ) {
    self.id = id
    self.name = name
    self.when = when
    self.features = features
    self.fit = fit
    self.isOnLadder = isOnLadder
    self.firstSteps = firstSteps
    self.getHelpSooner = getHelpSooner
    self.page = page
    self.sources = sources
  }

  package struct Feature: Equatable, Sendable {
    package let when: Criterion
    /// Above 0: fits; below 0: speaks against.
    package let points: Int
    package let text: String
    package init(when: Criterion, points: Int, text: String) {
      self.when = when
      self.points = points
      self.text = text
    }
  }

  /// The least points for each word.
  package struct FitThresholds: Equatable, Sendable {
    package let strong: Int
    package let some: Int
    package let weak: Int
    package init(strong: Int, some: Int, weak: Int) {
      self.strong = strong
      self.some = some
      self.weak = weak
    }
  }

  package enum Fit: String, Sendable {
    case strong
    case some
    case weak
  }
}
