package import Export
internal import Glibc
package import QuestionnaireModel

extension SealedFolder {
  /// The sealed pages that lie there.
  package func names() throws(SystemError) -> [SealedName] {
    let folder = try open()
    defer { close(folder) }
    return try files(in: folder).compactMap { SealedName($0.name) }
  }

  /// Removes the pages that are so many days old or older, by the day in their names, and what a
  /// writer that was killed on an earlier day has left.
  ///
  /// Only regular files with our names; no link is followed, and nothing in a folder below is looked
  /// at.
  ///
  /// - Returns: how many were removed, and how many could not be.
  package func removeOld(on day: Day, keeping days: Int) throws(SystemError) -> (Int, left: Int) {
    let folder = try open()
    defer { close(folder) }
    var (removed, left) = (0, 0)
    for file in try files(in: folder) {
      let isOld =
        SealedName(file.name).map { day.number - $0.day.number >= days }
        ?? (file.isTemporary && file.modified < day.number - 1)
      guard isOld else { continue }
      if unlinkat(folder, file.name, 0) == 0 { removed += 1 } else { left += 1 }
    }
    if removed > 0 { fsync(folder) }
    return (removed, left)
  }

  private struct File {
    let name: String
    /// As the number of a day.
    let modified: Int

    /// As `SafeFileWriter` calls what has no name of its own yet.
    var isTemporary: Bool {
      name.hasPrefix(".save-") && name.utf8.count <= 19
        && name.utf8.dropFirst(6).allSatisfy {
          (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
    }
  }

  /// The regular files of a folder.
  private func files(in folder: Int32) throws(SystemError) -> [File] {
    let again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0, let stream = fdopendir(again) else { throw SystemError(code: errno) }
    defer { closedir(stream) }
    var files: [File] = []
    while let entry = readdir(stream) {
      let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      files.append(File(name: name, modified: status.st_mtim.tv_sec / 86_400))
    }
    return files.sorted { $0.name < $1.name }
  }
}
