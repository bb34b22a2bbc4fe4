package import QuestionnaireModel

/// The steps of treatment in the order of the evidence, and the article's own stages beside them.
package struct Ladder: Equatable, Sendable {
  package let shownWhen: Criterion
  /// Treatments are judged only where this holds or is unknown; `nil`: always.
  package let judgedWhen: Criterion?
  package let hiddenBecause: String
  /// From the bottom.
  package let steps: [Step]
  package let articleStages: [ArticleStage]
  package let sources: [Reference.ID]
  package init(
    shownWhen: Criterion, judgedWhen: Criterion? = nil, hiddenBecause: String, steps: [Step],
    articleStages: [ArticleStage],
    sources: [Reference.ID]
  ) {
    self.shownWhen = shownWhen
    self.judgedWhen = judgedWhen
    self.hiddenBecause = hiddenBecause
    self.steps = steps
    self.articleStages = articleStages
    self.sources = sources
  }

  package struct Step: Equatable, Sendable {
    package typealias ID = Identifier<Step>

    package let id: ID
    package let name: String
    package let about: String
    package let reachedWhen: Criterion
    /// The rows that tell what was tried of this step, and how it helped.
    package let tried: [Subject]
    package init(
      id: ID, name: String, about: String, reachedWhen: Criterion, tried: [Subject] = []
    ) {
      self.id = id
      self.name = name
      self.about = about
      self.reachedWhen = reachedWhen
      self.tried = tried
    }
  }

  package struct ArticleStage: Equatable, Sendable {
    package let number: Int
    package let name: String
    package let about: String
    package init(number: Int, name: String, about: String) {
      self.number = number
      self.name = name
      self.about = about
    }
  }
}
