package import Export
internal import Glibc

/// What is done to the files of a folder that is kept, so that a test can make any one of it fail.
///
/// Each either happened or did not.
package protocol StoreCalls {
  mutating func read(_ path: String) throws(SystemError) -> [UInt8]
  mutating func names(in folder: String) throws(SystemError) -> [String]
  /// A new file, whole or not at all, on the disk when this returns; never an existing one.
  mutating func create(_ path: String, _ bytes: [UInt8]) throws(SystemError)
  /// Gives the file to the owner of its folder, with this mode.
  mutating func settle(_ path: String, mode: UInt32) throws(SystemError)
  /// Within a folder, in one step, in place of what had the name.
  mutating func rename(_ path: String, to other: String) throws(SystemError)
  mutating func remove(_ path: String) throws(SystemError)
  /// Waits until the names in the folder are on the disk.
  mutating func flush(_ folder: String) throws(SystemError)
}

extension StoreCalls {
  /// Puts the bytes in place of what the file held: all of them, or the old ones stay.
  package mutating func replace(
    _ name: String, in folder: String, with bytes: [UInt8], mode: UInt32
  ) throws(SystemError) {
    let path = folder + "/" + name
    let temporary = path + ".new"
    do { try remove(temporary) } catch  where error.code == ENOENT {}
    try create(temporary, bytes)
    try settle(temporary, mode: mode)
    try rename(temporary, to: path)
    try flush(folder)
  }

  /// The bytes, or `nil` where there is no such file.
  package mutating func readIfThere(_ path: String) throws(SystemError) -> [UInt8]? {
    do {
      return try read(path)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }
}

/// The calls as Linux makes them.
package struct SystemStore: StoreCalls {
  /// Beyond any file of ours.
  package static let largest = 64 << 20

  package init() {}

  package func read(_ path: String) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw SystemError(code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(file, &status) == 0 {
      bytes.reserveCapacity(min(max(0, Int(status.st_size)), Self.largest) + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    defer { wipe(&chunk) }
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(code: errno)
      }
      if count == 0 { return bytes }
      if bytes.count + count > Self.largest { throw SystemError(code: EFBIG) }
      bytes += chunk[..<count]
    }
  }

  package func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func create(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    switch SafeFileWriter.write(bytes, to: path) {
    case .success(.durable): break
    case .success(.notFlushed): throw SystemError(code: EIO)
    case .failure(let fault): throw SystemError(code: fault.code)
    }
  }

  package func settle(_ path: String, mode: UInt32) throws(SystemError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw SystemError(code: errno) }
    defer { close(file) }
    var folder = stat()
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if geteuid() == 0 {
      guard stat(parent, &folder) == 0, fchown(file, folder.st_uid, folder.st_gid) == 0 else {
        throw SystemError(code: errno)
      }
    }
    if fchmod(file, mode) != 0 || fsync(file) != 0 { throw SystemError(code: errno) }
  }

  package func rename(_ path: String, to other: String) throws(SystemError) {
    if Glibc.rename(path, other) != 0 { throw SystemError(code: errno) }
  }

  package func remove(_ path: String) throws(SystemError) {
    if unlink(path) != 0 { throw SystemError(code: errno) }
  }

  package func flush(_ folder: String) throws(SystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw SystemError(code: errno) }
  }
}

extension SystemError {
  /// The system's own words.
  package var reason: String { String(cString: strerror(code)) }
}

extension SaveFault {
  /// The errno that says it best.
  fileprivate var code: Int32 {
    switch self {
    case .exists, .symbolicLink, .notAFile: EEXIST
    case .isFolder: EISDIR
    case .folderMissing: ENOENT
    case .notAFolder: ENOTDIR
    case .badName: EINVAL
    case .nameTooLong: ENAMETOOLONG
    case .readOnly: EROFS
    case .notAllowed, .unsafeFolder: EACCES
    case .full: ENOSPC
    case .quota: EDQUOT
    case .tooLarge: EFBIG
    case .unsupported: EOPNOTSUPP
    case .failed(let code): code
    }
  }
}
