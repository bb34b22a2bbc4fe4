import CoreTestKit
import Testing

@testable import QuestionnaireModel

private let no = Truth.no
private let open = Truth.open
private let unsure = Truth.unsure
private let yes = Truth.yes

@Suite struct `A truth value` {
  @Test func `is one of four in the order no, open, unsure, yes`() {
    #expect(no < open && open < unsure && unsure < yes)
  }

  @Test(arguments: [(no, yes), (open, open), (unsure, unsure), (yes, no)])
  func `negated turns only what is known`(value: Truth, expected: Truth) {
    #expect(value.negated == expected)
  }

  @Test(arguments: [(no, false), (open, true), (unsure, true), (yes, false)])
  func `is unknown when open or unsure`(value: Truth, expected: Bool) {
    #expect(value.isUnknown == expected)
  }

  @Test(arguments: [
    (0, [], yes), (-1, [], yes), (0, [no], yes), (1, [], no), (2, [yes], no),
    (1, [no, yes], yes), (1, [no, no], no), (1, [no, unsure], unsure), (1, [open, unsure], unsure),
    (2, [yes, no, no], no), (2, [yes, yes, no], yes), (2, [yes, unsure, no], unsure),
    (2, [yes, unsure, open], unsure), (2, [yes, open, no], open), (2, [unsure, open, no], open),
    (2, [no, yes, open, yes], yes), (3, [yes, yes, open], open), (3, [yes, yes, yes], yes),
  ])
  func `at least N counts what holds and what may`(count: Int, values: [Truth], expected: Truth) {
    #expect(Truth.atLeast(count, of: values) == expected)
  }
}

@Suite struct `A criterion of parts` {
  /// Row, column: no, open, unsure, yes.
  static let and: [[Truth]] = [
    [no, no, no, no],
    [no, open, open, open],
    [no, open, unsure, unsure],
    [no, open, unsure, yes],
  ]
  static let or: [[Truth]] = [
    [no, open, unsure, yes],
    [open, open, unsure, yes],
    [unsure, unsure, unsure, yes],
    [yes, yes, yes, yes],
  ]
  static let pairs = (0..<16).map { ($0 / 4, $0 % 4) }

  @Test(arguments: pairs) func `of and follows Kleene's table`(row: Int, column: Int) throws {
    let sheet = try answersOfEveryTruth()
    let parts = [criterion(row), criterion(column)]
    #expect(sheet.truth(of: .all(parts), reading: .plain) == Self.and[row][column])
  }

  @Test(arguments: pairs) func `of or follows Kleene's table`(row: Int, column: Int) throws {
    let sheet = try answersOfEveryTruth()
    let parts = [criterion(row), criterion(column)]
    #expect(sheet.truth(of: .any(parts), reading: .plain) == Self.or[row][column])
  }

  @Test(arguments: 0..<4) func `of not turns only what is known`(value: Int) throws {
    let sheet = try answersOfEveryTruth()
    let expected = [yes, open, unsure, no][value]
    #expect(sheet.truth(of: .not(criterion(value)), reading: .plain) == expected)
  }

  @Test func `counts its parts`() throws {
    let sheet = try answersOfEveryTruth()
    let parts = (0..<4).map(criterion)
    let expected = [yes, yes, unsure, open, no, no]
    for (count, value) in expected.enumerated() {
      #expect(sheet.truth(of: .atLeast(count, parts), reading: .plain) == value)
    }
  }

  @Test func `holds without parts as always and fails as never`() throws {
    let sheet = try answersOfEveryTruth()
    #expect(sheet.truth(of: .always, reading: .plain) == yes)
    #expect(sheet.truth(of: .never, reading: .plain) == no)
    #expect(sheet.truth(of: .all([]), reading: .plain) == yes)
    #expect(sheet.truth(of: .any([]), reading: .plain) == no)
  }

  @Test func `lists its subjects in the order written, each once`() {
    let criterion = Criterion.all([
      .isYes("b"), .any([.row("c", "x"), .not(.isYes("a"))]),
      .atLeast(1, [.isYes("b"), .row("c", "y")]),
    ])
    #expect(criterion.subjects.map(\.description) == ["b", "c.x", "a", "c.y"])
  }

  private func criterion(_ value: Int) -> Criterion {
    .isYes(["no", "open", "unsure", "yes"][value])
  }
}
