package import Export
import Glibc

/// The system's calls, with one of them failing, or with a file system that can do less.
package struct FailingCalls: FileCalls {
  package enum FileSystem: String, CaseIterable, Sendable {
    case whole
    /// Every file has a name from the beginning.
    case withoutUnnamed
    /// No second name for a file.
    case withoutLinks
  }

  /// What happens at one call, counted from 1.
  package enum Fault: Sendable {
    case none
    /// The call fails with this error.
    case once(Int, code: Int32)
    /// The call and all after it fail, but a descriptor is still let go of.
    case fromThenOn(Int, code: Int32)
    /// The process is killed just before the call.
    case kill(Int)
  }

  private let fault: Fault
  private let fileSystem: FileSystem
  /// At most so many bytes go at once.
  private let mostBytes: Int?
  /// Every other write is interrupted before it writes.
  private let isInterrupting: Bool
  /// Runs just before each call, with its name.
  private let before: ((String) -> Void)?

  package private(set) var log: [String] = []
  /// Descriptors that are open.
  package private(set) var open: Set<Int32> = []
  private var system = SystemCalls()
  private var isInterrupted = false

  package init(
    _ fault: Fault = .none, fileSystem: FileSystem = .whole, mostBytes: Int? = nil,
    isInterrupting: Bool = false, before: ((String) -> Void)? = nil
  ) {
    self.fault = fault
    self.fileSystem = fileSystem
    self.mostBytes = mostBytes
    self.isInterrupting = isInterrupting
    self.before = before
  }

  private mutating func step(_ name: String) throws(SystemError) {
    log.append(name)
    before?(name)
    switch fault {
    case .once(log.count, let code): throw SystemError(code: code)
    case .fromThenOn(let first, let code) where log.count >= first: throw SystemError(code: code)
    case .kill(log.count): kill(getpid(), SIGKILL)
    case .none, .once, .fromThenOn, .kill: break
    }
  }

  package mutating func openFolder(_ path: String) throws(SystemError) -> Int32 {
    try step("open folder")
    return remember(try system.openFolder(path))
  }

  package mutating func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32 {
    try step(name == nil ? "mode of folder" : "mode of name")
    return try system.mode(of: name, in: folder)
  }

  package mutating func openUnnamed(in folder: Int32) throws(SystemError) -> Int32 {
    try step("open unnamed")
    if fileSystem != .whole { throw SystemError(code: EOPNOTSUPP) }
    return remember(try system.openUnnamed(in: folder))
  }

  package mutating func openExclusive(_ name: String, in folder: Int32) throws(SystemError) -> Int32
  {
    try step("open exclusive")
    return remember(try system.openExclusive(name, in: folder))
  }

  package mutating func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemError) -> Int
  {
    try step("write")
    isInterrupted.toggle()
    if isInterrupting && isInterrupted { throw SystemError(code: EINTR) }
    return try system.write(bytes.prefix(mostBytes ?? bytes.count), to: file)
  }

  package mutating func flush(_ file: Int32) throws(SystemError) {
    try step("flush")
    try system.flush(file)
  }

  package mutating func linkUnnamed(
    _ file: Int32, as name: String, in folder: Int32
  ) throws(SystemError) {
    try step("link unnamed")
    try system.linkUnnamed(file, as: name, in: folder)
  }

  package mutating func link(_ name: String, as other: String, in folder: Int32) throws(SystemError)
  {
    try step("link")
    if fileSystem == .withoutLinks { throw SystemError(code: EPERM) }
    try system.link(name, as: other, in: folder)
  }

  package mutating func renameExclusively(
    _ name: String, to other: String, in folder: Int32
  ) throws(SystemError) {
    try step("rename")
    try system.renameExclusively(name, to: other, in: folder)
  }

  package mutating func remove(_ name: String, in folder: Int32) throws(SystemError) {
    try step("remove")
    try system.remove(name, in: folder)
  }

  package mutating func close(_ descriptor: Int32) throws(SystemError) {
    open.remove(descriptor)
    try system.close(descriptor)
    try step("close")
  }

  private mutating func remember(_ descriptor: Int32) -> Int32 {
    open.insert(descriptor)
    return descriptor
  }
}
