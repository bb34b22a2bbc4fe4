import CSodium
import QuestionnaireModel
import RecommendationCore

/// The names by which FHIR R4 resources of a pack are known.
///
/// The project owns no domain, so that its own names end in `.invalid`, which leads nowhere
/// (RFC 2606); they are names, not addresses.
struct FHIRNames: Sendable {
  static let base = "http://kneeguide.invalid/fhir/"

  /// The pack's id and version.
  let id: String
  let version: String

  init(_ manifest: Manifest) {
    id = manifest.id
    version = manifest.version
  }

  var questionnaire: String { Self.base + "Questionnaire/" + id }

  /// Url and version, as a response names the questionnaire that it answers.
  var canonical: String { questionnaire + "|" + version }

  /// Where the codes of one kind of thing come from: the options of an item, the treatments.
  func codes(of kind: String) -> String { Self.base + "CodeSystem/" + id + "-" + kind }

  func options(of item: Item) -> String { codes(of: "item-" + item.id.rawValue) }

  /// The rules of one pack, to the byte.
  func module(hash: String) -> String { Self.base + "pack/" + id + "/" + version + "/" + hash }
  static let packHash = base + "pack-hash"
  static let verdict = base + "StructureDefinition/verdict"

  /// An identifier that is always the same for the same words: BLAKE2b, in the form of version 8
  /// (RFC 9562).
  static func uuid(_ words: [String]) -> String {
    _ = sodium_init()
    // No word of ours holds a zero byte, so that no two lists give the same bytes.
    let bytes = Array(words.joined(separator: "\0").utf8)
    var sum = [UInt8](repeating: 0, count: 16)
    // Fails only for a length of the sum or of the key that BLAKE2b does not have.
    _ = crypto_generichash(&sum, sum.count, bytes, UInt64(bytes.count), nil, 0)
    sum[6] = sum[6] & 0x0F | 0x80
    sum[8] = sum[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef")
    let text = sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(text[$0]) }.joined(separator: "-")
  }
}

extension Section {
  /// Apart from the items' link ids, which hold no slash.
  var linkID: String { "section/" + id.rawValue }
}

/// The link ids of an item and of its parts, which are the subjects of criteria.
extension Item {
  var linkID: String { id.rawValue }
  func linkID(of row: AnswerOption) -> String { Subject(id, .row(row.id)).description }
}

extension Unit {
  /// The code of the unit in UCUM; `nil` for a bare number.
  var ucum: String? {
    switch self {
    case .none: nil
    case .years: "a"
    case .months: "mo"
    case .weeks: "wk"
    case .days: "d"
    case .hours: "h"
    case .minutes: "min"
    case .kilograms: "kg"
    case .pounds: "[lb_av]"
    case .grams: "g"
    case .centimeters: "cm"
    case .meters: "m"
    case .inches: "[in_i]"
    case .feet: "[ft_i]"
    }
  }
}
