import ArgumentParser
import ClinicTrust
import PackFile
import QuestionnaireModel

struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Signs a pack: writes PACK.sig, which goes to a kiosk with the pack.",
    discussion: "A pack that cannot be read is not signed. An older PACK.sig is replaced.")

  @Argument(help: "The pack.", completion: .file()) var pack: String

  @Option(help: ArgumentHelp("The file of the secret key.", valueName: "file")) var key: String

  func run() throws {
    let bytes = try KeyFile.read(pack)
    try checkReadable(bytes, pack)
    let signature = PackSignature.sign(bytes, key: try KeyFile.secret(key))
    try put(signature, at: pack + ".sig")
    print("\(pack).sig: \(PackDigest(of: bytes))")
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says whether PACK.sig is a signature of the pack by this key.",
    discussion: "Ends with status 0 if it is and the pack can be read, and with 65 if not.")

  @Argument(help: "The pack.", completion: .file()) var pack: String

  @Option(help: ArgumentHelp("The file of the public key.", valueName: "file")) var key: String

  func run() throws {
    let key = try KeyFile.public(key)
    let bytes = try KeyFile.read(pack)
    let signature = (try? SystemStore().read(pack + ".sig")) ?? []
    do {
      let digest = try PackSignature.verify(bytes, signature: signature, key: key)
      try checkReadable(bytes, pack)
      print("\(pack): signed by \(key.name): \(digest)")
    } catch let fault as SignatureFault {
      throw failure("\(pack).sig: \(fault)", status: 65)
    }
  }
}

struct Override: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Signs that a pack may be used past its review date: writes PACK.override.",
    discussion: """
      For the clinic, with its own key. It names this pack and the last day, and counts for no other; an older PACK.override is \
      replaced.
      """)

  @Argument(help: "The pack.", completion: .file()) var pack: String

  @Option(help: ArgumentHelp("The last day, such as 2027-12-31.", valueName: "day")) var until: Day

  @Option(help: ArgumentHelp("The file of the clinic's secret key.", valueName: "file"))
  var key: String

  func run() throws {
    let bytes = try KeyFile.read(pack)
    try checkReadable(bytes, pack)
    let override = ReviewOverride(pack: PackDigest(of: bytes), until: until)
    try put(override.signed(by: try KeyFile.secret(key)), at: pack + ".override")
    print("\(pack).override: \(override.pack) until \(until)")
  }
}

/// Whole, and in the format of this program, in every language.
private func checkReadable(_ bytes: [UInt8], _ path: String) throws {
  do {
    for place in try PackFile.places(in: bytes) {
      _ = try PackFile.decode(Array(bytes[place.range]))
    }
  } catch {
    throw failure("\(path): \(error)", "build it anew", status: 65)
  }
}

private func put(_ bytes: [UInt8], at path: String) throws {
  do { try replaceFile(at: path, with: bytes) } catch {
    throw failure("\(path): \(error.reason)", "mend that, then sign again", status: 73)
  }
}
