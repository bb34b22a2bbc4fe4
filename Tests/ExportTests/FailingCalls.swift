import Export
import Glibc

/// The system's calls, with one of them failing, or with a file system that can do less.
struct FailingCalls: FileCalls {
  enum FileSystem: CaseIterable, Sendable {
    case whole
    /// Every file has a name from the beginning.
    case withoutUnnamed
    /// No second name for a file.
    case withoutLinks
  }

  /// Which call fails, counted from 1; 0: none.
  let failing: Int
  let code: Int32
  let fileSystem: FileSystem
  /// At most so many bytes go at once, and every other write is interrupted before.
  let mostBytes: Int?

  /// A file of this path comes into being just before the writer gives its own the name.
  let intruder: String?

  private(set) var log: [String] = []
  /// Descriptors that are open.
  private(set) var open: Set<Int32> = []
  private var system = SystemCalls()
  private var isInterrupted = false

  init(
    failing: Int = 0, code: Int32 = EIO, fileSystem: FileSystem = .whole, mostBytes: Int? = nil,
    intruder: String? = nil
  ) {
    self.failing = failing
    self.code = code
    self.fileSystem = fileSystem
    self.mostBytes = mostBytes
    self.intruder = intruder
  }

  private mutating func step(_ name: String) throws(SystemError) {
    log.append(name)
    if let intruder, ["link unnamed", "link", "rename"].contains(name) {
      _ = Glibc.close(Glibc.open(intruder, O_CREAT | O_WRONLY, 0o600))
    }
    if log.count == failing { throw SystemError(code: code) }
  }

  mutating func openFolder(_ path: String) throws(SystemError) -> Int32 {
    try step("open folder")
    return remember(try system.openFolder(path))
  }

  mutating func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32 {
    try step(name == nil ? "mode of folder" : "mode of name")
    return try system.mode(of: name, in: folder)
  }

  mutating func openUnnamed(in folder: Int32) throws(SystemError) -> Int32 {
    try step("open unnamed")
    if fileSystem != .whole { throw SystemError(code: EOPNOTSUPP) }
    return remember(try system.openUnnamed(in: folder))
  }

  mutating func openExclusive(_ name: String, in folder: Int32) throws(SystemError) -> Int32 {
    try step("open exclusive")
    return remember(try system.openExclusive(name, in: folder))
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemError) -> Int {
    try step("write")
    guard let mostBytes else { return try system.write(bytes, to: file) }
    isInterrupted.toggle()
    if isInterrupted { throw SystemError(code: EINTR) }
    return try system.write(bytes.prefix(mostBytes), to: file)
  }

  mutating func flush(_ file: Int32) throws(SystemError) {
    try step("flush")
    try system.flush(file)
  }

  mutating func linkUnnamed(
    _ file: Int32, as name: String, in folder: Int32
  ) throws(SystemError) {
    try step("link unnamed")
    try system.linkUnnamed(file, as: name, in: folder)
  }

  mutating func link(_ name: String, as other: String, in folder: Int32) throws(SystemError) {
    try step("link")
    if fileSystem == .withoutLinks { throw SystemError(code: EPERM) }
    try system.link(name, as: other, in: folder)
  }

  mutating func renameExclusively(
    _ name: String, to other: String, in folder: Int32
  ) throws(SystemError) {
    try step("rename")
    try system.renameExclusively(name, to: other, in: folder)
  }

  mutating func remove(_ name: String, in folder: Int32) throws(SystemError) {
    try step("remove")
    try system.remove(name, in: folder)
  }

  mutating func close(_ descriptor: Int32) throws(SystemError) {
    open.remove(descriptor)
    try system.close(descriptor)
    try step("close")
  }

  private mutating func remember(_ descriptor: Int32) -> Int32 {
    open.insert(descriptor)
    return descriptor
  }
}
