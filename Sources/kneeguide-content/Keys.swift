import ArgumentParser
import ClinicTrust
import Export
import Glibc

struct KeyGeneration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Makes a key pair for signing packs.",
    discussion: """
      Writes the secret key to NAME, readable for you alone, and the public one to NAME.pub, which goes to the kiosks. Nothing is \
      written over. The secret key is not encrypted: keep it on a machine that is locked away, and a copy in a safe.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The name of the two files.", valueName: "name"))
  var output: String

  func run() throws {
    let key: SecretKey
    do { key = try SecretKey() } catch { throw failure("\(output): \(error)", status: 71) }
    let store = SystemStore()
    for path in [output, output + ".pub"] where access(path, F_OK) == 0 {
      throw failure("\(path): is there already", "name another file", status: 73)
    }
    let written = key.withFile { SafeFileWriter.write($0, to: output) }
    if case .failure(let fault) = written {
      throw failure("\(output): not written (\(fault))", "name another file", status: 73)
    }
    do {
      try store.create(output + ".pub", key.publicKey.file)
      try store.settle(output + ".pub", mode: 0o644)
    } catch {
      throw failure("\(output).pub: \(error.reason)", "remove \(output), try again", status: 73)
    }
    print("\(output): the secret key, for signing\n\(output).pub: the public key, for the kiosks")
    print("the key's name is \(key.publicKey.name)")
  }
}

/// The files that the commands of signing read and write.
enum KeyFile {
  static func secret(_ path: String) throws -> SecretKey {
    var bytes = try read(path)
    defer { wipe(&bytes) }
    let key: SecretKey
    do { key = try SecretKey(file: bytes) } catch {
      throw failure("\(path): \(error)", status: 65)
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
      throw failure("\(path): others may read this key", "run 'chmod 600' on it", status: 65)
    }
    return key
  }

  static func `public`(_ path: String) throws -> PublicKey {
    do { return try PublicKey(file: try read(path)) } catch let fault as KeyFault {
      throw failure("\(path): \(fault)", status: 65)
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    do { return try SystemStore().read(path) } catch {
      throw failure("\(path): \(error.reason)", "name a file that can be read", status: 65)
    }
  }
}
