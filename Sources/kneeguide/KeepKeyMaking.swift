import ClinicTrust
import Export
import Glibc

/// Makes the key pair of a clinic for sealed pages; no kiosk is needed for it.
struct KeepKeyMaking {
  let path: String

  func run() throws {
    let publicPath = path + ".pub"
    let store = SystemStore()
    for path in [path, publicPath] where access(path, F_OK) == 0 {
      throw Failure("\(path) is there already; name another file", status: Failure.cannotWrite)
    }
    let key: OpeningKey
    do throws(SealingKeyFault) {
      key = try OpeningKey()
    } catch { throw Failure("\(path): \(error)", status: 71) }
    if case .failure(let fault) = key.withFile({ SafeFileWriter.write($0, to: path) }) {
      throw Failure(
        "\(path) was not written (\(fault)); name another file", status: Failure.cannotWrite)
    }
    do throws(SystemError) {
      try store.create(publicPath, key.sealingKey.file)
      try store.settle(publicPath, mode: 0o644)
    } catch {
      throw Failure(
        "\(publicPath) was not written: \(error.reason); remove \(path), and try again",
        status: Failure.cannotWrite)
    }
    try StandardOutput.write(
      """
      \(path): the secret key, which opens pages; keep it off the kiosk, and a copy in a safe: without it no page is ever read
      \(publicPath): the public key, for the kiosk's keep-key
      the key's name is \(key.sealingKey.name)

      """)
  }
}
