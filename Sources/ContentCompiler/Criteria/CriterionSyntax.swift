import QuestionnaireModel

/// A criterion as written, before its names are known to mean anything.
indirect enum CriterionSyntax: Equatable {
  case any([CriterionSyntax])
  case all([CriterionSyntax])
  case not(CriterionSyntax)
  case atLeast(Int, [CriterionSyntax], offset: Int)
  /// `always` and `never`.
  case constant(Bool)
  case test(Subject, Tail)

  struct Word: Equatable {
    let text: String
    let offset: Int
  }

  /// `age`, `body-now.fever`.
  struct Subject: Equatable {
    let item: Word
    let part: Word?

    var description: String { part.map { item.text + "." + $0.text } ?? item.text }
  }

  /// What is said of the subject.
  enum Tail: Equatable {
    /// Nothing: the name stands alone.
    case alone
    case isOption(Word)
    case isNotOption(Word)
    case isIn([Word], offset: Int)
    case includes(Word)
    case compare(Comparison, Double, unit: Word?, offset: Int)
    case isUnknown
    case isAnswered
  }

  /// The words with a meaning of their own, which no item and no definition may have as its name.
  static let keywords: Set<String> = [
    "and", "or", "not", "is", "in", "includes", "at", "least", "of", "unknown", "answered",
    "always",
    "never",
  ]
}
