import Foundation

/// A file of `Packaging` in the form of systemd or sysctl: sections, keys with values, comments.
struct ConfigurationFile {
  struct Entry: Equatable {
    let key: String
    let value: String
    let line: Int
    /// Whether a comment stands over it in its paragraph.
    let isExplained: Bool
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let path: String

  init(_ name: String) { path = Self.root.appending(path: name).path }

  func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// A key of sysctl that may be missing begins with `-`, which is not a part of it here.
  func entries() throws -> [Entry] {
    var entries: [Entry] = []
    var isExplained = false
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.hasPrefix("[") {
        isExplained = false
      } else if line.hasPrefix("#") {
        isExplained = true
      } else {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        entries.append(
          Entry(
            key: parts[0].hasPrefix("-") ? String(parts[0].dropFirst()) : parts[0],
            value: parts.count > 1 ? parts[1] : "", line: index + 1, isExplained: isExplained))
      }
    }
    return entries
  }

  func values(of key: String) throws -> [String] {
    try entries().filter { $0.key == key }.map(\.value)
  }
}
