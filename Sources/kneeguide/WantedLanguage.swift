import Glibc
import PackFile

/// The bytes of a file, and the packs in it.
struct PackedFile: Sendable {
  /// Never empty.
  let places: [PackFile.Place]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(PackFault) {
    places = try PackFile.places(in: bytes)
    self.bytes = bytes
  }

  /// The bytes of one pack; not copied where it is the only one.
  func bytes(of place: PackFile.Place) -> [UInt8] {
    place.range == bytes.indices ? bytes : Array(bytes[place.range])
  }
}

/// The language to start in.
enum WantedLanguage: Equatable {
  /// That which the content was written in.
  case original
  /// This one, or none.
  case named(String)
  /// The first of these that there is, else the original.
  case preferred([String])

  /// The language named, else that of the surroundings.
  static func wanted(_ named: String?) -> WantedLanguage {
    named.map { .named($0) } ?? .preferred(ofSurroundings)
  }

  /// Where the pack in it stands in a file.
  func place(in places: [PackFile.Place]) throws -> PackFile.Place {
    func place(_ code: String) -> PackFile.Place? { places.first { $0.language == code } }
    switch self {
    case .original: return places[0]
    case .preferred(let codes): return codes.lazy.compactMap(place).first ?? places[0]
    case .named(let code):
      if let found = place(code.lowercased()) { return found }
      let known = places.map(\.language).joined(separator: ", ")
      throw Failure(
        "the pack has no language \(code); take one of \(known)", status: Failure.usage)
    }
  }

  /// The codes that the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says anything means.
  private static var ofSurroundings: [String] {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let values: [String] = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    return values.first { !$0.isEmpty }.map { codes(ofLocale: $0) } ?? []
  }

  /// `pt-br` and `pt` of `pt_BR.UTF-8`.
  static func codes(ofLocale locale: String) -> [String] {
    let name = locale.prefix { $0 != "." && $0 != "@" }.lowercased()
    var codes: [String] = []
    for part in name.split(separator: "_") {
      codes.insert(codes.isEmpty ? String(part) : "\(codes[0])-\(part)", at: 0)
    }
    return codes
  }
}
