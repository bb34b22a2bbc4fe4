import ArgumentParser
import ClinicTrust
import ContentCompiler
import PackFile
import RecommendationCore

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles the content into a pack.",
    discussion: "Content with faults is refused. The same content gives the same bytes.")

  @OptionGroup var content: ContentOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Write the example patients too, for the check of a kiosk: PACK.patients beside its pack.",
      valueName: "file"))
  var patients: String?

  func run() throws {
    let compilation = try content.compilation()
    for diagnostic in compilation.diagnostics { print(diagnostic.description(in: content.folder)) }
    guard !compilation.packs.isEmpty else {
      throw failure("\(content.folder): \(compilation.summary)", "mend the faults", status: 65)
    }
    let bytes: [UInt8]
    do {
      bytes = try PackFile.encode(compilation.packs)
    } catch {
      throw failure("\(content.folder): \(error)", "make the content smaller", status: 65)
    }
    // The patient's program decodes a page when it is shown, where a fault would come too late.
    guard (try? decoded(bytes)) == compilation.packs else {
      throw failure("\(output): the pack does not read back as it was", "report this", status: 70)
    }
    try put(bytes, at: output)
    if let patients, let pack = compilation.pack {
      let all = compilation.patients.map {
        PatientFile.Patient(id: $0.id, day: $0.day, response: $0.response)
      }
      try put(PatientFile.write(all, of: pack, digest: PackDigest(of: bytes)), at: patients)
    }
    print("\(output): \(bytes.count) bytes, \(PackFile.hash(of: bytes))")
  }

  private func put(_ bytes: [UInt8], at path: String) throws {
    do {
      try replaceFile(at: path, with: bytes)
    } catch {
      throw failure("\(path): \(error.reason)", "name another file or folder", status: 73)
    }
  }

  private func decoded(_ bytes: [UInt8]) throws -> [ContentPack] {
    try PackFile.places(in: bytes).map { try PackFile.decode(Array(bytes[$0.range])) }
  }
}
