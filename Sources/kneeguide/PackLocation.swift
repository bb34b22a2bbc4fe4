import ArgumentParser
import Glibc
import PackFile
import QuestionnaireModel
import RecommendationCore

/// A pack that was found, read and checked: the one in the language that was asked for.
final class LoadedPack: Sendable {
  let pack: ContentPack
  private let file: PackedFile
  private let place: PackFile.Place

  fileprivate init(
    _ checked: PackFile.Checked, in file: PackedFile, at place: PackFile.Place
  ) throws(PackFault) {
    pack = try checked.pack()
    self.file = file
    self.place = place
  }

  var hash: String { PackFile.hash(of: file.bytes(of: place)) }

  /// The same content in another language; `nil` where the file has none that can be read.
  func inLanguage(_ code: String) -> LoadedPack? {
    if code == place.language { return self }
    guard let other = file.places.first(where: { $0.language == code }) else { return nil }
    return try? LoadedPack(PackFile.Checked(file.bytes(of: other)), in: file, at: other)
  }

  /// The content in the language that it was written in.
  ///
  /// What goes to clinicians, and the fingerprint of the notice, is made of it.
  var original: LoadedPack { inLanguage(file.places[0].language) ?? self }

  /// The region asked for, or the pack's default; never guessed.
  func region(named name: String?) throws -> Region { try pack.manifest.region(named: name) }
}

extension Manifest {
  /// The region asked for, or the pack's default; never guessed.
  func region(named name: String?) throws -> Region {
    let wanted = name.map { Region.ID($0) } ?? defaultRegion
    guard let found = regions.first(where: { $0.id == wanted }) else {
      let known = regions.map(\.id.rawValue).joined(separator: ", ")
      throw Failure("there is no region \(wanted); take one of \(known)", status: Failure.usage)
    }
    return found
  }
}

/// A pack that was found, and whose file is whole: what is in it is still to be decoded.
final class OpenedPack {
  private let path: String
  private let file: PackedFile
  private let place: PackFile.Place
  private let checked: PackFile.Checked
  private var loaded: LoadedPack?

  fileprivate init(
    _ file: PackedFile, at place: PackFile.Place, from path: String
  ) throws(PackFault) {
    self.path = path
    self.file = file
    self.place = place
    checked = try PackFile.Checked(file.bytes(of: place))
  }

  /// What the first screen says, and nothing else.
  func opening() throws -> ContentPack {
    do { return try checked.opening() } catch { throw Failure(error, in: path) }
  }

  /// All of it, decoded once.
  ///
  /// Forever: never given back, since to take it apart at the end would only keep the person waiting.
  /// Not for a kiosk, which loads anew.
  func load(forever: Bool = true) throws -> LoadedPack {
    if let loaded { return loaded }
    do {
      let loaded = try LoadedPack(checked, in: file, at: place)
      if forever { _ = Unmanaged.passRetained(loaded) }
      self.loaded = loaded
      return loaded
    } catch { throw Failure(error, in: path) }
  }
}

extension Failure {
  fileprivate init(_ fault: PackFault, in path: String) {
    self.init("the pack \(path) cannot be used: \(fault)", status: Failure.badInput)
  }
}

/// Where the pack is looked for.
///
/// 1. `--pack FILE`
/// 2. the file named by `KNEEGUIDE_PACK`
/// 3. `../share/kneeguide/knee.pack` from the folder of the program
/// 4. `knee.pack` in the `.build` folder that the program stands in: a checkout
///
/// The first two are final: a pack that someone named is used, or the reason is said.
/// Postcondition: a pack, or one line.
enum PackLocation {
  static func load(named path: String?, in language: WantedLanguage) throws -> LoadedPack {
    try open(named: path, in: language).load()
  }

  static func open(named path: String?, in language: WantedLanguage) throws -> OpenedPack {
    let path = try find(path)
    return try open(bytes(of: path), of: path, in: language)
  }

  /// The path at which the pack stands, or should.
  static func find(_ path: String?) throws -> String {
    if let path { return path }
    if let path = getenv("KNEEGUIDE_PACK").map({ String(cString: $0) }), !path.isEmpty {
      return path
    }
    let places = standardPlaces()
    guard let found = places.first(where: { access($0, F_OK) == 0 }) else {
      throw Failure(
        "no pack found; looked at \(places.joined(separator: " and ")); "
          + "make one with: kneeguide-content build Content --output knee.pack, then give --pack knee.pack",
        status: Failure.badInput)
    }
    return found
  }

  static func bytes(of path: String) throws -> [UInt8] {
    switch InputFile.read(path) {
    case .failure(let fault):
      throw Failure(
        "cannot read the pack \(path): \(fault.description); "
          + "make one with: kneeguide-content build Content --output \(path)",
        status: Failure.badInput)
    case .success(let bytes): return bytes
    }
  }

  static func decode(
    _ bytes: [UInt8], of path: String, in language: WantedLanguage
  ) throws -> LoadedPack { try open(bytes, of: path, in: language).load(forever: false) }

  private static func open(
    _ bytes: [UInt8], of path: String, in language: WantedLanguage
  ) throws -> OpenedPack {
    do {
      let file = try PackedFile(bytes)
      return try OpenedPack(file, at: language.place(in: file.places), from: path)
    } catch let fault as PackFault { throw Failure(fault, in: path) }
  }

  static func standardPlaces() -> [String] {
    guard let folder = programFolder() else { return [] }
    var places = [folder + "/../share/kneeguide/knee.pack"]
    if let build = folder.range(of: "/.build/") {
      places.append(folder[..<build.lowerBound] + "/.build/knee.pack")
    }
    return places
  }

  /// The folder of this program, links resolved.
  private static func programFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: 4097)
    let length = readlink("/proc/self/exe", &buffer, 4096)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}

extension String {
  /// The last place where the text stands; `nil` if nowhere.
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).last }
}

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: "The pack to use.")
  var pack: String?

  @Option(help: "The region whose numbers to call are shown, such as us or uk.")
  var region: String?

  @Option(help: "The language, such as en.")
  var language: String?

  /// In the language named, else in that which the content was written in.
  func load() throws -> LoadedPack {
    try PackLocation.load(named: pack, in: language.map { .named($0) } ?? .original)
  }

  /// In the language named, else in that of the surroundings.
  func loadForReader() throws -> LoadedPack {
    try PackLocation.load(named: pack, in: .wanted(language))
  }

  func region(in loaded: LoadedPack) throws -> Region { try loaded.region(named: region) }
}
