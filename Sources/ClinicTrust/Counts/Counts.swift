package import QuestionnaireModel
package import RecommendationCore

/// What is counted, and there is no other.
package enum Counter: Hashable, Sendable {
  case started
  case finished
  /// The section that was left in; `nil` for elsewhere.
  case left(String?)
  case level(Disposition?)
  case language(String?)
  case minutes(VisitLength)

  package var name: String {
    switch self {
    case .started: "started"
    case .finished: "finished"
    case .left(let section): "left." + (section ?? "_")
    case .level(let level): "level." + (level?.rawValue ?? "_")
    case .language(let language): "language." + (language ?? "_")
    case .minutes(let length): "minutes." + length.name
    }
  }

  init?(name: Substring) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    let value = parts.count == 2 ? parts[1] : ""
    switch (parts.first, parts.count) {
    case ("started", 1): self = .started
    case ("finished", 1): self = .finished
    case ("left", 2) where value == "_" || Self.isName(value):
      self = .left(value == "_" ? nil : value)
    case ("language", 2) where value == "_" || Self.isName(value):
      self = .language(value == "_" ? nil : value)
    case ("level", 2):
      let level = Disposition(rawValue: value)
      guard level != nil || value == "_" else { return nil }
      self = .level(level)
    case ("minutes", 2):
      guard let length = VisitLength.allCases.first(where: { $0.name == value }) else { return nil }
      self = .minutes(length)
    default: return nil
    }
  }

  /// A name of the content: small letters, digits and hyphens, 40 at most.
  static func isName(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}

/// Sums over visits, from which no visit can be told.
///
///     kneeguide-counts 1
///     day 2026-11-22
///     finished 8
///     language.en 10
///     …                      the lines in the order of their names, never in that of the visits
///     end
package struct Counts: Equatable, Sendable {
  /// More than any waiting room sees; a sum stays there.
  static let largest = 999_999_999

  private var sums: [Counter: Int] = [:]

  package init() {}

  package subscript(counter: Counter) -> Int { sums[counter] ?? 0 }

  package var visits: Int { self[.started] }

  mutating func add(_ visit: VisitCount, _ names: CountNames) {
    var counters: [Counter] = [.started]
    switch visit.end {
    case .finished: counters.append(.finished)
    case .left(let section):
      counters.append(.left(section.flatMap { Self.name($0, names.sections) }))
    }
    counters.append(.level(visit.level))
    counters.append(.language(visit.language.flatMap { Self.name($0, names.languages) }))
    counters.append(.minutes(visit.length))
    for counter in counters { add(1, to: counter) }
  }

  package mutating func add(_ other: Counts) {
    for (counter, sum) in other.sums { add(sum, to: counter) }
  }

  private mutating func add(_ number: Int, to counter: Counter) {
    sums[counter] = min(self[counter] + number, Self.largest)
  }

  private static func name(_ place: Int, _ names: [String]) -> String? {
    names.indices.contains(place) ? names[place] : nil
  }

  /// Name and sum, in the order of the names.
  package var lines: [String] {
    sums.filter { $0.value > 0 }.map { "\($0.key.name) \($0.value)" }.sorted()
  }

  private static let head = "kneeguide-counts 1"

  package func file(of day: Day) -> [UInt8] {
    let text = [Self.head, "day \(day)"] + lines + ["end"]
    return Array(text.map { $0 + "\n" }.joined().utf8)
  }

  /// `nil` for a file that is not exactly what `file(of:)` gives for that day, or whose sums do not
  /// fit together.
  package init?(file: [UInt8], of day: Day) {
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n").dropFirst(2).dropLast()
    {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, let counter = Counter(name: parts[0]), parts[1].utf8.count <= 9,
        let sum = Int(parts[1]), sum > 0, sums.updateValue(sum, forKey: counter) == nil
      else { return nil }
    }
    guard self.file(of: day) == file, isConsistent else { return nil }
  }

  /// Each visit ended somehow, on some level, in some language and after some time.
  private var isConsistent: Bool {
    var totals = [0, 0, 0, 0]
    for (counter, sum) in sums {
      switch counter {
      case .started: break
      case .finished, .left: totals[0] += sum
      case .level: totals[1] += sum
      case .language: totals[2] += sum
      case .minutes: totals[3] += sum
      }
    }
    return visits == Self.largest || totals.allSatisfy { $0 == visits }
  }
}
