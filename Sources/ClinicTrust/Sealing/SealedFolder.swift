package import Export
internal import Glibc
package import QuestionnaireModel

/// The clinic's folder for sealed pages, on the machine or on a drive that can be pulled out.
package struct SealedFolder: Equatable, Sendable {
  package let path: String
  /// Whether it has to be where a drive is mounted, so that nothing goes to the disk below when the
  /// drive is out.
  package let needsMount: Bool

  package init(_ path: String, needsMount: Bool) {
    self.path = path
    self.needsMount = needsMount
  }

  /// What came of a page.
  package enum Outcome: Equatable, Sendable {
    case kept
    /// The file is there and whole, but the disk did not say that it keeps it.
    case unsure
    case full
    /// There is no such folder, or the drive is out.
    case gone
    case failed
  }

  /// Puts a sealed page there under a new name; nothing is ever overwritten, and no half stays.
  package func keep<Calls: FileCalls>(
    _ page: [UInt8], for code: VisitCode, on day: Day, calls: inout Calls
  ) -> Outcome {
    guard SealedPage.hasForm(page) else { return .failed }
    var placed = PlacedCalls(folder: self, day: day, base: calls)
    defer { calls = placed.base }
    for number in 1...SealedName.most {
      let name = SealedName(code, on: day, number: number)
      switch SafeFileWriter.write(page, to: "\(path)/\(name)", calls: &placed) {
      case .success(.durable): return .kept
      case .success(.notFlushed): return .unsure
      case .failure(let fault):
        if let outcome = fault.outcome { return outcome }
      }
    }
    return .failed
  }

  /// The folder for reading; the caller closes it.
  func open() throws(SystemError) -> Int32 {
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemError(code: errno) }
    do { try check(folder) } catch {
      close(folder)
      throw error
    }
    return folder
  }

  /// Whether an open folder is the one that is meant: no link to another, and a mount where one is
  /// needed.
  fileprivate func check(_ folder: Int32) throws(SystemError) {
    var (opened, named, above) = (stat(), stat(), stat())
    guard fstat(folder, &opened) == 0, lstat(path, &named) == 0,
      fstatat(folder, "..", &above, AT_SYMLINK_NOFOLLOW) == 0
    else { throw SystemError(code: errno) }
    if opened.st_dev != named.st_dev || opened.st_ino != named.st_ino {
      throw SystemError(code: ELOOP)
    }
    // Not by what the kernel calls a mount: a service mounts the folders that it may write on
    // themselves.
    if needsMount, above.st_dev == opened.st_dev { throw SystemError(code: ENODEV) }
  }
}

extension SaveFault {
  /// `nil`: the name is taken, and another may be free.
  fileprivate var outcome: SealedFolder.Outcome? {
    switch self {
    case .exists, .symbolicLink, .isFolder, .notAFile: nil
    case .full, .quota: .full
    case .folderMissing, .notAFolder, .failed(ENODEV): .gone
    default: .failed
    }
  }
}

/// The calls of a writer, in a folder that is looked at when it is open, for files that tell their
/// day and not their minute.
private struct PlacedCalls<Base: FileCalls>: FileCalls {
  let folder: SealedFolder
  let day: Day
  var base: Base
  private var file: Int32?

  init(folder: SealedFolder, day: Day, base: Base) {
    self.folder = folder
    self.day = day
    self.base = base
  }

  mutating func openFolder(_ path: String) throws(SystemError) -> Int32 {
    let opened = try base.openFolder(path)
    do { try folder.check(opened) } catch {
      try? base.close(opened)
      throw error
    }
    return opened
  }

  mutating func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32 {
    try base.mode(of: name, in: folder)
  }

  mutating func openUnnamed(in folder: Int32) throws(SystemError) -> Int32 {
    let opened = try base.openUnnamed(in: folder)
    file = opened
    return opened
  }

  mutating func openExclusive(_ name: String, in folder: Int32) throws(SystemError) -> Int32 {
    let opened = try base.openExclusive(name, in: folder)
    file = opened
    return opened
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(SystemError) -> Int {
    try base.write(bytes, to: file)
  }

  mutating func flush(_ descriptor: Int32) throws(SystemError) {
    if descriptor == file {
      // Noon is the same day nearly everywhere. Where a file system keeps no such times, so be it.
      let noon = timespec(tv_sec: day.number * 86_400 + 43_200, tv_nsec: 0)
      _ = futimens(descriptor, [noon, noon])
    }
    try base.flush(descriptor)
  }

  mutating func linkUnnamed(
    _ file: Int32, as name: String, in folder: Int32
  ) throws(SystemError) {
    try base.linkUnnamed(file, as: name, in: folder)
  }

  mutating func link(_ name: String, as other: String, in folder: Int32) throws(SystemError) {
    try base.link(name, as: other, in: folder)
  }

  mutating func renameExclusively(
    _ name: String, to other: String, in folder: Int32
  ) throws(SystemError) {
    try base.renameExclusively(name, to: other, in: folder)
  }

  mutating func remove(_ name: String, in folder: Int32) throws(SystemError) {
    try base.remove(name, in: folder)
  }

  mutating func close(_ descriptor: Int32) throws(SystemError) { try base.close(descriptor) }
}
