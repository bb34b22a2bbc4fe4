import Glibc

/// Writes a new file whole or not at all.
///
/// What happens, in this order, so that a kill or a power cut at any point leaves the whole file or
/// none:
///
///     temporary without a name, 0600   in the same folder
///     write, until all bytes are there
///     fsync                            the bytes are on the disk before the name is
///     link                             fails where the name exists: nothing is ever overwritten
///     fsync of the folder              the name is on the disk
///     close                            and only now "saved"
///
/// Where the file system knows no file without a name, the temporary has a random one, and where it
/// has no links a rename that does not replace takes the link's place. The temporary is gone on
/// every path.
///
/// The last part of the path is never followed if it is a link. The folder may be reached through
/// links, as a home folder often is; it is opened once, so that nobody can put another in its place
/// meanwhile. A folder in which everybody may rename the files of others is refused.
package enum SafeFileWriter {
  /// A file size limit raises SIGXFSZ: a program that does not ignore it is ended by it.
  package static func write(_ bytes: [UInt8], to path: String) -> Result<Saved, SaveFault> {
    var calls = SystemCalls()
    return write(bytes, to: path, calls: &calls)
  }

  /// Does the same with the given calls.
  package static func write<Calls: FileCalls>(
    _ bytes: [UInt8], to path: String, calls: inout Calls
  ) -> Result<Saved, SaveFault> {
    do throws(SaveFault) {
      let target = try Target(path)
      let folder: Int32
      do { folder = try calls.openFolder(target.folder) } catch { throw SaveFault(error) }
      let saved: Saved
      do {
        try checkPlace(target.name, in: folder, calls: &calls)
        saved = try place(bytes, as: target.name, in: folder, calls: &calls)
      } catch {
        try? calls.close(folder)
        throw error
      }
      do { try calls.close(folder) } catch { return .success(.notFlushed) }
      return .success(saved)
    } catch {
      return .failure(error)
    }
  }

  /// Refuses a name that is taken, whatever it is taken by, and a folder that does not keep a file
  /// safe.
  private static func checkPlace<Calls: FileCalls>(
    _ name: String, in folder: Int32, calls: inout Calls
  ) throws(SaveFault) {
    let isOpenToAll: Bool
    let taken: Int32
    do throws(SystemError) {
      let mode = UInt32(bitPattern: try calls.mode(of: nil, in: folder))
      isOpenToAll = mode & S_IWOTH != 0 && mode & S_ISVTX == 0
    } catch {
      throw SaveFault(error)
    }
    if isOpenToAll { throw .unsafeFolder }
    do throws(SystemError) {
      taken = try calls.mode(of: name, in: folder)
    } catch {
      if error.code == ENOENT { return }
      throw SaveFault(error)
    }
    throw SaveFault(takenBy: taken)
  }

  private static func place<Calls: FileCalls>(
    _ bytes: [UInt8], as name: String, in folder: Int32, calls: inout Calls
  ) throws(SaveFault) -> Saved {
    do throws(SystemError) {
      return try placeUnnamed(bytes, as: name, in: folder, calls: &calls)
    } catch {
      if error.code == EEXIST { throw taken(name, in: folder, calls: &calls) }
      guard isMissingAbility(error) else { throw SaveFault(error) }
    }
    do throws(SystemError) {
      return try placeNamed(bytes, as: name, in: folder, calls: &calls)
    } catch {
      if error.code == EEXIST { throw taken(name, in: folder, calls: &calls) }
      throw isMissingAbility(error) && error.code != EPERM && error.code != ENOENT
        ? .unsupported : SaveFault(error)
    }
  }

  /// The file system, or a system without `/proc`, cannot do this: no fault of the place yet.
  private static func isMissingAbility(_ error: SystemError) -> Bool {
    [EOPNOTSUPP, EISDIR, EINVAL, ENOSYS, EPERM, ENOENT, EXDEV, EMLINK].contains(error.code)
  }

  private static func taken<Calls: FileCalls>(
    _ name: String, in folder: Int32, calls: inout Calls
  ) -> SaveFault {
    guard let mode = try? calls.mode(of: name, in: folder) else { return .exists }
    return SaveFault(takenBy: mode)
  }

  private static func placeUnnamed<Calls: FileCalls>(
    _ bytes: [UInt8], as name: String, in folder: Int32, calls: inout Calls
  ) throws(SystemError) -> Saved {
    let file = try calls.openUnnamed(in: folder)
    do throws(SystemError) {
      try fill(file, with: bytes, calls: &calls)
      try calls.linkUnnamed(file, as: name, in: folder)
    } catch {
      try? calls.close(file)
      throw error
    }
    return settle(file, in: folder, calls: &calls)
  }

  private static func placeNamed<Calls: FileCalls>(
    _ bytes: [UInt8], as name: String, in folder: Int32, calls: inout Calls
  ) throws(SystemError) -> Saved {
    let temporary = ".save-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let file = try calls.openExclusive(temporary, in: folder)
    var isLinked = false
    do throws(SystemError) {
      try fill(file, with: bytes, calls: &calls)
      isLinked = try giveName(temporary, as: name, in: folder, calls: &calls)
    } catch {
      try? calls.remove(temporary, in: folder)
      try? calls.close(file)
      throw error
    }
    if isLinked {
      do { try calls.remove(temporary, in: folder) } catch {
        try? calls.remove(temporary, in: folder)
      }
    }
    return settle(file, in: folder, calls: &calls)
  }

  /// Gives the temporary its name; true where it then has two.
  private static func giveName<Calls: FileCalls>(
    _ temporary: String, as name: String, in folder: Int32, calls: inout Calls
  ) throws(SystemError) -> Bool {
    do {
      try calls.link(temporary, as: name, in: folder)
      return true
    } catch {
      guard isMissingAbility(error) else { throw error }
      try calls.renameExclusively(temporary, to: name, in: folder)
      return false
    }
  }

  /// So many in a row, with nothing written between them, and it is given up.
  private static let mostInterruptions = 1000

  private static func fill<Calls: FileCalls>(
    _ file: Int32, with bytes: [UInt8], calls: inout Calls
  ) throws(SystemError) {
    var written = 0
    var interruptions = 0
    while written < bytes.count {
      do throws(SystemError) {
        let count = try calls.write(bytes[written...], to: file)
        if count <= 0 { throw SystemError(code: EIO) }
        written += count
        interruptions = 0
      } catch {
        if error.code != EINTR { throw error }
        interruptions += 1
        if interruptions == mostInterruptions { throw error }
      }
    }
    // Never tried twice: after a failure the kernel may call pages clean that never reached the
    // disk.
    try calls.flush(file)
  }

  /// The file has its name and all its bytes; what fails now takes neither away.
  private static func settle<Calls: FileCalls>(
    _ file: Int32, in folder: Int32, calls: inout Calls
  ) -> Saved {
    var saved = Saved.durable
    do { try calls.flush(folder) } catch { saved = .notFlushed }
    do { try calls.close(file) } catch { saved = .notFlushed }
    return saved
  }
}

/// The folder and the name in it that a path means.
private struct Target {
  let folder: String
  let name: String

  init(_ path: String) throws(SaveFault) {
    if path.isEmpty || path.utf8.contains(0) { throw .badName }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      folder = "."
      name = path
      if name == "." || name == ".." { throw .isFolder }
      return
    }
    name = String(path[path.utf8.index(after: slash)...])
    folder = slash == path.startIndex ? "/" : String(path[..<slash])
    if name.isEmpty || name == "." || name == ".." { throw .isFolder }
  }
}
