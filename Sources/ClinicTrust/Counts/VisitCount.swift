package import RecommendationCore

/// The names that counts may have: those of the content, and nothing that a person typed.
package struct CountNames: Equatable, Sendable {
  package let sections: [String]
  package let languages: [String]

  /// Those that are no names of the content's kind, or too many for a byte, are left out.
  package init(sections: [String], languages: [String]) {
    self.sections = Array(sections.filter(Counter.isName).prefix(255))
    self.languages = Array(languages.filter(Counter.isName).prefix(255))
  }
}

/// How long a visit took, as coarsely as it is kept.
package enum VisitLength: Int, CaseIterable, Sendable {
  case under5, under10, under15, under20, under30, longer

  package init(minutes: Int) {
    self =
      switch minutes {
      case ..<5: .under5
      case ..<10: .under10
      case ..<15: .under15
      case ..<20: .under20
      case ..<30: .under30
      default: .longer
      }
  }

  var name: String {
    switch self {
    case .under5: "0-4"
    case .under10: "5-9"
    case .under15: "10-14"
    case .under20: "15-19"
    case .under30: "20-29"
    case .longer: "30-up"
    }
  }
}

/// What is counted of a visit whose walk was started: five choices, and nothing else of it.
package struct VisitCount: Equatable, Sendable {
  package enum End: Equatable, Sendable {
    case finished
    /// By its place in `CountNames.sections`; `nil` for any other screen, and for a crash.
    case left(section: Int?)
  }

  package let end: End
  /// The most urgent that was shown; `nil` if none was.
  package let level: Disposition?
  /// By its place in `CountNames.languages`.
  package let language: Int?
  package let length: VisitLength

  package init(end: End, level: Disposition?, language: Int?, length: VisitLength) {
    self.end = end
    self.level = level
    self.language = language
    self.length = length
  }

  /// So many bytes carry it from the visitor's process to the one that counts.
  package static let byteCount = 5
  private static let none: UInt8 = 255

  /// Whether it is finished, section, level, language, length; 255 for none.
  package var bytes: [UInt8] {
    func byte(_ place: Int?) -> UInt8 { place.map { UInt8(clamping: $0) } ?? Self.none }
    let levels = Disposition.allCases
    var section: Int?
    if case .left(let place) = end { section = place }
    return [
      end == .finished ? 1 : 0, byte(section), byte(level.flatMap { levels.firstIndex(of: $0) }),
      byte(language), UInt8(clamping: length.rawValue),
    ]
  }

  /// `nil` for anything that `bytes` does not give with these names: what a visitor's process says is
  /// not trusted.
  package init?(bytes: [UInt8], names: CountNames) {
    guard bytes.count == Self.byteCount, bytes[0] <= 1,
      let length = VisitLength(rawValue: Int(bytes[4])),
      let section = Self.place(bytes[1], below: names.sections.count),
      let level = Self.place(bytes[2], below: Disposition.allCases.count),
      let language = Self.place(bytes[3], below: names.languages.count),
      bytes[0] == 0 || section.place == nil
    else { return nil }
    self.init(
      end: bytes[0] == 1 ? .finished : .left(section: section.place),
      level: level.place.map { Disposition.allCases[$0] }, language: language.place, length: length)
  }

  private struct Choice { let place: Int? }

  private static func place(_ byte: UInt8, below count: Int) -> Choice? {
    if byte == none { return Choice(place: nil) }
    return Int(byte) < count ? Choice(place: Int(byte)) : nil
  }
}
