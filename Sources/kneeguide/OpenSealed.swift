import ArgumentParser
import ClinicTrust
import Export
import Glibc

/// Opens what a kiosk has sealed, where the clinic's secret key is.
struct OpenSealed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open-sealed",
    abstract: "Open pages that a kiosk has sealed for this clinic.",
    discussion: """
      Writes their text to standard output, or with --beside each to a file of its own, which has .txt in place of .sealed. \
      Nothing is written over. Ends with status 65 if one of them cannot be opened.
      """)

  @Argument(help: "The sealed pages.", completion: .file()) var files: [String]

  @Option(help: ArgumentHelp("The file of the clinic's secret key.", valueName: "file"))
  var key: String

  @Flag(help: "Write each text into a file beside it, for you alone.") var beside = false

  func run() throws {
    try reportingFailure {
      let opener = try secretKey()
      var status: Int32 = 0
      for file in files {
        do {
          try open(file, with: opener)
        } catch let failure as Failure {
          StandardError.write("\(Program.name): \(failure.message)\n")
          status = failure.status
        }
      }
      if status != 0 { throw ExitCode(status) }
    }
  }

  private func secretKey() throws -> OpeningKey {
    var bytes = try read(key)
    defer { wipe(&bytes) }
    let opener: OpeningKey
    do throws(SealingKeyFault) {
      opener = try OpeningKey(file: bytes)
    } catch { throw Failure("\(key): \(error)", status: Failure.badInput) }
    var status = stat()
    if stat(key, &status) == 0, status.st_mode & 0o077 != 0 {
      throw Failure(
        "\(key): others may read this key; run 'chmod 600' on it", status: Failure.badInput)
    }
    return opener
  }

  private func read(_ path: String) throws -> [UInt8] {
    do throws(SystemError) {
      return try SystemStore().read(path)
    } catch {
      throw Failure(
        "cannot read \(path): \(error.reason); check the name", status: Failure.badInput)
    }
  }

  private func open(_ path: String, with opener: OpeningKey) throws {
    let opened: SealedPage.Opened
    let bytes = try read(path)
    do throws(SealFault) {
      opened = try SealedPage.open(bytes, with: opener)
    } catch { throw Failure("\(path): \(error)", status: Failure.badInput) }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    if let named = SealedName(name), named.code != opened.code {
      StandardError.write(
        "\(Program.name): \(path): its name is that of another visit; inside stands \(opened.code)\n"
      )
    }
    guard beside else {
      StandardError.write("\(path): visit \(opened.code)\n")
      return try StandardOutput.write(opened.text)
    }
    let ending = ".sealed"
    let target = (path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path) + ".txt"
    if case .failure(let fault) = SafeFileWriter.write(Array(opened.text.utf8), to: target) {
      throw Failure(
        "\(target) was not written (\(fault)); remove it, or leave --beside out",
        status: Failure.cannotWrite)
    }
    try StandardOutput.write("\(target): visit \(opened.code)\n")
  }
}
