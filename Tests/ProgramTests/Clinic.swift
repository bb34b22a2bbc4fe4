import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import PackFile
import QuestionnaireModel
import RecommendationCore
import TerminalTestKit
import Testing

/// Whoever answers for a kiosk's content: a key, packs that it signs, and a folder of their own.
struct Clinic {
  let folder: String
  let key: SecretKey

  init() throws {
    folder = Program.newPath("clinic")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    key = try SecretKey()
    try put("clinic.pub", key.publicKey.file)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func put(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// A day so many days from today, by the clock that the program asks too.
  static func day(in days: Int) throws -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let date = try #require(calendar.date(byAdding: .day, value: days, to: .now))
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return try #require(
      Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
  }

  /// The fixture under another title, with other days.
  static func pack(
    _ title: String = "The thing", due: Day? = Day(year: 9999, month: 12, day: 31),
    reviewed: Day? = nil, signedOff: Bool = true
  ) throws -> [UInt8] {
    let manifest = FixturePack.pack.manifest
    return try PackFile.encode(
      FixturePack.variant(
        manifest: Manifest(
          id: manifest.id, version: manifest.version, title: title, language: manifest.language,
          languages: manifest.languages, reviewed: reviewed ?? manifest.reviewed,
          reviewDue: try #require(due), defaultRegion: manifest.defaultRegion,
          regions: manifest.regions, intendedUse: manifest.intendedUse,
          notADiagnosis: manifest.notADiagnosis, about: manifest.about,
          signedOff: signedOff ? manifest.signedOff : nil)))
  }

  /// Writes a pack and its signature.
  func sign(_ pack: [UInt8], as name: String = "knee.pack") throws {
    try put(name, pack)
    try put(name + ".sig", PackSignature.sign(pack, key: key))
  }

  /// The file of settings with the pack, the key and these lines.
  func settings(_ more: String = "") throws -> String {
    try Kiosk.settings(
      "pack-key = \(path("clinic.pub"))\n\(more)", pack: path("knee.pack"))
  }

  /// The same with a folder of installed packs.
  func settingsForInstalled(_ more: String = "") throws -> String {
    let without = Kiosk.hasSandbox ? "" : "sandbox = best-effort\n"
    return try Program.file(
      "kiosk.conf",
      "packs = \(path("packs"))\npack-key = \(path("clinic.pub"))\n\(more)\n\(without)")
  }

  func check() throws -> Program.Run {
    try Program.run("kiosk", "--check", "--config", settings())
  }
}

extension Kiosk {
  /// With a file of settings that is there.
  static func started(
    with settings: String, waitingFor text: String = attract,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Kiosk {
    let terminal = try PseudoTerminal(Program.path(), ["kiosk", "--config", settings])
    let isThere = terminal.wait(for: text, milliseconds: 10_000)
    try #require(isThere, "\(terminal.screenText)", sourceLocation: sourceLocation)
    return Kiosk(terminal: terminal)
  }
}
