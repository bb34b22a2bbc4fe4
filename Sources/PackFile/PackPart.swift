import RecommendationCore

/// A part of the file, by its number there; in the order written.
enum PackPart: UInt32, CaseIterable {
  case manifest = 1
  case wording = 2
  case questionnaire = 3
  case rules = 4
  case pages = 5
  case references = 6
  case claims = 7
  case figures = 8
  case glossary = 9
  case pictures = 10
  /// Written last, when every text is known, and read first.
  case strings = 11

  /// Its place in the order written.
  var place: Int { Int(rawValue) - 1 }

  /// The name in faults.
  var name: String {
    switch self {
    case .manifest: "manifest"
    case .wording: "wording"
    case .questionnaire: "questionnaire"
    case .rules: "rules"
    case .pages: "pages"
    case .references: "references"
    case .claims: "claims"
    case .figures: "figures"
    case .glossary: "glossary"
    case .pictures: "pictures"
    case .strings: "strings"
    }
  }
}

extension PackWriter {
  mutating func write(_ part: PackPart, of pack: ContentPack) {
    switch part {
    case .manifest: write(pack.manifest)
    case .wording: write(pack.wording)
    case .questionnaire: write(pack.questionnaire)
    case .rules: write(pack.rules)
    case .pages: write(pack.pages)
    case .references: write(pack.references)
    case .claims: write(pack.ledger)
    case .figures: write(pack.figures)
    case .glossary: write(pack.glossary)
    case .pictures: write(pack.pictures)
    case .strings: appendStringTable()
    }
  }
}
