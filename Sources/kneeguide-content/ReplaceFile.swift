import Glibc

/// Why a file was not written, in the system's words.
struct WriteFailure: Error {
  let reason: String

  /// The failure of the last call.
  init() { reason = String(cString: strerror(errno)) }
}

/// Puts a file in place of what the name held: the whole file, or nothing new.
///
/// The bytes go to a temporary in the same folder, which then takes the name. A kill on the way
/// leaves the old file.
func replaceFile(at path: String, with bytes: [UInt8]) throws(WriteFailure) {
  let temporary = path + ".\(getpid()).new"
  let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  if file < 0 { throw WriteFailure() }
  do throws(WriteFailure) {
    try write(bytes, to: file)
    if rename(temporary, path) != 0 { throw WriteFailure() }
  } catch {
    unlink(temporary)
    throw error
  }
}

/// Writes all bytes, waits for the disk, and closes the file whatever happens.
private func write(_ bytes: [UInt8], to file: Int32) throws(WriteFailure) {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 {
      let failure = WriteFailure()
      close(file)
      throw failure
    }
    written += count
  }
  let isFlushed = fsync(file) == 0
  let failure = WriteFailure()
  if close(file) != 0 || !isFlushed { throw failure }
}
