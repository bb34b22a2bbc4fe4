import CoreTestKit
import QuestionnaireModel
import Testing

/// A kind of item, an answer, a test on it, and what comes out.
private let rows: [(Answer, Predicate, Truth)] = [
  (.option("a"), .isOneOf(["a", "b"]), .yes), (.option("c"), .isOneOf(["a", "b"]), .no),
  (.option("a"), .isOneOf([]), .no), (.option("c"), .isNoneOf(["a", "b"]), .yes),
  (.option("a"), .isNoneOf(["a", "b"]), .no),
  (.options(["a", "b"]), .includes("a"), .yes), (.options(["b"]), .includes("a"), .no),
  (.options([]), .includes("a"), .no),
  (.number(Quantity(3)), .compare(.less, 3), .no),
  (.number(Quantity(3)), .compare(.lessOrEqual, 3), .yes),
  (.number(Quantity(3)), .compare(.equal, 3), .yes),
  (.number(Quantity(3)), .compare(.greaterOrEqual, 3), .yes),
  (.number(Quantity(3)), .compare(.greater, 3), .no),
  (.number(Quantity(2)), .compare(.less, 3), .yes),
  (.number(Quantity(4)), .compare(.greater, 3), .yes),
  (.number(Quantity(2)), .compare(.equal, 3), .no),
  (.scale(7), .compare(.greaterOrEqual, 7), .yes), (.scale(6), .compare(.greaterOrEqual, 7), .no),
  // Units: the bound is in the base unit (day, kilogram, centimeter).
  (.number(Quantity(2, .years)), .compare(.greaterOrEqual, 730.5), .yes),
  (.number(Quantity(3, .weeks)), .compare(.equal, 21), .yes),
  (.number(Quantity(110, .pounds)), .compare(.less, 50), .yes),
  (.number(Quantity(111, .pounds)), .compare(.less, 50), .no),
  (.number(Quantity(6, .feet)), .compare(.greater, 180), .yes),
  // An answer of another kind does not hold.
  (.text("a"), .isOneOf(["a"]), .no), (.option("a"), .includes("a"), .no),
  (.options(["a"]), .isOneOf(["a"]), .no), (.option("a"), .compare(.less, 9), .no),
  (.yes, .isOneOf([.no]), .no),
]

/// The day of the result is 2026-11-22.
private let dates: [(String, Comparison, Double, Truth)] = [
  ("2026-11-22", .equal, 0, .yes), ("2026-11-21", .equal, 1, .yes),
  ("2026-11-15", .less, 7, .no), ("2026-11-16", .less, 7, .yes),
  ("2026-11-15", .lessOrEqual, 7, .yes), ("2025-11-22", .equal, 365, .yes),
  ("2024-02-29", .greater, 996, .yes), ("2024-02-29", .greater, 997, .no),
  // A month: from 21 to 52 days ago in October; both ends must agree.
  ("2026-10", .less, 84, .yes), ("2026-10", .less, 53, .yes), ("2026-10", .less, 52, .unsure),
  ("2026-10", .less, 23, .unsure), ("2026-10", .less, 22, .no), ("2026-10", .equal, 30, .unsure),
  ("2026-10", .equal, 53, .no), ("2026-10", .greater, 21, .yes), ("2026-10", .greater, 22, .unsure),
  // A year.
  ("2025", .greater, 300, .yes), ("2025", .less, 400, .unsure), ("2025", .less, 326, .no),
  // A day to come.
  ("2026-12-01", .less, 84, .yes), ("2026-12-01", .greaterOrEqual, 0, .no),
]

@Suite struct `A test of an answer` {
  @Test(arguments: rows)
  func `holds by its row`(said: Answer, predicate: Predicate, expected: Truth) throws {
    let sheet = try answers(["it": said], to: [item("it")])
    #expect(sheet.truth(of: .test(Subject("it"), predicate), reading: .plain) == expected)
  }

  @Test(arguments: dates)
  func `of a date counts the days that have gone`(
    date: String, comparison: Comparison, bound: Double, expected: Truth
  ) throws {
    let day = try #require(PartialDate(date))
    let sheet = try answers(["when": .date(day)], to: [item("when", .date)])
    #expect(sheet.truth(of: .compare("when", comparison, bound), reading: .plain) == expected)
  }
}

/// At least 18, and counts as 75 where safety asks for "at least".
private let assumed: [(Comparison, Double, plain: Truth?, safety: Truth?)] = [
  (.greaterOrEqual, 17, .yes, .yes), (.greaterOrEqual, 18, .yes, .yes),
  (.greaterOrEqual, 19, nil, .yes), (.greaterOrEqual, 75, nil, .yes),
  (.greaterOrEqual, 76, nil, nil),
  (.greater, 17, .yes, .yes), (.greater, 18, nil, .yes), (.greater, 74, nil, .yes),
  (.greater, 75, nil, nil),
  (.less, 18, .no, .no), (.less, 19, nil, nil), (.less, 75, nil, nil),
  (.lessOrEqual, 17, .no, .no), (.lessOrEqual, 18, nil, nil),
  (.equal, 17, .no, .no), (.equal, 18, nil, nil), (.equal, 75, nil, nil),
]

@Suite struct `A number that is not known` {
  @Test(arguments: assumed)
  func `counts as its item says`(
    comparison: Comparison, years: Double, plain: Truth?, safety: Truth?
  ) throws {
    let age = item(
      "age", .number(.years, to: 120), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let criterion = Criterion.compare("age", comparison, years * Unit.years.factor)
    let states: [([Item.ID: Answer], Truth)] = [(["age": .notSure], .unsure), ([:], .open)]
    for (said, unknown) in states {
      let sheet = try answers(said, to: [age])
      #expect(sheet.truth(of: criterion, reading: .plain) == plain ?? unknown)
      #expect(sheet.truth(of: criterion, reading: .safety) == safety ?? unknown)
    }
  }

  @Test func `is compared as it is once it is known`() throws {
    let age = item("age", .number(.years), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let sheet = try answers(["age": .number(Quantity(12, .years))], to: [age])
    let adult = Criterion.compare("age", .greaterOrEqual, 18 * Unit.years.factor)
    #expect(sheet.truth(of: adult, reading: .safety) == .no)
  }

  @Test func `is still unknown, and not answered`() throws {
    let age = item("age", .number(.years), whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let sheet = try answers(["age": .notSure], to: [age])
    #expect(sheet.truth(of: .test(Subject("age"), .isUnknown), reading: .safety) == .yes)
    #expect(sheet.truth(of: .test(Subject("age"), .isAnswered), reading: .safety) == .no)
  }

  @Test func `counts as nothing where it is not asked`() throws {
    let age = item(
      "age", .number(.years), when: .never, whenUnknown: AssumedNumber(atLeast: 18, countsAs: 75))
    let sheet = try answers([:], to: [age])
    #expect(sheet.truth(of: .compare("age", .greaterOrEqual, 1), reading: .safety) == .no)
  }
}
