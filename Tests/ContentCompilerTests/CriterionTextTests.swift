import QuestionnaireModel
import Testing

@testable import ContentCompiler

/// A criterion written back as text.
@Suite struct CriterionTextTests {
  /// Reads a criterion against the items of the base content, writes it, and reads that.
  private func rewritten(_ text: String) throws -> (criterion: Criterion, again: Criterion, String) {
    let draft = Draft(day: try #require(testDay))
    draft.readQuestionnaire(Folder(ContentInMemory(baseContent), into: draft.report))
    func read(_ text: String) throws -> Criterion {
      let value = YAMLValue(
        content: .scalar(text, isPlain: false), place: Place("a.yaml"),
        file: SourceFile(path: "a.yaml", text: text))
      return try #require(
        draft.criterion(from: value), "\(text): \(draft.report.diagnostics.map(\.description))")
    }
    let criterion = try read(text)
    let written = criterion.text(in: draft.questionnaire)
    return (criterion, try read(written), written)
  }

  /// Criteria that are written back as they are.
  @Test(arguments: [
    "always", "never", "fell", "not fell", "fell is no", "knee-now.hot", "injury is none",
    "injury is not none", "injury in [none, older]", "pain-with includes stairs",
    "age >= 55 years", "age < 40 years", "pain-now >= 7", "size.bmi >= 27.5",
    "size.weight < 50 kg", "size.height > 190 cm", "operation-date < 12 weeks",
    "operation-date >= 6 months", "operation-date <= 10 days", "tried.exercise is helped",
    "fell is unknown", "fell is answered", "fell and knee-now.hot and knee-now.red",
    "fell or knee-now.hot and knee-now.red", "(fell or knee-now.hot) and knee-now.red",
    "not (fell and knee-now.hot)", "not (not fell)", "(fell or knee-now.hot) or knee-now.red",
    "(fell and knee-now.hot) and knee-now.red",
    "at least 2 of (fell, knee-now.hot or knee-now.red, not age >= 55 years)",
    "not at least 1 of (fell, knee-now.hot)",
  ])
  func `that reads best already stays as it is`(text: String) throws {
    let (criterion, again, written) = try rewritten(text)
    #expect(written == text)
    #expect(again == criterion)
  }

  @Test(arguments: [
    ("age >= 55", "age >= 55 years"), ("age > 600 months", "age > 50 years"),
    ("fell is yes", "fell"), ("size.weight > 110 lb", "size.weight > 110 lb"),
    ("operation-date < 84 days", "operation-date < 12 weeks"),
    ("operation-date < 1 years", "operation-date < 12 months"),
    ("((fell))", "fell"), ("size.height > 6 ft", "size.height > 6 ft"),
    ("age >= 1.5 years", "age >= 18 months"), ("age < 100 days", "age < 100 days"),
  ])
  func `means the same however it was written`(text: String, expected: String) throws {
    let (criterion, again, written) = try rewritten(text)
    #expect(written == expected)
    #expect(again == criterion)
  }

  @Test func `takes the definitions in`() throws {
    let (criterion, again, written) = try rewritten("not adult or fell")
    #expect(written.hasPrefix("not age") && again == criterion)
  }
}
