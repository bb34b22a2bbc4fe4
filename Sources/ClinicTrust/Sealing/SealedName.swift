package import QuestionnaireModel

/// What a sealed page is called in the clinic's folder: by the visit code and the day, and by nothing
/// finer.
///
///     KG-4711-2026-11-23-1.sealed
package struct SealedName: Hashable, Sendable, CustomStringConvertible {
  /// So many pages of one visit code and day at most.
  package static let most = 99
  private static let ending = ".sealed"

  package let code: VisitCode
  package let day: Day
  /// From 1; higher where the code had a page on that day already.
  package let number: Int

  package init(_ code: VisitCode, on day: Day, number: Int) {
    self.code = code
    self.day = day
    self.number = number
  }

  /// `nil` for any other file.
  package init?(_ name: String) {
    guard name.hasPrefix("KG-"), name.hasSuffix(Self.ending) else { return nil }
    let parts = name.dropFirst(3).dropLast(Self.ending.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, let code = VisitCode(parts[0]),
      let day = Day(parts[1...3].joined(separator: "-")), let number = Int(parts[4]),
      (1...Self.most).contains(number), String(number) == parts[4]
    else { return nil }
    self.init(code, on: day, number: number)
  }

  package var description: String { "KG-\(code)-\(day)-\(number)\(Self.ending)" }
}
