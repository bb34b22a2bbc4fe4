import CFileSystem
import Glibc

/// What the system said instead of doing it: an errno.
package struct SystemError: Error, Equatable, Sendable {
  package let code: Int32
  package init(code: Int32) { self.code = code }
}

/// The system calls that `SafeFileWriter` makes, so that a test can make any one of them fail.
///
/// A folder and a file are descriptors. A name stands in its folder and holds no slash.
package protocol FileCalls {
  mutating func openFolder(_ path: String) throws(SystemError) -> Int32
  /// The mode of the folder itself; `nil` for the name: the folder.
  ///
  /// A link is not followed.
  mutating func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32
  mutating func openUnnamed(in folder: Int32) throws(SystemError) -> Int32
  mutating func openExclusive(_ name: String, in folder: Int32) throws(SystemError) -> Int32
  /// The number of bytes that were written, which may be fewer than given.
  mutating func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemError) -> Int
  mutating func flush(_ file: Int32) throws(SystemError)
  mutating func linkUnnamed(_ file: Int32, as name: String, in folder: Int32) throws(SystemError)
  mutating func link(_ name: String, as other: String, in folder: Int32) throws(SystemError)
  mutating func renameExclusively(_ name: String, to other: String, in folder: Int32)
    throws(SystemError)
  mutating func remove(_ name: String, in folder: Int32) throws(SystemError)
  /// Closes the descriptor; it is gone even where this fails.
  mutating func close(_ descriptor: Int32) throws(SystemError)
}

/// The calls as Linux makes them.
package struct SystemCalls: FileCalls {
  package init() {}

  package func openFolder(_ path: String) throws(SystemError) -> Int32 {
    try checked(cfs_open_folder(path))
  }

  package func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32 {
    try checked(cfs_mode(folder, name))
  }

  package func openUnnamed(in folder: Int32) throws(SystemError) -> Int32 {
    try checked(cfs_open_unnamed(folder))
  }

  package func openExclusive(_ name: String, in folder: Int32) throws(SystemError) -> Int32 {
    try checked(cfs_open_exclusive(folder, name))
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemError) -> Int {
    let count = bytes.withUnsafeBytes { buffer in
      let count = Glibc.write(file, buffer.baseAddress, buffer.count)
      return count < 0 ? -Int(errno) : count
    }
    if count < 0 { throw SystemError(code: Int32(-count)) }
    return count
  }

  package func flush(_ file: Int32) throws(SystemError) {
    if fsync(file) < 0 { throw SystemError(code: errno) }
  }

  package func linkUnnamed(
    _ file: Int32, as name: String, in folder: Int32
  ) throws(SystemError) {
    _ = try checked(cfs_link_unnamed(file, folder, name))
  }

  package func link(_ name: String, as other: String, in folder: Int32) throws(SystemError) {
    _ = try checked(cfs_link(folder, name, other))
  }

  package func renameExclusively(
    _ name: String, to other: String, in folder: Int32
  ) throws(SystemError) {
    _ = try checked(cfs_rename_exclusive(folder, name, other))
  }

  package func remove(_ name: String, in folder: Int32) throws(SystemError) {
    if unlinkat(folder, name, 0) < 0 { throw SystemError(code: errno) }
  }

  package func close(_ descriptor: Int32) throws(SystemError) {
    // Linux lets go of the descriptor before it can be interrupted: close(2).
    if Glibc.close(descriptor) < 0 && errno != EINTR { throw SystemError(code: errno) }
  }

  private func checked(_ value: Int32) throws(SystemError) -> Int32 {
    if value < 0 { throw SystemError(code: -value) }
    return value
  }
}
