import Glibc

/// Reading a file, or standard input for `-`, whole.
enum InputFile {
  /// The largest input taken: far beyond any pack or answers, and small enough for any machine.
  static let largest = 64 << 20

  /// The bytes, or why not, as words that fit after the file's name.
  static func read(_ path: String) -> Result<[UInt8], ReadFault> {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(ReadFault(code: errno)) }
    defer { if !isStandardInput { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(min(max(0, Int(status.st_size)), largest) + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(ReadFault(code: errno))
      }
      if count == 0 { return .success(bytes) }
      if bytes.count + count > largest { return .failure(ReadFault(code: EFBIG)) }
      bytes += chunk[..<count]
    }
  }
}

struct ReadFault: Error {
  let code: Int32

  var isMissing: Bool { code == ENOENT }
  var description: String { String(cString: strerror(code)) }
}
