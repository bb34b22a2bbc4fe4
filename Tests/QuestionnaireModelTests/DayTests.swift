import QuestionnaireModel
import Testing

@Suite struct `A day` {
  static let texts: [(String, isDay: Bool)] = [
    ("2026-11-22", true), ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false),
    ("2026-02-29", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
    ("2026-01-00", false), ("0999-01-01", false), ("2026-1-2", false), ("2026-11", false),
    ("2026", false), ("", false), ("2026-11-22 ", false), ("+026-11-22", false),
    ("٢٠٢٦-11-22", false),
  ]

  @Test(arguments: texts) func `is read as the calendar has it`(text: String, isDay: Bool) {
    #expect(Day(text)?.description == (isDay ? text : nil))
  }

  static let numbers: [(String, Int)] = [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-22", 20_779),
  ]

  @Test(arguments: numbers) func `is counted from 1970`(text: String, number: Int) {
    #expect(Day(text)?.number == number)
  }

  @Test func `comes after the day before, through four centuries`() throws {
    var last = try #require(Day("1799-12-31"))
    for year in 1800...2200 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, year: year) {
          let next = try #require(Day(year: year, month: month, day: day))
          try #require(next.number == last.number + 1 && last < next)
          last = next
        }
      }
    }
  }
}

@Suite struct `A date in part` {
  static let spans: [(String, String, String)] = [
    ("2026", "2026-01-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-03-05", "2026-03-05", "2026-03-05"),
  ]

  @Test(arguments: spans) func `spans all its days`(text: String, first: String, last: String) {
    let days = PartialDate(text)?.days
    #expect(days?.first.description == first && days?.last.description == last)
    #expect(PartialDate(text)?.description == text)
  }

  @Test func `needs the month before the day`() {
    #expect(PartialDate(year: 2026, day: 3) == nil)
    #expect(PartialDate("2026-3") == nil && PartialDate("2026-03-05-01") == nil)
  }
}

@Suite struct `A quantity` {
  static let conversions: [(Double, Unit, Double, Unit)] = [
    (1, .years, 365.25, .days), (12, .months, 1, .years), (2, .weeks, 14, .days),
    (48, .hours, 2, .days), (90, .minutes, 1.5, .hours), (1, .pounds, 0.45359237, .kilograms),
    (500, .grams, 0.5, .kilograms), (1.8, .meters, 180, .centimeters), (1, .feet, 12, .inches),
    (10, .inches, 25.4, .centimeters), (3, .none, 3, .none),
  ]

  @Test(arguments: conversions)
  func `keeps its size in another unit`(
    value: Double, unit: Unit, expected: Double, other: Unit
  ) throws {
    let there = try #require(Quantity(value, unit).converted(to: other))
    let back = try #require(Quantity(expected, other).converted(to: unit))
    #expect(abs(there.value - expected) < 1e-9 && there.unit == other)
    #expect(abs(back.value - value) < 1e-9)
  }

  @Test func `has no size in a unit of another dimension`() {
    for (unit, other) in [(Unit.years, Unit.kilograms), (.none, .days), (.feet, .pounds)] {
      #expect(Quantity(1, unit).converted(to: other) == nil)
    }
  }
}
