package import Export
internal import Glibc
package import QuestionnaireModel

/// Visits that were counted and are on no disk yet: sums in memory, not the visits.
///
/// An end of the program before there are ten loses them, which is meant.
package struct CountPool: Equatable, Sendable {
  /// So few visits could be guessed from their sums.
  package static let least = 10

  package private(set) var counts = Counts()

  package init() {}

  package mutating func add(_ visit: VisitCount, names: CountNames) { counts.add(visit, names) }

  package var isLargeEnough: Bool { counts.visits >= Self.least }
}

/// The folder of the counts: a file for each day on which ten visits came together.
package struct CountsFolder<Calls: StoreCalls> {
  package let folder: String
  package private(set) var calls: Calls

  package init(_ folder: String, calls: Calls) {
    self.folder = folder
    self.calls = calls
  }

  package enum Written: Equatable, Sendable {
    /// Too few visits yet: no file was touched.
    case notYet
    case added
    /// The file of the day was damaged, and now has this name; a new one was begun.
    case besideDamaged(String)
  }

  /// Adds the pool to the file of the day, once it is large enough, and empties it.
  ///
  /// The day is that of the writing: a visit of the evening before may be in it. Where it fails, the
  /// pool keeps all and is tried again after the next visit.
  package mutating func write(
    _ pool: inout CountPool, on day: Day
  ) throws(SystemError) -> Written {
    guard pool.isLargeEnough else { return .notYet }
    let name = Self.name(of: day)
    var sums = pool.counts
    var written = Written.added
    if let file = try calls.readIfThere(folder + "/" + name) {
      if let before = Counts(file: file, of: day) {
        sums.add(before)
      } else {
        let aside = try freeName(beside: name)
        try calls.rename(folder + "/" + name, to: folder + "/" + aside)
        written = .besideDamaged(aside)
      }
    }
    let file = sums.file(of: day)
    do {
      try calls.replace(name, in: folder, with: file, mode: 0o600)
    } catch {
      // In place, if perhaps not for good: to add it again would count twice.
      guard let found = try? calls.read(folder + "/" + name), found == file else { throw error }
    }
    pool = CountPool()
    return written
  }

  /// The days in order with their sums; `nil` for a file that is damaged.
  package mutating func days() throws(SystemError) -> [(day: Day, counts: Counts?)] {
    var days: [(day: Day, counts: Counts?)] = []
    for name in try calls.names(in: folder) {
      guard name.hasPrefix("counts-"), name.hasSuffix(".txt"),
        let day = Day(name.dropFirst("counts-".count).dropLast(".txt".count))
      else { continue }
      days.append((day, Counts(file: try calls.read(folder + "/" + name), of: day)))
    }
    return days.sorted { $0.day < $1.day }
  }

  /// The sums of all days, as text for whoever keeps the kiosk.
  package mutating func report() throws(SystemError) -> String {
    let days = try days()
    guard let first = days.first, let last = days.last else {
      return "nothing is counted yet: \(CountPool.least) visits have to come together first\n"
    }
    var total = Counts()
    for day in days { if let counts = day.counts { total.add(counts) } }
    var lines = ["\(days.count) days with counts, from \(first.day) to \(last.day)"]
    lines += total.lines
    lines += days.filter { $0.counts == nil }
      .map { "left out, since it is damaged: \(folder)/\(Self.name(of: $0.day))" }
    return lines.map { $0 + "\n" }.joined()
  }

  static func name(of day: Day) -> String { "counts-\(day).txt" }

  private mutating func freeName(beside name: String) throws(SystemError) -> String {
    let taken = Set(try calls.names(in: folder))
    let names = (1...99).lazy.map { "\(name).damaged-\($0)" }
    guard let free = names.first(where: { !taken.contains($0) }) else {
      throw SystemError(code: EEXIST)
    }
    return free
  }
}
