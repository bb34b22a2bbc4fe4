import QuestionnaireModel

/// Gives the names of a criterion their meaning, and compares what is said with what can be said.
///
/// All faults of a criterion are reported, not only the first.
struct CriterionTyper {
  let draft: Draft
  let value: YAMLValue
  /// The definitions that are being worked out, outermost first.
  let path: [String]

  private var scope: CriterionScope { draft.scope }

  init(draft: Draft, value: YAMLValue, path: [String]) {
    self.draft = draft
    self.value = value
    self.path = path
  }

  mutating func criterion(_ syntax: CriterionSyntax) -> Criterion? {
    switch syntax {
    case .constant(let holds): return holds ? .always : .never
    case .any(let parts): return criteria(parts).map { .any($0) }
    case .all(let parts): return criteria(parts).map { .all($0) }
    case .not(let part): return criterion(part).map { .not($0) }
    case .atLeast(let count, let parts, let offset):
      if count < 1 || count > parts.count {
        fault(
          "FulfillableCriteria", offset,
          "'at least \(count)' of \(parts.count) \(count < 1 ? "always" : "never") holds",
          "write a count from 1 to \(parts.count)")
        _ = criteria(parts)
        return nil
      }
      return criteria(parts).map { .atLeast(count, $0) }
    case .test(let subject, let tail): return test(subject, tail)
    }
  }

  private mutating func criteria(_ parts: [CriterionSyntax]) -> [Criterion]? {
    let criteria = parts.map { criterion($0) }
    return criteria.contains { $0 == nil } ? nil : criteria.compactMap { $0 }
  }

  private mutating func test(
    _ subject: CriterionSyntax.Subject, _ tail: CriterionSyntax.Tail
  ) -> Criterion? {
    if subject.part == nil, let definition = scope.definitions[subject.item.text],
      scope.shapes[subject.item.text] == nil
    {
      draft.mention(.definition, definition.name, at: value.place(ofScalar: subject.item.offset))
      guard tail == .alone else {
        fault(
          "TypedCriteria", subject.item.offset,
          "'\(definition.name)' is a definition and stands alone",
          "write '\(definition.name)' or 'not \(definition.name)'")
        return nil
      }
      return draft.resolve(definition, path: path)
    }
    guard let (found, shape) = resolve(subject) else { return nil }
    return predicate(tail, of: subject, shape).map { .test(found, $0) }
  }

  /// The subject, and what can be said of it; `nil` for unknown names.
  private func resolve(_ subject: CriterionSyntax.Subject) -> (Subject, ItemShape)? {
    let item = subject.item
    guard let shape = scope.shapes[item.text] else {
      if !scope.isComplete { return nil }
      let known =
        Array(scope.shapes.keys) + (subject.part == nil ? Array(scope.definitions.keys) : [])
      fault(
        "KnownItems", item.offset,
        subject.part == nil
          ? "there is no item or definition '\(item.text)'" : "there is no item '\(item.text)'",
        item.text == "true"
          ? "write 'always'"
          : item.text == "false" ? "write 'never'" : itemRemedy(for: item.text, among: known))
      return nil
    }
    guard let part = subject.part else { return (Subject(Item.ID(item.text)), shape) }
    let id = Item.ID(item.text)
    switch shape {
    case .unclear: return (Subject(id, .row(AnswerOption.ID(part.text))), .unclear)
    case .rows(let rows, let options):
      guard rows.contains(part.text) else {
        fault(
          "KnownOptions", part.offset, "'\(item.text)' has no row '\(part.text)'",
          suggestion(for: part.text, among: rows, otherwise: oneOf(rows)))
        return nil
      }
      return (
        Subject(id, .row(AnswerOption.ID(part.text))), options.map { .oneOf($0) } ?? .yesNo
      )
    case .bodySize:
      switch part.text {
      case "bmi": return (Subject(id, .bmi), .number(.none, bounds: nil))
      case "height":
        return (Subject(id, .height), .measure(.centimeters, bounds: BodySize.height.bounds))
      case "weight":
        return (Subject(id, .weight), .measure(.kilograms, bounds: BodySize.weight.bounds))
      default:
        let measures = ["bmi", "height", "weight"]
        fault(
          "KnownOptions", part.offset, "'\(item.text)' has no measure '\(part.text)'",
          suggestion(for: part.text, among: measures, otherwise: oneOf(measures)))
        return nil
      }
    default:
      fault(
        "TypedCriteria", part.offset, "'\(item.text)' is \(shape.what) and has no rows",
        shape.example(item.text))
      return nil
    }
  }

  /// The nearest name; for a row that stands without its item, the item before it.
  private func itemRemedy(for name: String, among known: [String]) -> String {
    for (id, shape) in scope.shapes.sorted(by: { $0.key < $1.key }) {
      if case .rows(let rows, _) = shape, rows.contains(name) {
        return "did you mean '\(id).\(name)'?"
      }
    }
    return suggestion(
      for: name, among: known,
      otherwise: "write the id of an item of questionnaire/ or of a definition")
  }

  func fault(_ rule: String, _ offset: Int, _ summary: String, _ remedy: String) {
    draft.report.error(rule, at: value.place(ofScalar: offset), summary, remedy)
  }
}

extension Item.NumberRange {
  fileprivate var bounds: ClosedRange<Double> { least...most }
}
