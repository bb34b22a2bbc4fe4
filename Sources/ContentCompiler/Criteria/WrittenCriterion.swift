import QuestionnaireModel

/// A criterion of a rule, with the place of its text.
struct WrittenCriterion {
  let criterion: Criterion
  let value: YAMLValue

  var place: Place { value.place }
}
