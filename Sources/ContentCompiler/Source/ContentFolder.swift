import Glibc

/// The content as it lies on a disk.
package struct ContentFolder: ContentSource {
  package struct Unreadable: Error, CustomStringConvertible {
    package let path: String
    package let reason: String
    package var description: String { "cannot read \(path): \(reason)" }
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  /// All regular files, in folders too; neither hidden files nor what a link to a folder leads to.
  package func paths() throws -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      for name in try entries(of: folder) where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let inner = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        if lstat(path + "/" + inner, &status) != 0 { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: waiting.append(inner)
        case S_IFREG: found.append(inner)
        case S_IFLNK
        where stat(path + "/" + inner, &status) == 0 && status.st_mode & S_IFMT == S_IFREG:
          found.append(inner)
        default: continue
        }
      }
    }
    return found.sorted()
  }

  package func bytes(of file: String) throws -> [UInt8] {
    let full = path + "/" + file
    guard let stream = fopen(full, "rbe") else { throw unreadable(full) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      bytes.append(contentsOf: buffer.prefix(count))
      if count < buffer.count { break }
    }
    if ferror(stream) != 0 { throw unreadable(full) }
    return bytes
  }

  private func entries(of folder: String) throws -> [String] {
    let full = folder.isEmpty ? path : path + "/" + folder
    guard let directory = opendir(full) else { throw unreadable(full) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  private func unreadable(_ full: String) -> Unreadable {
    Unreadable(path: full, reason: String(cString: strerror(errno)))
  }
}
