import Foundation

/// The checkout that the tests stand in, as files.
enum Tree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The files below a folder whose names end in one of these, as paths from the root, sorted; none
  /// for a missing folder.
  static func files(below folder: String, endingIn endings: [String] = [".swift"]) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .map { folder + "/" + $0 }
      .sorted()
  }

  /// The names of what lies in a folder and is itself a folder or a file.
  static func names(in folder: String, areFolders: Bool) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (names ?? []).filter { name in
      var isFolder: ObjCBool = false
      let path = root.appending(path: folder).appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue == areFolders
    }
    .sorted()
  }
}

extension String {
  /// The first group of every match.
  func firstGroups(of pattern: String) throws -> [String] {
    try matches(of: Regex(pattern)).compactMap { match in
      match.output.count > 1 ? match.output[1].substring.map(String.init) : nil
    }
  }

  /// The code without what stands in comments and literals, so that only code is found in it.
  var withoutCommentsAndLiterals: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let bare = line.replacing(/"(\\.|[^"\\])*"/, with: "\"\"")
        return bare.firstRange(of: "//").map { String(bare[..<$0.lowerBound]) } ?? String(bare)
      }
      .joined(separator: "\n")
  }
}
