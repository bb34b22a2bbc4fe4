/// A day of the calendar, without clock or time zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` when the calendar has no such day, or the year is not of four digits.
  package init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-11-22`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text), let month = date.month, let day = date.day else {
      return nil
    }
    self.init(year: date.year, month: month, day: day)
  }

  package var description: String {
    PartialDate(year: year, month: month, day: day)?.description ?? ""
  }

  package static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Days since 1970-01-01, negative before it (H.
  ///
  /// Hinnant, days_from_civil).
  package var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A day, a month or a whole year: as much of a date as the person remembers.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// `nil` when the calendar has no such date, or a day stands without its month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    if day != nil && month == nil { return nil }
    guard Day(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026`, `2026-03` or `2026-03-05`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  package var description: String {
    func padded(_ number: Int) -> String { (number < 10 ? "-0" : "-") + String(number) }
    return String(year) + (month.map(padded) ?? "") + (day.map(padded) ?? "")
  }

  /// The first and the last day that this can mean.
  package var days: (first: Day, last: Day)? {
    let lastMonth = month ?? 12
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1),
      let last = Day(
        year: year, month: lastMonth, day: day ?? Day.length(ofMonth: lastMonth, year: year))
    else { return nil }
    return (first, last)
  }
}
